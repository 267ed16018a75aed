/** The nearest version of a part that ends all its findings. */

import type { Remedy } from '#domain/assessment/vulnerabilities.ts'
import type { Finding } from '#domain/finding.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { versionOrder } from '#ecosystems/versions.ts'

/**
 * One entry per affected part, in the order of the findings (gravest first). The version is the highest of the smallest
 * fixing versions above the one in use; null when a finding has no fix above it, or the ecosystem has no known order.
 */
export function remediesOf(portfolio: Portfolio, findings: readonly Finding[]): readonly Remedy[] {
  const byPart = new Map<number, Finding[]>()
  for (const finding of findings) byPart.set(finding.part, [...(byPart.get(finding.part) ?? []), finding])
  return [...byPart].map(([part, own]) => ({ part, version: endingAll(portfolio, part, own), findings: own.length }))
}

function endingAll({ parts }: Portfolio, part: number, findings: readonly Finding[]): string | null {
  const { ecosystem = null, version = null } = parts[part] ?? {}
  const order = ecosystem === null ? undefined : versionOrder(ecosystem)
  if (order === undefined || version === null) return null
  let best: string | null = null
  for (const { fixed } of findings) {
    const [nearest] = fixed.filter((candidate) => order.compare(candidate, version) > 0).sort(order.compare)
    if (nearest === undefined) return null
    if (best === null || order.compare(nearest, best) > 0) best = nearest
  }
  return best
}
