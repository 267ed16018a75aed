/** The read model of lists and pages: see `#domain/views.ts`. Derived; replaced row by row where something changed. */

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { UnitId } from '#domain/organization.ts'
import {
  viewKinds,
  type ProductUses,
  type UnitUses,
  type ViewHead,
  type ViewKind,
  type ViewNumber,
  type ViewRows,
} from '#domain/views.ts'
import { engines } from './dialect.ts'
import { batches, insertRows, selectInBatches, type Value } from './rows.ts'
import type { Store } from './store.ts'
import { indexable } from './text.ts'

/** The numbers of rows by their key, those of rows that are gone included under `free`. */
export type ViewNumbers = Readonly<
  Record<
    ViewKind,
    { readonly of: ReadonlyMap<string, ViewNumber>; readonly free: readonly ViewNumber[]; readonly next: number }
  >
>

export type ViewRow<Kind extends ViewKind> = {
  readonly number: ViewNumber
  readonly key: string
  readonly content: ViewRows[Kind]
}

export type ViewData = {
  readonly head: ViewHead
  readonly rows: { readonly [Kind in ViewKind]: readonly ViewRow<Kind>[] }
  /** By the number of the product. */
  readonly uses: Iterable<readonly [ViewNumber, ProductUses]>
  readonly units: readonly UnitUses[]
}

/** The form in which a key is kept and found again. */
export function viewKey(key: string): string {
  return indexable(key)
}

export async function loadViewNumbers(store: Store): Promise<ViewNumbers> {
  const numbers = viewKinds.map(() => ({ of: new Map<string, ViewNumber>(), free: [] as ViewNumber[], next: 0 }))
  for (const [kind, of] of numbers.entries())
    for await (const { number, row_key, content } of rowsOf(store, kind, -1)) {
      if (content === null) of.free.push(number)
      else of.of.set(row_key, number)
      of.next = Math.max(of.next, number + 1)
    }
  return Object.fromEntries(viewKinds.map((kind, index) => [kind, numbers[index]])) as unknown as ViewNumbers
}

/**
 * Makes the views show `data`: writes what changed and nothing else, in the transaction of the store it is given.
 *
 * @returns the new generation
 */
export async function saveViewData(store: Store, data: ViewData): Promise<number> {
  return store.transaction(async (inside) => {
    await engines[inside.engine].lock(inside.db, 'views')
    const state = await inside.db.selectFrom('view_state').select('generation').executeTakeFirst()
    const generation = (state?.generation ?? 0) + 1
    for (const kind of viewKinds) await saveRows(inside, kind, data.rows[kind], generation)
    await saveUses(inside, data)
    await inside.db.deleteFrom('view_unit').execute()
    for (const uses of data.units)
      await insertRows(
        inside,
        'view_unit',
        ['unit', 'kind', 'uses'],
        [uses.unit, viewKinds.indexOf(uses.kind), packed(uses)],
      )
    const head = JSON.stringify(data.head)
    await inside.db
      .insertInto('view_state')
      .values({ id: 1, generation, head })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ generation, head }))
      .execute()
    return generation
  })
}

async function saveRows<Kind extends ViewKind>(
  store: Store,
  kind: Kind,
  rows: readonly ViewRow<Kind>[],
  generation: number,
): Promise<void> {
  const code = viewKinds.indexOf(kind)
  const known = new Map<number, string>()
  const isThere = new Set<number>()
  for await (const { number, row_key, content } of rowsOf(store, code, -1)) {
    isThere.add(number)
    if (content !== null) known.set(number, `${row_key}\n${content}`)
  }
  const changed: Value[] = []
  const stale: number[] = []
  for (const { number, key, content } of rows) {
    const json = JSON.stringify(content)
    const before = known.get(number)
    known.delete(number)
    if (before === `${indexable(key)}\n${json}`) continue
    if (isThere.has(number)) stale.push(number)
    changed.push(code, number, indexable(key), json, generation)
  }
  for (const batch of batches(stale))
    await store.db.deleteFrom('view_row').where('kind', '=', code).where('number', 'in', batch).execute()
  await insertRows(store, 'view_row', ['kind', 'number', 'row_key', 'content', 'changed'], changed)
  for (const batch of batches([...known.keys()]))
    await store.db
      .updateTable('view_row')
      .set({ content: null, changed: generation })
      .where('kind', '=', code)
      .where('number', 'in', batch)
      .execute()
}

async function saveUses(store: Store, data: ViewData): Promise<void> {
  const rows = await store.db.selectFrom('view_product').selectAll().execute()
  const known = new Map(rows.map(({ product, digest }) => [product, digest]))
  let values: Value[] = []
  const digests: Value[] = []
  const columns = ['product', 'part', 'via', 'scope', 'directness', 'depth'] as const
  for (const [product, uses] of data.uses) {
    const digest = digestOf(uses)
    const before = known.get(product)
    known.delete(product)
    if (before === digest) continue
    if (before !== undefined) await forget(store, [product])
    digests.push(product, digest)
    for (let at = 0; at < uses.part.length; at += 1)
      values.push(
        product,
        uses.part[at] ?? 0,
        uses.via[at] ?? 0,
        uses.scope[at] ?? 0,
        uses.directness[at] ?? 0,
        uses.depth[at] ?? 0,
      )
    if (values.length < 120_000) continue
    await insertRows(store, 'view_use', columns, values)
    values = []
  }
  await insertRows(store, 'view_use', columns, values)
  await insertRows(store, 'view_product', ['product', 'digest'], digests)
  for (const batch of batches([...known.keys()])) await forget(store, batch)
}

