/** The views cut to the units that somebody may see: what their products use, and numbers over those products alone. */

import { isWithin, type Scope } from '#domain/access.ts'
import type { IsoDate } from '#domain/figure.ts'
import { severities } from '#domain/finding.ts'
import type { UnitUses, ViewKind, ViewNumber } from '#domain/views.ts'
import type { Store } from '#store/store.ts'
import { loadUnitUses } from '#store/views.ts'
import { openStatuses, type Statuses } from './statuses.ts'
import { groupOf, keepNewest, type Views } from './views.ts'

/** All columns are by the number of the row. */
export type Cut = {
  readonly key: string
  readonly scope: Scope
  /** Products that use it; zero for what is not to be seen. */
  readonly productsOfPart: Int32Array
  readonly productsOfPackage: Int32Array
  readonly productsOfSubject: Int32Array
  readonly productsOfFinding: Int32Array
  /** Criticality K over those products. */
  readonly criticality: Float64Array
  readonly versionsOfPackage: Int32Array
  /** Part version × advisory. */
  readonly findingsOfPackage: Int32Array
  /** One where a version in sight could not be looked up. */
  readonly undecidedPackage: Uint8Array
  /** Index into `severities`; their number where there is no finding. */
  readonly worstOfPackage: Uint8Array
}

/** What a list looks at. `today` is the day by which review dates are judged. */
export type Lens = {
  readonly store: Store
  readonly views: Views
  readonly cut: Cut
  readonly statuses: Statuses
  readonly today: IsoDate
}

const keptCuts = 40

export async function lensOf(
  store: Store,
  views: Views,
  scope: Scope,
  today: IsoDate = views.head.asOf,
): Promise<Lens> {
  const key = scope === 'all' ? 'all' : `units ${JSON.stringify([...scope].sort())}`
  let cut = views.cuts.get(key)
  views.cuts.delete(key)
  cut ??= cutTo(store, views, scope, key)
  views.cuts.set(key, cut)
  keepNewest(views.cuts, keptCuts)
  // One that failed is not kept.
  cut.catch(() => views.cuts.delete(key))
  return { store, views, cut: await cut, statuses: await openStatuses(store, views), today }
}

/** Whether a row is to be seen. */
export function isSeen({ views, cut }: Lens, kind: ViewKind, number: ViewNumber): boolean {
  switch (kind) {
    case 'product': {
      const product = views.tables.product[number]
      return product !== undefined && isWithin(cut.scope, product.unit)
    }
    case 'package':
      return views.tables.package[number] !== undefined && (cut.productsOfPackage[number] ?? 0) > 0
    case 'part':
      return views.tables.part[number] !== undefined && (cut.productsOfPart[number] ?? 0) > 0
    case 'subject':
      return views.tables.subject[number] !== undefined && (cut.productsOfSubject[number] ?? 0) > 0
    case 'finding':
      return (cut.productsOfFinding[number] ?? 0) > 0
  }
}

async function cutTo(store: Store, views: Views, scope: Scope, key: string): Promise<Cut> {
  const { tables } = views
  const productsOfPart = new Int32Array(tables.part.length)
  const productsOfPackage = new Int32Array(tables.package.length)
  const productsOfSubject = new Int32Array(tables.subject.length)
  const rest = new Float64Array(tables.package.length)
  const columnOf = { part: productsOfPart, package: productsOfPackage, subject: productsOfSubject }
  for (const uses of await loadUnitUses(store, scope === 'all' ? 'all' : [...scope].filter((unit) => unit !== ''))) {
    sum(columnOf[uses.kind], uses)
    if (uses.kind !== 'package') continue
    for (const [at, row] of uses.row.entries()) rest[row] = (rest[row] ?? 0) + (uses.rest[at] ?? 0)
  }
  const versionsOfPackage = new Int32Array(tables.package.length)
  const findingsOfPackage = new Int32Array(tables.package.length)
  const undecidedPackage = new Uint8Array(tables.package.length)
  const worstOfPackage = new Uint8Array(tables.package.length).fill(severities.length)
  for (const [number, part] of tables.part.entries()) {
    if (part === undefined || (productsOfPart[number] ?? 0) === 0) continue
    versionsOfPackage[part.package] = (versionsOfPackage[part.package] ?? 0) + 1
    if (part.isUndecided) undecidedPackage[part.package] = 1
    for (const finding of groupOf(views.findingsOfPart, number)) {
      const severity = tables.finding[finding]?.severity ?? 'unknown'
      findingsOfPackage[part.package] = (findingsOfPackage[part.package] ?? 0) + 1
      worstOfPackage[part.package] = Math.min(worstOfPackage[part.package] ?? 0, severities.indexOf(severity))
    }
  }
  return {
    key,
    scope,
    productsOfPart,
    productsOfPackage,
    productsOfSubject,
    // Told apart from the rows: a list walks a hundred thousand of them.
    productsOfFinding: Int32Array.from(tables.finding, (row) =>
      row === undefined ? 0 : (productsOfPart[row.part] ?? 0),
    ),
    criticality: rest.map((value) => -Math.expm1(value)),
    versionsOfPackage,
    findingsOfPackage,
    undecidedPackage,
    worstOfPackage,
  }
}

function sum(column: Int32Array, { row, products }: UnitUses): void {
  for (const [at, number] of row.entries()) column[number] = (column[number] ?? 0) + (products[at] ?? 0)
}
