/** Histories of lockfiles and tags out of real repositories. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import {
  collectLockfileHistories,
  keepLockfileHistories,
  loadLockfileHistories,
  type CollectedHistory,
} from '#app/collect-lockfile-history.ts'
import { isLockfilePath } from '#app/locked-versions.ts'
import { silent } from '#app/progress.ts'
import { openLockfileHistory } from '#sources/lockfile-history.ts'
import { tombstoneEvidence } from '#store/evidence.ts'
import { cargoLock, LockfileRepository, packageLock, poetryLock } from '#test/lockfile-repository.ts'
import { describeOnEveryEngine, openFresh } from './stores.ts'

const folder = mkdtempSync(join(tmpdir(), 'headwater-lockfiles-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const portal = new LockfileRepository(join(folder, 'portal'))
  .commit(
    '2025-01-10',
    { 'package-lock.json': packageLock({ mast: '1.0.0', sail: '2.0.0', 'sail/node_modules/mast': '0.9.0' }) },
    'Start',
  )
  .tag('2025-01-11', 'v1.0.0')
  .commit('2026-02-01', { 'README.md': 'Boats' }, 'docs: boats', '2026-01-20')
  .branch('update-mast')
  .commit(
    '2026-02-10',
    { 'package-lock.json': packageLock({ mast: '1.1.0', sail: '2.0.0', 'sail/node_modules/mast': '0.9.0' }) },
    'Raise mast',
  )
  .merge('2026-02-20', 'update-mast')
  .tag('2026-03-01', 'v1.1.0')
  .commit('2026-03-03', { 'server/poetry.lock': poetryLock({ keel: '1.0' }) }, 'Revert "Boats"')
  .tag('2026-03-04', 'v1.1.1', false)
  .commit('2026-04-01', { 'package-lock.json': '<<<<<<< HEAD' }, 'Break it')
  .commit(
    '2026-04-02',
    {
      'package-lock.json': packageLock({ mast: '1.2.0', knot: '3.0.0' }),
      'server/poetry.lock': poetryLock({ keel: '1.1' }),
    },
    'Mend it',
  )
  .tag('2026-04-03', 'nightly')
  .commit('2026-06-01', { 'package-lock.json': packageLock({ mast: '2.0.0', knot: '3.0.0' }) })

async function collect(asOf = '2026-11-22', home = join(folder, 'home')): Promise<CollectedHistory> {
  const own = [{ product: 'portal', path: 'repositories/portal', location: portal.folder, within: '' }]
  const { histories, issues } = await collectLockfileHistories(own, asOf, home, silent)
  expect(issues).toEqual([])
  const [history] = histories
  if (history === undefined) throw new Error('nothing was collected')
  return history
}

describe('the history of a lockfile', () => {
  it('tells what came, went and changed on the main line, on the day it was merged', async () => {
    const { product, observedOn, counts, repositories } = await collect()
    expect({ product, observedOn, counts }).toEqual({
      product: 'portal',
      observedOn: '2026-11-22',
      counts: { lockfiles: 2, changes: 7, tags: 3 },
    })
    const [npm, poetry] = repositories[0]?.files ?? []
    expect(npm?.path).toBe('package-lock.json')
    expect(npm?.isWhole).toBe(true)
    expect(npm?.unread).toBe(1)
    const told = npm?.changes.map(({ on, changes }) => [
      on.slice(0, 10),
      ...changes.map(({ package: name, from, to }) => `${name.slice(8)} ${from ?? '-'} ${to ?? '-'}`),
    ])
    expect(told).toEqual([
      ['2025-01-10', 'mast - 0.9.0', 'mast - 1.0.0', 'sail - 2.0.0'],
      ['2026-02-20', 'mast 1.0.0 1.1.0'],
      ['2026-04-01'],
      ['2026-04-02', 'knot - 3.0.0', 'mast 1.1.0 1.2.0', 'mast 0.9.0 -', 'sail 2.0.0 -'],
      ['2026-06-01', 'mast 1.2.0 2.0.0'],
    ])
    expect(poetry?.changes.map(({ changes }) => changes)).toEqual([
      [{ package: 'pkg:pypi/keel', from: null, to: '1.0' }],
      [{ package: 'pkg:pypi/keel', from: '1.0', to: '1.1' }],
    ])
  })

  it('knows nothing of later days', async () => {
    const { repositories, counts } = await collect('2026-03-03')
    expect(repositories[0]?.files.map(({ changes }) => changes.length)).toEqual([2, 1])
    expect(counts.tags).toBe(3)
    expect((await collect('2026-03-02')).counts).toEqual({ lockfiles: 1, changes: 2, tags: 2 })
  })

  it('counts what each stable tag is the first to contain', async () => {
    const { repositories } = await collect()
    const day = 86_400
    expect(repositories[0]?.tags).toEqual([
      { name: 'v1.0.0', on: '2025-01-11T12:00:00.000Z', leadSeconds: [day], repairs: 0, isCounted: true },
      {
        name: 'v1.1.0',
        on: '2026-03-01T12:00:00.000Z',
        leadSeconds: [19 * day, 40 * day],
        repairs: 0,
        isCounted: true,
      },
      // A plain name of a commit has the commit's day.
      { name: 'v1.1.1', on: '2026-03-03T12:00:00.000Z', leadSeconds: [0], repairs: 1, isCounted: true },
    ])
    const later = await collect('2027-02-01')
    expect(later.repositories[0]?.tags[0]).toMatchObject({ isCounted: false, leadSeconds: [] })
  })

  it('is read once and is the same the second time', async () => {
    const home = join(folder, 'cached')
    const first = await collect('2026-11-22', home)
    const kept = join(home, 'cache', 'lockfiles', 'layout-1')
    const files = readdirSync(kept, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
    expect(files).toHaveLength(7)
    expect(await collect('2026-11-22', home)).toEqual(first)
    // What is kept is what is told: a changed entry shows.
    for (const name of files) {
      const text = readFileSync(join(kept, name), 'utf8')
      writeFileSync(join(kept, name), text.replaceAll('"2.0.0"', '"2.0.9"'))
    }
    expect(JSON.stringify(await collect('2026-11-22', home))).toContain('"2.0.9"')
  })

  it('of a Cargo workspace and of several products in one repository is kept apart', async () => {
    const mono = new LockfileRepository(join(folder, 'mono'))
      .commit('2026-01-01', {
        'crane/Cargo.lock': cargoLock({ hook: '0.1.0' }),
        'quay/package-lock.json': packageLock({ mast: '1.0.0' }),
      })
      .commit('2026-02-01', { 'crane/Cargo.lock': cargoLock({ hook: '0.2.0' }) })
    const own = ['crane', 'quay'].map((product) => ({
      product,
      path: 'mono',
      location: mono.folder,
      within: `${product}/`,
    }))
    const { histories } = await collectLockfileHistories(own, '2026-11-22', join(folder, 'home'), silent)
    expect(histories.map(({ product, counts }) => [product, counts.lockfiles, counts.changes])).toEqual([
      ['crane', 1, 2],
      ['quay', 1, 1],
    ])
    expect(histories[0]?.repositories[0]?.files[0]?.changes[1]?.changes).toEqual([
      { package: 'pkg:cargo/hook', from: '0.1.0', to: '0.2.0' },
    ])
  })

  it('has a bound, and says that more lies before it', async () => {
    const opened = await openLockfileHistory(portal.folder, {
      cache: join(folder, 'bounded'),
      isLockfile: isLockfilePath,
      isRelease: () => false,
      isRepair: () => false,
      until: '2026-11-22',
      countedFrom: '2026-01-01',
      mostChanges: 2,
      largestBytes: 300,
    })
    if (!opened.ok) throw new Error(opened.issue.code)
    const [npm] = opened.repository.files
    expect(npm?.isWhole).toBe(false)
    expect(npm?.states.map(({ on }) => on.slice(0, 10))).toEqual(['2026-04-02', '2026-06-01'])
    const read: string[] = []
    for await (const [blob] of opened.repository.contents(npm?.states.flatMap(({ blob }) => blob ?? []) ?? []))
      read.push(blob)
    expect(read).toEqual([])
  })

  it('bears paths and clocks that nobody expects', async () => {
    const odd = new LockfileRepository(join(folder, 'odd'))
      .commit('2026-01-01', {
        '\u0001 :100644 100644 a b M\n/package-lock.json': packageLock({ mast: '1.0.0' }),
        'häfen ✓/package-lock.json': packageLock({ mast: '1.0.0' }),
      })
      .commit('2080-01-01T00:00:00Z', { 'häfen ✓/package-lock.json': packageLock({ mast: '1.1.0' }) })
      .commit('2026-02-01', { 'häfen ✓/package-lock.json': packageLock({ mast: '1.2.0' }) })
    const own = [{ product: 'odd', path: 'odd', location: odd.folder, within: '' }]
    const { histories, issues } = await collectLockfileHistories(own, '2026-11-22', join(folder, 'home'), silent)
    expect(issues).toEqual([])
    const files = histories[0]?.repositories[0]?.files ?? []
    expect(files.map(({ changes }) => changes.map(({ on }) => on.slice(0, 10)))).toEqual([
      ['2026-01-01'],
      ['2026-01-01', '2026-11-22', '2026-11-22'],
    ])
  })

  it('of a shallow clone has an open begin', async () => {
    const clone = join(folder, 'shallow')
    portal.git(['clone', '--quiet', '--depth', '2', `file://${portal.folder}`, clone])
    const own = [{ product: 'portal', path: 'shallow', location: clone, within: '' }]
    const { histories } = await collectLockfileHistories(own, '2026-11-22', join(folder, 'home'), silent)
    const [repository] = histories[0]?.repositories ?? []
    expect(repository?.isShallow).toBe(true)
    expect(repository?.issues).toEqual([{ code: 'shallow-clone', where: 'shallow' }])
    for (const { isWhole } of repository?.files ?? []) expect(isWhole).toBe(false)
  })

  it('of what is no repository, or a damaged one, is an issue', async () => {
    const damaged = new LockfileRepository(join(folder, 'damaged')).commit('2026-01-01', {
      'package-lock.json': packageLock({ mast: '1.0.0' }),
    })
    rmSync(join(damaged.folder, '.git', 'objects'), { recursive: true })
    const own = ['damaged', 'nowhere'].map((name) => ({
      product: name,
      path: name,
      location: join(folder, name),
      within: '',
    }))
    const { histories, issues } = await collectLockfileHistories(own, '2026-11-22', join(folder, 'home'), silent)
    expect(histories).toEqual([])
    expect(issues.map(({ where }) => where)).toEqual(['damaged', 'nowhere'])
  })
})

describeOnEveryEngine('histories of lockfiles', (place) => {
  const recordedAt = '2026-11-22T00:00:00.000Z'
  const times = { asOf: '2026-11-22', knownAt: recordedAt }

  it('are kept as originals and loaded again', async () => {
    const store = await openFresh(place)
    const history = await collect()
    await keepLockfileHistories(store, [history], { recordedAt })
    await keepLockfileHistories(store, [history], { recordedAt })
    const [loaded, ...others] = await loadLockfileHistories(store, times)
    expect(others).toEqual([])
    expect(loaded).toEqual({ evidence: loaded?.evidence, ...history })
    expect(await loadLockfileHistories(store, { ...times, asOf: '2026-11-21' })).toEqual([])
    await tombstoneEvidence(store, loaded?.evidence ?? '', 'a test', recordedAt)
    expect(await loadLockfileHistories(store, times)).toEqual([])
  })
})
