/** The areas of the sample assessment that are computed by the program itself, from facts made by hand. */

import { adviceFigures, assessAdvice } from '#advice/assess.ts'
import { counsel } from '#app/counsel.ts'
import { assessContribution, contributionFigures } from '#contribution/assess.ts'
import { emptyContext } from '#contribution/context.ts'
import type { Assessment } from '#domain/assessment/assessment.ts'
import {
  mostFilesOfOneCommit,
  mostLinesOfOneCommit,
  type ContributionHistories,
  type ContributionLedger,
  type KeptLedgerEntry,
} from '#domain/contribution.ts'
import type { NamedFigure } from '#domain/figure.ts'
import type { MoneyBand } from '#domain/money.ts'
import { yearUpTo } from '#domain/activity-window.ts'
import { nothingHeard } from '#domain/motivators.ts'
import { emptyProgram } from '#domain/office-program.ts'
import { emptyOffice } from '#domain/office.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { nothingUpstream, type Upstream } from '#domain/upstream.ts'
import { assessHealth, healthFigures } from '#health/assess.ts'
import { activity, packageFacts, projectFacts, release } from '#health/portfolio.sample.ts'
import { assessMaturity, maturityFigures } from '#maturity/assess.ts'
import { ActivityTally } from '#measure/activity/activity-tally.ts'
import { affiliationsBy } from '#measure/activity/affiliation.ts'
import { sampleCommit } from '#measure/activity/commit.sample.ts'
import { assessMotivators, motivatorFigures, proposalsOf } from '#motivators/assess.ts'
import { ownFigures } from '#motivators/benefit-figures.ts'
import { loadMaturityModel } from '#sources/maturity-content.ts'
import { loadMotivatorContent } from '#sources/motivator-content.ts'
import { readPriceBook } from '#sources/price-book.ts'
import { agilityWithFigures, assessAgility } from '#value/agility/assess.ts'
import { alternativeFigures, assessAlternatives } from '#value/alternatives/assess.ts'

export type SampleAreas = Pick<
  Assessment,
  'health' | 'alternatives' | 'agility' | 'contribution' | 'maturity' | 'engagement' | 'motivators' | 'advice'
>

const project = 'forge.example/sluice/lodash'

/** A clone behind one package and what registries say of three. */
export function sampleUpstream(hostile: string): Upstream {
  const [lodash, express, ms] = ['lodash', 'express', 'ms'].map((name) => `pkg:npm/${name}${hostile}`)
  if (lodash === undefined || express === undefined || ms === undefined) return nothingUpstream
  const year = activity('2025-11-23', '2026-11-22', { absenceFactor: 1, topAuthorShare: 0.96, authors: 4 })
  return {
    ...nothingUpstream,
    packages: new Map([
      [lodash, packageFacts(lodash, { releases: versions('4.17.11', '4.17.21', hostile), publishers: 1 })],
      [express, packageFacts(express, { releases: versions('4.19.2', '5.1.0', hostile) })],
      [ms, packageFacts(ms, { releases: versions('2.1.3', '2.1.3', hostile), publishers: 1 })],
    ]),
    projects: new Map([[project, projectFacts(project, { year, halfYear: year })]]),
  }
}

/** The project that the clone of the sample stands for, as a document would name it. */
export function sampleLinks(hostile: string): Portfolio['projectLinks'] {
  return [
    {
      package: `pkg:npm/lodash${hostile}`,
      project,
      basis: 'sbom-reference',
      evidence: '0'.padStart(64, '0'),
      at: '/packages/0',
    },
  ]
}

/** @param isKnown with histories and a ledger; otherwise everything beyond the portfolio is unknown */
export function sampleAreas(
  portfolio: Portfolio,
  take: NamedFigure<MoneyBand>,
  isKnown: boolean,
  hostile: string,
): { readonly areas: SampleAreas; readonly figures: readonly NamedFigure[] } {
  const prices = readPriceBook()
  const histories = isKnown ? sampleHistories(portfolio, hostile) : null
  const ledger = isKnown ? sampleLedger(hostile) : null
  const context = { ...emptyContext, take }
  const evidence = { portfolio, model: loadMaturityModel(), office: emptyOffice, earlier: [] }
  const maturity = assessMaturity(evidence)
  const health = assessHealth(portfolio)
  const contribution = assessContribution(portfolio, histories, ledger, context)
  const counseled = counsel(
    portfolio,
    { health, contribution, vulnerabilities: null, value: null },
    { decisions: [], policy: null },
  )
  const motivated = {
    portfolio,
    content: loadMotivatorContent(),
    heard: { ...nothingHeard, evidence: null },
    model: evidence.model,
    maturity,
    proposals: proposalsOf(portfolio, null),
    isLookedUp: false,
    figures: ownFigures([]),
  }
  const motivators = assessMotivators(motivated)
  const facts = { portfolio, office: emptyOffice, program: emptyProgram, health, contribution, maturity }
  const advice = assessAdvice(facts)
  return {
    areas: {
      health,
      alternatives: assessAlternatives(portfolio, prices),
      agility: assessAgility(portfolio, [], null),
      contribution,
      maturity,
      engagement: counseled.assessment,
      motivators,
      advice,
    },
    figures: [
      ...healthFigures(portfolio),
      ...alternativeFigures(portfolio, prices),
      ...agilityWithFigures(portfolio, [], null).figures,
      ...contributionFigures(portfolio, histories, ledger, context),
      ...maturityFigures(evidence, maturity),
      ...counseled.figures(),
      ...motivatorFigures(motivated, motivators),
      ...adviceFigures(facts, advice),
    ],
  }
}

function versions(used: string, newest: string, hostile: string) {
  const old = release(used, '2023-02-01', { deprecation: hostile === '' ? null : hostile })
  return used === newest ? [old] : [old, release(newest, '2026-02-01')]
}

/** Six people of the organization and four others, one commit a day each. */
function sampleHistories({ asOf, organization }: Portfolio, hostile: string): ContributionHistories {
  const tally = new ActivityTally({
    ...yearUpTo(asOf),
    organization: organization.id,
    affiliate: affiliationsBy({
      employments: [],
      domains: [{ domain: 'quay.example', organization: organization.id, from: null, to: null }],
      domainsStandForOrganizations: true,
    }),
    unitOf: new Map(),
    smallestGroup: 5,
    coAuthors: 'split',
    mostFiles: mostFilesOfOneCommit,
    mostLines: mostLinesOfOneCommit,
  })
  const repository = tally.repository({
    path: `clones/lodash${hostile}`,
    project,
    tip: null,
    issues: [],
    isOwn: false,
  })
  const people = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}@quay.example`)
  const others = ['w', 'x', 'y', 'z'].map((name) => `${name}@riverton.example`)
  for (const email of [...people, ...others])
    for (let day = 1; day <= 9; day += 1)
      repository.add(sampleCommit({ author: { name: email, email }, authoredAt: `2026-06-0${day}T10:00:00Z` }))
  return { evidence: 'c'.repeat(64), ...tally.histories() }
}

function sampleLedger(hostile: string): ContributionLedger {
  const entry = (kind: KeptLedgerEntry['kind'], amount: number | null, hours: number | null): KeptLedgerEntry => ({
    on: '2026-03-01',
    kind,
    amount,
    stated: null,
    hours,
    recipients: [`pkg:npm/lodash${hostile}`],
    allocation: 'equal',
    unit: null,
    note: hostile,
    at: 'line 2',
    evidence: 'd'.repeat(64),
    file: 'ledger.csv',
  })
  return { entries: [entry('sponsorship', 600, null), entry('working-group', null, 24)] }
}
