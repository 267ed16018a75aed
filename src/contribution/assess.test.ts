import { describe, expect, it } from 'vitest'
import { yearUpTo } from '#domain/activity-window.ts'
import { mostFilesOfOneCommit, mostLinesOfOneCommit } from '#domain/contribution.ts'
import type { ContributionHistories, ContributionLedger, LedgerEntry } from '#domain/contribution.ts'
import type { NamedFigure } from '#domain/figure.ts'
import { observed } from '#domain/figure.ts'
import type { MoneyBand } from '#domain/money.ts'
import { nothingStated, type CarriedFork, type Declaration, type LaborRate, type Stated } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { nothingUpstream, type PackageFacts, type Release, type Upstream } from '#domain/upstream.ts'
import { ActivityTally } from '#measure/activity/activity-tally.ts'
import { affiliationsBy } from '#measure/activity/affiliation.ts'
import { sampleCommit } from '#measure/activity/commit.sample.ts'
import { contributionAssumptions } from './assumptions.ts'
import { assessContribution, contributionFigures } from './assess.ts'
import { emptyContext, type ContributionContext } from './context.ts'

/** 172,000 a year at factor 1 are 100 an hour. */
const laborRate: LaborRate = {
  yearlyWage: 172_000,
  currency: 'EUR',
  loadFactor: 1,
  source: 'collective agreement',
  asOf: '2026-01-01',
  basis: 'organization',
}
const portfolio: Portfolio = {
  asOf: '2026-11-22',
  knownAt: '2026-11-22T00:00:00.000Z',
  organization: {
    id: 'harbor',
    name: 'Harbor',
    units: [],
    products: [],
    suppliers: [],
    people: [],
    domains: ['harbor.example'],
    laborRate,
    stated: nothingStated,
    isDeclared: true,
  },
  parts: [],
  documents: [],
  occurrences: {
    count: 0,
    part: new Int32Array(),
    document: new Int32Array(),
    scope: new Uint8Array(),
    directness: new Uint8Array(),
    depth: new Uint8Array(),
    at: [],
  },
  edges: { count: 0, from: new Int32Array(), to: new Int32Array(), document: new Int32Array() },
  projectLinks: [
    {
      package: 'pkg:npm/tide',
      project: 'forge.example/tide',
      basis: 'sbom-reference',
      evidence: 'a'.repeat(64),
      at: '',
    },
  ],
  sizes: [],
  organizationFile: null,
  upstream: nothingUpstream,
  evidence: new Map(),
  unread: [],
}

/** Three people with 10, 4 and 1 active days, one commit a day, and a stranger with 35. */
function histories(smallestGroup = 3): ContributionHistories {
  const tally = tallyOf(smallestGroup)
  const repository = tally.repository({
    path: 'upstream/tide',
    project: 'forge.example/tide',
    tip: null,
    issues: [],
    isOwn: false,
  })
  const days: readonly (readonly [string, number])[] = [
    ['ida@harbor.example', 10],
    ['otto@harbor.example', 4],
    ['nour@harbor.example', 1],
    ['pax@riverton.example', 35],
  ]
  for (const [email, count] of days)
    for (let day = 0; day < count; day += 1) {
      const authoredAt = new Date(Date.UTC(2026, 5, 1 + day)).toISOString()
      repository.add(sampleCommit({ author: { name: email, email }, authoredAt }))
    }
  return { evidence: 'e'.repeat(64), ...tally.histories() }
}

function entry(parts: Partial<LedgerEntry>): LedgerEntry {
  return {
    on: '2026-03-01',
    kind: 'sponsorship',
    amount: null,
    stated: null,
    hours: null,
    recipients: [],
    allocation: 'equal',
    unit: null,
    note: '',
    at: 'line 2',
    ...parts,
  }
}

function ledger(...entries: readonly LedgerEntry[]): ContributionLedger {
  return { entries: entries.map((one) => ({ ...one, evidence: 'f'.repeat(64), file: 'ledger.csv' })) }
}

function money(id: string, central: number): NamedFigure<MoneyBand> {
  return { id, figure: observed({ low: central, central, high: central, currency: 'EUR' }, 'a'.repeat(64)) }
}

const context: ContributionContext = {
  ...emptyContext,
  take: money('value/annual-rebuild', 1_000_000),
  packageValue: (name) => (name === 'pkg:npm/tide' ? money('value/replacement/pkg:npm/tide', 200_000) : undefined),
  critical: [
    { package: 'pkg:npm/tide', criticality: 0.9 },
    { package: 'pkg:npm/gauge', criticality: 0.7 },
    { package: 'pkg:npm/quay', criticality: 0.6 },
  ],
  developers: { id: 'contribution/developers', figure: observed(20, 'a'.repeat(64)) },
}

