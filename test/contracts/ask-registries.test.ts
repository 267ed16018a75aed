/** Asking registries as `assess` does, against a server on this machine: what is kept, and what is not asked again. */

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { askRegistries, type AskedRegistries, type AskOptions } from '#app/ask-registries.ts'
import { loadPortfolio } from '#app/load-portfolio.ts'
import { silent, type Progress } from '#app/progress.ts'
import { recordReleases } from '#app/record-releases.ts'
import { recordSurvey } from '#app/record-survey.ts'
import { survey } from '#app/survey.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { depsDevSetting } from '#sources/deps-dev.ts'
import {
  bytes,
  json,
  loginPage,
  serve,
  tarGz,
  text,
  tooBusy,
  type Answer,
  type SampleServer,
} from '#test/registry-server.ts'
import { loadEvidenceBytes } from '#store/evidence.ts'
import { loadFacts } from '#store/facts.ts'
import type { Store } from '#store/store.ts'
import { scratchFolder, writeFiles } from '#test/sample-folder.ts'
import { describeOnEveryEngine, openFresh, type Place } from './stores.ts'

const now = '2026-11-22T12:00:00.000Z'
const times = { asOf: '2026-11-22', knownAt: now }

type Setting = {
  readonly store: Store
  readonly server: SampleServer
  readonly portfolio: () => Promise<Portfolio>
  readonly ask: (options?: Partial<AskOptions>, progress?: Progress, at?: string) => Promise<AskedRegistries>
  /** What npm's documents were asked for since the last look. */
  readonly asked: () => readonly string[]
}

const packages = 40
const nameOf = (index: number): string => `tide-${String(index).padStart(2, '0')}`

async function setting(
  place: Place,
  more: (origin: string) => Readonly<Record<string, Answer>> = () => ({}),
  files: Readonly<Record<string, string>> = {},
): Promise<Setting> {
  const archive = await tarGz({ 'package/index.js': 'a()\nb()\nc()\n' })
  const server = await serve((origin) => ({
    ...Object.fromEntries(
      Array.from({ length: packages }, (_, index) => {
        const time = { created: '2020-01-01T00:00:00Z', '1.0.0': '2020-01-01T00:00:00Z' }
        const versions = { '1.0.0': { license: 'MIT', dist: { unpackedSize: 76_638, tarball: `${origin}/archive` } } }
        return [`/npm/${nameOf(index)}`, json({ name: nameOf(index), versions, time })]
      }),
    ),
    '/archive': bytes(archive),
    ...more(origin),
  }))
  const home = scratchFolder()
  const locked = Object.fromEntries(
    Array.from({ length: packages }, (_, index) => [`node_modules/${nameOf(index)}`, { version: '1.0.0' }]),
  )
  writeFiles(home, {
    'repo/package-lock.json': JSON.stringify({ lockfileVersion: 3, packages: { '': { name: 'app' }, ...locked } }),
    'user/.npmrc': `registry=${server.origin}/npm/\n`,
    ...files,
  })
  onTestFinished(async () => {
    await server.close()
    rmSync(home, { recursive: true, force: true })
  })
  const store = await openFresh(place)
  await recordSurvey(store, survey([join(home, 'repo')], silent), { asOf: times.asOf, now }, silent)
  const portfolio = async (): Promise<Portfolio> => {
    const loaded = await loadPortfolio(store, times)
    if (loaded === undefined) throw new Error('it was recorded')
    return loaded
  }
  const env = { npm_config_prefix: home, [depsDevSetting]: `${server.origin}/deps` }
  const surroundings = { env, home: join(home, 'user'), machine: home, run: async () => null }
  const usual = { home, isOffline: false, isMeasuring: false, mostAsked: 200, surroundings }
  let seen = 0
  return {
    store,
    server,
    portfolio,
    ask: async (options = {}, progress = silent, at = now) =>
      askRegistries(store, await portfolio(), { ...usual, ...options }, at, progress),
    asked: () => {
      const fresh = server.seen.slice(seen)
      seen = server.seen.length
      return fresh.filter((line) => line.startsWith('GET /npm/')).toSorted()
    },
  }
}

