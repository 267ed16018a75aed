import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ProblemError } from '#domain/problem.ts'
import { walkFolder } from './folder.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'headwater-folder-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const all = (): boolean => true
const quiet = (): void => undefined

describe('walking a folder', () => {
  it('lists files in a fixed order and tells where repositories begin', () => {
    mkdirSync(join(root, 'b', '.git'), { recursive: true })
    mkdirSync(join(root, 'a'))
    writeFileSync(join(root, 'b', 'package-lock.json'), '{}')
    writeFileSync(join(root, 'a', 'go.sum'), 'x')
    const found = walkFolder(root, all, quiet)
    expect(found.files.map(({ path, sizeBytes }) => [path, sizeBytes])).toEqual([
      ['a/go.sum', 1],
      ['b/package-lock.json', 2],
    ])
    expect(found.repositories).toEqual(['b'])
  })

  it('does not look into installed packages', () => {
    mkdirSync(join(root, 'node_modules', 'lodash'), { recursive: true })
    writeFileSync(join(root, 'node_modules', 'lodash', 'package-lock.json'), '{}')
    expect(walkFolder(root, all, quiet).files).toEqual([])
  })

  it('says of a link that leads outside that it was not followed', () => {
    const outside = mkdtempSync(join(tmpdir(), 'headwater-outside-'))
    writeFileSync(join(outside, 'go.sum'), 'secret')
    symlinkSync(join(outside, 'go.sum'), join(root, 'go.sum'))
    symlinkSync(join(root, 'missing'), join(root, 'gone.json'))
    const found = walkFolder(root, all, quiet)
    expect(found.files).toEqual([])
    expect(found.unread).toEqual(
      [
        { path: 'go.sum', code: 'symlink-skipped' },
        { path: 'gone.json', code: 'unreadable' },
      ].sort((a, b) => (a.path < b.path ? -1 : 1)),
    )
    rmSync(outside, { recursive: true })
  })

  it('does not go round in circles of links', () => {
    mkdirSync(join(root, 'a'))
    symlinkSync(root, join(root, 'a', 'up'))
    expect(walkFolder(root, all, quiet).files).toEqual([])
  })

  it('takes a single file as it is', () => {
    writeFileSync(join(root, 'bom.json'), '{}')
    expect(walkFolder(join(root, 'bom.json'), () => false, quiet).files.map(({ path }) => path)).toEqual(['bom.json'])
  })

  it('says that a path is not there', () => {
    expect(() => walkFolder(join(root, 'nowhere'), all, quiet)).toThrow(ProblemError)
  })
})
