/**
 * criticality_score of OpenSSF: how much the world leans on a project, 0 to 1. The current formula of its Go program, and
 * the one of the original paper and program. Inputs that are not known are left out of both sums.
 */

/** As the program names and counts them; months are 30 days. */
export type CriticalityInputs = {
  readonly createdSinceMonths?: number
  readonly updatedSinceMonths?: number
  readonly contributors?: number
  readonly organizations?: number
  /** Commits a week, over the last year. */
  readonly commitFrequency?: number
  /** Of the last year. */
  readonly recentReleases?: number
  /** Of the last 90 days. */
  readonly updatedIssues?: number
  readonly closedIssues?: number
  /** Comments per issue. */
  readonly commentFrequency?: number
  readonly mentions?: number
}

type Term = { readonly weight: number; readonly upper: number; readonly isSmallerBetter?: true }

const terms: Readonly<Record<keyof CriticalityInputs, Term>> = {
  createdSinceMonths: { weight: 1, upper: 120 },
  updatedSinceMonths: { weight: 1, upper: 120, isSmallerBetter: true },
  contributors: { weight: 2, upper: 5000 },
  organizations: { weight: 1, upper: 10 },
  commitFrequency: { weight: 1, upper: 1000 },
  recentReleases: { weight: 0.5, upper: 26 },
  updatedIssues: { weight: 0.5, upper: 5000 },
  closedIssues: { weight: 0.5, upper: 5000 },
  commentFrequency: { weight: 1, upper: 15 },
  mentions: { weight: 2, upper: 500_000 },
}
const keys = Object.keys(terms) as readonly (keyof CriticalityInputs)[]

/** Null without any input. `known`: weight of the inputs at hand of the weight of all. */
export function criticalityScore(inputs: CriticalityInputs): { readonly score: number; readonly known: number } | null {
  const values = keys.flatMap((key) => {
    const value = inputs[key]
    if (value === undefined) return []
    const { weight, upper, isSmallerBetter } = terms[key]
    const bounded = Math.min(Math.max(value, 0), upper)
    const effective = isSmallerBetter === true ? upper - bounded : bounded
    return [{ weight, value: zipfian(effective) / zipfian(upper) }]
  })
  const score = weightedMean(values)
  const all = keys.reduce((sum, key) => sum + terms[key].weight, 0)
  return score === null ? null : { score, known: values.reduce((sum, { weight }) => sum + weight, 0) / all }
}

/** The variant of the first program: no upper bound, and the months since the last update count against it. */
export function originalCriticalityScore(inputs: CriticalityInputs): number | null {
  let [score, weights] = [0, 0]
  for (const key of keys) {
    const value = inputs[key]
    if (value === undefined) continue
    const weight = key === 'updatedSinceMonths' ? -terms[key].weight : terms[key].weight
    score += (weight * zipfian(value)) / zipfian(Math.max(value, terms[key].upper))
    weights += weight
  }
  return weights === 0 ? null : score / weights
}

export function zipfian(value: number): number {
  return Math.log(1 + value)
}

/** Null when nothing has weight. */
export function weightedMean(values: readonly { readonly value: number; readonly weight: number }[]): number | null {
  const weights = values.reduce((sum, { weight }) => sum + weight, 0)
  return weights === 0 ? null : values.reduce((sum, { value, weight }) => sum + value * weight, 0) / weights
}
