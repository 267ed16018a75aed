/** Shares a whole number out in proportion to weights, nobody below a floor or above a cap, to the last unit. */

export type Shared = {
  readonly amount: number
  readonly limit: 'floor' | 'cap' | null
}

/**
 * Proportional where no limit binds; what limits take or leave is shared out again among the rest, until nothing changes.
 * Rounded by the largest remainder, so that the sum is exact: it is `total`, or `weights.length · cap` where that is less.
 *
 * @param weights more than zero
 * @param floor times the number of weights at most `total`; `floor ≤ cap`; whole numbers all
 */
export function shareOut(total: number, weights: readonly number[], floor: number, cap: number): readonly Shared[] {
  const limits = weights.map((): Shared['limit'] => null)
  // Each round fixes those on one side only: the side that is further out decides which limits truly bind.
  for (;;) {
    const quotas = quotasOf(total, weights, limits, floor, cap)
    const over = sumOf(quotas.map((quota) => (quota === null ? 0 : Math.max(0, quota - cap))))
    const under = sumOf(quotas.map((quota) => (quota === null ? 0 : Math.max(0, floor - quota))))
    if (over === 0 && under === 0) return rounded(total, quotas, limits, floor, cap)
    for (const [at, quota] of quotas.entries()) {
      if (quota === null) continue
      if (over >= under && quota > cap) limits[at] = 'cap'
      if (under > over && quota < floor) limits[at] = 'floor'
    }
  }
}

/** Null for those at a limit. */
function quotasOf(
  total: number,
  weights: readonly number[],
  limits: readonly Shared['limit'][],
  floor: number,
  cap: number,
): readonly (number | null)[] {
  const fixed = sumOf(limits.map((limit) => (limit === 'cap' ? cap : limit === 'floor' ? floor : 0)))
  const rest = Math.max(0, total - fixed)
  const sum = sumOf(weights.map((weight, at) => (limits[at] === null ? weight : 0)))
  return weights.map((weight, at) => (limits[at] === null ? (rest * weight) / sum : null))
}

function rounded(
  total: number,
  quotas: readonly (number | null)[],
  limits: readonly Shared['limit'][],
  floor: number,
  cap: number,
): readonly Shared[] {
  const amounts = quotas.map((quota, at) => (quota === null ? (limits[at] === 'cap' ? cap : floor) : Math.floor(quota)))
  let left = Math.min(total, quotas.length * cap) - sumOf(amounts)
  const order = quotas
    .flatMap((quota, at) => (quota === null ? [] : [{ at, remainder: quota - Math.floor(quota) }]))
    .toSorted((a, b) => b.remainder - a.remainder || a.at - b.at)
  for (const { at } of order) {
    if (left <= 0) break
    if ((amounts[at] ?? cap) >= cap) continue
    amounts[at] = (amounts[at] ?? 0) + 1
    left -= 1
  }
  return amounts.map((amount, at) => ({ amount, limit: limits[at] ?? null }))
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0)
}
