/** What advice reads of conversations, decisions and earlier assessments, from what is kept of them. */

import { trendFigures } from '#advice/assess.ts'
import type { DecisionInput, EarlierFigures, MotivatorInput } from '#domain/advice-inputs.ts'
import type { MotivatorAssessment } from '#domain/assessment/motivators.ts'
import type { Decision } from '#domain/decision.ts'
import type { IsoDate, NamedFigure } from '#domain/figure.ts'
import type { KeptHeard } from '#domain/motivators.ts'
import { listAssessments, loadFigure, type AssessmentEntry } from '#store/assessments.ts'
import type { Store } from '#store/store.ts'

/** What conversations brought, as far as it may be shown; null when nobody was heard. */
export function motivatorInput(heard: KeptHeard, { plan }: MotivatorAssessment): MotivatorInput | null {
  if (heard.conversations.length === 0 && heard.groups.length === 0) return null
  const wanted = heard.motivators.filter(
    ({ declined, heard: by, others }) => declined === null && by.length + others > 0,
  )
  return {
    areasHeard: plan.areasHeard,
    motivators: wanted.length,
    riskOnly: wanted.filter(({ kind }) => kind === 'risk-and-duty').length,
    figures: wanted.map(({ id }) => `motivators/weight/${id}`),
  }
}

export function decisionInputs(decisions: readonly Decision[]): readonly DecisionInput[] {
  return decisions.map(({ id, on, unit }) => ({ on, units: [unit], figure: `advice/decision/${id}` }))
}

/** Of each year before a day the last assessment, with the figures whose course is shown. */
export async function earlierFigures(store: Store, day: IsoDate): Promise<readonly EarlierFigures[]> {
  const lastOfYear = new Map<string, AssessmentEntry>()
  // Newest first by the time they were recorded; what is about a later day of the year wins.
  for (const entry of await listAssessments(store)) {
    const year = entry.asOf.slice(0, 4)
    const known = lastOfYear.get(year)
    if (entry.asOf < day && (known === undefined || known.asOf < entry.asOf)) lastOfYear.set(year, entry)
  }
  const earlier: EarlierFigures[] = []
  for (const { id, asOf } of [...lastOfYear.values()].toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1))) {
    const figures: NamedFigure[] = []
    for (const figure of trendFigures) {
      const found = await loadFigure(store, figure, id)
      if (found !== undefined) figures.push(found)
    }
    earlier.push({ on: asOf, figures })
  }
  return earlier
}
