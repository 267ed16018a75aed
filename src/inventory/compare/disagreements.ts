/** Where documents say different things about the same part. */

import type { DocumentPart } from '#domain/part.ts'

export type Disagreement = {
  readonly what: 'subject' | 'licenses' | 'hashes' | 'supplier' | 'source-address' | 'name'
  /** Package URL, or name and version; null for the document as a whole. */
  readonly part: string | null
  readonly stated: readonly { readonly path: string; readonly value: string }[]
}

type Field = Exclude<Disagreement['what'], 'subject'>

type Seen = { readonly part: DocumentPart; readonly path: string }

/** Remembers every entry of a part that occurs more than once. */
export class Disagreements {
  private readonly first: Seen[] = []
  private readonly further = new Map<number, Seen[]>()

  /** @param index of the merged part; entries of the same part come with the same one */
  see(index: number, part: DocumentPart, path: string): void {
    const first = this.first[index]
    if (first === undefined) this.first[index] = { part, path }
    else {
      const list = this.further.get(index) ?? [first]
      list.push({ part, path })
      this.further.set(index, list)
    }
  }

  list(parts: readonly DocumentPart[]): readonly Disagreement[] {
    return [...this.further]
      .sort(([a], [b]) => a - b)
      .flatMap(([index, seen]) => {
        const part = parts[index]
        return part === undefined ? [] : disagreementsOf(labelOf(part), seen)
      })
  }
}

export function labelOf({ purl, name, version }: Pick<DocumentPart, 'purl' | 'name' | 'version'>): string {
  return purl ?? (version === null ? name : `${name} ${version}`)
}

function disagreementsOf(part: string, seen: readonly Seen[]): readonly Disagreement[] {
  const found: Disagreement[] = []
  const compare = (what: Field, valueOf: (part: DocumentPart) => string | undefined): void => {
    const stated = seen.flatMap(({ part: entry, path }) => {
      const value = valueOf(entry)
      return value === undefined ? [] : [{ path, value }]
    })
    if (new Set(stated.map(({ value }) => value)).size > 1) found.push({ what, part, stated: distinct(stated) })
  }
  compare('name', ({ name }) => name)
  for (const basis of ['declared', 'concluded', 'found'] as const) {
    compare('licenses', ({ licenses }) => {
      const texts = licenses.flatMap((license) => (license.basis === basis ? [license.expression ?? license.text] : []))
      return texts.length === 0 ? undefined : `${basis}: ${[...new Set(texts)].sort().join('; ')}`
    })
  }
  found.push(...hashDisagreements(part, seen))
  compare('supplier', ({ supplier }) => supplier)
  compare('source-address', ({ sourceUrl }) => sourceUrl)
  return found
}

/** A part may have several files; two documents contradict each other when none of their hashes is the same. */
function hashDisagreements(part: string, seen: readonly Seen[]): readonly Disagreement[] {
  const algorithms = new Set(seen.flatMap(({ part: { hashes } }) => hashes.map(({ algorithm }) => algorithm)))
  return [...algorithms].sort().flatMap((algorithm): readonly Disagreement[] => {
    const sets = seen.flatMap(({ part: { hashes }, path }) => {
      const values = hashes.flatMap((hash) => (hash.algorithm === algorithm ? [hash.value] : []))
      return values.length === 0 ? [] : [{ path, values: new Set(values) }]
    })
    const [first, ...others] = sets
    const isContradicted =
      first !== undefined && others.some(({ values }) => ![...values].some((value) => first.values.has(value)))
    if (!isContradicted) return []
    const stated = sets.map(({ path, values }) => ({ path, value: `${algorithm} ${[...values].sort().join(', ')}` }))
    return [{ what: 'hashes', part, stated: distinct(stated) }]
  })
}

function distinct(stated: Disagreement['stated']): Disagreement['stated'] {
  return [...new Map(stated.map((entry) => [`${entry.path}\n${entry.value}`, entry])).values()]
}
