/**
 * From everything that is kept to the assessed organization: one part after the other, each reading what earlier ones found.
 * Loading stands first, so that the rest is the flow of `ARCHITECTURE.md` read from top to bottom.
 */

import type { Assessment } from '#domain/assessment/assessment.ts'
import type { FigureId, NamedFigure } from '#domain/figure.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import type { ProjectId } from '#domain/project.ts'
import { adviceFigures, assessAdvice, type AdviceFacts } from '#advice/assess.ts'
import { assessContribution, contributionFigures } from '#contribution/assess.ts'
import { assessHealth, healthFigures } from '#health/assess.ts'
import { assessLifecycles, lifecycleFigures } from '#health/lifecycle/assess.ts'
import { assessScorecard, scorecardFigures } from '#health/scorecard/assess.ts'
import { importedScorecard } from '#health/scorecard/imported.ts'
import { assessInventory, inventoryFigures } from '#inventory/assess.ts'
import { assessLicenses, termsOfParts } from '#licensing/assess.ts'
import { licenseFigures } from '#licensing/figures.ts'
import { assessMaturity, maturityFigures } from '#maturity/assess.ts'
import { assessMotivators, motivatorFigures, proposalsOf, type MotivatorEvidence } from '#motivators/assess.ts'
import { ownFigures } from '#motivators/benefit-figures.ts'
import { loadLicenseTables } from '#sources/license-content.ts'
import { loadLifecycleNames } from '#sources/lifecycle-content.ts'
import { loadMotivatorContent } from '#sources/motivator-content.ts'
import { readPriceBook } from '#sources/price-book.ts'
import { loadReuseBenchmarks } from '#sources/reuse-benchmarks.ts'
import type { Store } from '#store/store.ts'
import { agilityWithFigures } from '#value/agility/assess.ts'
import { alternativeFigures, assessAlternatives } from '#value/alternatives/assess.ts'
import { assessValue, valueFigures } from '#value/assess.ts'
import { assessVulnerabilities, vulnerabilityFigures } from '#vulnerabilities/assess.ts'
import { decisionInputs, earlierFigures, motivatorInput } from './advice-facts.ts'
import { loadPacks } from './advisory-packs.ts'
import { affectedVersions } from './affected-versions.ts'
import { loadLockfileHistories } from './collect-lockfile-history.ts'
import { contributionContext } from './contribution-context.ts'
import { counsel } from './counsel.ts'
import { gapsOf } from './gaps.ts'
import { loadContributions } from './load-contributions.ts'
import { loadOwnCode } from './load-own-code.ts'
import { partKey } from './part-key.ts'
import type { Progress } from './progress.ts'
import { loadDecisions } from './record-decisions.ts'
import { loadGivenAdvice, loadProgram } from './record-program.ts'
import { loadHeard } from './record-motivators.ts'
import { gatherMaturity } from './run-maturity.ts'

export type PortfolioAssessed = { readonly assessment: Assessment; readonly figures: readonly NamedFigure[] }

const parts = 11

