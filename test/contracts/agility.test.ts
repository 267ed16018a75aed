/** `value agility` on a small organization with real repositories, and on the example city with its histories. */

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { affectedVersions } from '#app/affected-versions.ts'
import { loadPacks } from '#app/advisory-packs.ts'
import {
  collectLockfileHistories,
  keepLockfileHistories,
  loadLockfileHistories,
} from '#app/collect-lockfile-history.ts'
import { loadPortfolio } from '#app/load-portfolio.ts'
import { methodText } from '#app/method-catalog.ts'
import { clonesAtHand } from '#app/clones-at-hand.ts'
import { ownRepositories } from '#app/own-repositories.ts'
import { silent } from '#app/progress.ts'
import { survey } from '#app/survey.ts'
import type { ExposureTold, VersionLag } from '#domain/assessment/agility.ts'
import { saveEvidence } from '#store/evidence.ts'
import { saveFacts } from '#store/facts.ts'
import { openStore, type Store } from '#store/store.ts'
import { headwater } from '#test/headwater.ts'
import { LockfileRepository, packageLock } from '#test/lockfile-repository.ts'
import { agility as agilityWords } from '#text/agility.en.ts'
import { createHistories } from '#tools/example/create-histories.ts'
import { agilityWithFigures } from '#value/agility/assess.ts'
import { measures } from '#value/agility/measures.generated.ts'
import { assessVulnerabilities } from '#vulnerabilities/assess.ts'

const folder = mkdtempSync(join(tmpdir(), 'headwater-agility-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const recordedAt = '2026-11-22T00:00:00.000Z'
const times = { asOf: '2026-11-22', knownAt: recordedAt }

/** What a run of `assess` does with histories once the documents are recorded. */
async function keepHistories(path: string, home: string): Promise<void> {
  const found = survey([path], silent)
  const collected = await collectLockfileHistories(
    await ownRepositories(found, clonesAtHand(found, []).repositories),
    times.asOf,
    home,
    silent,
  )
  expect(collected.issues).toEqual([])
  await inStore(home, (store) => keepLockfileHistories(store, collected.histories, { recordedAt }))
}

async function inStore<T>(home: string, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ home })
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

/** A table of releases as another part of the program keeps them. */
async function keepReleases(
  home: string,
  releases: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(releases))
  await inStore(home, async (store) => {
    const original = { kind: 'measurement' as const, name: 'releases.json', bytes, retrievedAt: recordedAt, recordedAt }
    const [evidence] = await saveEvidence(store, [original])
    const facts = Object.entries(releases).map(([subject, of]) => ({
      kind: 'package' as const,
      subject,
      source: 'table',
      evidence: evidence?.id ?? '',
      at: `/${subject.replaceAll('/', '~1')}`,
      observedOn: times.asOf,
      facts: {
        package: subject,
        releases: Object.entries(of).map(([version, on]) => ({
          version,
          on,
          isPrerelease: false,
          isWithdrawn: false,
          deprecation: null,
          license: null,
        })),
        publishers: null,
        repository: null,
        fundingLinks: [],
      },
    }))
    await saveFacts(store, facts, { recordedAt })
  })
}

type Told = {
  readonly figure: string
  readonly known: boolean
  readonly value: { readonly value: number; readonly sum: number; readonly p90: number | null }
  readonly why?: string
  readonly coverage: { readonly known: number; readonly of: number }
}
type Answer = {
  readonly schemaVersion: number
  readonly subject: string | null
  readonly freshness: readonly {
    readonly kind: string
    readonly id: string
    readonly directness: string
    readonly measures: Readonly<Record<string, Told>>
  }[]
  readonly behind: readonly {
    readonly package: string
    readonly lag: VersionLag
    readonly introducedOn: string | null
  }[]
  readonly overTime: readonly {
    readonly product: string | null
    readonly measures: Readonly<Record<string, Told & { readonly yearBefore: Told | null }>>
  }[]
  readonly exposures: readonly ExposureTold[]
  readonly backlog: { readonly money: { readonly known: boolean; readonly value: { readonly central: number } } }
  readonly coverage: { readonly histories: { readonly known: number; readonly of: number } }
}