async function forget(store: Store, products: readonly ViewNumber[]): Promise<void> {
  await store.db.deleteFrom('view_use').where('product', 'in', products).execute()
  await store.db.deleteFrom('view_product').where('product', 'in', products).execute()
}

function digestOf({ part, via, scope, directness, depth }: ProductUses): string {
  const hash = createHash('sha256')
  for (const column of [part, via, scope, directness, depth])
    hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength))
  return hash.digest('hex')
}

export type ViewState = { readonly generation: number; readonly head: ViewHead }

/** Undefined when nothing was assessed since the views exist. */
export async function loadViewState(store: Store): Promise<ViewState | undefined> {
  const row = await store.db.selectFrom('view_state').select(['generation', 'head']).executeTakeFirst()
  return row === undefined ? undefined : { generation: row.generation, head: JSON.parse(row.head) as ViewHead }
}

export async function loadViewGeneration(store: Store): Promise<number | undefined> {
  return (await store.db.selectFrom('view_state').select('generation').executeTakeFirst())?.generation
}

/** Rows that changed after a generation; content is undefined for those that are gone. */
export async function* loadChangedRows<Kind extends ViewKind>(
  store: Store,
  kind: Kind,
  after: number,
): AsyncGenerator<{ readonly number: ViewNumber; readonly content: ViewRows[Kind] | undefined }> {
  for await (const { number, content } of rowsOf(store, viewKinds.indexOf(kind), after))
    yield { number, content: content === null ? undefined : (JSON.parse(content) as ViewRows[Kind]) }
}

const rowsAtOnce = 4_000

/** In slices, so that others get their turn between them. */
async function* rowsOf(store: Store, kind: number, after: number) {
  for (let [changed, last] = [after + 1, -1]; ;) {
    const rows = await store.db
      .selectFrom('view_row')
      .select(['number', 'row_key', 'content', 'changed'])
      .where('kind', '=', kind)
      .where('changed', '>=', changed)
      .where((row) => row.or([row.eb('changed', '>', changed), row.eb('number', '>', last)]))
      .orderBy('changed')
      .orderBy('number')
      .limit(rowsAtOnce)
      .execute()
    yield* rows
    const end = rows.at(-1)
    if (end === undefined || rows.length < rowsAtOnce) return
    changed = end.changed
    last = end.number
    if (!store.isInTransaction) await new Promise((resolve) => setImmediate(resolve))
  }
}

export type UseRow = {
  readonly product: ViewNumber
  readonly part: ViewNumber
  readonly via: number
  readonly scope: number
  readonly directness: number
  readonly depth: number
}

/** Which products use any of the parts: read from the index alone. */
export async function loadProductsOfParts(
  store: Store,
  parts: readonly ViewNumber[],
): Promise<{ readonly product: ViewNumber; readonly part: ViewNumber }[]> {
  return selectInBatches(parts, (batch) =>
    store.db.selectFrom('view_use').select(['product', 'part']).where('part', 'in', batch).execute(),
  )
}

/** What a product uses, ascending by part. */
export async function loadUsesOfProduct(store: Store, product: ViewNumber): Promise<UseRow[]> {
  return store.db
    .selectFrom('view_use')
    .select(['product', 'part', 'via', 'scope', 'directness', 'depth'])
    .where('product', '=', product)
    .orderBy('part')
    .execute()
}

/**
 * The uses of the given parts in the given products, pair by pair: the next step of several paths at once. Joined with the
 * pairs as a table: PostgreSQL plans conditions joined by "or" slowly. The cross join makes SQLite begin with the pairs.
 */
export async function loadUsePairs(
  store: Store,
  pairs: readonly { readonly product: ViewNumber; readonly part: ViewNumber }[],
): Promise<UseRow[]> {
  const found: UseRow[] = []
  for (const batch of batches(pairs)) {
    const wanted = sql.join(
      batch.map(({ product, part }) => sql`(cast(${product} as bigint), cast(${part} as bigint))`),
    )
    const { rows } = await sql<UseRow>`
      select used.product, used.part, used.via, used.scope, used.directness, used.depth
      from (values ${wanted}) as wanted cross join view_use as used
      where used.product = wanted.column1 and used.part = wanted.column2`.execute(store.db)
    found.push(...rows)
  }
  return found
}

/** Those of the units named, or all. */
export async function loadUnitUses(store: Store, units: 'all' | readonly UnitId[]): Promise<UnitUses[]> {
  const query = store.db.selectFrom('view_unit').select(['unit', 'kind', 'uses'])
  const rows =
    units === 'all'
      ? await query.execute()
      : await selectInBatches(units, (batch) => query.where('unit', 'in', batch).execute())
  return rows.map(unpacked)
}

/** Rows as 32-bit numbers, products likewise, rests as 64-bit ones, one column after another. */
function packed({ row, products, rest }: UnitUses): Uint8Array {
  const bytes = new Uint8Array(row.length * 16)
  bytes.set(new Uint8Array(rest.buffer, rest.byteOffset, rest.byteLength), 0)
  bytes.set(new Uint8Array(row.buffer, row.byteOffset, row.byteLength), row.length * 8)
  bytes.set(new Uint8Array(products.buffer, products.byteOffset, products.byteLength), row.length * 12)
  return bytes
}

function unpacked({ unit, kind, uses }: { unit: string; kind: number; uses: Uint8Array }): UnitUses {
  // Columns of 64-bit numbers begin at multiples of eight only; the driver's buffers begin anywhere.
  const { buffer } = new Uint8Array(uses)
  const count = uses.length / 16
  return {
    unit,
    kind: viewKinds[kind] as UnitUses['kind'],
    rest: new Float64Array(buffer, 0, count),
    row: new Int32Array(buffer, count * 8, count),
    products: new Int32Array(buffer, count * 12, count),
  }
}