/** @param home for the packed advisories, which are derived and can be deleted */
export async function assessPortfolio(
  store: Store,
  portfolio: Portfolio,
  options: { readonly home: string; readonly isOffline: boolean },
  progress: Progress,
): Promise<PortfolioAssessed> {
  const times = { asOf: portfolio.asOf, knownAt: portfolio.knownAt }
  const updates = await loadLockfileHistories(store, times)
  // Histories name packages that are no longer in use, of ecosystems that may not be either.
  const advisories = await loadPacks(
    store,
    options.home,
    updates.length > 0 ? null : ecosystemsOf(portfolio),
    times.knownAt,
    progress,
  )
  const { histories, ledger, outward } = await loadContributions(store, times)
  const ownCode = await loadOwnCode(store, times)
  const heard = await loadHeard(store, times)
  const program = await loadProgram(store, times)
  const given = await loadGivenAdvice(store, times)
  const earlier = await earlierFigures(store, times.asOf)
  const rules = await loadDecisions(store, times)
  const tables = loadLicenseTables()
  const prices = readPriceBook()
  const done = (count: number): void => progress.report({ step: 'assessing', done: count, total: parts })

  done(0)
  const inventory = assessInventory(portfolio)
  done(1)
  const vulnerabilities = assessVulnerabilities(portfolio, advisories.packs, advisories.sets)
  done(2)
  const licenses = assessLicenses(portfolio, tables)
  done(3)
  const scorecards = scorecardsOf(portfolio)
  const health = assessHealth(portfolio, { scorecardOf: scorecards.of })
  const lifecycles = assessLifecycles(portfolio, loadLifecycleNames())
  done(4)
  const value = { ownCode, benchmarks: loadReuseBenchmarks(), conditions: conditionsOf(health) }
  const worth = assessValue(portfolio, value)
  const worthFigures = valueFigures(portfolio, worth, value)
  done(5)
  const alternatives = assessAlternatives(portfolio, prices)
  done(6)
  const affected = affectedVersions(portfolio, vulnerabilities, updates, advisories.packs, advisories.sets)
  const { assessment: agility, figures: agilityFigures } = agilityWithFigures(portfolio, updates, affected)
  done(7)
  const known = new Map(worthFigures.map((figure) => [figure.id, figure]))
  const context = contributionContext(portfolio, known, outward)
  const contribution = assessContribution(portfolio, histories, ledger, context)
  done(8)
  const evidence = await gatherMaturity(
    store,
    portfolio,
    { vulnerabilities, licenses, contribution, ledger, measuredOn: portfolio.asOf },
    times,
  )
  const maturity = assessMaturity(evidence)
  done(9)
  const counseled = counsel(portfolio, { health, vulnerabilities, contribution, value: worth }, rules)
  const counselFigures = counseled.figures()
  const found = { inventory, vulnerabilities, licenses, health, value: worth, contribution, alternatives, agility }
  const figures = distinct([
    ...inventoryFigures(portfolio, inventory),
    ...vulnerabilityFigures(portfolio, vulnerabilities),
    ...licenseFigures(portfolio, licenses, termsOfParts(portfolio, tables), inputsOf(counselFigures)),
    ...healthFigures(portfolio, { scorecardOf: scorecards.of }),
    ...scorecards.figures,
    ...lifecycleFigures(lifecycles, portfolio.upstream.lifecycles),
    ...worthFigures,
    ...alternativeFigures(portfolio, prices),
    ...agilityFigures,
    ...contributionFigures(portfolio, histories, ledger, context),
    ...maturityFigures(evidence, maturity),
    ...counselFigures,
  ])
  const motivated: MotivatorEvidence = {
    portfolio,
    content: loadMotivatorContent(),
    heard,
    model: evidence.model,
    maturity,
    proposals: proposalsOf(portfolio, vulnerabilities),
    isLookedUp: true,
    figures: ownFigures(figures),
  }
  const motivators = assessMotivators(motivated)
  done(10)
  const facts: AdviceFacts = {
    portfolio,
    office: evidence.office,
    program,
    ...found,
    contribution: histories === null && ledger === null ? null : contribution,
    maturity,
    motivators: motivatorInput(heard, motivators),
    decisions: decisionInputs(rules.decisions),
    given,
    earlier,
    figures: new Map(figures.map((figure) => [figure.id, figure])),
  }
  const advice = assessAdvice(facts)
  done(parts)
  return {
    assessment: {
      ...times,
      ...found,
      maturity,
      engagement: counseled.assessment,
      motivators,
      advice,
      gaps: gapsOf(found, portfolio, options.isOffline),
      parts: portfolio.parts.map(partKey),
    },
    figures: distinct([...figures, ...motivatorFigures(motivated, motivators), ...adviceFigures(facts, advice)]),
  }
}

/** Base names, so that `Debian:12` asks for the advisories of `Debian`. */
export function ecosystemsOf(portfolio: Portfolio): ReadonlySet<string> {
  return new Set(
    portfolio.parts.flatMap(({ ecosystem }) => (ecosystem === null ? [] : [ecosystem.split(':')[0] ?? ecosystem])),
  )
}

/** A result that was brought and is not too old, else what the clone itself tells. */
function scorecardsOf({ upstream, asOf }: Portfolio): {
  readonly of: (project: ProjectId) => NamedFigure<number> | undefined
  readonly figures: readonly NamedFigure[]
} {
  const chosen = new Map<ProjectId, NamedFigure<number>>()
  const figures: NamedFigure[] = []
  for (const [project, facts] of upstream.projects) {
    const { files } = facts
    if (files === null || files.texts === null) continue
    const card = assessScorecard({ ...facts, files: { ...files, texts: files.texts } })
    chosen.set(project, { id: card.aggregate.id, figure: card.aggregate.figure })
    figures.push(...scorecardFigures(card))
  }
  for (const [project, result] of upstream.scorecards) {
    const { aggregate, isStale } = importedScorecard(result, asOf)
    figures.push(aggregate)
    if (!isStale) chosen.set(project, aggregate)
  }
  return { of: (project) => chosen.get(project), figures }
}

/** Packages under a condition whose value is at risk with it. */
function conditionsOf({ subjects }: Assessment['health']): readonly { id: string; packages: ReadonlySet<string> }[] {
  const leaning = subjects.filter(({ warnings }) => warnings.some(({ id }) => id === 'one-person'))
  const unsupported = subjects.filter(({ state }) => state.figure.known && state.figure.value === 'unsupported')
  return [
    { id: 'leaning-on-one', packages: new Set(leaning.flatMap(({ packages }) => packages)) },
    { id: 'unsupported', packages: new Set(unsupported.flatMap(({ packages }) => packages)) },
  ].filter(({ packages }) => packages.size > 0)
}

function inputsOf(figures: readonly NamedFigure[]): ReadonlySet<FigureId> {
  return new Set(
    figures.flatMap(({ figure }) => figure.from.flatMap((source) => (source.kind === 'computed' ? source.inputs : []))),
  )
}

/** Areas that share an input both name its figure; it is kept once. */
function distinct(figures: readonly NamedFigure[]): readonly NamedFigure[] {
  return [...new Map(figures.map((figure) => [figure.id, figure])).values()]
}
