/**
 * Shares a budget out among those the organization leans on: share ∝ U·K·(1 − H), our own definition. Only receivers that
 * can take money or for whom time is proposed; a floor and a cap for each; every share opens into its factors.
 */

import type { FundedShare, FundingCandidate, FundingPlan, NotFunded } from '#domain/assessment/funding.ts'
import type { FundingShare } from '#domain/assessment/health.ts'
import { aggregate, assumed, compute, lift, type Method, type NamedFigure } from '#domain/figure.ts'
import type { Currency } from '#domain/money.ts'
import { fundingAssumptions, unknownHealth, unknownHealthId } from './assumptions.ts'
import { fromMinor } from './minor-units.ts'
import { shareOut } from './share-out.ts'

export const fundingMethods = {
  weight: { id: 'funding-weight', version: 1 },
  weights: { id: 'funding-weights', version: 1 },
  share: { id: 'funding-share', version: 1 },
} as const satisfies Record<string, Method>

export type FundingTerms = {
  /** Budget and floor in the smallest unit of the currency, whole numbers; the cap as a share of the budget, above 0. */
  readonly budget: number
  readonly floor: number
  readonly cap: number
  /** Receivers at most, a whole number above 0. */
  readonly most: number
  readonly currency: Currency
}

export type Allocated = { readonly plan: FundingPlan; readonly figures: readonly NamedFigure[] }

export function allocateBudget(candidates: readonly FundingCandidate[], terms: FundingTerms): Allocated {
  const { budget, floor, currency } = terms
  const cap = Math.max(floor, Math.floor(budget * terms.cap))
  const notFunded: NotFunded[] = []
  const standIn: NamedFigure<number> = {
    id: `health/assumption/${unknownHealthId}`,
    figure: assumed(unknownHealth, unknownHealthId),
  }
  const able: Able[] = []
  for (const candidate of candidates.toSorted((a, b) => (a.subject < b.subject ? -1 : 1))) {
    const found = weighed(candidate, standIn)
    if ('why' in found) notFunded.push(found)
    else able.push(found)
  }
  // A floor that not everybody can have goes to those with the greatest weight.
  const affordable = floor === 0 ? able.length : Math.floor(budget / floor)
  const most = Math.min(affordable, terms.most)
  const why = affordable < terms.most ? 'below-floor' : 'beyond-most'
  const ranked = able.toSorted((a, b) => b.weight - a.weight || (a.candidate.subject < b.candidate.subject ? -1 : 1))
  const taken = ranked.slice(0, most)
  notFunded.push(...ranked.slice(most).map(({ candidate }): NotFunded => ({ subject: candidate.subject, why })))

  const total: NamedFigure<number> = {
    id: 'health/funding-weights',
    figure: aggregate(
      fundingMethods.weights,
      taken.map(({ figure }) => figure),
      'receivers',
      (weights) => weights.reduce((sum, weight) => sum + weight, 0),
    ).figure,
  }
  const termsFigure: NamedFigure = { id: 'health/assumption/F0-terms', figure: assumed({ ...terms }, 'F0-terms') }
  const amounts =
    taken.length === 0
      ? []
      : shareOut(
          budget,
          taken.map(({ weight }) => weight),
          floor,
          cap,
        )
  const shareFigures: NamedFigure[] = []
  const shares = taken.map(({ candidate, factors, figure, remedy }, at): FundedShare => {
    const { amount: minor, limit } = amounts[at] ?? { amount: 0, limit: null }
    const id = `health/funding-share/${candidate.subject}`
    const amount = fromMinor(minor, currency)
    shareFigures.push({
      id,
      figure: lift({ amount, currency, limit }, fundingMethods.share, [figure.id, total.id, termsFigure.id]),
    })
    return {
      subject: candidate.subject,
      ...factors,
      share: budget === 0 ? 0 : minor / budget,
      amount,
      minor,
      limit,
      remedy,
      figure: id,
      usageBasis: candidate.usageBasis,
      links: candidate.links,
    }
  })
  const assigned = shares.reduce((sum, { minor }) => sum + minor, 0)
  return {
    plan: {
      currency,
      budget,
      shares: shares.toSorted((a, b) => b.minor - a.minor || (a.subject < b.subject ? -1 : 1)),
      unassigned: budget - assigned,
      notFunded: notFunded.toSorted((a, b) => (a.subject < b.subject ? -1 : 1)),
      assumptions: fundingAssumptions(terms),
    },
    figures: [
      ...shareFigures,
      total,
      termsFigure,
      standIn,
      ...taken.flatMap(({ candidate, figure }) => [figure, candidate.usage, candidate.criticality, candidate.health]),
    ],
  }
}

type Able = {
  readonly candidate: FundingCandidate
  readonly weight: number
  readonly figure: NamedFigure<number>
  readonly factors: Pick<FundingShare, 'usage' | 'criticality' | 'health' | 'isHealthAssumed'>
  readonly remedy: FundingShare['remedy']
}

function weighed(candidate: FundingCandidate, standIn: NamedFigure<number>): Able | NotFunded {
  const { subject, usage, criticality, health } = candidate
  const remedy = remedyFor(candidate)
  if (remedy === null) return { subject, why: 'no-receiver' }
  if (!usage.figure.known || !criticality.figure.known) return { subject, why: 'unknown-factors' }
  const counted = health.figure.known ? health : standIn
  const figure: NamedFigure<number> = {
    id: `health/funding-weight/${subject}`,
    figure: compute(fundingMethods.weight, [usage, criticality, counted], (u, k, h) => u * k * (1 - h)),
  }
  const weight = figure.figure.known ? figure.figure.value : 0
  if (!(weight > 0)) return { subject, why: 'no-need' }
  return {
    candidate,
    weight,
    figure,
    remedy,
    factors: {
      usage: usage.figure.value,
      criticality: criticality.figure.value,
      health: counted.figure.known ? counted.figure.value : unknownHealth,
      isHealthAssumed: !health.figure.known,
    },
  }
}

/**
 * People first where somebody in house can do the work, else money; a small project that takes no money is helped with
 * time. Null when neither can reach it. Decision guide, rule 8: "Money is sometimes not the best fix".
 */
export function remedyFor({ hasSkill, links, isSmall }: FundingCandidate): FundingShare['remedy'] | null {
  if (hasSkill) return 'time'
  if (links.length > 0) return 'money'
  return isSmall === true ? 'time' : null
}
