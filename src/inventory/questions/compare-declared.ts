/** What units say they use, against what was found. */

import { figureOfDocument } from '#domain/document-figure.ts'
import type { EvidenceId } from '#domain/evidence.ts'
import { compute, lift, observed, unknown, type Figure, type NamedFigure } from '#domain/figure.ts'
import type { ProductId, UnitId } from '#domain/organization.ts'
import { directnesses } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { packagesOf } from '#inventory/graph.ts'

/** A line of a list: a product, by id or name, and a package, by package URL or name. */
export type DeclaredPart = { readonly product: string; readonly package: string }

export type DeclaredComparison = {
  readonly unit: UnitId | null
  readonly products: readonly ProductId[]
  readonly declared: NamedFigure<number>
  readonly found: NamedFigure<number>
  /** Found that the unit asks for itself, and not through others. */
  readonly foundDirect: NamedFigure<number>
  /** Found ÷ declared; unknown for a unit that declared nothing, which is not the same as declaring that there is nothing. */
  readonly factor: NamedFigure<number>
  /** As found, sorted. */
  readonly onlyFound: readonly string[]
  /** As declared, sorted. */
  readonly onlyDeclared: readonly string[]
  readonly both: number
}

export type DeclaredAgainstFound = {
  readonly units: readonly DeclaredComparison[]
  /** Lines that name a product that the organization does not have. */
  readonly unknownProducts: readonly DeclaredPart[]
}

const direct = directnesses.indexOf('direct')

/**
 * Packages count once in each unit, whatever versions of them its products use.
 *
 * @param evidence the list that the declarations stand in
 */
export function compareDeclared(
  portfolio: Portfolio,
  declared: readonly DeclaredPart[],
  evidence: EvidenceId,
): DeclaredAgainstFound {
  const { organization } = portfolio
  const unitOf = new Map<string, UnitId | null>()
  for (const { name, unit } of organization.products) {
    if (!unitOf.has(name.toLowerCase())) unitOf.set(name.toLowerCase(), unit)
  }
  for (const { id, unit } of organization.products) unitOf.set(id, unit)
  const lines = new Map<UnitId | null, Set<string>>()
  const unknownProducts: DeclaredPart[] = []
  for (const line of declared) {
    const key = unitOf.has(line.product) ? line.product : line.product.toLowerCase()
    const unit = unitOf.get(key)
    if (unit === undefined) unknownProducts.push(line)
    else setIn(lines, unit).add(line.package.trim())
  }
  const found = foundByUnit(portfolio)
  const units = [...new Set([...lines.keys(), ...found.keys()])].sort(byText)
  return {
    units: units.map((unit) =>
      compareUnit(portfolio, unit, { lines: lines.get(unit), evidence }, found.get(unit) ?? noneFound),
    ),
    unknownProducts,
  }
}

type Found = { readonly names: Map<string, readonly string[]>; readonly direct: Set<string> }

const noneFound: Found = { names: new Map(), direct: new Set() }

/** The packages of each unit with the names they may be declared by. */
function foundByUnit({ parts, occurrences, documents, organization }: Portfolio): ReadonlyMap<UnitId | null, Found> {
  const { keys, ofPart, example } = packagesOf(parts)
  const names = keys.map((key, index) => namesOf(key, example[index]?.name ?? key))
  const found = new Map<UnitId | null, Found>()
  for (let at = 0; at < occurrences.count; at += 1) {
    const product = documents[occurrences.document[at] ?? 0]?.product ?? 0
    const unit = organization.products[product]?.unit ?? null
    const known = found.get(unit) ?? { names: new Map(), direct: new Set() }
    found.set(unit, known)
    const index = ofPart[occurrences.part[at] ?? 0] ?? 0
    known.names.set(keys[index] ?? '', names[index] ?? [])
    if (occurrences.directness[at] === direct) known.direct.add(keys[index] ?? '')
  }
  return found
}

/** A person writes `lodash`, `@babel/core`, `org.slf4j:slf4j-api` or the last part of it. */
function namesOf(key: string, name: string): readonly string[] {
  const lower = name.toLowerCase()
  const last = lower.slice(Math.max(lower.lastIndexOf('/'), lower.lastIndexOf(':')) + 1)
  const path = key.startsWith('pkg:')
    ? decodeURIComponent(key.replace(/^pkg:[^/]*\//, '').replace(/[?#].*$/s, ''))
    : key
  return [...new Set([key, lower, path.toLowerCase(), path.toLowerCase().replace('/', ':'), last])]
}

function compareUnit(
  { organization, documents }: Portfolio,
  unit: UnitId | null,
  { lines, evidence }: { readonly lines: ReadonlySet<string> | undefined; readonly evidence: EvidenceId },
  found: Found,
): DeclaredComparison {
  const inputs = documents
    .filter(({ product }) => (organization.products[product]?.unit ?? null) === unit)
    .map((document) => figureOfDocument({ organization }, document))
  const id = `inventory/declared/${unit ?? 'no-unit'}`
  const count = (name: string, value: number): NamedFigure<number> => {
    return { id: `${id}/${name}`, figure: lift(value, { id: `count-${name}-packages`, version: 1 }, inputs) }
  }
  const foundFigure = count('found', found.names.size)
  const declaredFigure: NamedFigure<number> = {
    id: `${id}/declared`,
    figure: lines === undefined ? unknown('not-collected') : observed(lines.size, evidence),
  }
  const byName = new Map<string, string[]>()
  for (const [key, names] of found.names) {
    for (const name of names) {
      const known = byName.get(name)
      if (known === undefined) byName.set(name, [key])
      else known.push(key)
    }
  }
  const matched = new Set<string>()
  const onlyDeclared: string[] = []
  for (const line of lines ?? []) {
    const keys = byName.get(withoutVersion(line)) ?? byName.get(withoutVersion(line).toLowerCase())
    if (keys === undefined) onlyDeclared.push(line)
    else for (const key of keys) matched.add(key)
  }
  return {
    unit,
    products: organization.products.filter((product) => product.unit === unit).map((product) => product.id),
    declared: declaredFigure,
    found: foundFigure,
    foundDirect: count('found-direct', found.direct.size),
    factor: { id: `${id}/factor`, figure: factorOf(foundFigure, declaredFigure) },
    onlyFound: [...found.names.keys()].filter((key) => !matched.has(key)).sort(),
    onlyDeclared: onlyDeclared.sort(),
    both: matched.size,
  }
}

function factorOf(found: NamedFigure<number>, declared: NamedFigure<number>): Figure<number> {
  return compute({ id: 'found-per-declared', version: 1 }, [found, declared], (a, b) => (b === 0 ? undefined : a / b))
}

/** A declared package URL may carry a version; the comparison is about packages. */
function withoutVersion(text: string): string {
  return text.startsWith('pkg:') ? text.replace(/[?#].*$/s, '').replace(/@[^@/]*$/, '') : text
}

function setIn<K>(map: Map<K, Set<string>>, key: K): Set<string> {
  const known = map.get(key) ?? new Set<string>()
  map.set(key, known)
  return known
}

function byText(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0
}