function agility(home: string, ...args: readonly string[]): Answer {
  const { code, stdout, stderr } = headwater(['value', 'agility', '--home', home, '--json', ...args])
  expect(stderr.replace(/^Loading advisories …\s*/, '')).toBe('')
  expect(code).toBe(0)
  return JSON.parse(stdout) as Answer
}

describe('measures', () => {
  it.each(measures.map((measure) => [measure.id, measure] as const))(
    '%s are called alike everywhere',
    (id, measure) => {
      expect(agilityWords.measures[id]).toBe(measure.label)
      expect(agilityWords.questions[id]).toBe(measure.question)
      expect(methodText(`agility-${id}`)?.formula).toContain(measure.formula)
      if (measure.of === 'releases') expect(measure.label).toContain('proxy')
    },
  )

  it('name all that the words name', () => {
    expect(measures.map(({ id }) => id).toSorted()).toEqual(Object.keys(agilityWords.measures).toSorted())
  })
})

describe('a small organization', () => {
  const place = join(folder, 'small')
  const home = join(folder, 'small-home')

  beforeAll(async () => {
    mkdirSync(place, { recursive: true })
    writeFileSync(
      join(place, 'organization.yaml'),
      `format: 1
id: boats
name: Boats
laborRate: { yearlyWage: 172000, currency: EUR, loadFactor: 1, source: agreement, asOf: 2026-01-01 }
units:
  - { id: harbor, name: Harbor }
  - { id: dock, name: Dock, parent: harbor }
products:
  - { id: portal, name: Portal, origin: made, unit: dock, paths: [portal] }
  - { id: shop, name: Shop, origin: made, unit: harbor, paths: [shop], published: "https://forge.example/boats/shop" }
  - { id: kiosk, name: Kiosk, origin: made, unit: harbor, paths: [kiosk] }
assumptions:
  - { id: agility-hours-per-update, low: 1, central: 2, high: 4, source: time sheets of 2026 }
cloneFolders: [clones]
`,
    )
    new LockfileRepository(join(place, 'portal'))
      .commit('2026-01-10', { 'package-lock.json': packageLock({ 'made-up-mast': '1.0.0' }) })
      .commit('2026-03-11', { 'package-lock.json': packageLock({ 'made-up-mast': '1.1.0' }) })
      .tag('2026-03-12', 'v1.0.0')
    for (const name of ['shop', 'kiosk']) {
      mkdirSync(join(place, name))
      writeFileSync(join(place, name, 'package-lock.json'), packageLock({ 'made-up-mast': '1.0.0' }))
    }
    mkdirSync(join(place, 'clones'))
    for (const [name, origin] of [
      ['a-clone', 'git@forge.example:boats/shop.git'],
      ['kiosk', 'https://forge.example/others/kiosk'],
    ] as const) {
      const made = new LockfileRepository(join(folder, `made-${name}`)).commit('2026-05-01', {
        'package-lock.json': packageLock({ 'made-up-mast': '1.0.0' }),
      })
      const clone = join(place, 'clones', name)
      made.git(['clone', '--quiet', '--bare', made.folder, clone])
      made.git(['--git-dir', clone, 'config', 'remote.origin.url', origin])
    }
    expect(headwater(['assess', place, '--home', home, '--offline']).code).toBe(0)
    await keepHistories(place, home)
    await keepReleases(home, {
      'pkg:npm/made-up-mast': { '1.0.0': '2025-06-01', '1.1.0': '2026-03-01', '2.0.0': '2026-06-01' },
    })
  })

  it('takes the repository of a product, or the clone of the address at which it is published', async () => {
    const found = survey([place], silent)
    const own = await ownRepositories(found, clonesAtHand(found, []).repositories)
    expect(own.map(({ product, path, within }) => [product, path, within])).toEqual([
      ['portal', 'portal', ''],
      ['shop', 'clones/a-clone', ''],
    ])
    expect(agility(home).coverage.histories).toEqual({ known: 2, of: 3, unit: 'products' })
  })

  it('is told with figures, coverage and money that was asked for [row 63]', () => {
    const { schemaVersion, freshness, overTime, backlog, behind } = agility(home)
    expect(schemaVersion).toBe(1)
    const whole = freshness.find(({ kind, directness }) => kind === 'organization' && directness === 'direct')
    // 92 days from 1.1.0 and a year from 1.0.0 to 2.0.0.
    expect(whole?.measures['libyear']?.value.sum).toBeCloseTo((92 + 365) / 365.25, 9)
    expect(overTime[0]?.measures['update-latency']).toMatchObject({ known: true, value: { value: 10 } })
    expect(overTime[0]?.measures['update-cadence']?.value.value).toBe(60)
    expect(behind.map(({ introducedOn }) => introducedOn)).toEqual(['2026-05-01', '2026-03-11'])
    // Three products are behind with one part each, two hours at 100.
    expect(backlog.money).toMatchObject({ known: true, value: { low: 300, central: 600, high: 1200, currency: 'EUR' } })
  })

  it('can be asked for a product or a unit, and for nothing else', () => {
    expect(agility(home, '--product', 'portal').overTime.map(({ product }) => product)).toEqual([null, 'portal'])
    expect(agility(home, '--unit', 'dock').subject).toBe('Dock')
    expect(agility(home, '--unit', 'harbor').coverage.histories.of).toBe(3)
    const wrong = headwater(['value', 'agility', '--home', home, '--product', 'ferry'])
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toContain('ferry')
    expect(headwater(['value', 'agility', '--home', home, '--product', 'portal', '--unit', 'dock']).code).toBe(2)
    expect(headwater(['value', 'agility', '--home', join(folder, 'empty')]).code).toBe(5)
  })

  it.each(['en', 'de', 'ja'])('prints the same bytes every time in %s', (language) => {
    const print = () => headwater(['value', 'agility', '--home', home, '--language', language]).stdout
    expect(print()).toContain('pkg:npm/made-up-mast')
    expect(print()).toBe(print())
  })

  it('has a text for every method and an entry for every input', async () => {
    const figures = await inStore(home, async (store) => {
      const portfolio = await loadPortfolio(store, times)
      if (portfolio === undefined) throw new Error('nothing was recorded')
      return agilityWithFigures(portfolio, await loadLockfileHistories(store, times), []).figures
    })
    const ids = new Set(figures.map(({ id }) => id))
    expect(ids.size).toBe(figures.length)
    for (const { id, figure } of figures)
      for (const source of figure.from) {
        if (source.kind !== 'computed') continue
        expect(methodText(source.method), `${id}: ${source.method}`).toBeDefined()
        for (const input of source.inputs) expect([...ids], `${id} ← ${input}`).toContain(input)
      }
  })
})

