/** Which products use which parts and packages, from the occurrences. Each product once, in ascending order. */

import type { Portfolio } from '#domain/portfolio.ts'

export type Usage = {
  /** Index into `Portfolio.parts` → indices into `organization.products`. */
  readonly productsOfPart: (part: number) => readonly number[]
  /** Package URL without version → products that use any version of it. */
  readonly packages: readonly UsedPackage[]
}

export type UsedPackage = {
  readonly package: string
  readonly name: string
  readonly ecosystem: string | null
  readonly parts: readonly number[]
  readonly products: readonly number[]
}

export function usageOf({ parts, documents, occurrences }: Portfolio): Usage {
  // Occurrences are grouped by part with a counting sort: portfolios have millions of them.
  const starts = new Int32Array(parts.length + 1)
  for (let index = 0; index < occurrences.count; index++) {
    const part = occurrences.part[index] ?? 0
    starts[part + 1] = (starts[part + 1] ?? 0) + 1
  }
  for (let part = 0; part < parts.length; part++) starts[part + 1] = (starts[part + 1] ?? 0) + (starts[part] ?? 0)
  const products = new Int32Array(occurrences.count)
  const next = starts.slice()
  for (let index = 0; index < occurrences.count; index++) {
    const part = occurrences.part[index] ?? 0
    const place = next[part] ?? 0
    products[place] = documents[occurrences.document[index] ?? 0]?.product ?? 0
    next[part] = place + 1
  }
  const usedBy = parts.map((_, part) => distinct(products.subarray(starts[part] ?? 0, starts[part + 1] ?? 0)))
  const productsOfPart = (part: number) => usedBy[part] ?? []

  const groups = new Map<string, number[]>()
  for (const [index, part] of parts.entries()) {
    const key = part.package ?? `${part.kind}:${part.name}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [index])
    else group.push(index)
  }
  const packages = [...groups].map(([key, members]) => {
    const first = parts[members[0] ?? 0]
    const used =
      members.length === 1 ? productsOfPart(members[0] ?? 0) : distinct(members.flatMap((part) => productsOfPart(part)))
    return {
      package: key,
      name: first?.name ?? key,
      ecosystem: first?.ecosystem ?? null,
      parts: members,
      products: used,
    }
  })
  return { productsOfPart, packages }
}

function distinct(products: Int32Array | readonly number[]): readonly number[] {
  if (products.length < 2) return [...products]
  const sorted = products.toSorted((a: number, b: number) => a - b)
  return [...sorted].filter((product, index) => index === 0 || product !== sorted[index - 1])
}
