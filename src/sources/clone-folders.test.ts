import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findClones } from './clone-folders.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'headwater-clones-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function found(path: string): readonly string[] {
  return findClones({ path, location: join(folder, path) }).clones.map((clone) => clone.path)
}

it('finds a clone, and clones one or two levels deep, by name', () => {
  for (const path of ['a/one/.git', 'a/two/x/.git', 'a/two/y/deep/.git', 'a/one/inner/.git'])
    mkdirSync(join(folder, path), { recursive: true })
  for (const path of ['HEAD', 'objects/x', 'refs/x']) mkdirSync(join(folder, 'a', 'bare', path), { recursive: true })
  mkdirSync(join(folder, 'a', 'linked'))
  writeFileSync(join(folder, 'a', 'linked', '.git'), 'gitdir: /elsewhere\n')
  symlinkSync(join(folder, 'a', 'one'), join(folder, 'a', 'zero'))
  expect(found('a/')).toEqual(['a/bare', 'a/linked', 'a/one', 'a/two/x'])
  expect(found('a/one')).toEqual(['a/one'])
})

it('tells of a folder that is not there, is a file, or holds no clone', () => {
  mkdirSync(join(folder, 'empty'))
  writeFileSync(join(folder, 'file'), '')
  const codes = ['absent', 'file', 'empty'].map(
    (path) => findClones({ path, location: join(folder, path) }).issues[0]?.code,
  )
  expect(codes).toEqual(['unreadable', 'unreadable', 'not-a-repository'])
})
