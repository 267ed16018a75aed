/** Sharing a budget out and following it up, as a person or another program runs the commands. */

import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { recordSurvey } from '#app/record-survey.ts'
import { survey } from '#app/survey.ts'
import { declared, lift, unknown, type NamedFigure } from '#domain/figure.ts'
import { saveAssessment } from '#store/assessments.ts'
import { saveEvidence } from '#store/evidence.ts'
import { saveFacts } from '#store/facts.ts'
import { openStore } from '#store/store.ts'
import { headwater } from '#test/headwater.ts'
import { sampleAssessment } from '#test/sample-assessment.ts'
import { packageLock, scratchFolder, writeFiles } from '#test/sample-folder.ts'

const now = '2026-11-22T00:00:00.000Z'
const silent = { report: () => undefined, finish: () => undefined }
const home = join(scratchFolder(), 'home')

const organization = `format: 1
id: pier
name: The Pier
laborRate: { yearlyWage: 60000, currency: EUR, loadFactor: 1.4, source: Ours, asOf: 2026-01-01 }
units: [{ id: web, name: Web }]
people: [{ id: p-01 }]
products:
  - { id: site, name: Site, origin: made, unit: web, criticality: high, paths: [site] }
declarations:
  - { id: d-1, on: 2026-01-01, by: p-01, part: 'pkg:npm/mocha', subject: skill, value: true, note: Two of us wrote reporters for it }
  - { id: d-2, on: 2026-01-01, by: p-01, subject: skill, value: cargo, note: Rust }
`

const score = (subject: string, value: number | null): NamedFigure => ({
  id: `health/score/${subject}`,
  figure: value === null ? unknown('withheld') : declared(value, 'p-01', '2026-01-01', 'a test'),
})

beforeAll(async () => {
  const folder = scratchFolder()
  writeFiles(folder, { 'organization.yaml': organization, 'site/package-lock.json': packageLock() })
  const store = await openStore({ home })
  try {
    await recordSurvey(store, survey([folder], silent), { asOf: '2026-11-22', now }, silent)
    const [evidence] = await saveEvidence(store, [
      { kind: 'answer', name: 'facts', bytes: new TextEncoder().encode('{}'), retrievedAt: now, recordedAt: now },
    ])
    const fact = { source: 'test', evidence: evidence?.id ?? '', at: '', observedOn: '2026-06-01' }
    const facts = {
      releases: [],
      publishers: null,
      repository: null,
      fundingLinks: ['https://pay.example/lodash', 'javascript:x'],
    }
    const entry = { kind: 'sponsorship', stated: null, allocation: 'equal', unit: null, note: '', at: 'line 2' }
    const entries = [
      { ...entry, on: '2026-03-01', amount: 600, hours: null, recipients: ['pkg:npm/lodash', 'pkg:npm/express'] },
      { ...entry, on: '2026-04-01', amount: null, hours: 12, recipients: ['pkg:npm/lodash'] },
    ]
    await saveFacts(
      store,
      [
        { ...fact, kind: 'package', subject: 'pkg:npm/lodash', facts: { package: 'pkg:npm/lodash', ...facts } },
        { ...fact, kind: 'ledger', subject: 'organization', facts: { files: [{}], entries } },
      ],
      { recordedAt: now },
    )
    const { assessment } = sampleAssessment({ isLookedUp: false, isSized: false })
    const kept = { knownAt: now, assessment }
    await saveAssessment(store, {
      ...kept,
      asOf: '2026-01-31',
      recordedAt: '2026-01-31T00:00:00.000Z',
      figures: [score('pkg:npm/lodash', 0.4), score('pkg:npm/express', null)],
    })
    await saveAssessment(store, {
      ...kept,
      asOf: '2026-11-01',
      recordedAt: '2026-11-01T00:00:00.000Z',
      figures: [
        score('pkg:npm/lodash', 0.6),
        score('pkg:npm/express', 0.5),
        { id: 'other', figure: lift(1, { id: 'x', version: 1 }, []) },
      ],
    })
  } finally {
    await store.close()
  }
})

type Plan = {
  readonly budget: number
  readonly unassigned: number
  readonly shares: readonly { readonly subject: string; readonly minor: number; readonly remedy: string }[]
  readonly figures: readonly { readonly id: string }[]
}

