/**
 * Packs the advisories of one ecosystem into an index that is read in place: grouped by package, the versions of a package
 * ranked once with the ecosystem's order, ranges as intervals of whole numbers. `openPack` reads it.
 */

import { normaliseName } from '#ecosystems/names.ts'
import { versionScheme } from '#ecosystems/versions.ts'
import type { AffectedPackage, KeptAdvisory } from './advisory.ts'
import { packPackage, type PackageEntry } from './pack-package.ts'
import { PackWriter } from './pack-writer.ts'
import { normaliseRepository, repositoryEcosystem, splitRelease } from './release.ts'
import { rate } from './severity.ts'

export { openPack, type AdvisoryPack } from './advisory-pack.ts'

type Group = { readonly name: string; readonly release: string; readonly entries: PackageEntry[] }

/**
 * @param ecosystem OSV's name without release; `GIT` packs what names a repository and no package.
 * @param advisories Parts about other ecosystems are left out. Of two with the same id the newer one is taken. Withdrawn
 * ones are kept under their id and match nothing.
 */
export function packAdvisories(ecosystem: string, advisories: readonly KeptAdvisory[]): Uint8Array {
  const { base } = splitRelease(ecosystem)
  const writer = new PackWriter(base)
  const groups = new Map<string, Group>()
  for (const kept of newestOfEach(advisories)) {
    const { advisory } = kept
    const record = writer.addRecord(kept)
    if (advisory.withdrawn !== null) continue
    const general = rate(advisory.severity, advisory.severityWord)
    for (const [index, affected] of advisory.affected.entries()) {
      const places = placesOf(base, affected)
      if (places.length === 0) continue
      const own = rate(affected.severity, affected.severityWord)
      const rating = writer.addRating(own.basis === 'nothing' ? general : own)
      const entry: PackageEntry = { record, index, affected, rating }
      for (const place of places) groupOf(groups, place.name, place.release).entries.push(entry)
      writer.addCommits(entry)
    }
  }
  const scheme = versionScheme(base) ?? null
  const ordered = [...groups.values()].sort((a, b) => compare(a.name, b.name) || compare(a.release, b.release))
  for (const { name, release, entries } of ordered) packPackage(writer, { name, release, entries, scheme })
  return writer.finish()
}

/** The package names, with releases, under which an ecosystem knows an affected entry; empty when it is about another. */
function placesOf(
  base: string,
  affected: AffectedPackage,
): readonly { readonly name: string; readonly release: string }[] {
  if (affected.ecosystem !== null && affected.name !== null) {
    const stated = splitRelease(affected.ecosystem)
    return stated.base === base ? [{ name: normaliseName(base, affected.name), release: stated.release }] : []
  }
  if (base !== repositoryEcosystem) return []
  const repositories = affected.ranges.flatMap(({ repository }) => (repository === null ? [] : [repository]))
  return [...new Set(repositories.map(normaliseRepository))].map((name) => ({ name, release: '' }))
}

function groupOf(groups: Map<string, Group>, name: string, release: string): Group {
  const key = `${name}\0${release}`
  let group = groups.get(key)
  if (group === undefined) {
    group = { name, release, entries: [] }
    groups.set(key, group)
  }
  return group
}

function newestOfEach(advisories: readonly KeptAdvisory[]): readonly KeptAdvisory[] {
  const newest = new Map<string, KeptAdvisory>()
  for (const kept of advisories) {
    const other = newest.get(kept.advisory.id)
    if (other === undefined || other.advisory.modified < kept.advisory.modified) newest.set(kept.advisory.id, kept)
  }
  return [...newest.values()].sort((a, b) => compare(a.advisory.id, b.advisory.id))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