describe('what is given back', () => {
  it('sums the cost of active days, logged hours and money, and sets three ratios beside it [row 16]', () => {
    const given = ledger(
      entry({ amount: 5000, recipients: ['pkg:npm/gauge'] }),
      entry({ kind: 'triage', hours: 10, at: 'line 3' }),
    )
    const found = assessContribution(portfolio, histories(), given, context)
    const centralOf = (figure: NamedFigure<MoneyBand>): number | null =>
      figure.figure.known ? Math.round(figure.figure.value.central) : null
    expect(centralOf(found.labor)).toBe(6000)
    expect(centralOf(found.loggedTime)).toBe(1000)
    expect(centralOf(found.money)).toBe(5000)
    expect(centralOf(found.give)).toBe(12_000)
    expect(found.ratios.giveToTake.figure).toMatchObject({ known: true, value: 0.012 })
    expect(found.ratios.criticalCoverage.figure).toMatchObject({ known: true, value: { covered: 2, of: 3 } })
    expect(centralOf(found.ratios.perDeveloper)).toBe(600)
    // 15 of 50 commits of a package worth 200,000: beside labor, not in it.
    expect(found.replacementShare.figure).toMatchObject({ known: true, value: { central: 60_000 } })
    expect(found.repositories[0]).toMatchObject({ criticality: 0.9, packages: ['pkg:npm/tide'] })
  })

  it('is unknown and not zero where nothing was collected', () => {
    const found = assessContribution(portfolio, null, null)
    const { giveToTake, criticalCoverage, perDeveloper } = found.ratios
    for (const { figure } of [found.give, found.labor, found.money, giveToTake, criticalCoverage, perDeveloper])
      expect(figure).toMatchObject({ known: false, why: 'not-collected' })
  })

  it('shows people and their days only in groups of five', () => {
    const found = assessContribution(portfolio, histories(5), null)
    expect(found.repositories[0]?.own).toEqual({ commits: 15, people: null, activeDays: null })
    expect(found.byUnit).toEqual([{ unit: null, commits: null, people: null, activeDays: null }])
    for (const { figure } of [found.activeDays, found.labor, found.upstreamLabor])
      expect(figure).toMatchObject({ known: false, why: 'withheld' })
    expect(JSON.stringify(contributionFigures(portfolio, histories(5), null))).not.toMatch(
      /"(?:people|activeDays)":[1-9]/,
    )
  })

  it('leaves out what lies outside the twelve months', () => {
    const found = assessContribution(
      portfolio,
      null,
      ledger(entry({ on: '2025-11-22', amount: 100 }), entry({ on: '2025-11-23', amount: 7 })),
    )
    expect(found.money.figure).toMatchObject({ known: true, value: { central: 7 } })
  })

  it('shares money by key, and never gives out more or less than there is', () => {
    const recipients = ['pkg:npm/tide', 'pkg:npm/gauge']
    const equal = assessContribution(portfolio, null, ledger(entry({ amount: 100, recipients })), context)
    expect(equal.receipts).toEqual([
      { recipient: 'pkg:npm/gauge', amount: 50 },
      { recipient: 'pkg:npm/tide', amount: 50 },
    ])
    const byValue = assessContribution(
      portfolio,
      null,
      ledger(entry({ amount: 100, recipients, allocation: 'value' })),
      context,
    )
    expect(byValue.receipts[0]).toEqual({ recipient: 'pkg:npm/tide', amount: 100 })
    const byUsage = assessContribution(
      portfolio,
      null,
      ledger(entry({ amount: 100, recipients, allocation: 'usage' })),
      context,
    )
    expect(byUsage.receipts.reduce((sum, { amount }) => sum + amount, 0)).toBe(100)
  })

  it('lets every figure be taken apart down to evidence and assumptions', () => {
    const figures = contributionFigures(portfolio, histories(), ledger(entry({ amount: 1 })), context)
    const ids = new Set(figures.map(({ id }) => id))
    expect(ids.size).toBe(figures.length)
    const elsewhere = (id: string): boolean => id.startsWith('value/')
    for (const { figure } of figures)
      for (const source of figure.from)
        if (source.kind === 'computed')
          expect(source.inputs.filter((input) => !ids.has(input) && !elsewhere(input))).toEqual([])
  })

  it('gives 0.82 % for 120,000 given against a third of 43,983,533', () => {
    const given = ledger(entry({ amount: 120_000 }))
    const found = assessContribution(portfolio, null, given, {
      ...context,
      take: money('value/annual-rebuild', 43_983_533 / 3),
    })
    const { figure } = found.ratios.giveToTake
    expect(figure.known && (figure.value * 100).toFixed(2)).toBe('0.82')
  })

  it('takes 50 of 1,000 commits of a package worth 200,000 as 10,000, and growth from 10 to 11 KSLOC as 4.087', () => {
    const grown = assessContribution(portfolio, oneRepository({ commits: 1000, own: 50 }), null, {
      ...context,
      packageLines: () => ({
        id: 'value/size/pkg:npm/tide',
        figure: observed({ deduplicated: 11_000 }, 'a'.repeat(64)),
      }),
      effort: (thousandLines) => 2.94 * thousandLines ** 1.0997,
    })
    expect(grown.replacementShare.figure).toMatchObject({ known: true, value: { central: 10_000 } })
    const { figure } = grown.marginalEffort
    // 1,000 commits of one line: own people wrote 50 of them.
    expect(figure.known && (figure.value * 20).toFixed(3)).toBe('4.087')
    expect(grown.marginalMoney.figure).toMatchObject({ known: true })
  })

  it('values a package once when two clones of its project are at hand', () => {
    const one = oneRepository({ commits: 10, own: 5 })
    const [repository] = one.repositories
    if (repository === undefined) throw new Error('no repository')
    const twice = { ...one, repositories: [repository, { ...repository, path: 'again' }] }
    const found = assessContribution(portfolio, twice, null, context)
    expect(found.replacementShare.figure).toMatchObject({ known: true, value: { central: 100_000 } })
    expect(found.replacementShare.coverage).toEqual({ known: 1, of: 2, unit: 'repositories' })
  })

  it('reads developers and assumptions from the organization, and tells what cannot be', () => {
    const stated = {
      ...nothingStated,
      developers: { count: 10, source: 'staff plan', asOf: '2026-01-01' },
      assumptions: [
        { id: 'C1-hours', low: 1, central: 3, high: 6, source: 'timesheets' },
        { id: 'C4-group', low: 2, central: 2, high: 2, source: 'wish' },
        { id: 'C5-coauthors', low: 'each', central: 'each', high: 'each', source: 'ours' },
      ],
    }
    const organization = { ...portfolio.organization, stated }
    const file = 'b'.repeat(64)
    const found = assessContribution({ ...portfolio, organization, organizationFile: file }, histories(), null)
    expect(found.labor.figure).toMatchObject({ known: true, value: { low: 1500, central: 4500, high: 9000 } })
    expect(found.ratios.perDeveloper.figure).toMatchObject({ known: true, value: { central: 450 } })
    expect(found.refusedAssumptions).toEqual(['C4-group'])
    const { counting } = contributionAssumptions(organization, file)
    expect(counting).toMatchObject({ smallestGroup: 5, coAuthors: 'each' })
    expect(found.assumptions.find(({ id }) => id === 'C1-hours')).toMatchObject({
      source: 'timesheets',
      isDefault: false,
    })
  })
})

