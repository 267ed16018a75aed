/** What the tables say about one license, one term, one set of terms, one expression. */

import type { LicensedAsset, LicenseFamily, LicenseTables, Openness, Reciprocity } from '#domain/license-facts.ts'
import { opennesses, reciprocities } from '#domain/license-facts.ts'
import { parseLicenseExpression } from '#domain/license-expression.ts'
import type { PartKind } from '#domain/part.ts'
import { listedLicense } from './license-list.ts'

/** Licenses by identifier; made once for a set of tables. */
export type LicenseIndex = {
  readonly tables: LicenseTables
  readonly family: ReadonlyMap<string, LicenseFamily>
}

const indexes = new WeakMap<LicenseTables, LicenseIndex>()

export function licenseIndex(tables: LicenseTables): LicenseIndex {
  const known = indexes.get(tables)
  if (known !== undefined) return known
  const family = new Map(tables.families.flatMap((each) => each.licenses.map((license) => [license, each] as const)))
  const index = { tables, family }
  indexes.set(tables, index)
  return index
}

export type Terms = {
  readonly openness: Openness
  /** Null is unknown. */
  readonly reciprocity: Reciprocity | null
  readonly network: boolean
  /** Ids, each once, in the order of the families. */
  readonly duties: readonly string[]
}

const unknownTerms: Terms = { openness: 'unknown', reciprocity: null, network: false, duties: [] }

/** The kind of asset that the kinds of the inventory are judged as. */
export const assetOfKind: Readonly<Record<PartKind, LicensedAsset>> = {
  software: 'software',
  firmware: 'software',
  service: 'software',
  hardware: 'hardware',
  data: 'data',
  content: 'content',
  model: 'model',
}

/** The family of a term such as `GPL-2.0-only WITH Classpath-exception-2.0` or `Apache-2.0+`; its exception is apart. */
export function familyOfTerm(index: LicenseIndex, term: string): LicenseFamily | undefined {
  const [license = term] = term.split(' WITH ')
  return index.family.get(license) ?? (license.endsWith('+') ? index.family.get(license.slice(0, -1)) : undefined)
}

/** The terms of one license for one kind of asset. A license that no table knows is unknown, never permissive. */
export function termsOfTerm(index: LicenseIndex, term: string, asset: LicensedAsset): Terms {
  const family = familyOfTerm(index, term)
  if (family === undefined) {
    const listed = listedLicense(term.split(' WITH ')[0] ?? term)
    const isOpen = listed !== undefined && (listed.isOsiApproved || listed.isFsfLibre)
    return isOpen ? { ...unknownTerms, openness: 'open' } : unknownTerms
  }
  const exception = term.split(' WITH ')[1]
  const isLoosened = exception !== undefined && index.tables.combiningExceptions.includes(exception)
  const reciprocity = isLoosened && family.reciprocity === 'strong' ? 'weak' : family.reciprocity
  return { openness: opennessFor(family, asset), reciprocity, network: family.network, duties: family.duties }
}

/**
 * Content that may not be used commercially is restricted in its use; software under such a text is source-available, as
 * other software is whose commercial use needs another permission. Source-available texts on weights restrict their use.
 */
function opennessFor(family: LicenseFamily, asset: LicensedAsset): Openness {
  if (asset === 'model' && family.openness === 'source-available') return 'use-restricted'
  if (asset === 'software' && family.id.startsWith('noncommercial')) return 'source-available'
  return family.openness
}

/** All terms hold at once: the least open, the most demanding, all duties. One unknown makes the whole unknown. */
export function termsOfSet(index: LicenseIndex, set: readonly string[], asset: LicensedAsset): Terms {
  const all = set.map((term) => termsOfTerm(index, term, asset))
  if (all.length === 0) return unknownTerms
  return {
    openness: leastOpen(all.map(({ openness }) => openness)),
    reciprocity: mostDemanding(all.map(({ reciprocity }) => reciprocity)),
    network: all.some(({ network }) => network),
    duties: [...new Set(all.flatMap(({ duties }) => duties))],
  }
}

/** Unknown wins over all, except that closed and restricted terms stay what they are whatever else is unknown. */
export function leastOpen(all: readonly Openness[]): Openness {
  const known = all.filter((openness) => openness !== 'unknown')
  const least =
    opennesses.findLast((openness) => openness !== 'unknown' && known.some((one) => one === openness)) ?? 'unknown'
  return known.length === all.length || least === 'closed' || least === 'use-restricted' ? least : 'unknown'
}

function mostDemanding(all: readonly (Reciprocity | null)[]): Reciprocity | null {
  if (all.includes(null)) return null
  return reciprocities.findLast((reciprocity) => all.includes(reciprocity)) ?? null
}

export type ExpressionTerms = Terms & {
  readonly chosen: readonly string[]
  readonly isChoice: boolean
}

/** The licensee picks, so that of several sets the most open and least demanding one counts; that there was a choice is told. */
export function termsOfExpression(
  index: LicenseIndex,
  expression: string,
  asset: LicensedAsset,
): ExpressionTerms | undefined {
  const parsed = parseLicenseExpression(expression)
  if (!parsed.ok || parsed.choices === null) return undefined
  const sets = parsed.choices.map((set) => ({ set, terms: termsOfSet(index, set, asset) }))
  sets.sort((a, b) => rank(a.terms) - rank(b.terms) || a.set.length - b.set.length)
  const [best] = sets
  if (best === undefined) return undefined
  return { ...best.terms, chosen: best.set, isChoice: sets.length > 1 }
}

/** Unknown stands behind what is known to be open and before what is known to be limited. */
const opennessRank: Readonly<Record<Openness, number>> = {
  open: 0,
  unknown: 1,
  'source-available': 2,
  'use-restricted': 3,
  closed: 4,
}

function rank({ openness, reciprocity, duties }: Terms): number {
  const demand = reciprocity === null ? reciprocities.length : reciprocities.indexOf(reciprocity)
  return opennessRank[openness] * 10_000 + demand * 100 + duties.length
}
