/** How many products of each unit use what: additive over units, so that any set of them can be told. */

import type { Organization } from '#domain/organization.ts'
import type { ProductUses, UnitUses } from '#domain/views.ts'

/** As `ProductUses`, with parts as indices into the portfolio, and the packages with ln(1 − c·d·s·r). */
export type UsedByProduct = ProductUses & {
  readonly packages: readonly { readonly package: number; readonly rest: number }[]
}

type Numbering = {
  /** Index of the subject of each package, -1 for none. */
  readonly subjectOfPackage: Int32Array
  readonly numbersOf: Readonly<Record<UnitUses['kind'], Int32Array>>
}

/** @param used by the index of the product */
export function rollUpUnits(
  { products }: Pick<Organization, 'products'>,
  used: readonly UsedByProduct[],
  { subjectOfPackage, numbersOf }: Numbering,
): UnitUses[] {
  const indices = Map.groupBy(products.keys(), (index) => products[index]?.unit ?? '')
  const units: UnitUses[] = []
  for (const [unit, members] of [...indices].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const counts = { part: new Map<number, Use>(), package: new Map<number, Use>(), subject: new Map<number, Use>() }
    for (const product of members) {
      const uses = used[product]
      if (uses === undefined) continue
      for (const part of uses.part) add(counts.part, part, 0)
      const subjects = new Set<number>()
      for (const { package: name, rest } of uses.packages) {
        add(counts.package, name, rest)
        const subject = subjectOfPackage[name] ?? -1
        if (subject >= 0) subjects.add(subject)
      }
      for (const subject of subjects) add(counts.subject, subject, 0)
    }
    for (const kind of ['part', 'package', 'subject'] as const)
      units.push({ unit, kind, ...columns(counts[kind], numbersOf[kind]) })
  }
  return units
}

type Use = { products: number; rest: number }

function add(counts: Map<number, Use>, row: number, rest: number): void {
  const known = counts.get(row)
  if (known === undefined) counts.set(row, { products: 1, rest })
  else {
    known.products += 1
    known.rest += rest
  }
}

function columns(counts: ReadonlyMap<number, Use>, numbers: Int32Array): Pick<UnitUses, 'row' | 'products' | 'rest'> {
  const rows = [...counts].map(([row, use]) => ({ row: numbers[row] ?? 0, ...use })).sort((a, b) => a.row - b.row)
  return {
    row: Int32Array.from(rows, ({ row }) => row),
    products: Int32Array.from(rows, ({ products }) => products),
    rest: Float64Array.from(rows, ({ rest }) => rest),
  }
}
