/** What the organization brings about security practices and ends of life, from files to facts and figures. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { loadPortfolio } from '#app/load-portfolio.ts'
import { loadUpstream } from '#app/load-upstream.ts'
import { importLifecycles, lifecyclesAt, recordLifecycles } from '#app/record-lifecycles.ts'
import { recordScorecards } from '#app/record-scorecards.ts'
import { recordSurvey } from '#app/record-survey.ts'
import { survey, type Survey } from '#app/survey.ts'
import { assessLifecycles, lifecycleFigures } from '#health/lifecycle/assess.ts'
import { importedScorecard } from '#health/scorecard/imported.ts'
import { loadLifecycleNames } from '#sources/lifecycle-content.ts'
import { scratchFolder, writeFiles } from '#test/sample-folder.ts'
import { describeWithShared, sharedData } from '#test/shared-data.ts'
import { describeOnEveryEngine, openFresh } from './stores.ts'

const now = '2026-11-22T08:30:00.000Z'
const times = { asOf: '2026-11-22', knownAt: now }
const silent = { report: () => undefined, finish: () => undefined }

function bringing(brought: Partial<Survey['brought']>): Pick<Survey, 'brought'> {
  const nothing = { cloneFolders: [], ledgerFiles: [], commitFiles: [], releaseFiles: [] }
  return {
    brought: { ...nothing, scorecardFiles: [], lifecycleFolders: [], officeFolders: [], projectFiles: [], ...brought },
  }
}

const card = (day: string, score: number) =>
  JSON.stringify({
    date: day,
    repo: { name: 'forge.example/lantern/wick' },
    score,
    checks: [{ name: 'License', score }],
  })

const lantern = (end: string) =>
  `---\nidentifiers:\n  - purl: pkg:npm/lantern\nreleases:\n  - releaseCycle: "3"\n    eol: ${end}\n---\n`

describeOnEveryEngine(
  'brought results and release lines',
  (place) => {
    it('keep the newest result of every project with its date, and say what was odd', async () => {
      const store = await openFresh(place)
      const folder = scratchFolder()
      writeFiles(folder, {
        'old.json': card('2025-01-15', 4),
        'new.json': card('2026-06-30', 7),
        'later.json': card('2027-01-01', 9),
        'broken.json': '{',
        'readme.txt': 'not read',
      })
      const brought = bringing({ scorecardFiles: [{ path: 'cards', location: folder }] })
      const recorded = await recordScorecards(store, brought, now)
      expect(recorded).toMatchObject({ taken: 1, older: 1 })
      expect(recorded.issues.map(({ path, issue }) => [path, issue.code])).toEqual([
        ['cards/broken.json', 'not-json'],
        ['cards/later.json', 'in-the-future'],
      ])
      const { scorecards } = await loadUpstream(store, times)
      const found = scorecards.get('forge.example/lantern/wick')
      if (found === undefined) throw new Error('not kept')
      expect(found).toMatchObject({ on: '2026-06-30', observedOn: '2026-06-30', aggregate: 7 })
      expect(importedScorecard(found, times.asOf)).toMatchObject({ ageDays: 145, isStale: false, recomputed: 7 })
      expect(await recordScorecards(store, brought, now)).toEqual(recorded)
      expect(await store.db.selectFrom('fact').select('id').execute()).toHaveLength(1)
    })

    it('keep release lines of a folder and of an import, and refuse what is none', async () => {
      const store = await openFresh(place)
      const folder = scratchFolder()
      writeFiles(folder, { 'endoflife/lantern.md': lantern('2026-01-31'), 'endoflife/readme.md': 'Text.' })
      const brought = bringing({ lifecycleFolders: [{ path: 'ends', location: join(folder, 'endoflife') }] })
      expect(await recordLifecycles(store, brought, now)).toEqual([
        { path: 'ends/readme.md', issue: { code: 'unknown-format', where: 'readme.md' } },
      ])
      const { lifecycles } = await loadUpstream(store, times)
      expect(lifecycles).toMatchObject([
        {
          product: 'lantern',
          packages: ['pkg:npm/lantern'],
          cycles: [{ cycle: '3', end: '2026-01-31', at: 'line 5-6' }],
        },
      ])
      writeFileSync(join(folder, 'endoflife', 'lantern.md'), lantern('2027-01-31'))
      expect(await importLifecycles(store, lifecyclesAt(folder) ?? '', '2026-11-23T00:00:00.000Z')).toMatchObject({
        found: 2,
        taken: 1,
        cycles: 1,
      })
      expect((await loadUpstream(store, { asOf: '2026-11-23', knownAt: '2026-11-24' })).lifecycles).toMatchObject([
        { cycles: [{ end: '2027-01-31' }] },
      ])
      const empty = join(folder, 'endoflife-empty')
      mkdirSync(empty)
      await expect(importLifecycles(store, empty, now)).rejects.toMatchObject({ problem: { code: 'nothing-found' } })
    })
  },
  ['C'],
)

describeWithShared('the shared release lines', 'health/endoflife-products.zip', (path) => {
  const place = { fresh: async () => ({ home: join(scratchFolder(), 'home') }) }

  it('tell that the base of the records archive has ended, with the day and what comes after', async () => {
    const store = await openFresh(place)
    const root = resolve(import.meta.dirname, '..', '..', 'examples', 'harbor-city', 'operations', 'records-archive')
    await recordSurvey(store, survey([root], silent), { asOf: times.asOf, now }, silent)
    expect(await importLifecycles(store, path, now)).toMatchObject({ found: 464, taken: 464, cycles: 8351 })
    const portfolio = await loadPortfolio(store, times)
    if (portfolio === undefined) throw new Error('nothing was recorded')
    const { parts } = assessLifecycles(portfolio, loadLifecycleNames())
    const packages = portfolio.parts.filter(({ purl }) => purl?.startsWith('pkg:deb/debian/') === true)
    const ended = parts.filter(({ basis }) => basis === 'distribution')
    expect(packages.length).toBeGreaterThan(10)
    expect(ended).toHaveLength(packages.length)
    for (const { status } of ended) {
      expect(status.figure).toMatchObject({
        known: true,
        value: {
          product: 'debian',
          cycle: '12',
          state: 'ended',
          until: '2026-07-11',
          extendedUntil: '2028-06-30',
        },
      })
    }
    const ids = lifecycleFigures({ parts, coverage: { known: 0, of: 0, unit: 'parts' } }, portfolio.upstream.lifecycles)
    expect(ids.map(({ id }) => id)).toContain('health/lifecycle-cycle/debian/12')
  })

  it('are the ones that every known name belongs to', async () => {
    const store = await openFresh(place)
    await importLifecycles(store, path, now)
    const known = new Set((await loadUpstream(store, times)).lifecycles.map(({ product }) => product))
    const { products, distributions } = loadLifecycleNames()
    expect([...products, ...distributions].filter(({ product }) => !known.has(product))).toEqual([])
  })
})

it('shared Scorecard results are taken or say why not', async (context) => {
  const path = sharedData('health/scorecard-results.zip')
  if (path === undefined) return context.skip()
  const store = await openFresh({ fresh: async () => ({ home: join(scratchFolder(), 'home') }) })
  const recorded = await recordScorecards(
    store,
    bringing({ scorecardFiles: [{ path: 'results.zip', location: path }] }),
    now,
  )
  // Kubernetes by its newest of nine results, and the fifty repositories of the Node.js project.
  expect(recorded.taken).toBe(51)
  const codes = new Map<string, number>()
  for (const { issue } of recorded.issues) codes.set(issue.code, (codes.get(issue.code) ?? 0) + 1)
  // Seven test results of a repository without a host, one without a repository, one list of repositories.
  expect([...codes].toSorted(([a], [b]) => (a < b ? -1 : 1))).toEqual([
    ['missing-field', 1],
    ['syntax', 7],
    ['unknown-format', 1],
  ])
  const { scorecards } = await loadUpstream(store, times)
  expect(scorecards.get('github.com/nodejs/node')).toMatchObject({ on: '2025-11-06', aggregate: 6.3 })
})
