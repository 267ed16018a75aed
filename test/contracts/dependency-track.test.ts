/** What a Dependency-Track server holds is taken over whole, also when some of it is odd or out of reach. */

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { importDependencyTrack, type ImportOptions } from '#app/import-dependency-track.ts'
import { loadPortfolio } from '#app/load-portfolio.ts'
import { silent } from '#app/progress.ts'
import type { Decision } from '#domain/imported-decision.ts'
import { analysisStates, justifications, responses } from '#sources/dependency-track/words.ts'
import { loadUnread } from '#store/documents.ts'
import { loadEvidenceBytes } from '#store/evidence.ts'
import { loadFacts } from '#store/facts.ts'
import { listRevisions } from '#store/revisions.ts'
import type { Store } from '#store/store.ts'
import {
  sampleBom,
  sampleFinding,
  type SampleProject,
  startDependencyTrack,
  trackKey,
  type TrackServer,
  uuidOf,
} from '#test/dependency-track.ts'
import { entry, headwater } from '#test/headwater.ts'
import { scratchFolder } from '#test/sample-folder.ts'
import { describeOnEveryEngine, openFresh } from './stores.ts'

const now = '2026-11-22T12:00:00.000Z'
const times = { asOf: '2026-11-22', knownAt: now }

const portal: SampleProject = {
  uuid: uuidOf(1),
  name: 'Tide Portal',
  version: '2.0.0',
  classifier: 'APPLICATION',
  isLatest: true,
  lastBomImport: Date.parse('2026-10-05T08:00:00Z'),
  tags: [{ name: 'harbor' }, { name: 'public' }],
  bom: sampleBom(['made-up-buoy', 'made-up-gauge']),
  findings: [
    sampleFinding(1, 'made-up-buoy', 'CVE-2026-90001', { state: 'NOT_AFFECTED', isSuppressed: true }),
    sampleFinding(2, 'made-up-gauge', 'CVE-2026-90002', { state: 'NOT_SET', isSuppressed: false }),
    sampleFinding(3, 'made-up-gauge', 'CVE-2026-90003', { state: 'A_LATER_WORD', isSuppressed: false }),
    { component: 'odd' },
  ],
  analyses: {
    [uuidOf(2_001)]: {
      analysisState: 'NOT_AFFECTED',
      analysisJustification: 'CODE_NOT_REACHABLE',
      analysisResponse: 'WILL_NOT_FIX',
      analysisDetails: 'The parser is never called.',
      analysisComments: [{ timestamp: 1, comment: 'NOT_SET → NOT_AFFECTED', commenter: 'ada.quay' }],
      isSuppressed: true,
    },
  },
  violations: [
    {
      uuid: uuidOf(3_001),
      type: 'LICENSE',
      component: { name: 'made-up-gauge', version: '1.0.0', purl: 'pkg:npm/made-up-gauge@1.0.0' },
      policyCondition: { policy: { name: 'No network copyleft', violationState: 'FAIL' } },
      analysis: { analysisState: 'APPROVED', isSuppressed: false },
    },
    {
      uuid: uuidOf(3_002),
      component: { name: 'made-up-buoy' },
      policyCondition: { policy: { name: 'Old parts' } },
    },
  ],
}
const earlier: SampleProject = {
  uuid: uuidOf(2),
  name: 'Tide Portal',
  version: '1.0.0',
  lastBomImport: Date.parse('2026-03-01T08:00:00Z'),
  bom: sampleBom(['made-up-buoy']),
}
const odd: readonly SampleProject[] = [
  { uuid: uuidOf(3), name: 'Broken', bom: '{"bomFormat":"CycloneDX"' },
  { uuid: uuidOf(4), name: 'Empty' },
  { uuid: uuidOf(5), name: 'Retired', active: false, bom: sampleBom(['made-up-old']) },
  { uuid: 'no uuid', name: 'Nameless' },
  { uuid: uuidOf(6), name: 42 },
  { uuid: uuidOf(7), name: '港湾', lastBomImport: 'yesterday', tags: 'none', bom: sampleBom(['made-up-pier']) },
]

async function serve(projects: readonly SampleProject[]): Promise<TrackServer> {
  const server = await startDependencyTrack(projects)
  onTestFinished(() => server.close())
  return server
}