describeOnEveryEngine('asking registries', (place) => {
  it('keeps releases and sizes with what was answered, and asks nothing twice within a month', async () => {
    const { store, portfolio, ask, asked } = await setting(place)
    expect(await ask()).toEqual({
      facts: packages,
      fresh: 0,
      sizes: packages,
      misses: [],
      notConfigured: [],
      lacks: [],
    })
    expect(asked()).toHaveLength(packages)
    const { sizes, upstream } = await portfolio()
    const size = sizes.find((one) => one.package === 'pkg:npm/tide-00')
    // The published estimate for 76,638 bytes.
    expect(size).toMatchObject({ source: 'estimated-size', deduplicated: 751, raw: 790, version: '1.0.0' })
    const estimated = JSON.parse(Buffer.from(await loadEvidenceBytes(store, size?.evidence ?? '')).toString()) as {
      estimates: readonly { from: { evidence: string; at: string } }[]
    }
    const estimate = estimated.estimates[Number(size?.at.split('/').at(-1))]
    expect(estimate).toMatchObject({
      package: 'pkg:npm/tide-00',
      publishedBytes: 76_638,
      medianError: 0.43,
      withinTwo: 0.66,
    })
    const facts = upstream.packages.get('pkg:npm/tide-00')
    expect(facts).toMatchObject({ releases: [{ version: '1.0.0', on: '2020-01-01' }], at: '/answers/0/json/versions' })
    // The estimate names the very answer that the releases came from.
    expect(estimate?.from.evidence).toBe(facts?.evidence)

    expect(await ask()).toMatchObject({ facts: 0, sizes: 0, fresh: packages })
    expect(asked()).toEqual([])
    expect(await ask({ freshDays: 3 }, silent, '2026-11-25T12:00:00.000Z')).toMatchObject({ fresh: packages })
    expect(asked()).toEqual([])
    expect(await ask({ freshDays: 3 }, silent, '2026-11-26T12:00:00.000Z')).toMatchObject({ fresh: 0 })
    expect(asked()).toHaveLength(packages)
  })

  it('goes on where it stopped', async () => {
    const { ask, asked, portfolio } = await setting(place)
    const stopping: Progress = {
      finish: () => undefined,
      report: ({ step, done }) => {
        if (step === 'asking' && done === 20) throw new Error('the power went out')
      },
    }
    await expect(ask({}, stopping)).rejects.toThrow('the power went out')
    const first = asked()
    const kept = (await portfolio()).upstream.packages.size
    expect(kept).toBe(16)
    expect(await ask()).toMatchObject({ facts: packages - kept, fresh: kept })
    const second = asked()
    expect(new Set([...first, ...second]).size).toBe(packages)
    expect(second).toHaveLength(packages - kept)
  })

  it('asks for so many and no more, the rest next time', async () => {
    const { ask, asked } = await setting(place)
    expect(await ask({ mostAsked: 25 })).toMatchObject({ facts: 25 })
    expect(asked()).toHaveLength(25)
    expect(await ask({ mostAsked: 25 })).toMatchObject({ facts: 15, fresh: 25 })
    expect(asked()).toHaveLength(15)
    expect(await ask({ mostAsked: 0 })).toMatchObject({ facts: 0 })
    expect(asked()).toEqual([])
  })

  it('counts archives when told to, also of what was answered before', async () => {
    const { ask, asked, portfolio, store } = await setting(place)
    await ask({ mostAsked: 1 })
    await store.db.deleteFrom('package_size').execute()
    asked()
    expect(await ask({ mostAsked: 2, isMeasuring: true })).toMatchObject({ facts: 2, sizes: 2 })
    await ask({ mostAsked: 100, isMeasuring: true })
    const { sizes } = await portfolio()
    expect(sizes).toHaveLength(packages)
    expect(sizes[0]).toMatchObject({ source: 'measured-tarball-dedup', deduplicated: 3, raw: 3 })
    const table = Buffer.from(await loadEvidenceBytes(store, sizes[0]?.evidence ?? '')).toString()
    // What an estimate would start from stands beside what was counted.
    expect(table.split('\n')[1]).toMatch(
      /^pkg:npm\/tide-\d\d,1\.0\.0,measured-tarball-dedup,3,3,1,2026-11-22,false,headwater,12$/,
    )
  })

  it('leaves unknown what nobody could tell, with the reason', async () => {
    const { ask } = await setting(place, () => ({ '/npm/tide-00': tooBusy }), {
      'repo/requirements.txt': 'tide-tables==1.0\n',
      'repo/composer.lock': '{"packages":[{"name":"harbor/tide","version":"1.0.0"}],"packages-dev":[]}',
    })
    const asked = await ask()
    expect(asked).toMatchObject({ facts: packages - 1, sizes: packages - 1 })
    expect(asked.misses).toEqual([
      { package: 'pkg:composer/harbor/tide', why: 'not-configured' },
      { package: 'pkg:npm/tide-00', why: 'rate-limited' },
      { package: 'pkg:pypi/tide-tables', why: 'not-configured' },
    ])
    expect(asked.notConfigured).toEqual([
      { type: 'composer', packages: 1 },
      { type: 'pypi', packages: 1 },
    ])
  })

  it('keeps the older answer with its day when the registry is down, busy or lying', { timeout: 120_000 }, async () => {
    let answer: Answer = json({})
    const name = 'harbor-lamp'
    const versions = { '1.0.0': { license: 'MIT', dist: { unpackedSize: 76_638 } } }
    const good = json({ name, versions, time: { created: '2020-01-01T00:00:00Z', '1.0.0': '2020-01-01T00:00:00Z' } })
    const { ask, portfolio } = await setting(
      place,
      () => ({ [`/npm/${name}`]: (request, response) => answer(request, response) }),
      {
        'repo/package-lock.json': JSON.stringify({
          lockfileVersion: 3,
          packages: { '': { name: 'app' }, [`node_modules/${name}`]: { version: '1.0.0' } },
        }),
      },
    )
    answer = good
    await ask()
    const known = async () => {
      const { sizes, upstream } = await portfolio()
      const facts = upstream.packages.get(`pkg:npm/${name}`)
      return { sizes, releases: facts?.releases, observedOn: facts?.observedOn, evidence: facts?.evidence }
    }
    const before = await known()
    expect(before).toMatchObject({ releases: [{ version: '1.0.0', on: '2020-01-01' }], observedOn: '2026-11-22' })
    const lies: Readonly<Record<string, Answer>> = {
      gone: (request) => request.socket.destroy(),
      broken: (_, response) => response.writeHead(500).end(),
      busy: tooBusy,
      'a login page': loginPage,
      'no JSON': text('{"name":'),
      'another package': json({ name: 'somebody-else', versions: {}, time: {} }),
      nothing: json({}),
      'numbers instead of texts': json({ name, versions: 7, time: 0 }),
    }
    for (const [lie, lying] of Object.entries(lies)) {
      answer = lying
      const asked = await ask({ freshDays: 3 }, silent, '2027-01-22T12:00:00.000Z')
      expect([lie, asked.facts], lie).toEqual([lie, 0])
      expect([lie, await known()]).toEqual([lie, before])
    }
  })

  it('opens no socket when offline', async () => {
    const { ask, server } = await setting(place)
    await expect(ask({ isOffline: true })).rejects.toMatchObject({ problem: { code: 'offline' } })
    expect(server.seen).toEqual([])
  })

  it('takes days from deps.dev where the user names one and the registry has none', async () => {
    const answer = json({
      packageKey: { system: 'PYPI', name: 'tide-tables' },
      versions: [
        { versionKey: { system: 'PYPI', name: 'tide-tables', version: '1.0' }, publishedAt: '2021-02-03T00:00:00Z' },
      ],
    })
    const { ask, store } = await setting(place, () => ({ '/deps/v3/systems/pypi/packages/tide-tables': answer }), {
      'repo/requirements.txt': 'tide-tables==1.0\n',
    })
    expect(await ask()).toMatchObject({ facts: packages + 1, misses: [], notConfigured: [] })
    const fact = (await loadFacts(store, 'package', times)).find(({ source }) => source === 'deps.dev')
    expect(fact).toMatchObject({ subject: 'pkg:pypi/tide-tables', at: '/versions' })
    expect(fact?.facts).toMatchObject({ releases: [{ version: '1.0', on: '2021-02-03' }] })
    expect(await ask()).toMatchObject({ facts: 0 })
  })

  it('leaves out what a table of the organization tells', async () => {
    const head = 'purl,version,published_on,observed_on'
    const { ask, asked, store, portfolio } = await setting(place, () => ({}), {
      'releases.csv': `${head}\npkg:npm/tide-00,1.0.0,2020-05-05,2026-11-20\npkg:npm/tide-01,oops\n`,
    })
    await ask({ mostAsked: 1 })
    const [path] = (await portfolio()).upstream.packages.keys()
    expect(path).toBe('pkg:npm/tide-00')
    await store.db.deleteFrom('fact').execute()
    const home = scratchFolder()
    writeFiles(home, { 'releases.csv': `${head}\npkg:npm/tide-00,1.0.0,2020-05-05,2026-11-20\npkg:npm/tide-01,oops\n` })
    onTestFinished(() => rmSync(home, { recursive: true, force: true }))
    const nothing = survey([home], silent).brought
    const releaseFiles = ['releases.csv', 'absent.csv'].map((name) => ({ path: name, location: join(home, name) }))
    const issues = await recordReleases(store, { brought: { ...nothing, releaseFiles } }, now)
    expect(issues.map(({ path: of, issue }) => [of, issue.code, issue.where])).toEqual([
      ['releases.csv', 'syntax', 'line 3'],
      ['absent.csv', 'unreadable', 'absent.csv'],
    ])
    expect((await portfolio()).upstream.packages.get('pkg:npm/tide-00')).toMatchObject({
      releases: [{ version: '1.0.0', on: '2020-05-05' }],
      at: 'line 2',
      observedOn: '2026-11-20',
    })
    asked()
    // Its size is known by now, so nothing is left to ask.
    await ask()
    expect(asked()).not.toContain('GET /npm/tide-00')
    expect(asked()).toEqual([])
  })
})
