import { describe, expect, it } from 'vitest'
import { readRepositorySizes } from './repository-sizes.ts'

const read = (text: string) => readRepositorySizes(new TextEncoder().encode(text), 'repositories.csv')

describe('a table of whole repositories', () => {
  it('is read by address or by id, with its places', () => {
    expect(read('lines,project\n100,https://github.com/Tide/Tide.git\n50,forge.example/alone/alone\n').sizes).toEqual([
      { project: 'github.com/tide/tide', lines: 100, at: 'line 2' },
      { project: 'forge.example/alone/alone', lines: 50, at: 'line 3' },
    ])
  })

  it('tells what it could not take, and takes the rest', () => {
    const { sizes, issues } = read(
      'project,lines\nnowhere,5\ngithub.com/a/b,-5\ngithub.com/a/c,5\ngithub.com/A/C,6\ngithub.com/a/d\n',
    )
    expect(sizes.map(({ project }) => project)).toEqual(['github.com/a/c'])
    expect(issues.map(({ code, where }) => [where, code])).toEqual([
      ['line 6', 'syntax'],
      ['line 2', 'syntax'],
      ['line 3', 'wrong-type'],
      ['line 5', 'duplicate-reference'],
    ])
    expect(read('').issues[0]?.code).toBe('empty-file')
    expect(read('project\nx\n').issues[0]).toMatchObject({ code: 'missing-field', detail: 'lines' })
  })
})
