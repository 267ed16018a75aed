import { describe, expect, it } from 'vitest'
import { readScorecardFile } from './scorecard-file.ts'

const read = (content: unknown) => readScorecardFile(new TextEncoder().encode(JSON.stringify(content)), 'results.json')

const result = {
  date: '2023-03-02T10:30:43-06:00',
  repo: { name: 'github.com/lantern/wick', commit: 'abc' },
  score: 5.5,
  checks: [
    { name: 'License', score: 10 },
    { name: 'Fuzzing', score: -1 },
  ],
}

describe('results of Scorecard', () => {
  it('are read one by one and in lists, with their own date', () => {
    expect(read(result)).toEqual({
      results: [
        {
          at: '',
          project: 'github.com/lantern/wick',
          on: '2023-03-02',
          aggregate: 5.5,
          checks: [
            { name: 'License', score: 10 },
            { name: 'Fuzzing', score: -1 },
          ],
        },
      ],
      issues: [],
    })
    expect(read([result, { ...result, score: -1 }]).results.map(({ at, aggregate }) => [at, aggregate])).toEqual([
      ['/0', 5.5],
      ['/1', null],
    ])
  })

  it('are read from a database with history', () => {
    const content = {
      'github.com': {
        lantern: {
          wick: {
            previous: [{ score: 4, date: '2025-01-06', commit: 'a' }],
            current: { score: 6.3, date: '2025-11-06T08:48:51Z', commit: 'b' },
          },
          oil: { current: { score: 'high' } },
        },
      },
    }
    const { results, issues } = read(content)
    expect(results.map(({ at, on, aggregate }) => [at, on, aggregate])).toEqual([
      ['/github.com/lantern/wick/previous/0', '2025-01-06', 4],
      ['/github.com/lantern/wick/current', '2025-11-06', 6.3],
    ])
    expect(issues).toEqual([{ code: 'wrong-type', where: '/github.com/lantern/oil/current' }])
  })

  it.each([
    [{ ...result, repo: {} }, 'missing-field', '/repo/name'],
    [{ ...result, repo: { name: 'wick' } }, 'syntax', '/repo/name'],
    [{ ...result, date: '2023-02-30' }, 'missing-field', '/date'],
    [{ ...result, score: 11 }, 'wrong-type', '/score'],
    [{ nothing: {} }, 'unknown-format', 'results.json'],
    [7, 'unknown-format', 'results.json'],
  ])('that are odd are refused with their place: %j', (content, code, where) => {
    expect(read(content)).toMatchObject({ results: [], issues: [{ code, where }] })
  })

  it('lose an odd check and keep the others', () => {
    const { results, issues } = read({ ...result, checks: [...result.checks, { name: 'SAST', score: 2.5 }] })
    expect(results[0]?.checks).toHaveLength(2)
    expect(issues).toEqual([{ code: 'wrong-type', where: '/checks/2' }])
  })

  it('that are no JSON are refused', () => {
    expect(readScorecardFile(new TextEncoder().encode('{'), 'x.json').issues).toEqual([
      { code: 'not-json', where: 'x.json' },
    ])
    expect(readScorecardFile(new Uint8Array(), 'x.json').issues).toEqual([{ code: 'empty-file', where: 'x.json' }])
  })
})
