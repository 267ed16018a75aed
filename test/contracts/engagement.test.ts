/** The counselor and the policy gate from files to commands: the example organization, a branch in a pipeline, the store. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { counsel } from '#app/counsel.ts'
import { excerptAt } from '#app/explain-place.ts'
import { loadPortfolio } from '#app/load-portfolio.ts'
import { methodText } from '#app/method-catalog.ts'
import { silent } from '#app/progress.ts'
import { loadDecisions, recordDecisionFile, recordDecisions } from '#app/record-decisions.ts'
import { recordOffice } from '#app/record-office.ts'
import { recordSurvey } from '#app/record-survey.ts'
import { survey } from '#app/survey.ts'
import { loadEvidenceBytes } from '#store/evidence.ts'
import { openStore, type Store } from '#store/store.ts'
import { headwater } from '#test/headwater.ts'
import { writeFiles } from '#test/sample-folder.ts'
import { describeOnEveryEngine, openFresh } from './stores.ts'

const example = resolve(import.meta.dirname, '..', '..', 'examples', 'harbor-city')
const asOf = '2026-11-22'
const now = `${asOf}T00:00:00.000Z`
const moment = { asOf, now }
const times = { asOf, knownAt: now }

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-engagement-'))
  folders.push(folder)
  return folder
}

async function recordExample(store: Store): Promise<void> {
  const found = survey([example], silent)
  await recordSurvey(store, found, moment, silent)
  await recordOffice(store, found, moment)
  await recordDecisions(store, found, moment)
}

type Advice = {
  readonly option: number
  readonly rule: string | null
  readonly reason: string
  readonly decided: { readonly decision: string; readonly option: number | null; readonly differs: boolean } | null
  readonly rejected: readonly { readonly option: number }[]
}

describe('the example organization', () => {
  const home = join(scratch(), 'home')
  const engage = (...args: readonly string[]) => headwater(['engage', ...args, '--home', home])
  const advice = (part: string): Advice => JSON.parse(engage(part, '--json').stdout) as Advice

  beforeAll(async () => {
    const store = await openStore({ home })
    await recordExample(store)
    await store.close()
  })

  it('gets differing advice on four parts, with reasons that can be seen [row 40]', () => {
    const log4j = advice('pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1')
    expect(log4j).toMatchObject({ option: 2, rule: 'support-without-skill', reason: 'support-lacking', decided: null })
    expect(advice('jwt-go')).toMatchObject({ option: 0, rule: 'low-and-weak', reason: 'replace-weak' })
    expect(advice('django')).toMatchObject({ option: 6, rule: 'roadmap-depends' })
    expect(advice('core-js')).toMatchObject({ option: 1, decided: { decision: 'd-001', option: 8, differs: true } })
    for (const { option, rejected } of [log4j, advice('django')])
      expect(new Set([option, ...rejected.map((one) => one.option)]).size).toBe(3)
    const { code, stdout } = engage('jwt-go')
    expect(code).toBe(0)
    expect(stdout).toContain('It is not critical, its project does badly, and there is something else to use.')
    expect(stdout).toMatch(/Not +1 Use as it is: second choice of/)
    expect(stdout).toMatch(/Owner +p-10, for quay-sensors/)
    expect(engage('jwt-go').stdout).toBe(stdout)
  })

  it('is answered by its decision first, and told that the guide differs', () => {
    const { stdout } = engage('pkg:npm/core-js')
    expect(stdout.split('\n')[2]).toMatch(/^Decided \(d-001\) +engage: 8 Fund, by p-01/)
    expect(stdout).toContain('The guide would say something else now')
  })

  it('lists advice on what is critical, and on what was decided', () => {
    const { stdout, code } = engage('--list')
    expect(code).toBe(0)
    expect(stdout).toMatch(/pkg:npm\/core-js +0\.51 .*\[d-001\]/)
    const unit = JSON.parse(engage('--list', '--unit', 'it-operations', '--json').stdout) as {
      readonly advice: readonly { readonly products: readonly string[] }[]
    }
    expect(unit.advice.length).toBeGreaterThan(0)
    expect(new Set(unit.advice.flatMap(({ products }) => products))).toEqual(new Set(['quay-sensors']))
  })

  it('is told to join what exists before something new is made [row 41]', () => {
    const { stdout } = engage('--new', 'calendar dates')
    expect(stdout).toMatch(/pkg:npm\/date-fns +calendar date /)
    expect(stdout).toMatch(/Advice +5 Contribute now and then\n/)
    expect(stdout).toContain('It knows nothing of projects that nobody here uses.')
    const fresh = engage('--new', 'mooring winches')
    expect(fresh.stdout).toContain('searched-elsewhere')
    expect(fresh.stdout).toMatch(/1 Use as it is \(provisional\)/)
    const yes = ['searched-elsewhere', 'others-share-it', 'sponsor', 'long-term-people'].flatMap((question) => [
      '--answer',
      `${question}=yes`,
    ])
    expect(engage('--new', 'mooring winches', ...yes, '--answer', 'makes-us-special=no').stdout).toMatch(
      /Advice +10 Create a new project\n/,
    )
    expect(engage('--new', 'mooring winches', '--answer', 'sponsor=perhaps')).toMatchObject({ code: 2, stdout: '' })
  })

  it('refuses what it cannot tell apart or does not know', () => {
    expect(engage('pkg:npm/never-heard-of-it')).toMatchObject({ code: 5, stdout: '' })
    expect(engage('jwt-go', '--list')).toMatchObject({ code: 2, stdout: '' })
    expect(engage('jwt-go', '--unit', 'nowhere')).toMatchObject({ code: 2, stdout: '' })
  })

  it('answers whether one may contribute, with the id of the rule [row 42]', () => {
    const ask = (...args: readonly string[]) => {
      const { stdout, code } = headwater(['check', ...args, '--home', home, '--json'])
      return { code, ...(JSON.parse(stdout) as { outcome: string; rule: string; lane: string | null }) }
    }
    expect(ask('--part', 'pkg:npm/express@4.18.2', '--contribute', '--unit', 'citizen-services')).toMatchObject({
      code: 0,
      outcome: 'allow',
      rule: 'decision:d-004',
      lane: 'pre-approved-project',
    })
    expect(ask('--part', 'pkg:npm/express@4.18.2', '--contribute')).toMatchObject({
      outcome: 'review',
      rule: 'lane:full-review',
    })
    expect(ask('--part', 'pkg:npm/express@4.18.2', '--use')).toMatchObject({
      outcome: 'review',
      rule: 'policy:license-unknown',
    })
    expect(headwater(['check', '--part', 'express', '--home', home])).toMatchObject({ code: 2, stdout: '' })
  })

  it('speaks three languages', () => {
    const german = headwater(['engage', 'jwt-go', '--home', home], { environment: { HEADWATER_LANGUAGE: 'de' } }).stdout
    expect(german).toMatch(/Rat +0 Meiden oder ersetzen\n/)
    const japanese = headwater(['engage', 'jwt-go', '--home', home], {
      environment: { HEADWATER_LANGUAGE: 'ja' },
    }).stdout
    expect(japanese).toContain('0 避ける・置き換える')
  })

  it('is advised in figures that lead to the bytes', async () => {
    const store = await openStore({ home })
    const portfolio = await loadPortfolio(store, times)
    if (portfolio === undefined) throw new Error('nothing was recorded')
    const parts = { health: null, vulnerabilities: null, contribution: null, value: null }
    const figures = counsel(portfolio, parts, await loadDecisions(store, times)).figures()
    const sources = figures.flatMap(({ figure }) => figure.from)
    const methods = new Set(sources.flatMap((source) => (source.kind === 'computed' ? [source.method] : [])))
    expect([...methods].filter((method) => methodText(method) === undefined)).toEqual([])
    const ids = new Set(figures.map(({ id }) => id))
    const inputs = sources.flatMap((source) => (source.kind === 'computed' ? source.inputs : []))
    expect(inputs.filter((id) => id.startsWith('advice/') && !ids.has(id))).toEqual([])
    const places = new Map(
      sources.flatMap((source) =>
        source.kind === 'observed' ? [[`${source.evidence} ${source.at}`, source] as const] : [],
      ),
    )
    expect(places.size).toBeGreaterThan(100)
    for (const { evidence, at } of places.values())
      if (at?.includes('#sha256=') !== true)
        expect(excerptAt(await loadEvidenceBytes(store, evidence), at), `${evidence} ${at}`).toBeDefined()
    await store.close()
  })
})

const lock = (license: string): string =>
  JSON.stringify({
    name: 'harbor-site',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: {
      '': { name: 'harbor-site', version: '1.0.0', dependencies: { tidewheel: '1.4.0' } },
      'node_modules/tidewheel': { version: '1.4.0', license },
    },
  })

const policy = (more = ''): string =>
  `format: 1\nrules:\n  - id: no-agpl\n    match: { licenses: [AGPL-3.0-only] }\n    outcome: deny\n    reason: Not in what the public reaches\n${more}`

describe('a branch in a pipeline [row 48]', () => {
  const home = join(scratch(), 'home')
  const check = (folder: string, ...args: readonly string[]) => headwater(['check', folder, '--home', home, ...args])

  function branch(license: string, more: Readonly<Record<string, string>> = {}): string {
    const folder = scratch()
    writeFiles(folder, { 'package-lock.json': lock(license), ...more })
    return folder
  }

  it('fails with reason and way out when it brings a forbidden license, and passes without', () => {
    const { code, stdout } = check(branch('AGPL-3.0-only', { 'policy.yaml': policy() }))
    expect(code).toBe(1)
    expect(stdout).toContain('denied: pkg:npm/tidewheel@1.4.0 (AGPL-3.0-only)')
    expect(stdout).toMatch(/Reason +Not in what the public reaches/)
    expect(stdout).toMatch(/Rule +policy:no-agpl/)
    expect(stdout).toMatch(/Way out +use something else/)
    expect(stdout).toContain('package-lock.json /packages/node_modules~1tidewheel')
    expect(check(branch('MIT', { 'policy.yaml': policy() }))).toMatchObject({ code: 0 })
  })

  it('passes by an exception until its day', () => {
    const waiver = (until: string): string =>
      policy(
        `waivers:\n  - { id: w-1, rule: no-agpl, part: pkg:npm/tidewheel, by: p-1, reason: moving, until: ${until} }\n`,
      )
    const passes = check(branch('AGPL-3.0-only', { 'policy.yaml': waiver(asOf) }))
    expect(passes.code).toBe(0)
    expect(passes.stdout).toMatch(
      /Let pass by an exception\n {2}pkg:npm\/tidewheel@1\.4\.0 \(AGPL-3\.0-only\): policy:w-1, until/,
    )
    expect(check(branch('AGPL-3.0-only', { 'policy.yaml': waiver('2026-11-21') })).code).toBe(1)
  })

  it('has a limit that can be set, and only findings at or above it fail', () => {
    const folder = branch('AGPL-3.0-only', { 'policy.yaml': policy().replace('outcome: deny', 'outcome: review') })
    expect(check(folder).code).toBe(0)
    expect(check(folder, '--fail-on', 'review').code).toBe(1)
    expect(check(branch('AGPL-3.0-only', { 'policy.yaml': policy() }), '--fail-on', 'none').code).toBe(0)
    expect(check(folder, '--fail-on', 'sometimes')).toMatchObject({ code: 2, stdout: '' })
  })

  it('reads an SBOM from standard input', () => {
    const file = join(branch('AGPL-3.0-only'), 'policy.yaml')
    writeFileSync(file, policy())
    const input = JSON.stringify({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      components: [
        {
          type: 'library',
          name: 'tidewheel',
          version: '1.4.0',
          purl: 'pkg:npm/tidewheel@1.4.0',
          licenses: [{ license: { id: 'AGPL-3.0-only' } }],
        },
      ],
    })
    expect(headwater(['check', '-', '--policy', file, '--home', home], { input })).toMatchObject({ code: 1 })
    expect(headwater(['check', '-', '--home', home], { input: 'no SBOM' })).toMatchObject({ code: 5, stdout: '' })
  })

  it('says 3 when something could not be read, 5 when there is nothing, 2 for a policy with a mistake', () => {
    const broken = branch('MIT', {
      'policy.yaml': policy(),
      'sub/package-lock.json': '{"lockfileVersion": 3, "packages": {',
    })
    expect(check(broken).code).toBe(3)
    expect(check(scratch()).code).toBe(5)
    const wrong = check(branch('MIT', { 'policy.yaml': policy().replace('AGPL-3.0-only', 'AGPL') }))
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toMatch(/policy\.yaml.*line 4, rules\[0\]\.match\.licenses\[0\]/)
  })

  it('asks decisions before the policy, from the organization or a file of its own', () => {
    const decisions =
      'format: 1\ndecisions:\n  - { id: d-1, on: 2026-01-01, by: p-1, subject: pkg:npm/tidewheel, decision: refuse, reason: Left alone since 2019 }\n'
    const folder = branch('MIT')
    const file = join(folder, 'our-decisions.yaml')
    writeFileSync(file, decisions)
    const { code, stdout } = check(folder, '--decisions', file)
    expect(code).toBe(1)
    expect(stdout).toMatch(/Reason +Left alone since 2019/)
    expect(stdout).toContain('decision:d-1')
    const organized = branch('MIT', {
      'organization.yaml':
        'format: 1\nid: city\nname: City\npeople: [{ id: p-1 }]\nproducts: [{ id: site, name: Site, origin: made, paths: [.] }]\nofficeFolders: [office]\n',
      'office/decisions.yaml': decisions,
    })
    expect(check(organized).code).toBe(1)
    writeFileSync(join(organized, 'office', 'decisions.yaml'), decisions.replace('p-1', 'p-9'))
    const unknown = check(organized)
    expect(unknown.code).toBe(2)
    expect(unknown.stderr).toMatch(/decisions\.yaml.*line 3, decisions\[0\]\.by: names "p-9"/)
  })

  it('names a decision that has run out on standard error', () => {
    const folder = branch('MIT')
    const file = join(folder, 'decisions.yaml')
    writeFileSync(
      file,
      'format: 1\ndecisions:\n  - { id: d-1, on: 2026-01-01, by: p-1, subject: pkg:npm/tidewheel, decision: refuse, reason: r, until: 2026-06-30 }\n',
    )
    const { code, stderr } = check(folder, '--decisions', file)
    expect(code).toBe(0)
    expect(stderr).toMatch(
      /decisions\.yaml, line 3, decisions\[0\]\.until: the decision has run out \(d-1, 2026-06-30\)/,
    )
  })

  it('prints the policy that acts where there is no other', () => {
    const { code, stdout } = headwater(['check', '--print-policy'])
    expect(code).toBe(0)
    const folder = branch('AGPL-3.0-only', { 'policy.yaml': stdout })
    expect(check(folder).stdout).toContain('policy.yaml')
  })
})

describe('decide', () => {
  it('adds to the file of the organization, keeps its comments, and is answered with from then on', async () => {
    const folder = join(scratch(), 'harbor-city')
    cpSync(example, folder, { recursive: true })
    const home = join(scratch(), 'home')
    const store = await openStore({ home })
    await recordSurvey(store, survey([folder], silent), moment, silent)
    await store.close()
    const file = join(folder, 'office', 'decisions.yaml')
    const before = readFileSync(file, 'utf8')
    const decide = (...args: readonly string[]) => headwater(['decide', ...args, '--file', folder, '--home', home])
    const args = ['pkg:pypi/django', '--option', '6', '--reason', 'The planner of 2028 stands on it', '--by', 'p-06']
    const { code, stdout } = decide(...args, '--until', '2027-12-31')
    expect({ code, stdout }).toEqual({ code: 0, stdout: `Decision d-005 is written in ${file}.\n` })
    const after = readFileSync(file, 'utf8')
    for (const comment of before.split('\n').filter((line) => line.trim().startsWith('#')))
      expect(after).toContain(comment.trim())
    const told = JSON.parse(headwater(['engage', 'django', '--home', home, '--json']).stdout) as Advice
    expect(told).toMatchObject({ option: 6, decided: { decision: 'd-005', option: 6, differs: false } })
    // A contradiction is refused with its line, and the file stays as it is.
    const contrary = decide('pkg:pypi/django', '--option', '0', '--reason', 'no', '--by', 'p-01')
    expect(contrary.code).toBe(2)
    expect(contrary.stderr).toMatch(/line \d+, decisions\[4\]\.decision: contradicts "d-005"|contradicts "d-005"/)
    expect(decide('pkg:pypi/django', '--option', '6', '--reason', 'r', '--by', 'p-99')).toMatchObject({
      code: 2,
      stdout: '',
    })
    expect(decide('pkg:pypi/django', '--reason', 'r', '--by', 'p-01')).toMatchObject({ code: 2, stdout: '' })
    expect(readFileSync(file, 'utf8')).toBe(after)
  })
})

describeOnEveryEngine('decisions in the store', (place) => {
  it('are kept with their original, stay what they were, and go when their file goes', async () => {
    const store = await openFresh(place)
    const found = survey([example], silent)
    await recordDecisions(store, found, moment)
    const known = await loadDecisions(store, times)
    expect(known.decisions.map(({ id }) => id)).toEqual(['d-001', 'd-002', 'd-003', 'd-004'])
    const [first] = known.decisions
    expect(excerptAt(await loadEvidenceBytes(store, first?.evidence ?? ''), first?.at)?.text).toContain('d-001')
    const later = { asOf: '2026-11-23', now: '2026-11-23T00:00:00.000Z' }
    const without = { ...found, brought: { ...found.brought, officeFolders: [] } }
    await recordDecisions(store, without, later)
    expect((await loadDecisions(store, { asOf: later.asOf, knownAt: later.now })).decisions).toEqual([])
    // What was known the day before is still known of the day before.
    expect((await loadDecisions(store, times)).decisions).toHaveLength(4)
  })

  it('take one file for what it is, beside those of the folder', async () => {
    const store = await openFresh(place)
    const found = survey([example], silent)
    await recordDecisions(store, found, moment)
    const bytes = new TextEncoder().encode(
      'format: 1\ndecisions:\n  - { id: d-100, on: 2026-11-20, by: p-01, subject: MIT, decision: allow, reason: read }\n',
    )
    await recordDecisionFile(store, join(scratch(), 'more.yaml'), bytes, found.organization, moment)
    expect((await loadDecisions(store, times)).decisions.map(({ id }) => id)).toContain('d-100')
    expect((await loadDecisions(store, times)).decisions).toHaveLength(5)
  })
})
