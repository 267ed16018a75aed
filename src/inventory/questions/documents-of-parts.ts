/** Which documents describe which part: the border between a product and what it contains of others. */

import type { Part, Portfolio } from '#domain/portfolio.ts'

/** For each part that is what other documents are about, those documents. A bought product stands in both roles. */
export function documentsAboutParts({ parts, documents }: Portfolio): ReadonlyMap<number, readonly number[]> {
  const documentsOf = new Map<string, number[]>()
  for (const [index, { subject }] of documents.entries()) {
    if (subject === undefined || subject === null) continue
    for (const key of keysOf(subject)) {
      const known = documentsOf.get(key)
      if (known === undefined) documentsOf.set(key, [index])
      else known.push(index)
    }
  }
  const about = new Map<number, readonly number[]>()
  if (documentsOf.size === 0) return about
  for (const [position, part] of parts.entries()) {
    const found = new Set(keysOf(part).flatMap((key) => documentsOf.get(key) ?? []))
    if (found.size > 0) about.set(position, [...found])
  }
  return about
}

/** By package URL without qualifiers, and by name where a version is stated too: a name alone is shared by many things. */
function keysOf({ purl, name, version }: Pick<Part, 'purl' | 'name' | 'version'>): readonly string[] {
  const keys: string[] = []
  if (purl !== null && version !== null)
    keys.push(`${purl.replace(/[?#].*$/s, '').replace(/@[^@/]*$/, '')}\n${version}`)
  if (version !== null) keys.push(`${name.trim().toLowerCase()}\n${version}`)
  return keys
}
