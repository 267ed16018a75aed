/** Packages in use in several major versions: one size counts, the others are told (`methods.md` 1.5). */

import type { SeveralMajors } from '#domain/assessment/value.ts'
import type { PackageSize, Portfolio } from '#domain/portfolio.ts'
import { bestSizes } from './best-size.ts'

/** Versions of distributions number builds of whatever they package: their first number is no major version. */
const distributions = /^pkg:(?:deb|rpm|apk|alpm|oci|docker|generic)\//

export function severalMajors({ parts, occurrences, sizes }: Portfolio): readonly SeveralMajors[] {
  const isUsed = new Uint8Array(parts.length)
  for (let index = 0; index < occurrences.count; index++) isUsed[occurrences.part[index] ?? 0] = 1
  const versionsOf = new Map<string, { name: string; byMajor: Map<number, Set<string>> }>()
  for (const [index, part] of parts.entries()) {
    if (isUsed[index] === 0 || part.package === null || part.version === null) continue
    if (part.kind !== 'software' || distributions.test(part.package)) continue
    const major = majorOf(part.version)
    if (major === undefined) continue
    const entry = versionsOf.get(part.package) ?? { name: part.name, byMajor: new Map<number, Set<string>>() }
    versionsOf.set(part.package, entry)
    entry.byMajor.set(major, (entry.byMajor.get(major) ?? new Set()).add(part.version))
  }
  const several = [...versionsOf].filter(([, { byMajor }]) => byMajor.size > 1)
  const best = bestSizes(sizes)
  const sizesOf = Map.groupBy(sizes, (size) => size.package)
  return several
    .map(([of, { name, byMajor }]) => ({
      package: of,
      name,
      counted: best.get(of)?.version ?? null,
      majors: [...byMajor]
        .toSorted(([a], [b]) => a - b)
        .map(([major, versions]) => ({
          major,
          versions: [...versions].toSorted(),
          deduplicated: largestOf(sizesOf.get(of) ?? [], major),
        })),
    }))
    .toSorted((a, b) => (a.package < b.package ? -1 : 1))
}

function majorOf(version: string): number | undefined {
  const match = /^[vV]?(\d{1,6})(?:[.+-]|$)/.exec(version)
  return match === null ? undefined : Number(match[1])
}

function largestOf(sizes: readonly PackageSize[], major: number): number | null {
  const lines = sizes.flatMap(({ version, deduplicated }) =>
    version !== null && majorOf(version) === major ? [deduplicated] : [],
  )
  return lines.length === 0 ? null : Math.max(...lines)
}
