/** How sure the evidence makes: `methods.md` 8, step 4. c = Σ w·type·fresh·agree / Σ w, over indicators with evidence. */

import type { ConfidenceBand, EvidenceGrade } from '#domain/assessment/maturity.ts'

/** What kind of evidence it is; a single attestation counts like an answer of two roles, our proposal. */
export function typeFactor(grade: EvidenceGrade, roles: number): number {
  switch (grade) {
    case 'A':
      return 1
    case 'B':
      return 0.8
    case 'C':
      return 0.6
    case 'D':
      return roles >= 2 ? 0.6 : 0.4
  }
}

export type ConfidenceInput = {
  readonly grade: EvidenceGrade
  readonly ageDays: number
  /** Roles that answered; without meaning for other grades. */
  readonly roles: number
  /** Spread of the answers, 0 to 1. */
  readonly spread: number
}

export function confidenceOf({ grade, ageDays, roles, spread }: ConfidenceInput): number {
  return typeFactor(grade, roles) * 0.5 ** (Math.max(0, ageDays) / 365) * (1 - spread)
}

/** Null without any evidence: not assessed, never 0. */
export function confidence(terms: readonly { readonly weight: number; readonly confidence: number }[]): number | null {
  const weight = terms.reduce((sum, term) => sum + term.weight, 0)
  return weight === 0 ? null : terms.reduce((sum, term) => sum + term.weight * term.confidence, 0) / weight
}

export function bandOf(value: number): ConfidenceBand {
  if (value >= 0.75) return 'high'
  return value >= 0.5 ? 'medium' : 'low'
}
