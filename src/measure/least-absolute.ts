/** Straight lines by least absolute deviations: of all lines the one with the smallest sum of distances along y. */

export type Line = { readonly intercept: number; readonly slope: number }

export type Point = { readonly x: number; readonly y: number }

const goldenShare = (Math.sqrt(5) - 1) / 2
const steps = 200

/**
 * For one slope the best intercept is the median of what is left, and the sum of distances is convex in the slope: so a
 * search that shrinks an interval by the golden section finds the least. Undefined when all x are the same.
 */
export function fitLeastAbsolute(points: readonly Point[]): Line | undefined {
  const xs = points.map(({ x }) => x)
  const spread = Math.max(...xs) - Math.min(...xs)
  if (!(spread > 0)) return undefined
  const ys = points.map(({ y }) => y)
  // No best line is steeper than the steepest between neighbors in x.
  const sorted = points.toSorted((a, b) => a.x - b.x)
  const steepest = sorted.slice(1).reduce(
    (most, point, index) => {
      const before = sorted[index] ?? point
      const run = point.x - before.x
      return run > 0 ? Math.max(most, Math.abs(point.y - before.y) / run) : most
    },
    (Math.max(...ys) - Math.min(...ys)) / spread,
  )
  const distance = (slope: number): number => distanceOf(points, slope)

  let [low, high] = [-steepest, steepest]
  let left = high - goldenShare * (high - low)
  let right = low + goldenShare * (high - low)
  let [atLeft, atRight] = [distance(left), distance(right)]
  for (let step = 0; step < steps; step += 1) {
    if (atLeft <= atRight) {
      high = right
      ;[right, atRight] = [left, atLeft]
      left = high - goldenShare * (high - low)
      atLeft = distance(left)
    } else {
      low = left
      ;[left, atLeft] = [right, atRight]
      right = low + goldenShare * (high - low)
      atRight = distance(right)
    }
  }
  const slope = (low + high) / 2
  return { intercept: median(points.map(({ x, y }) => y - slope * x)), slope }
}

function distanceOf(points: readonly Point[], slope: number): number {
  const rests = points.map(({ x, y }) => y - slope * x)
  const middle = median(rests)
  return rests.reduce((sum, rest) => sum + Math.abs(rest - middle), 0)
}

/** Of an even number the mean of the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length % 2 === 1) return sorted[middle] ?? Number.NaN
  return ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}
