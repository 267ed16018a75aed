import { productFilters, type ProductFilters, type ProductSort } from '#domain/lists.ts'
import type { Severity } from '#domain/finding.ts'
import type { MoneyBand } from '#domain/money.ts'
import type { Audience, Criticality, Origin } from '#domain/organization.ts'
import type { ProductView } from '#domain/views.ts'
import { folded } from './folded.ts'
import { foundInProduct, isRead } from './looked-up.ts'
import { defineList, sorted } from './list.ts'

export type ProductItem = {
  readonly id: string
  readonly name: string
  readonly unit: { readonly id: string; readonly name: string } | null
  readonly owner: string | null
  readonly criticality: Criticality | null
  readonly origin: Origin
  readonly audience: Audience | null
  /** Null, as the counts below: nothing was read. */
  readonly parts: number | null
  readonly packages: number | null
  readonly direct: number | null
  /** Null: none, and no part could be looked up. */
  readonly findings: Readonly<Record<Severity, number>> | null
  readonly lookedUp: { readonly known: number; readonly of: number; readonly unit: string }
  readonly withoutLicense: number | null
  readonly guessedLicenses: number | null
  readonly restricted: number | null
  readonly coverage: { readonly known: number; readonly of: number; readonly unit: string }
  readonly documents: number
  readonly newestOn: string | null
  readonly value: MoneyBand | null
  readonly valueCoverage: { readonly known: number; readonly of: number; readonly unit: string }
  readonly valueFigure: string | null
}

export const criticalityRank: Readonly<Record<Criticality, number>> = { low: 1, medium: 2, high: 3, mission: 4 }

export const products = defineList<'product', ProductSort, ProductFilters, ProductItem>({
  id: 'products',
  kind: 'product',
  offered: productFilters,
  sorts: {
    name: sorted(({ name }) => folded(name)),
    unit: sorted(({ unit }, _, { views }) => (unit === null ? null : folded(views.unitNames.get(unit) ?? unit))),
    criticality: sorted(
      ({ criticality }) => (criticality === null ? null : criticalityRank[criticality]),
      'descending',
    ),
    findings: sorted((row) => sumOf(foundInProduct(row)), 'descending'),
    critical: sorted((row) => {
      const findings = foundInProduct(row)
      return findings && findings.critical * 1_000_000 + findings.high
    }, 'descending'),
    parts: sorted((row) => (isRead(row) ? row.parts : null), 'descending'),
    packages: sorted((row) => (isRead(row) ? row.packages : null), 'descending'),
    'without-license': sorted((row) => (isRead(row) ? row.withoutLicense : null), 'descending'),
    value: sorted(({ value }) => value?.central ?? null, 'descending'),
    newest: sorted(({ newestOn }) => newestOn, 'descending'),
    coverage: sorted(({ found, refused }) => (found === 0 ? null : (found - refused) / found)),
  },
  text: ({ name, id }) => `${name} ${id}`,
  filters: {
    unit: ({ unit }, value) => unit === value,
    criticality: ({ criticality }, value) => (criticality ?? 'undeclared') === value,
    origin: ({ origin }, value) => origin === value,
    audience: ({ audience }, value) => audience === value,
    severity: ({ findings }, value) => findings !== null && findings[value] > 0,
    withoutLicense: (row, value) => isRead(row) && row.withoutLicense > 0 === value,
    hasDocuments: ({ documents }, value) => documents > 0 === value,
  },
  item: (row, _, { views }) => productItem(row, views.unitNames),
  columns: {
    id: ({ id }) => id,
    name: ({ name }) => name,
    unit: ({ unit }) => unit?.name ?? null,
    owner: ({ owner }) => owner,
    criticality: ({ criticality }) => criticality,
    origin: ({ origin }) => origin,
    audience: ({ audience }) => audience,
    parts: ({ parts }) => parts,
    packages: ({ packages }) => packages,
    direct: ({ direct }) => direct,
    critical: ({ findings }) => findings?.critical ?? null,
    high: ({ findings }) => findings?.high ?? null,
    medium: ({ findings }) => findings?.medium ?? null,
    low: ({ findings }) => findings?.low ?? null,
    severityUnknown: ({ findings }) => findings?.unknown ?? null,
    partsLookedUp: ({ lookedUp }) => lookedUp.known,
    withoutLicense: ({ withoutLicense }) => withoutLicense,
    restricted: ({ restricted }) => restricted,
    entriesTaken: ({ coverage }) => coverage.known,
    entriesFound: ({ coverage }) => coverage.of,
    newestOn: ({ newestOn }) => newestOn,
    valueLow: ({ value }) => value?.low ?? null,
    valueCentral: ({ value }) => value?.central ?? null,
    valueHigh: ({ value }) => value?.high ?? null,
    currency: ({ value }) => value?.currency ?? null,
  },
})

export function productItem(row: ProductView, unitNames: ReadonlyMap<string, string>): ProductItem {
  const { unit, found, refused, valued, ...rest } = row
  const counted = (count: number): number | null => (isRead(row) ? count : null)
  return {
    id: rest.id,
    name: rest.name,
    unit: unit === null ? null : { id: unit, name: unitNames.get(unit) ?? unit },
    owner: rest.owner,
    criticality: rest.criticality,
    origin: rest.origin,
    audience: rest.audience,
    parts: counted(rest.parts),
    packages: counted(rest.packages),
    direct: counted(rest.direct),
    findings: foundInProduct(row),
    lookedUp: { known: rest.findings === null ? 0 : rest.parts - rest.undecided, of: rest.parts, unit: 'parts' },
    withoutLicense: counted(rest.withoutLicense),
    guessedLicenses: counted(rest.guessed),
    restricted: counted(rest.restricted),
    coverage: { known: found - refused, of: found, unit: 'entries' },
    documents: rest.documents,
    newestOn: rest.newestOn,
    value: rest.value,
    valueCoverage: { known: valued, of: rest.packages, unit: 'packages' },
    // Also where it is not known: why, the figure tells. Of what holds no package there is none.
    valueFigure: rest.packages === 0 ? null : `value/usage-replacement/product:${rest.id}`,
  }
}

function sumOf(findings: Readonly<Record<Severity, number>> | null): number | null {
  return findings && Object.values(findings).reduce((sum, count) => sum + count, 0)
}
