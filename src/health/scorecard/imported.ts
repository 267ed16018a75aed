/** A result of OpenSSF Scorecard that somebody brought, as a figure with its age. */

import { observed, unknown, type IsoDate } from '#domain/figure.ts'
import {
  aggregateScore,
  inconclusive,
  isCheckName,
  staleAfterDays,
  weightOfCheck,
  type ImportedScorecard,
} from '#domain/scorecard.ts'
import type { ScorecardResult } from '#domain/upstream.ts'

export function importedScorecard(result: ScorecardResult, asOf: IsoDate): ImportedScorecard {
  const { project, on, aggregate, checks, evidence, at } = result
  const ageDays = Math.round((Date.parse(asOf) - Date.parse(on)) / 86_400_000)
  const weighed = checks.map(({ name, score }) => ({
    name,
    score,
    weight: isCheckName(name) ? weightOfCheck(name) : null,
  }))
  const recomputed = aggregateScore(
    weighed.flatMap(({ score, weight }) => (weight === null ? [] : [{ score, weight }])),
  )
  return {
    project,
    on,
    ageDays,
    isStale: ageDays > staleAfterDays,
    aggregate: {
      id: `health/scorecard-imported/${project}`,
      figure: aggregate === null ? unknown('not-collected') : observed(aggregate, evidence, `${at}/score`),
    },
    recomputed: recomputed === inconclusive ? null : recomputed,
    checks: weighed,
  }
}
