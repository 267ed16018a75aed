import { describe, expect, it } from 'vitest'
import { yearUpTo } from '#domain/activity-window.ts'
import { mostFilesOfOneCommit, mostLinesOfOneCommit } from '#domain/contribution.ts'
import type { ContributionHistories, ContributionLedger, LedgerEntry } from '#domain/contribution.ts'
import type { NamedFigure } from '#domain/figure.ts'
import { observed } from '#domain/figure.ts'
import type { MoneyBand } from '#domain/money.ts'
import { nothingStated, type LaborRate } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { nothingUpstream } from '#domain/upstream.ts'
import { ActivityTally } from '#measure/activity/activity-tally.ts'
import { affiliationsBy } from '#measure/activity/affiliation.ts'
import { sampleCommit } from '#measure/activity/commit.sample.ts'
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
  const tally = new ActivityTally({
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
  it('sums the cost of active days, logged hours and money, and sets three ratios beside it', () => {
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
})