describe('carried forks', () => {
  const fork = (parts: Partial<CarriedFork>): CarriedFork => ({
    id: 'f-1',
    part: 'pkg:npm/tide',
    product: null,
    patches: null,
    since: null,
    reason: 'Audience check',
    hoursPerRelease: null,
    releasesPerYear: null,
    plan: null,
    ...parts,
  })
  const carrying = (stated: Partial<Stated>, packages: Upstream['packages'] = new Map()): Portfolio => ({
    ...portfolio,
    organization: {
      ...portfolio.organization,
      // 50 an hour.
      laborRate: { ...laborRate, yearlyWage: 86_000 },
      stated: { ...nothingStated, ...stated },
    },
    organizationFile: 'b'.repeat(64),
    upstream: { ...nothingUpstream, packages },
  })

  it('cost the survey average where nobody counted: 86 of them 5,160 hours, at 50 an hour 258,000, and say so [row 15]', () => {
    const forks = Array.from({ length: 86 }, (_, at) =>
      fork({ id: `f-${at}`, part: `pkg:npm/p${at}`, releasesPerYear: 2 }),
    )
    const found = assessContribution(carrying({ forks }), null, null)
    expect(found.forkCost.hoursPerRelease.figure).toMatchObject({ known: true, value: 5160 })
    expect(found.forkCost.perRelease.figure).toMatchObject({ known: true, value: { central: 258_000 } })
    expect(found.forkCost.perYear.figure).toMatchObject({ known: true, value: { central: 516_000 } })
    expect(new Set(found.forks.map(({ basis }) => basis))).toEqual(new Set(['survey-average']))
  })

  it('follow the releases of the last 365 days that people could take up; unknown without any word of them', () => {
    const release = (version: string, on: string, parts: Partial<Release> = {}): Release => ({
      version,
      on,
      isPrerelease: false,
      isWithdrawn: false,
      deprecation: null,
      license: null,
      ...parts,
    })
    const facts: PackageFacts = {
      package: 'pkg:npm/tide',
      releases: [
        release('1.0.0', '2025-11-22'),
        release('1.1.0', '2025-11-23'),
        release('1.2.0', '2026-05-01'),
        release('1.3.0-rc.1', '2026-06-01', { isPrerelease: true }),
        release('1.3.0', '2026-07-01', { isWithdrawn: true }),
      ],
      publishers: null,
      repository: null,
      fundingLinks: [],
      evidence: 'c'.repeat(64),
      at: '',
      observedOn: '2026-11-22',
    }
    const forks = [fork({ hoursPerRelease: 10, plan: 'Send it upstream' }), fork({ id: 'f-2', part: 'pkg:npm/gauge' })]
    const found = assessContribution(carrying({ forks }, new Map([['pkg:npm/tide', facts]])), null, null)
    expect(found.forks.map(({ releases }) => releases.figure)).toMatchObject([
      { known: true, value: 2 },
      { known: false, why: 'not-collected' },
    ])
    expect(found.forks[0]?.perYear.figure).toMatchObject({ known: true, value: { central: 1000 } })
    expect(found.forkCost.perYear.coverage).toEqual({ known: 1, of: 2, unit: 'forks' })
    expect(found.forkCost).toMatchObject({ withPlan: 1, withoutPlan: 1 })
  })

  it('cost what nobody knows where nobody listed one, and not nothing', () => {
    const { forkCost } = assessContribution(carrying({ forks: [] }, new Map()), null, null)
    for (const { figure, coverage } of [forkCost.hoursPerRelease, forkCost.perRelease, forkCost.perYear])
      expect([figure, coverage.of]).toEqual([expect.objectContaining({ known: false, why: 'not-collected' }), 0])
  })

  it('are found in declarations, unless the list is about the same part', () => {
    const declaration = (id: string, part: string): Declaration => ({
      id,
      on: '2026-09-15',
      by: 'p-1',
      unit: null,
      product: null,
      part,
      subject: 'carried-patches',
      value: 3,
      note: 'Never sent upstream',
    })
    const declarations = [declaration('d-1', 'pkg:npm/tide'), declaration('d-2', 'pkg:npm/gauge')]
    const found = assessContribution(carrying({ forks: [fork({})], declarations }), null, null)
    expect(found.forks.map(({ id, patches }) => [id, patches])).toEqual([
      ['f-1', null],
      ['d-2', 3],
    ])
  })
})

