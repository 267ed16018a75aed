/** Advice as a use case: gathers what is kept of every area, assesses it, and keeps what was recommended. */

import { adviceFigures, assessAdvice, trendFigures, type AdviceFacts } from '#advice/assess.ts'
import type { AdviceAssessment } from '#domain/assessment/advice.ts'
import type { FigureId, IsoTime, NamedFigure } from '#domain/figure.ts'
import { assessHealth, healthFigures } from '#health/assess.ts'
import { maturityFigures } from '#maturity/assess.ts'
import { loadFigure, loadLatestAssessment } from '#store/assessments.ts'
import type { Store } from '#store/store.ts'
import { decisionInputs, earlierFigures, motivatorInput } from './advice-facts.ts'
import { askAgility } from './agility.ts'
import { dayOf } from './clock.ts'
import { contributionReport } from './contribution-report.ts'
import type { Times } from './load-portfolio.ts'
import { silent } from './progress.ts'
import { loadDecisions, recordDecisions } from './record-decisions.ts'
import { loadOffice, recordOffice } from './record-office.ts'
import { keepAdvice, loadGivenAdvice, loadProgram, recordProgram } from './record-program.ts'
import { maturityNow } from './run-maturity.ts'
import { motivatorsNow } from './run-motivators.ts'
import { survey } from './survey.ts'

export type { AdviceFacts }
export { calendarFile } from '#advice/assess.ts'

export type AdviceNow = {
  readonly facts: AdviceFacts
  readonly assessment: AdviceAssessment
  readonly figures: readonly NamedFigure[]
  readonly knownAt: IsoTime
}

/**
 * @param folder read the files of its office anew first; undefined: what was recorded last
 * Throws `nothing-found` when nothing was assessed or recorded yet, and `config-invalid` for a mistake in the files.
 */
export async function adviceNow(store: Store, home: string, now: IsoTime, folder?: string): Promise<AdviceNow> {
  const asOf = dayOf(now)
  if (folder !== undefined) await recordFolder(store, folder, now)
  const { evidence, assessment: motivated } = await motivatorsNow(store, now, folder)
  const times = { asOf, knownAt: now }
  const { decisions } = await loadDecisions(store, times)
  const facts: AdviceFacts = {
    ...(await gatherAdvice(store, home, times)),
    motivators: motivatorInput(evidence.heard, motivated),
    decisions: decisionInputs(decisions),
  }
  const assessment = assessAdvice(facts)
  return { facts, assessment, figures: adviceFigures(facts, assessment), knownAt: now }
}

/** Keeps today's recommendations for later checks. */
export async function keepAdviceNow(store: Store, { assessment, knownAt }: AdviceNow): Promise<void> {
  await keepAdvice(store, assessment.given, { asOf: assessment.asOf, now: knownAt })
}

async function recordFolder(store: Store, folder: string, now: IsoTime): Promise<void> {
  const moment = { asOf: dayOf(now), now }
  const found = survey([folder], silent)
  const office = await recordOffice(store, found, moment)
  await recordProgram(store, found, office, moment)
  await recordDecisions(store, found, moment)
}

async function gatherAdvice(store: Store, home: string, times: Times): Promise<AdviceFacts> {
  const { evidence, assessment: maturity } = await maturityNow(store, times.knownAt)
  const { portfolio } = evidence
  const latest = await loadLatestAssessment(store)
  const program = await loadProgram(store, times)
  const { contribution, gaps } = await contributionReport(store, times)
  const { agility } = await askAgility(store, home, {}, times.knownAt, silent)
  const hasContributions = !gaps.includes('no-clones') || !gaps.includes('no-ledger')
  const atHand = [...maturityFigures(evidence, maturity), ...healthFigures(portfolio)]
  const wanted = [...trendFigures, ...(program.goals ?? []).map(({ measure }) => measure)]
  return {
    portfolio,
    office: await loadOffice(store, times),
    program,
    inventory: latest?.assessment.inventory ?? null,
    vulnerabilities: latest?.assessment.vulnerabilities ?? null,
    licenses: latest?.assessment.licenses ?? null,
    value: latest?.assessment.value ?? null,
    health: assessHealth(portfolio),
    agility,
    contribution: hasContributions ? contribution : null,
    maturity,
    given: await loadGivenAdvice(store, times),
    earlier: await earlierFigures(store, latest?.asOf ?? times.asOf),
    figures: await figuresAt(store, atHand, wanted),
  }
}

/** Those made now before those of the last assessment. */
async function figuresAt(
  store: Store,
  atHand: readonly NamedFigure[],
  wanted: readonly FigureId[],
): Promise<ReadonlyMap<FigureId, NamedFigure>> {
  const known = new Map(atHand.map((figure) => [figure.id, figure]))
  const figures = new Map<FigureId, NamedFigure>()
  for (const id of new Set(wanted)) {
    const found = known.get(id) ?? (await loadFigure(store, id))
    if (found !== undefined) figures.set(id, found)
  }
  return figures
}
