import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { SampleRepository } from '#test/sample-repository.ts'
import { readPatchIds } from './git-patch-ids.ts'

it('tells the identity of patches once, leaves out what changes nothing, and asks for no more than is new', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-patches-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const repository = new SampleRepository(join(folder, 'repository'))
  repository.commit({ files: { a: 'one\n' } })
  repository.commit({ message: 'Nothing' })
  repository.git(['checkout', '--quiet', '--orphan', 'other'])
  repository.git(['rm', '--quiet', '-rf', '.'])
  repository.commit({ files: { z: 'x\n' } })
  repository.git(['cherry-pick', 'main~1'], '2026-07-07T10:00:00Z')
  const hash = (revision: string): string => repository.git(['rev-parse', revision]).trim()
  const [first, empty, picked] = [hash('main~1'), hash('main'), hash('other')]
  const file = join(folder, 'patch-ids')
  const place = { folder: repository.path }
  const ids = await readPatchIds(place, [first, empty, picked], file)
  expect(ids.get(picked)).toBe(ids.get(first))
  expect([ids.size, ids.has(empty), first === picked]).toEqual([2, false, false])
  const kept = readFileSync(file, 'utf8')
  expect(kept.trimEnd().split('\n')).toHaveLength(3)
  expect(await readPatchIds(place, [first, empty, picked], file)).toEqual(ids)
  expect(readFileSync(file, 'utf8')).toBe(kept)
})
