/**
 * The contract of a check that is read from a clone without network. The rules restate the published ones of OpenSSF
 * Scorecard (`docs/checks.md`, `checks/raw`, `checks/evaluation` at 40c1e359, Apache-2.0); where less can be seen here, the
 * answer is partial or inconclusive, never a guess.
 */

import { inconclusive, type CheckAnswer, type CheckName, type CheckPlace, type CheckReason } from '#domain/scorecard.ts'
import type { ProjectFacts, ReadFiles } from '#domain/upstream.ts'
import type { Workflow } from './workflow.ts'

export type CheckContext = {
  readonly files: ReadFiles
  readonly facts: ProjectFacts
  /** Workflows of GitHub Actions, in the order of the paths. */
  readonly workflows: readonly Workflow[]
  /** Open advisories about the project or what it depends on; null when nobody matched it. */
  readonly vulnerabilities: number | null
  /** Null when nobody asked the host. */
  readonly isArchived: boolean | null
}

export type Check = {
  /** The file's name. */
  readonly id: string
  readonly name: CheckName
  readonly label: string
  /** Where the rule stands in ossf/scorecard. */
  readonly source: string
  readonly assess: (context: CheckContext) => CheckAnswer
}

export function defineCheck(check: Check): Check {
  return check
}

export function answer(score: number, reason: CheckReason, places: readonly CheckPlace[] = []): CheckAnswer {
  return { score, reason, isPartial: false, places }
}

export function partial(score: number, reason: CheckReason, places: readonly CheckPlace[] = []): CheckAnswer {
  return { score, reason, isPartial: true, places }
}

export function undecided(reason: CheckReason, places: readonly CheckPlace[] = []): CheckAnswer {
  return { score: inconclusive, reason, isPartial: true, places }
}

/** min(10, ⌊10·success ÷ total⌋), all in whole numbers; nothing of nothing is 0. */
export function proportionalScore(success: number, total: number): number {
  return total === 0 ? 0 : Math.min(10, Math.floor((10 * success) / total))
}

export function place(path: string, line: number | null = null, detail = ''): CheckPlace {
  return { path, line, detail }
}

/** The first path that one of the names gives, letter case aside. */
export function findPath({ paths }: ReadFiles, names: readonly string[]): string | undefined {
  return paths.find((path) => names.includes(path.toLowerCase()))
}
