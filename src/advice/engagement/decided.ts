/** Which decision answers a question about a part, and whether the guide says the same. */

import type { DecidedBefore } from '#domain/assessment/engagement.ts'
import { decisionsAbout, type Decision } from '#domain/decision.ts'
import type { EngagementOption } from '#domain/engagement.ts'
import type { ProductId, UnitId } from '#domain/organization.ts'
import type { PurlText } from '#domain/part.ts'
import type { ProjectId } from '#domain/project.ts'
import { versContains } from '#ecosystems/vers.ts'
import { decisionFigureId } from './figure-ids.ts'

export type DecisionAsked = {
  readonly package: PurlText | null
  readonly project: ProjectId | null
  readonly versions: readonly string[]
  /** The one that alone uses it; null when there are several, or none. */
  readonly product: ProductId | null
  /** Its unit, or the one that is asked for, with those above. */
  readonly units: readonly UnitId[]
}

/** Ways of engaging go before permissions to use: they say more. A refusal goes before both. */
export function decisionAnswering(inForce: readonly Decision[], asked: DecisionAsked): Decision | undefined {
  const { versions, ...rest } = asked
  const question = { ...rest, licenses: [], about: 'use' } as const
  const found = (versions.length === 0 ? [null] : versions).flatMap((version) =>
    decisionsAbout(inForce, { ...question, version }, versContains),
  )
  return (
    found.find(({ outcome }) => outcome === 'refuse') ?? found.find(({ outcome }) => outcome === 'engage') ?? found[0]
  )
}

/** @param advised what the guide says; null when it was not asked */
export function decidedBefore(decision: Decision, advised: EngagementOption | null): DecidedBefore {
  const { id, outcome, option, lane, on, by, until, reason, conditions } = decision
  const differs =
    advised !== null &&
    (outcome === 'engage' ? option !== advised : outcome === 'refuse' ? advised !== 0 : advised === 0)
  return {
    decision: id,
    outcome,
    option,
    lane,
    on,
    by,
    until,
    reason,
    conditions,
    figure: decisionFigureId(id),
    differs,
  }
}
