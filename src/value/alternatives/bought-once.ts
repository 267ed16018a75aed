/**
 * How much is paid for. The same price in the same place is bought once, for the largest quantity, and divided over the
 * functions it serves: a suite that replaces office programs and mail is not two suites.
 */

import type { Accepted } from './accept.ts'

/** Lines that the same purchase serves; each line is in one group. */
export function purchases(accepted: readonly Accepted[]): readonly (readonly Accepted[])[] {
  return [...Map.groupBy(accepted, ({ price }) => price.id).values()].flatMap((ofPrice) =>
    ofPrice.some(({ substitution }) => substitution.product === null)
      ? [ofPrice]
      : [...Map.groupBy(ofPrice, placeOf).values()],
  )
}

function placeOf({ substitution, metric, unit }: Accepted): string {
  return metric.countsPeople && unit !== null ? `unit:${unit}` : `product:${substitution.product ?? ''}`
}

/**
 * Divides the largest of several quantities: each unit is shared by the functions that need it. 100 and 120 give 50 and 70.
 * It is the Shapley value of a cost that is the maximum of its claims (Littlechild and Owen, 1973).
 */
export function dividedQuantities(quantities: readonly number[]): readonly number[] {
  const levels = [...quantities].sort((a, b) => a - b)
  return quantities.map((quantity) => {
    let share = 0
    for (const [position, level] of levels.entries()) {
      if (level > quantity) break
      share += (level - (levels[position - 1] ?? 0)) / (levels.length - position)
    }
    return share
  })
}

/** Billed quantity of each line whose quantity is known, by the id of its substitution. All lines have the same price. */
export function billedQuantities(groups: readonly (readonly Accepted[])[]): ReadonlyMap<string, number> {
  const billed = new Map<string, number>()
  const totals = groups.map((group) => {
    const known = group.filter(({ substitution }) => substitution.quantity !== null)
    const quantities = known.map(({ substitution }) => substitution.quantity ?? 0)
    const most = Math.max(0, ...quantities)
    const total = Math.max(most, most > 0 ? leastOf(group[0], 'server') : 0)
    for (const [position, share] of dividedQuantities(quantities).entries())
      billed.set(known[position]?.substitution.id ?? '', (share * total) / most)
    return total
  })
  const sum = totals.reduce((all, one) => all + one, 0)
  const line = groups[0]?.[0]
  if (sum === 0 || line === undefined) return billed
  const paid = Math.max(sum - line.price.freeQuantity, 0)
  const ordered = paid === 0 ? 0 : Math.max(paid, leastOf(line, 'order'))
  return new Map([...billed].map(([id, quantity]) => [id, (quantity * ordered) / sum]))
}

function leastOf(line: Accepted | undefined, per: 'order' | 'server'): number {
  const minimum = line?.price.minimum ?? null
  return minimum?.per === per ? minimum.quantity : 0
}
