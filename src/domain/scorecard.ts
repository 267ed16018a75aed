/**
 * The checks of OpenSSF Scorecard by name and weight, and what they answer: one list for results that were brought and for
 * what can be read here. Weights: `pkg/scorecard/scorecard_result.go` and `docs/checks/internal/checks.yaml` of
 * ossf/scorecard (Apache-2.0).
 */

import type { NamedAggregate } from './assessment/aggregate.ts'
import type { IsoDate, NamedFigure } from './figure.ts'
import type { ProjectId } from './project.ts'

export type CheckRisk = 'critical' | 'high' | 'medium' | 'low'

export const weightOfRisk: Readonly<Record<CheckRisk, number>> = { critical: 10, high: 7.5, medium: 5, low: 2.5 }

/** Scorecard's own names. Experimental checks take part in an aggregate only where somebody ran them. */
export const scorecardChecks = {
  'Binary-Artifacts': { risk: 'high', isExperimental: false },
  'Branch-Protection': { risk: 'high', isExperimental: false },
  'CI-Tests': { risk: 'low', isExperimental: false },
  'CII-Best-Practices': { risk: 'low', isExperimental: false },
  'Code-Review': { risk: 'high', isExperimental: false },
  Contributors: { risk: 'low', isExperimental: false },
  'Dangerous-Workflow': { risk: 'critical', isExperimental: false },
  'Dependency-Update-Tool': { risk: 'high', isExperimental: false },
  Fuzzing: { risk: 'medium', isExperimental: false },
  License: { risk: 'low', isExperimental: false },
  Maintained: { risk: 'high', isExperimental: false },
  Packaging: { risk: 'medium', isExperimental: false },
  'Pinned-Dependencies': { risk: 'medium', isExperimental: false },
  SAST: { risk: 'medium', isExperimental: false },
  SBOM: { risk: 'medium', isExperimental: true },
  'Security-Policy': { risk: 'medium', isExperimental: false },
  'Signed-Releases': { risk: 'high', isExperimental: false },
  'Token-Permissions': { risk: 'high', isExperimental: false },
  Vulnerabilities: { risk: 'high', isExperimental: false },
  Webhooks: { risk: 'critical', isExperimental: true },
} as const satisfies Record<string, { readonly risk: CheckRisk; readonly isExperimental: boolean }>

export type CheckName = keyof typeof scorecardChecks

export const checkNames = Object.keys(scorecardChecks) as readonly CheckName[]

export function isCheckName(name: string): name is CheckName {
  return Object.hasOwn(scorecardChecks, name)
}

export function weightOfCheck(name: CheckName): number {
  return weightOfRisk[scorecardChecks[name].risk]
}

/** A result with its weight: the only thing that an aggregate needs. */
export type WeighedScore = { readonly score: number; readonly weight: number }

/** Stands for a check that could not decide; it is left out of both sums. */
export const inconclusive = -1

/** Σ w·s / Σ w over the scores that are not negative; −1 when there are none. */
export function aggregateScore(scores: readonly WeighedScore[]): number {
  let sum = 0
  let weights = 0
  for (const { score, weight } of scores) {
    if (score < 0) continue
    sum += score * weight
    weights += weight
  }
  return weights === 0 ? inconclusive : sum / weights
}

/** Why a check answered as it did. Words stand in `text/practices.*.ts`. */
export type CheckReason =
  | 'none-found'
  | 'found'
  | 'not-kept-here'
  | 'host-only'
  | 'no-workflows'
  | 'workflow-unreadable'
  | 'dangerous-pattern'
  | 'excessive-permissions'
  | 'least-privilege'
  | 'no-dependencies'
  | 'all-pinned'
  | 'some-not-pinned'
  | 'file-without-text'
  | 'archived'
  | 'too-young'
  | 'commits-counted'
  | 'shallow-history'
  | 'few-review-traces'
  | 'review-traces'
  | 'no-releases'
  | 'tags-signed'
  | 'tags-not-signed'
  | 'not-matched'

/** Where in the repository; the line is null for a whole file. */
export type CheckPlace = { readonly path: string; readonly line: number | null; readonly detail: string }

export type CheckAnswer = {
  /** 0 to 10, or −1 when what is at hand cannot decide. */
  readonly score: number
  readonly reason: CheckReason
  /** The host, or contents that are not read here, could still change the answer. */
  readonly isPartial: boolean
  readonly places: readonly CheckPlace[]
}

export type CheckResult = CheckAnswer & {
  readonly check: CheckName
  readonly weight: number
  /** Known unless the check is inconclusive. */
  readonly figure: NamedFigure<WeighedScore>
}

/** What can be told of a project's practices from a clone alone. */
export type OfflineScorecard = {
  readonly project: ProjectId
  readonly on: IsoDate
  /** 0 to 10. */
  readonly aggregate: NamedAggregate<number>
  /** The weight that the aggregate rests on, and of all checks that are run by default. */
  readonly weight: { readonly known: number; readonly of: number }
  readonly checks: readonly CheckResult[]
}

/** A result that somebody brought, with its age on the day of the assessment. */
export type ImportedScorecard = {
  readonly project: ProjectId
  readonly on: IsoDate
  readonly ageDays: number
  /** Older than `staleAfterDays`: shown, and to be renewed. */
  readonly isStale: boolean
  readonly aggregate: NamedFigure<number>
  /** Recomputed from its checks; null when it has none that are known. */
  readonly recomputed: number | null
  readonly checks: readonly { readonly name: string; readonly score: number; readonly weight: number | null }[]
}

export const staleAfterDays = 180