/** One commit of one line each, on days of their own. */
function oneRepository({ commits, own }: { commits: number; own: number }): ContributionHistories {
  const tally = tallyOf(1)
  const repository = tally.repository({
    path: 'tide',
    project: 'forge.example/tide',
    tip: null,
    issues: [],
    isOwn: false,
  })
  const change = { ...sampleCommit({}).change, authoredAdded: 1, authoredDeleted: 0 }
  for (let number = 0; number < commits; number += 1) {
    const email = number < own ? 'ida@harbor.example' : 'pax@riverton.example'
    repository.add(sampleCommit({ author: { name: '', email }, authoredAt: '2026-05-04T10:00:00Z', change }))
  }
  return { evidence: 'e'.repeat(64), ...tally.histories() }
}

function tallyOf(smallestGroup: number): ActivityTally {
  return new ActivityTally({
    ...yearUpTo('2026-11-22'),
    organization: 'harbor',
    affiliate: affiliationsBy({
      employments: [],
      domains: [{ domain: 'harbor.example', organization: 'harbor', from: null, to: null }],
      domainsStandForOrganizations: true,
    }),
    unitOf: new Map(),
    smallestGroup,
    coAuthors: 'split',
    mostFiles: mostFilesOfOneCommit,
    mostLines: mostLinesOfOneCommit,
  })
}
