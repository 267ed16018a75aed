/** Walks over the occurrences of a portfolio. */

import type { Portfolio } from './portfolio.ts'

/** Occurrence indices grouped by product, so that distinct products are met one after another: a counting sort. */
export function occurrencesByProduct({ occurrences, documents }: Portfolio): Int32Array {
  const { count, document } = occurrences
  const productOf = Int32Array.from(documents, ({ product }) => product)
  const bucketOf = (index: number) => (productOf[document[index] ?? -1] ?? -1) + 1
  const buckets = productOf.reduce((most, product) => Math.max(most, product), -1) + 2
  const starts = new Int32Array(buckets + 1)
  for (let index = 0; index < count; index++) starts[bucketOf(index) + 1] = (starts[bucketOf(index) + 1] ?? 0) + 1
  for (let bucket = 1; bucket <= buckets; bucket++) starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0)
  const order = new Int32Array(count)
  for (let index = 0; index < count; index++) {
    const bucket = bucketOf(index)
    const position = starts[bucket] ?? 0
    order[position] = index
    starts[bucket] = position + 1
  }
  return order
}
