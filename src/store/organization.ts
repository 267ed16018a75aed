/**
 * The organization as it was declared, one revision per change. The whole stands as one JSON document, which is what is
 * loaded; units and products stand beside it as rows, for queries that join them.
 */

import type { EvidenceId } from '#domain/evidence.ts'
import type { IsoDate, IsoTime } from '#domain/figure.ts'
import {
  nothingStated,
  type Organization,
  type ProductId,
  type Stated,
  type Unit,
  type UnitId,
} from '#domain/organization.ts'
import { engines } from './dialect.ts'
import { evidenceKeys } from './evidence.ts'
import { endOfTime, type Times } from './revisions.ts'
import { insertRows } from './rows.ts'
import type { Store } from './store.ts'

export type Declaration = {
  readonly validFrom: IsoDate
  readonly recordedAt: IsoTime
  /** The file it was read from; null for a default that stands in for one. */
  readonly evidence: EvidenceId | null
}

/** Nothing is written when the organization of that day already is the same. Problem: `evidence-missing`. */
export async function saveOrganization(
  store: Store,
  organization: Organization,
  declaration: Declaration,
): Promise<void> {
  const { validFrom, recordedAt, evidence } = declaration
  await store.transaction(async (inside) => {
    await engines[inside.engine].lock(inside.db, 'organization')
    const original = evidence === null ? null : (await evidenceKeys(inside, [evidence]))(evidence)
    const text = JSON.stringify(organization)
    const current = await currentRow(inside, { asOf: validFrom, knownAt: endOfTime }, ['organization', 'evidence'])
    if (current?.organization === text && current.evidence === original) return
    const { id } = await inside.db
      .insertInto('organization_revision')
      .values({ valid_from: validFrom, recorded_at: recordedAt, evidence: original, organization: text })
      .returning('id')
      .executeTakeFirstOrThrow()
    await insertRows(
      inside,
      'organization_unit',
      ['revision', 'position', 'unit', 'name', 'parent'],
      organization.units.flatMap((unit, position) => [id, position, unit.id, unit.name, unit.parent]),
    )
    await insertRows(
      inside,
      'organization_product',
      ['revision', 'position', 'product', 'name', 'origin', 'unit', 'criticality', 'audience', 'supplier'],
      organization.products.flatMap((product, position) => {
        const { name, origin, unit, criticality, audience, supplier } = product
        return [id, position, product.id, name, origin, unit, criticality, audience, supplier]
      }),
    )
  })
}

/**
 * Changes the organization of a day, keeping the original it was read from; who changes it at the same time waits.
 *
 * @param change gets undefined where none was known; returns undefined to leave it as it is
 */
export async function changeOrganization(
  store: Store,
  change: (current: Organization | undefined) => Organization | undefined,
  { validFrom, recordedAt }: Omit<Declaration, 'evidence'>,
): Promise<void> {
  await store.transaction(async (inside) => {
    await engines[inside.engine].lock(inside.db, 'organization')
    const times = { asOf: validFrom, knownAt: endOfTime }
    const changed = change(await loadOrganization(inside, times))
    if (changed === undefined) return
    await saveOrganization(inside, changed, {
      validFrom,
      recordedAt,
      evidence: await loadOrganizationFile(inside, times),
    })
  })
}

/**
 * Puts a declaration in place of the one of its day. Products that were made when a document was handed in stay until they
 * are removed or the declaration names them itself; a unit that it no longer has is taken from them.
 */
export async function declareOrganization(
  store: Store,
  declared: Organization,
  declaration: Declaration,
): Promise<void> {
  await store.transaction(async (inside) => {
    await engines[inside.engine].lock(inside.db, 'organization')
    const current = await loadOrganization(inside, { asOf: declaration.validFrom, knownAt: endOfTime })
    const named = new Set(declared.products.map(({ id }) => id))
    const units = new Set(declared.units.map(({ id }) => id))
    const staying = (current?.products ?? [])
      .filter(({ id, isHandedIn }) => isHandedIn === true && !named.has(id))
      .map((product) => (product.unit === null || units.has(product.unit) ? product : { ...product, unit: null }))
    await saveOrganization(inside, { ...declared, products: [...declared.products, ...staying] }, declaration)
  })
}

/** @returns undefined when none was known at the time or none was valid on the day */
export async function loadOrganization(store: Store, times: Times): Promise<Organization | undefined> {
  const row = await currentRow(store, times, ['organization'])
  if (row === undefined) return undefined
  const kept = JSON.parse(row.organization) as Organization
  // Revisions kept by an earlier version state nothing beyond what was known then.
  return { ...kept, stated: { ...nothingStated, ...(kept.stated as Partial<Stated> | undefined) } }
}

/** The original that the organization of those times was read from; null for a default that stands in for one. */
export async function loadOrganizationFile(store: Store, times: Times): Promise<EvidenceId | null> {
  const key = (await currentRow(store, times, ['evidence']))?.evidence ?? null
  if (key === null) return null
  const row = await store.db.selectFrom('evidence').select('id').where('key', '=', key).executeTakeFirst()
  return row?.id ?? null
}

/** The units alone, without reading the whole organization; empty when none was known. */
export async function loadUnits(store: Store, times: Times): Promise<readonly Unit[]> {
  const row = await currentRow(store, times, ['id'])
  if (row === undefined) return []
  const rows = await store.db
    .selectFrom('organization_unit')
    .select(['unit', 'name', 'parent'])
    .where('revision', '=', row.id)
    .orderBy('position')
    .execute()
  return rows.map(({ unit, name, parent }) => ({ id: unit, name, parent }))
}

/** The unit of each product, without reading the whole organization; empty when none was known. */
export async function loadProductUnits(store: Store, times: Times): Promise<ReadonlyMap<ProductId, UnitId | null>> {
  const row = await currentRow(store, times, ['id'])
  if (row === undefined) return new Map()
  const rows = await store.db
    .selectFrom('organization_product')
    .select(['product', 'unit'])
    .where('revision', '=', row.id)
    .orderBy('position')
    .execute()
  return new Map(rows.map(({ product, unit }) => [product, unit]))
}

/** A product by its id, or else by its name, without reading the whole organization. */
export async function findProduct(
  store: Store,
  times: Times,
  asked: string,
): Promise<{ readonly id: ProductId; readonly unit: UnitId | null } | undefined> {
  const row = await currentRow(store, times, ['id'])
  if (row === undefined) return undefined
  const found = await store.db
    .selectFrom('organization_product')
    .select(['product', 'name', 'unit'])
    .where('revision', '=', row.id)
    .where((where) => where.or([where('product', '=', asked), where('name', '=', asked)]))
    .orderBy('position')
    .execute()
  const product = found.find((one) => one.product === asked) ?? found[0]
  return product === undefined ? undefined : { id: product.product, unit: product.unit }
}

/** Of those that began, the last to begin; of several for one day, the last to be recorded. */
function currentRow<Column extends 'id' | 'organization' | 'evidence'>(
  { db }: Store,
  { asOf, knownAt }: Times,
  columns: readonly Column[],
) {
  return db
    .selectFrom('organization_revision')
    .select(columns)
    .where('valid_from', '<=', asOf)
    .where('recorded_at', '<=', knownAt)
    .orderBy('valid_from', 'desc')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