function scratch(): string {
  const folder = scratchFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function take(store: Store, server: TrackServer, more: Partial<ImportOptions> = {}) {
  const options = {
    server: server.url,
    key: trackKey,
    home: scratch(),
    offline: false,
    isDryRun: false,
    isEachVersion: false,
    environment: {},
  }
  return importDependencyTrack(store, { ...options, folder: undefined, pauseMs: 1, ...more }, now, silent)
}

const problem = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) })

describeOnEveryEngine('an import from Dependency-Track', (place) => {
  it('takes projects as products, versions as revisions, SBOMs as originals', async () => {
    const store = await openFresh(place)
    const server = await serve([portal, earlier, ...odd])
    const imported = await take(store, server)
    expect(imported.projects.map(({ name, version, product, parts }) => [name, version, product, parts])).toEqual([
      ['Broken', null, 'broken', null],
      ['Empty', null, 'empty', null],
      ['港湾', null, 'project', 1],
      ['Tide Portal', '1.0.0', 'tide-portal', 1],
      ['Tide Portal', '2.0.0', 'tide-portal', 2],
    ])
    expect(imported.refused).toEqual(
      expect.arrayContaining([
        { what: 'Broken', why: 'unreadable' },
        { what: 'Empty', why: 'missing' },
        { what: 'Retired', why: 'inactive' },
        expect.objectContaining({ what: expect.stringMatching(/\/project\?.*#\/5$/), why: 'odd' }),
        expect.objectContaining({ what: expect.stringMatching(/\/project\?.*#\/6$/), why: 'odd' }),
        expect.objectContaining({ what: expect.stringMatching(/\/finding\/.*#\/3$/), why: 'odd' }),
      ]),
    )
    expect(imported.refused).toHaveLength(6)
    // What cannot be read is kept all the same, and the product says so.
    const broken = imported.projects[0]
    expect(Buffer.from(await loadEvidenceBytes(store, broken?.evidence ?? '')).toString()).toBe(odd[0]?.bom)
    expect(await loadUnread(store, times)).toEqual([expect.objectContaining({ code: 'unknown-format' })])
    const [current] = await listRevisions(store, { ...times, products: ['tide-portal'] })
    expect([current?.label, current?.validFrom]).toEqual(['2.0.0', '2026-10-05'])
    const [before] = await listRevisions(store, { asOf: '2026-06-01', knownAt: now, products: ['tide-portal'] })
    expect(before?.label).toBe('1.0.0')
    const newest = imported.projects.at(-1)
    expect(Buffer.from(await loadEvidenceBytes(store, newest?.evidence ?? '')).toString()).toBe(portal.bom)
    const portfolio = await loadPortfolio(store, times)
    expect(portfolio?.parts.map(({ purl }) => purl).sort()).toEqual([
      'pkg:npm/made-up-buoy@1.0.0',
      'pkg:npm/made-up-gauge@1.0.0',
      'pkg:npm/made-up-pier@1.0.0',
    ])
    expect(imported.mapping).toContain('  # harbor, public\n  - id: tide-portal\n    name: Tide Portal\n')
  })

  it('keeps decisions in our words, with the originals and without the names of people', async () => {
    const store = await openFresh(place)
    await take(store, await serve([portal]))
    const facts = await loadFacts<Decision>(store, 'imported-decision', times)
    expect(
      facts.map(({ facts: { about, subject, state, justification, response, isSuppressed, original } }) => {
        return [about, subject, state, justification, response, isSuppressed, original['state']]
      }),
    ).toEqual([
      ['vulnerability', 'CVE-2026-90001', 'not-affected', 'code-not-reachable', 'will-not-fix', true, 'NOT_AFFECTED'],
      ['vulnerability', 'CVE-2026-90003', 'undecided', null, null, false, 'A_LATER_WORD'],
      ['rule', 'No network copyleft', 'accepted', null, null, false, 'APPROVED'],
    ])
    const [first] = facts
    expect(first?.facts.details).toBe('The parser is never called.')
    const original = Buffer.from(await loadEvidenceBytes(store, first?.evidence ?? '')).toString()
    expect(original).toContain('NOT_SET → NOT_AFFECTED')
    expect(original).not.toContain('ada.quay')
  })

  it('reads all pages, goes on behind one that fails, and finishes on the next run', async () => {
    const store = await openFresh(place)
    const many = Array.from({ length: 250 }, (_, index): SampleProject => {
      return { uuid: uuidOf(index + 1), name: `Pier ${index + 1}`, bom: sampleBom([`made-up-${index + 1}`]) }
    })
    const server = await serve(many)
    server.failing = (path) => (path.includes('/project?') && path.includes('pageNumber=2') ? 500 : undefined)
    const home = scratch()
    const first = await take(store, server, { home })
    expect([first.projects.length, first.refused.map(({ why }) => why)]).toEqual([150, ['failed']])

    let limited = 3
    server.failing = (path) => (path.includes('/bom/') && (limited -= 1) >= 0 ? 429 : undefined)
    const second = await take(store, server, { home })
    expect([second.projects.length, second.resumed, second.refused]).toEqual([100, 150, []])
    expect(await listRevisions(store, times)).toHaveLength(250)

    server.failing = () => undefined
    const third = await take(store, server, { home })
    expect([third.projects.length, third.resumed]).toEqual([250, 0])
    // The same again is nothing new.
    expect(await store.db.selectFrom('revision').select('id').execute()).toHaveLength(250)
  })

  it('keeps nothing in a dry run, and makes a product of every version when asked to', async () => {
    const store = await openFresh(place)
    const server = await serve([portal, earlier])
    const dry = await take(store, server, { isDryRun: true, isEachVersion: true })
    expect(dry.projects.map(({ product }) => product)).toEqual(['tide-portal-1-0-0', 'tide-portal-2-0-0'])
    for (const table of ['evidence', 'fact', 'revision', 'organization_revision'] as const)
      expect(await store.db.selectFrom(table).selectAll().execute()).toEqual([])
  })

  it('says when the key is refused or nothing is there, and asks nobody when offline', async () => {
    const store = await openFresh(place)
    const server = await serve([portal])
    await expect(take(store, server, { key: 'wrong' })).rejects.toEqual(problem('key-refused'))
    await expect(take(store, server, { server: 'track' })).rejects.toEqual(problem('usage'))
    await expect(take(store, server, { server: 'http://127.0.0.1:1' })).rejects.toEqual(problem('nothing-found'))
    const before = server.asked.length
    await expect(take(store, server, { offline: true })).rejects.toEqual(problem('offline'))
    expect(server.asked).toHaveLength(before)
    // A key that may not see violations still brings the rest.
    server.failing = (path) => (path.includes('/violation/') ? 403 : undefined)
    const imported = await take(store, server)
    expect(imported.projects[0]?.decisions).toHaveLength(2)
    expect(imported.refused.map(({ why }) => why)).toContain('forbidden')
  })
})

describe('the words of Dependency-Track', () => {
  it('are all known', () => {
    expect(Object.keys(analysisStates)).toHaveLength(6)
    for (const word of Object.keys(justifications))
      expect(justifications[word]).toBe(word.toLowerCase().replaceAll('_', '-'))
    for (const word of Object.keys(responses)) expect(responses[word]).toBe(word.toLowerCase().replaceAll('_', '-'))
  })
})

describe('admin import dependency-track', () => {
  it('writes a folder that assess reads', { timeout: 120_000 }, async () => {
    const server = await serve([portal, earlier])
    const [home, folder, keys] = [scratch(), join(scratch(), 'taken'), join(scratch(), 'key')]
    writeFileSync(keys, `${trackKey}\n`)
    const args = ['admin', 'import', 'dependency-track', '--server', `${server.url}/api`, '--key-file', keys]
    const code = await new Promise((resolve) => {
      const child = spawn(process.execPath, [entry, ...args, '--home', home, '--to', folder], { stdio: 'ignore' })
      child.once('close', resolve)
    })
    // The odd finding of the sample is told.
    expect(code).toBe(3)
    expect(readFileSync(join(folder, 'organization.yaml'), 'utf8')).toContain('tide-portal')
    expect(existsSync(join(folder, 'sboms', 'tide-portal', `${uuidOf(1)}.cdx.json`))).toBe(true)
    const assessed = headwater(['assess', folder, '--home', scratch(), '--offline', '--json'])
    expect(assessed.code).toBe(0)
    expect(assessed.stdout).toContain('made-up-gauge')
    expect(headwater(['admin', 'import', 'dependency-track', '--server', server.url]).code).toBe(2)
  })
})
