/** Of several sizes of a package the one that counts: the better source before the larger number. */

import type { PurlText } from '#domain/part.ts'
import { sizeSources, type PackageSize } from '#domain/portfolio.ts'

export function bestSizes(sizes: readonly PackageSize[]): ReadonlyMap<PurlText, PackageSize> {
  const best = new Map<PurlText, PackageSize>()
  for (const size of sizes) {
    const other = best.get(size.package)
    if (other === undefined || isBetter(size, other)) best.set(size.package, size)
  }
  return best
}

function isBetter(a: PackageSize, b: PackageSize): boolean {
  const bySource = sizeSources.indexOf(a.source) - sizeSources.indexOf(b.source)
  if (bySource !== 0) return bySource < 0
  if (a.deduplicated !== b.deduplicated) return a.deduplicated > b.deduplicated
  if (a.raw !== b.raw) return a.raw > b.raw
  return `${a.evidence} ${a.at}` < `${b.evidence} ${b.at}`
}
