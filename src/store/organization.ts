/**
 * The organization as it was declared, one revision per change. The whole stands as one JSON document, which is what is
 * loaded; units and products stand beside it as rows, for queries that join them. A product that comes with its first
 * document is an addition to the whole before it: ten thousand of them must not be ten thousand wholes.
 */

import type { EvidenceId } from '#domain/evidence.ts'
import type { IsoDate, IsoTime } from '#domain/figure.ts'
import {
  nothingStated,
  type Organization,
  type Product,
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
    const current = await currentRow(inside, { asOf: validFrom, knownAt: endOfTime })
    if (current?.evidence === original && JSON.stringify(await keptOf(inside, current)) === text) return
    const { id } = await inside.db
      .insertInto('organization_revision')
      .values({ valid_from: validFrom, recorded_at: recordedAt, evidence: original, organization: text, base: null })
      .returning('id')
      .executeTakeFirstOrThrow()
    await insertRows(
      inside,
      'organization_unit',
      ['revision', 'position', 'unit', 'name', 'parent'],
      organization.units.flatMap((unit, position) => [id, position, unit.id, unit.name, unit.parent]),
    )
    await insertProducts(inside, id, organization.products)
  })
}

/** So many additions stand on one whole at most: whoever looks for a product goes through them. */
const mostAdditions = 200

/**
 * Adds a product behind the others; who changes the organization at the same time waits.
 *
 * @param orElse the organization that stands in where none was known
 * @returns `there` when it has a product of that id already, `unit-unknown` when it has no such unit
 */
export async function addProduct(
  store: Store,
  product: Product,
  { validFrom, recordedAt, orElse }: Omit<Declaration, 'evidence'> & { readonly orElse: () => Organization },
): Promise<'added' | 'there' | 'unit-unknown'> {
  return store.transaction(async (inside) => {
    await engines[inside.engine].lock(inside.db, 'organization')
    const times = { asOf: validFrom, knownAt: endOfTime }
    const current = await currentRow(inside, times)
    if ((await findProduct(inside, times, product.id))?.id === product.id) return 'there'
    const units = current === undefined ? orElse().units : await loadUnits(inside, times)
    if (product.unit !== null && !units.some(({ id }) => id === product.unit)) return 'unit-unknown'
    const base = current === undefined ? null : await baseForMore(inside, current)
    if (current === undefined || base === null) {
      const withIt = (whole = orElse()): Organization => ({ ...whole, products: [...whole.products, product] })
      await changeOrganization(inside, withIt, { validFrom, recordedAt })
      return 'added'
    }
    const { id } = await inside.db
      .insertInto('organization_revision')
      .values({
        valid_from: validFrom,
        recorded_at: recordedAt,
        evidence: current.evidence,
        organization: JSON.stringify(product),
        base,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await insertProducts(inside, id, [product])
    return 'added'
  })
}

/**
 * The whole that another product can be added to; null when there are many already, or when the newest that was added to it
 * is of a later day, which must not come in here.
 */
async function baseForMore({ db }: Store, { id, base }: Row): Promise<number | null> {
  const { count, last } = await db
    .selectFrom('organization_revision')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('id').as('last')])
    .where('base', '=', base ?? id)
    .executeTakeFirstOrThrow()
  if (count >= mostAdditions || (last ?? id) !== id) return null
  return base ?? id
}

function insertProducts(store: Store, revision: number, products: readonly Product[]): Promise<void> {
  return insertRows(
    store,
    'organization_product',
    ['revision', 'position', 'product', 'name', 'origin', 'unit', 'criticality', 'audience', 'supplier'],
    products.flatMap((product, position) => {
      const { id, name, origin, unit, criticality, audience, supplier } = product
      return [revision, position, id, name, origin, unit, criticality, audience, supplier]
    }),
  )
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
  const row = await currentRow(store, times)
  return row === undefined ? undefined : wholeOf(store, row)
}

/** The original that the organization of those times was read from; null for a default that stands in for one. */
export async function loadOrganizationFile(store: Store, times: Times): Promise<EvidenceId | null> {
  const key = (await currentRow(store, times))?.evidence ?? null
  if (key === null) return null
  const row = await store.db.selectFrom('evidence').select('id').where('key', '=', key).executeTakeFirst()
  return row?.id ?? null
}

/** The units alone, without reading the whole organization; empty when none was known. */
export async function loadUnits(store: Store, times: Times): Promise<readonly Unit[]> {
  const row = await currentRow(store, times)
  if (row === undefined) return []
  const rows = await store.db
    .selectFrom('organization_unit')
    .select(['unit', 'name', 'parent'])
    .where('revision', '=', row.base ?? row.id)
    .orderBy('position')
    .execute()
  return rows.map(({ unit, name, parent }) => ({ id: unit, name, parent }))
}

/** The unit of each product, without reading the whole organization; empty when none was known. */
export async function loadProductUnits(store: Store, times: Times): Promise<ReadonlyMap<ProductId, UnitId | null>> {
  const row = await currentRow(store, times)
  if (row === undefined) return new Map()
  const rows = await productRows(store, row).select(['product', 'unit']).execute()
  return new Map(rows.map(({ product, unit }) => [product, unit]))
}

/** A product by its id, or else by its name, without reading the whole organization. */
export async function findProduct(
  store: Store,
  times: Times,
  asked: string,
): Promise<{ readonly id: ProductId; readonly unit: UnitId | null } | undefined> {
  const row = await currentRow(store, times)
  if (row === undefined) return undefined
  const found = await productRows(store, row)
    .select(['product', 'name', 'unit'])
    .where((where) => where.or([where('product', '=', asked), where('name', '=', asked)]))
    .execute()
  const product = found.find((one) => one.product === asked) ?? found[0]
  return product === undefined ? undefined : { id: product.product, unit: product.unit }
}

type Row = NonNullable<Awaited<ReturnType<typeof currentRow>>>

/** Of those that began, the last to begin; of several for one day, the last to be written. */
function currentRow({ db }: Store, { asOf, knownAt }: Times) {
  return db
    .selectFrom('organization_revision')
    .select(['id', 'base', 'evidence'])
    .where('valid_from', '<=', asOf)
    .where('recorded_at', '<=', knownAt)
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The products of a revision in their order: those of its whole, and what was added up to it. */
function productRows(store: Store, row: Row) {
  return store.db
    .selectFrom('organization_product')
    .where('revision', 'in', revisionsOf(store, row).select('id'))
    .orderBy('revision')
    .orderBy('position')
}

/** A whole revision, or the one that was added to and all additions up to this one. */
function revisionsOf({ db }: Store, { id, base }: Row) {
  const whole = base ?? id
  return db
    .selectFrom('organization_revision')
    .where((of) => of.or([of('id', '=', whole), of.and([of('base', '=', whole), of('id', '<=', id)])]))
}

async function wholeOf(store: Store, row: Row): Promise<Organization> {
  const kept = await keptOf(store, row)
  // Revisions kept by an earlier version state nothing beyond what was known then.
  return { ...kept, stated: { ...nothingStated, ...(kept.stated as Partial<Stated> | undefined) } }
}

async function keptOf(store: Store, row: Row): Promise<Organization> {
  const rows = await revisionsOf(store, row).select('organization').orderBy('id').execute()
  const [whole = '', ...additions] = rows.map(({ organization }) => organization)
  const kept = JSON.parse(whole) as Organization
  if (additions.length === 0) return kept
  return { ...kept, products: [...kept.products, ...additions.map((text) => JSON.parse(text) as Product)] }
}
