/**
 * The arithmetic of the sbomqs 2 score, from shares of components and plain answers to a number between 0 and 10 and a grade.
 * Source: sbomqs by Interlynk, at e9deb52; `methods.md` 7.2.
 */

export type ScoredFeature = {
  readonly id: string
  readonly weight: number
  /** 0 to 10; null where there is nothing to look at, which leaves the feature out. */
  readonly score: number | null
  /** Features of one group count as one: the best score with the weights of all. */
  readonly group?: string
}

export type ScoredCategory = {
  readonly id: string
  readonly weight: number
  readonly features: readonly ScoredFeature[]
}

export type Grade = 'A' | 'B' | 'C' | 'D' | 'F'

/** 10 × share of components; 9.9 at most unless every one has it, so that rounding never shows a perfect score. */
export function componentScore(have: number, of: number): number {
  if (of <= 0) return 0
  const score = (10 * have) / of
  return have < of && score > 9.9 ? 9.9 : score
}

/** Weighted mean of the features that are not left out, 0 when all are. Weights need not sum to 1. */
export function categoryScore(features: readonly ScoredFeature[]): number {
  const groups = new Map<string, { weight: number; score: number }>()
  for (const { id, weight, score, group } of features) {
    if (score === null) continue
    const key = group ?? id
    const known = groups.get(key)
    groups.set(key, { weight: (known?.weight ?? 0) + weight, score: Math.max(known?.score ?? 0, score) })
  }
  return weightedMean([...groups.values()])
}

/** Weighted mean of the categories. */
export function totalScore(categories: readonly { readonly weight: number; readonly score: number }[]): number {
  return weightedMean(categories)
}

export function gradeOf(score: number): Grade {
  if (score >= 9) return 'A'
  if (score >= 8) return 'B'
  if (score >= 7) return 'C'
  return score >= 5 ? 'D' : 'F'
}

function weightedMean(items: readonly { readonly weight: number; readonly score: number }[]): number {
  let [sum, weights] = [0, 0]
  for (const { weight, score } of items) {
    sum += weight * score
    weights += weight
  }
  return weights > 0 ? sum / weights : 0
}
