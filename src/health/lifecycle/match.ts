/** Which product's release lines a part follows, and by which version. */

import type { LifecycleNames, PartLifecycle } from '#domain/lifecycle.ts'
import type { Part } from '#domain/portfolio.ts'
import type { Lifecycle } from '#domain/upstream.ts'
import { parsePurl } from '#ecosystems/purl.ts'

export type LifecycleMatch = {
  readonly lifecycle: Lifecycle
  readonly basis: PartLifecycle['basis']
  readonly version: string
}

/** Packages of these types carry the fixes of their distribution, so its release counts and not the upstream one's. */
const distributed = new Set(['deb', 'rpm', 'apk', 'alpm'])

/** Made once for all parts. The product files' own identifiers win over known names. */
export function lifecycleMatcher(
  lifecycles: readonly Lifecycle[],
  names: LifecycleNames,
): (part: Part) => LifecycleMatch | undefined {
  const byProduct = new Map(lifecycles.map((lifecycle) => [lifecycle.product, lifecycle]))
  const byPackage = new Map<string, { readonly lifecycle: Lifecycle; readonly basis: PartLifecycle['basis'] }>()
  const releases = new Map<string, Distribution>()
  const named = new Map<string, Distribution>()
  for (const distribution of names.distributions) {
    const lifecycle = byProduct.get(distribution.product)
    if (lifecycle === undefined) continue
    releases.set(distribution.packages, { ...distribution, lifecycle })
    const name = distribution.packages.slice(distribution.packages.indexOf('/') + 1)
    named.set(name, { ...distribution, lifecycle })
    for (const image of distribution.images) byPackage.set(image, { lifecycle, basis: 'known-name' })
  }
  for (const { product, packages } of names.products) {
    const lifecycle = byProduct.get(product)
    if (lifecycle !== undefined) for (const each of packages) byPackage.set(each, { lifecycle, basis: 'known-name' })
  }
  for (const lifecycle of lifecycles)
    for (const each of lifecycle.packages) byPackage.set(each, { lifecycle, basis: 'identifier' })
  const codenames = new Map(
    [...releases.values()].flatMap(({ lifecycle, codenames: of }) =>
      Object.entries(of).map(([codename, release]) => [`${lifecycle.product} ${codename}`, release] as const),
    ),
  )

  return (part) => {
    const { purl, version } = part
    // The operating system itself stands in many lists without a package URL.
    if (purl === null) {
      const system = named.get(part.name.toLowerCase())
      return system === undefined || version === null
        ? undefined
        : { lifecycle: system.lifecycle, basis: 'known-name', version }
    }
    const type = purl.slice(4, purl.indexOf('/'))
    if (distributed.has(type)) {
      const parsed = parsePurl(purl)
      if (!parsed.ok) return undefined
      const distribution = releases.get(`${type}/${parsed.purl.namespace ?? ''}`)
      const release = distribution && releaseOf(parsed.purl.qualifiers?.['distro'], distribution)
      return release === undefined
        ? undefined
        : { lifecycle: distribution?.lifecycle as Lifecycle, basis: 'distribution', version: release }
    }
    const found = byPackage.get(part.package ?? '')
    if (found === undefined) return undefined
    const stated = tagOf(purl, type) ?? version
    if (stated === null) return undefined
    const codename = codenames.get(`${found.lifecycle.product} ${stated.toLowerCase().split('-')[0] ?? ''}`)
    return { ...found, version: codename ?? stated }
  }
}

type Distribution = LifecycleNames['distributions'][number] & { readonly lifecycle: Lifecycle }

/** `debian-12.5`, `bookworm`, `12` all name release 12. */
function releaseOf(distro: string | undefined, { prefixes, codenames }: Distribution): string | undefined {
  if (distro === undefined) return undefined
  const text = distro.toLowerCase()
  for (const prefix of prefixes.toSorted((a, b) => b.length - a.length)) {
    if (!text.startsWith(prefix)) continue
    const rest = text.slice(prefix.length)
    if (codenames[rest] !== undefined) return codenames[rest]
    if (/^\d/.test(rest)) return rest
  }
  return undefined
}

/** An image by digest may still name its tag. */
function tagOf(purl: string, type: string): string | null {
  if (type !== 'docker' && type !== 'oci') return null
  const parsed = parsePurl(purl)
  return (parsed.ok ? parsed.purl.qualifiers?.['tag'] : undefined) ?? null
}