describe('the example city', () => {
  const place = join(folder, 'city')
  const home = join(folder, 'city-home')

  beforeAll(async () => {
    cpSync(join(import.meta.dirname, '..', '..', 'examples', 'harbor-city'), place, { recursive: true })
    const histories = createHistories(join(folder, 'histories'))
    for (const { repository, folder: from } of histories)
      cpSync(join(from, '.git'), join(place, 'repositories', repository, '.git'), { recursive: true })
    headwater(['assess', place, '--home', home, '--offline'])
    await keepHistories(place, home)
    await keepReleases(home, {
      'pkg:npm/semver': { '5.7.1': '2019-08-12', '5.7.2': '2023-07-10' },
      'pkg:npm/winston': { '3.10.0': '2023-07-10', '3.13.0': '2024-03-24', '3.17.0': '2024-11-10' },
    })
  })

  it('raised the version that an advisory speaks about, and not the others', () => {
    const { exposures, overTime } = agility(home, '--product', 'tide-portal')
    const semver = exposures.find((one) => one.package === 'pkg:npm/semver' && one.endedOn !== null)
    expect(semver).toMatchObject({
      introducedOn: '2021-04-12',
      disclosedOn: '2023-06-21',
      endedOn: '2023-09-22',
      days: 93,
    })
    const open = exposures.filter(({ endedOn }) => endedOn === null)
    expect(open.length).toBeGreaterThan(5)
    const own = overTime.find(({ product }) => product === 'tide-portal')?.measures
    // Most stay open, so nobody can say how long it takes.
    expect(own?.['time-to-remediate']).toMatchObject({ known: false, why: 'not-applicable' })
    expect(own?.['vulnerability-days']?.value.value).toBe(exposures.reduce((sum, { days }) => sum + (days ?? 0), 0))
    // 5.7.2 was published on 10 July.
    expect(own?.['fix-availability-lag']?.coverage.known).toBe(1)
    expect(own?.['fix-availability-lag']?.value.value).toBe(19)
  })

  it('has an entry for every input of every figure', async () => {
    await inStore(home, async (store) => {
      const portfolio = await loadPortfolio(store, times)
      if (portfolio === undefined) throw new Error('nothing was recorded')
      const histories = await loadLockfileHistories(store, times)
      const { packs, sets } = await loadPacks(store, home, null, recordedAt, silent)
      const now = assessVulnerabilities(portfolio, packs, sets)
      const affected = affectedVersions(portfolio, now, histories, packs, sets)
      const { figures } = agilityWithFigures(portfolio, histories, affected)
      const ids = new Set(figures.map(({ id }) => id))
      expect(ids.size).toBe(figures.length)
      const missing = figures.flatMap(({ figure }) =>
        figure.from.flatMap((source) => (source.kind === 'computed' ? source.inputs.filter((id) => !ids.has(id)) : [])),
      )
      expect(missing).toEqual([])
      const remediated = figures.find(({ id }) => id === 'agility/time-to-remediate/product:tide-portal')
      expect(JSON.stringify(remediated)).toContain('agility/advisory/CVE-2022-25883')
    })
  })

  it('makes tags of which lead time and frequency are told', () => {
    const { overTime } = agility(home)
    const all = overTime.find(({ product }) => product === null)?.measures
    for (const id of ['change-lead-time', 'deployment-frequency', 'change-fail-rate', 'update-cadence'])
      expect(all?.[id]?.known, id).toBe(true)
  })

  it('finds in the past what nobody uses any longer', async () => {
    await inStore(home, async (store) => {
      const portfolio = await loadPortfolio(store, times)
      if (portfolio === undefined) throw new Error('nothing was recorded')
      const histories = await loadLockfileHistories(store, times)
      const { packs, sets } = await loadPacks(store, home, null, recordedAt, silent)
      const now = assessVulnerabilities(portfolio, packs, sets)
      const affected = affectedVersions(portfolio, now, histories, packs, sets) ?? []
      expect(affected.length).toBeGreaterThan(now.findings.length)
      const past = affected.find((one) => one.package === 'pkg:npm/semver' && one.version === '5.7.1')
      expect(past).toMatchObject({
        advisory: 'CVE-2022-25883',
        severity: 'high',
        published: '2023-06-21',
        fixed: ['5.7.2'],
      })
      expect(affectedVersions(portfolio, now, histories, new Map(), [])).not.toBeNull()
      const nobodyLooked = assessVulnerabilities(portfolio, new Map(), [])
      expect(affectedVersions(portfolio, nobodyLooked, histories, new Map(), [])).toBeNull()
    })
  })
})
