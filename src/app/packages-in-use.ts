/** The packages that a portfolio holds, most used first: in that order one asks about them. */

import type { PurlText } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { packageNameOf } from '#ecosystems/names.ts'
import { parsePurl } from '#ecosystems/purl.ts'

export type PackageInUse = {
  /** Package URL without version. */
  readonly package: PurlText
  /** Its package URL type. */
  readonly type: string
  /** As registries call it. */
  readonly name: string
  /** Each once, in the order of the occurrences. */
  readonly versions: readonly string[]
  readonly products: number
}

export function packagesInUse({ occurrences, documents, parts }: Portfolio): readonly PackageInUse[] {
  const uses = new Map<PurlText, { partIndex: number; versions: Set<string>; products: Set<number> }>()
  for (let index = 0; index < occurrences.count; index += 1) {
    const partIndex = occurrences.part[index] ?? -1
    const part = parts[partIndex]
    if (part === undefined || part.purl === null || part.package === null) continue
    const use = uses.get(part.package) ?? { partIndex, versions: new Set(), products: new Set() }
    if (part.version !== null) use.versions.add(part.version)
    use.products.add(documents[occurrences.document[index] ?? -1]?.product ?? -1)
    uses.set(part.package, use)
  }
  return [...uses]
    .map(([purl, { partIndex, versions, products }]) => ({
      package: purl,
      type: purl.slice(4, purl.indexOf('/')),
      name: nameOf(parts[partIndex]?.purl ?? purl, parts[partIndex]?.name ?? ''),
      versions: [...versions],
      products: products.size,
    }))
    .toSorted((a, b) => b.products - a.products || (a.package < b.package ? -1 : 1))
}

/** Package URLs fold the case of some names; where the part has the name as its makers write it, that is asked for. */
function nameOf(purl: PurlText, written: string): string {
  const parsed = parsePurl(purl)
  const name = parsed.ok ? packageNameOf(parsed.purl) : purl
  return written.toLowerCase() === name.toLowerCase() ? written : name
}
