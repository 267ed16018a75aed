/** Health H of a subject: the weighted share of passed indicators among the known ones. */

import type { HealthLevel } from '#domain/assessment/health.ts'
import type { HealthAssumptions } from './assumptions.ts'
import { assessIndicator, type Finding } from './indicator.ts'
import { indicators } from './indicators.generated.ts'
import type { SubjectDays, SubjectFacts } from './subject.ts'

export type Rating = {
  /** In the order of `indicators`. */
  readonly findings: readonly Finding[]
  readonly passed: number
  readonly known: number
  readonly all: number
}

export function rate(facts: SubjectFacts, days: SubjectDays, { weights }: HealthAssumptions): Rating {
  const findings: Finding[] = []
  let [passed, known, all] = [0, 0, 0]
  for (const indicator of indicators) {
    const finding = assessIndicator(indicator, facts, days)
    const weight = weights.get(indicator.id) ?? 0
    findings.push(finding)
    all += weight
    if (finding.answer === 'unknown') continue
    known += weight
    if (finding.answer === 'passed') passed += weight
  }
  return { findings, passed, known, all }
}

/** Null when withheld: too little is known. */
export function healthOf({ passed, known, all }: Rating, { threshold }: HealthAssumptions): number | null {
  return known === 0 || known / all < threshold['H2-least-known'] ? null : passed / known
}

export function levelOf(health: number | null, { threshold }: HealthAssumptions): HealthLevel {
  if (health === null) return 'withheld'
  if (health >= threshold['H3-good']) return 'good'
  return health < threshold['H4-weak'] ? 'weak' : 'fair'
}