describe('health fund', () => {
  it('shares to the cent among those that can take money or time, and is the same every time [row 53]', () => {
    const args = ['health', 'fund', '--budget', '1000.01', '--cap', '1', '--json', '--home', home]
    const { code, stdout } = headwater(args)
    expect(code).toBe(0)
    const plan = JSON.parse(stdout) as Plan
    expect(plan).toMatchObject({ schemaVersion: 1, currency: 'EUR', budget: 100_001, unassigned: 0 })
    expect(plan.shares.map(({ subject, remedy }) => [subject, remedy])).toEqual([
      ['pkg:npm/lodash', 'money'],
      ['pkg:npm/mocha', 'time'],
    ])
    expect(plan.shares.reduce((sum, { minor }) => sum + minor, 0)).toBe(100_001)
    expect(plan.shares[0]).toMatchObject({
      health: 0.6,
      isHealthAssumed: false,
      usageBasis: 'products',
      links: [{ url: 'https://pay.example/lodash', basis: 'registry-metadata' }],
    })
    expect(plan.shares[1]).toMatchObject({ health: 0.5, isHealthAssumed: true })
    expect(headwater(args).stdout).toBe(stdout)
  })

  it('says in words who gets what, why and where, in three languages', () => {
    const args = ['health', 'fund', '--budget', '1000', '--home', home]
    const { stdout } = headwater(args)
    expect(stdout).toContain('€250.00')
    expect(stdout).toContain('time of your own people')
    expect(stdout).toContain('https://pay.example/lodash')
    expect(stdout).toContain('€500.00 is left')
    expect(headwater(args, { environment: { HEADWATER_LANGUAGE: 'de' } }).stdout).toContain('Zeit eigener Leute')
    expect(headwater(args, { environment: { HEADWATER_LANGUAGE: 'ja' } }).stdout).toContain('自組織の人の時間')
  })

  it('knows other currencies and units', () => {
    const yen = headwater(['health', 'fund', '--budget', '1000', '--currency', 'JPY', '--json', '--home', home])
    expect(JSON.parse(yen.stdout)).toMatchObject({ currency: 'JPY', budget: 1000 })
    expect(headwater(['health', 'fund', '--budget', '1000', '--unit', 'web', '--home', home]).code).toBe(0)
  })

  it.each([
    [[]],
    [['--budget', 'much']],
    [['--budget', '10.001']],
    [['--budget', '10', '--currency', 'Taler']],
    [['--budget', '10', '--unit', 'moon']],
    [['--budget', '10', '--cap', '0']],
    [['--budget', '10', '--cap', '2']],
    [['--budget', '10', '--floor', '9', '--cap', '0.5']],
  ])('refuses %j', (args) => {
    expect(headwater(['health', 'fund', ...args, '--home', home]).code).toBe(2)
  })

  it('finds nothing where nothing was recorded', () => {
    expect(headwater(['health', 'fund', '--budget', '10', '--home', join(scratchFolder(), 'empty')]).code).toBe(5)
  })
})

describe('health follow-up', () => {
  it('shows health before and now, or why it cannot [row 31]', () => {
    const { code, stdout } = headwater(['health', 'follow-up', '--json', '--home', home])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      currency: 'EUR',
      assessedOn: ['2026-01-31', '2026-11-01'],
      outcomes: [
        {
          subject: 'pkg:npm/lodash',
          amount: 300,
          hours: 12,
          firstOn: '2026-03-01',
          lastOn: '2026-04-01',
          beforeOn: '2026-01-31',
          nowOn: '2026-11-01',
          before: { id: 'health/score/pkg:npm/lodash@2026-01-31', figure: { value: 0.4 } },
          now: { figure: { value: 0.6 } },
          why: null,
        },
        { subject: 'pkg:npm/express', amount: 300, hours: 0, why: 'unknown-before' },
      ],
    })
  })

  it('claims no cause', () => {
    const { stdout } = headwater(['health', 'follow-up', '--home', home])
    expect(stdout).toContain('+0.20')
    expect(stdout).toContain('unknown before')
    expect(stdout).toContain('does not show that what you gave was the cause')
  })
})

describe('data import', () => {
  it('takes release lines beside advisories, in words and as one document', () => {
    const folder = scratchFolder()
    writeFiles(folder, {
      'endoflife/lantern.md': '---\nreleases:\n  - releaseCycle: "3"\n    eol: false\n---\n',
      'endoflife/readme.md': 'Text.',
    })
    const place = join(scratchFolder(), 'home')
    const { code, stdout, stderr } = headwater(['data', 'import', folder, '--home', place])
    expect(code).toBe(3)
    expect(stdout).toBe('1 product with 1 release line\n')
    expect(stderr).toContain('readme.md')
    const { stdout: json } = headwater(['data', 'import', folder, '--json', '--home', place])
    expect(JSON.parse(json)).toMatchObject({
      schemaVersion: 1,
      taken: 0,
      lifecycles: { found: 2, taken: 1, cycles: 1 },
    })
    expect(headwater(['data', 'import', scratchFolder(), '--home', place]).code).toBe(5)
  })
})
