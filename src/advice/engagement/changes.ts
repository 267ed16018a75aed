/** Which single facts would change the advice: each unknown one in turn, and known ones that lie near a threshold. */

import type { AdviceChange, EngagementAdvice } from '#domain/assessment/engagement.ts'
import {
  factNames,
  projectGovernances,
  type EngagementCase,
  type FactName,
  type FactValues,
} from '#domain/engagement.ts'
import { assumed, unknown } from '#domain/figure.ts'
import type { EngagementFacts } from './condition.ts'
import { chooseOption } from './guide.ts'
import { nearCriticality, nearHealth, releasesOfOldPatch, shareOfSeat } from './thresholds.ts'

type Value = number | string | boolean

/** Values to try of facts that are not a plain yes or no. */
const values: Partial<Record<FactName, readonly Value[]>> = {
  criticality: [0.1, 0.45, 0.8],
  health: ['good', 'fair', 'weak'] satisfies FactValues['health'][],
  governance: projectGovernances,
  license: ['ok', 'conditional', 'refused'],
  agreement: ['none', 'symmetric', 'asymmetric'],
  patches: [0, 1],
  patchReleases: [releasesOfOldPatch, releasesOfOldPatch + 1],
  ownShare: [0, shareOfSeat],
}

const criticalityThresholds = [0.3, 0.6] as const
const healthThresholds = [0.4, 0.7] as const

/** @param health H as a number, where it is known */
export function changesOf(
  of: EngagementCase,
  facts: EngagementFacts,
  asked: readonly FactName[],
  health: number | undefined,
): readonly AdviceChange[] {
  const now = chooseOption(of, facts)
  const changes: AdviceChange[] = []
  const suppose = (fact: FactName, kind: AdviceChange['kind'], value: Value): void => {
    const then = chooseOption(of, { ...facts, [fact]: assumed(value, 'what-if') })
    if (then.option !== now.option) changes.push({ fact, kind, value, option: then.option, rule: then.rule })
  }
  for (const fact of asked) {
    const figure = facts[fact]
    if (!figure.known && figure.why !== 'not-applicable')
      for (const value of values[fact] ?? [true, false]) suppose(fact, 'unknown', value)
  }
  if (facts.criticality.known)
    for (const beside of beyond(facts.criticality.value, criticalityThresholds, nearCriticality))
      suppose('criticality', 'near', beside)
  if (health !== undefined && facts.health.known)
    for (const beside of beyond(health, healthThresholds, nearHealth))
      suppose('health', 'near', beside < 0.4 ? 'weak' : beside < 0.7 ? 'fair' : 'good')
  if (facts.patchReleases.known && facts.patchReleases.value === releasesOfOldPatch)
    suppose('patchReleases', 'near', releasesOfOldPatch + 1)
  return changes
}

/** As above, of advice as lists hold it: the known facts, those that decided, and with each open rule what it misses. */
export function changesFromList(
  { case: of, inputs, open }: Pick<EngagementAdvice, 'case' | 'inputs' | 'open'>,
  health: number | undefined,
): readonly AdviceChange[] {
  const known = Object.fromEntries(inputs.map(({ fact, figure }) => [fact, figure.figure]))
  const none = Object.fromEntries(factNames.map((fact) => [fact, unknown('not-collected')]))
  const undecided = inputs.filter(({ figure }) => !figure.figure.known).map(({ fact }) => fact)
  const missing = [...new Set([...undecided, ...open.flatMap((rule) => rule.missing)])]
  return changesOf(of, { ...none, ...known } as EngagementFacts, missing, health)
}

/** A value on the other side of each threshold that is near. */
function beyond(value: number, thresholds: readonly number[], near: number): readonly number[] {
  return thresholds.flatMap((threshold) => {
    if (Math.abs(value - threshold) > near) return []
    return value < threshold ? [threshold] : [threshold - 1e-9]
  })
}
