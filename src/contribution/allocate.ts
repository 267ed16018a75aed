/** Shares money out among its recipients. */

import type { AllocationKey, LedgerEntry } from '#domain/contribution.ts'
import type { Receipt } from '#domain/assessment/contribution.ts'

/** The weight of a recipient for a key; null when it is not known. */
export type AllocationWeights = (recipient: string, key: Exclude<AllocationKey, 'equal'>) => number | null

/**
 * What each recipient got, most first. Where no weight of an entry's recipients is known, or all are zero, its amount is
 * shared equally; a recipient without a known weight otherwise gets none. The sum over recipients is the sum over entries
 * that name any.
 */
export function allocate(entries: readonly LedgerEntry[], weights: AllocationWeights): readonly Receipt[] {
  const sums = new Map<string, number>()
  for (const { amount, recipients, allocation } of entries) {
    if (amount === null) continue
    const shares = sharesOf(recipients, allocation, weights)
    for (const [at, recipient] of recipients.entries())
      sums.set(recipient, (sums.get(recipient) ?? 0) + amount * (shares[at] ?? 0))
  }
  return [...sums]
    .map(([recipient, amount]) => ({ recipient, amount }))
    .sort((a, b) => b.amount - a.amount || (a.recipient < b.recipient ? -1 : 1))
}

function sharesOf(recipients: readonly string[], key: AllocationKey, weights: AllocationWeights): readonly number[] {
  const equal = recipients.map(() => 1 / recipients.length)
  if (key === 'equal') return equal
  const known = recipients.map((recipient) => weights(recipient, key) ?? 0)
  const sum = known.reduce((total, weight) => total + weight, 0)
  return sum > 0 ? known.map((weight) => weight / sum) : equal
}
