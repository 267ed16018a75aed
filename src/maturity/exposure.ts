/** What is known of weaknesses by product, out of one walk over the occurrences. */

import type { VulnerabilityAssessment } from '#domain/assessment/vulnerabilities.ts'
import type { Portfolio } from '#domain/portfolio.ts'

export type Exposure = {
  /** The product has parts, and for all of them there were advisories to look in. */
  readonly isScanned: (product: number) => boolean
  /** Critical findings of the products, each once: the day each was published, null where it is not stated. */
  readonly criticalIn: (products: readonly number[]) => readonly (string | null)[]
}

export function exposureOf(portfolio: Portfolio, { undecided, findings }: VulnerabilityAssessment): Exposure {
  const { documents, occurrences, organization, parts } = portfolio
  const isNotLookedUp = new Uint8Array(parts.length)
  for (const { part, code } of undecided) if (code === 'ecosystem-not-loaded') isNotLookedUp[part] = 1
  const criticalOfPart = new Map<number, number[]>()
  for (const [index, { part, severity }] of findings.entries()) {
    if (severity !== 'critical') continue
    const known = criticalOfPart.get(part)
    if (known === undefined) criticalOfPart.set(part, [index])
    else known.push(index)
  }
  const hasParts = new Uint8Array(organization.products.length)
  const hasGap = new Uint8Array(organization.products.length)
  const criticalOfProduct = new Map<number, Set<number>>()
  for (let at = 0; at < occurrences.count; at += 1) {
    const product = documents[occurrences.document[at] ?? 0]?.product ?? 0
    const part = occurrences.part[at] ?? 0
    hasParts[product] = 1
    if (isNotLookedUp[part] === 1) hasGap[product] = 1
    const critical = criticalOfPart.get(part)
    if (critical === undefined) continue
    const known = criticalOfProduct.get(product) ?? new Set()
    for (const finding of critical) known.add(finding)
    criticalOfProduct.set(product, known)
  }
  return {
    isScanned: (product) => hasParts[product] === 1 && hasGap[product] === 0,
    criticalIn: (products) => {
      const within = new Set(products.flatMap((product) => [...(criticalOfProduct.get(product) ?? [])]))
      return [...within].map((finding) => findings[finding]?.published?.slice(0, 10) ?? null)
    },
  }
}
