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
import { writeInTurns } from './turns.ts'

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

/** What has to be written so that the views show something else. */
export type ViewChanges = {
  /** Of the views that were compared with; undefined where there were none. */
  readonly since: number | undefined
  readonly head: string
  readonly rows: readonly RowChanges[]
  readonly uses: readonly (readonly [ViewNumber, ProductUses, string])[]
  /** Products whose uses are gone. */
  readonly unused: readonly ViewNumber[]
  readonly units: readonly UnitUses[]
}

type RowChanges = {
  readonly kind: number
  readonly changed: readonly { readonly number: ViewNumber; readonly key: string; readonly json: string }[]
  /** Of those the ones that take the place of a row. */
  readonly stale: readonly ViewNumber[]
  readonly gone: readonly ViewNumber[]
}

/** Makes the views show `data`: writes what changed and nothing else, in the transaction of the store it is given. */
export async function saveViewData(store: Store, data: ViewData): Promise<void> {
  await store.transaction(async (inside) => {
    await engines[inside.engine].lock(inside.db, 'views')
    await writeViewChanges(inside, await compareViews(inside, data))
  })
}

/** What differs from what the views show now. */
export async function compareViews(store: Store, data: ViewData): Promise<ViewChanges> {
  const since = await loadViewGeneration(store)
  const rows: RowChanges[] = []
  for (const kind of viewKinds) rows.push(await changesOfRows(store, kind, data.rows[kind]))
  return { since, head: JSON.stringify(data.head), rows, ...(await changesOfUses(store, data)), units: data.units }
}

/**
 * @returns false when somebody else changed the views since they were compared, and nothing was written. Throws outside of a
 * transaction, where it would be no answer.
 */
export async function writeViewChanges(inside: Store, changes: ViewChanges): Promise<boolean> {
  if (!inside.isInTransaction) throw new Error('views change in one transaction')
  await engines[inside.engine].lock(inside.db, 'views')
  if ((await loadViewGeneration(inside)) !== changes.since) return false
  const generation = (changes.since ?? 0) + 1
  for (const one of changes.rows) await writeRows(inside, one, generation)
  await writeUses(inside, changes)
  await inside.db.deleteFrom('view_unit').execute()
  for (const uses of changes.units)
    await insertRows(
      inside,
      'view_unit',
      ['unit', 'kind', 'uses'],
      [uses.unit, viewKinds.indexOf(uses.kind), packed(uses)],
    )
  const { head } = changes
  await inside.db
    .insertInto('view_state')
    .values({ id: 1, generation, head })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ generation, head }))
    .execute()
  return true
}

/** Of some five hundred parts each: a tenth of a second on SQLite, which an upload waits for several times. */
const productsAtOnce = 20
const rowsAtATime = 2_000

/**
 * Writes rows and uses in pieces where there are no views yet: nobody reads them before the first state is there, and the
 * first time they are millions.
 *
 * @returns what is left to write
 */
export async function writeFirst(store: Store, changes: ViewChanges): Promise<ViewChanges> {
  if (changes.since !== undefined || store.isInTransaction) return changes
  const isFirst = async (inside: Store): Promise<boolean> => {
    await engines[inside.engine].lock(inside.db, 'views')
    return (await loadViewGeneration(inside)) === undefined
  }
  for (const { kind, changed, stale } of changes.rows) {
    const isStale = new Set(stale)
    await writeInTurns(store, batches(changed, rowsAtATime), async (inside, some) => {
      const replaced = some.flatMap(({ number }) => (isStale.has(number) ? [number] : []))
      if (await isFirst(inside)) await writeRows(inside, { kind, changed: some, stale: replaced, gone: [] }, 1)
    })
  }
  await writeInTurns(store, batches(changes.uses, productsAtOnce), async (inside, uses) => {
    if (await isFirst(inside)) await writeUses(inside, { uses, unused: [] })
  })
  return { ...changes, rows: changes.rows.map(({ kind, gone }) => ({ kind, changed: [], stale: [], gone })), uses: [] }
}

async function changesOfRows<Kind extends ViewKind>(
  store: Store,
  kind: Kind,
  rows: readonly ViewRow<Kind>[],
): Promise<RowChanges> {
  const code = viewKinds.indexOf(kind)
  const known = new Map<number, string>()
  const isThere = new Set<number>()
  for await (const { number, row_key, content } of rowsOf(store, code, -1)) {
    isThere.add(number)
    if (content !== null) known.set(number, `${row_key}\n${content}`)
  }
  const changed: RowChanges['changed'][number][] = []
  const stale: number[] = []
  for (const { number, key, content } of rows) {
    const json = JSON.stringify(content)
    const before = known.get(number)
    known.delete(number)
    if (before === `${indexable(key)}\n${json}`) continue
    if (isThere.has(number)) stale.push(number)
    changed.push({ number, key, json })
  }
  return { kind: code, changed, stale, gone: [...known.keys()] }
}

async function writeRows(store: Store, { kind, changed, stale, gone }: RowChanges, generation: number): Promise<void> {
  for (const batch of batches(stale))
    await store.db.deleteFrom('view_row').where('kind', '=', kind).where('number', 'in', batch).execute()
  await insertRows(
    store,
    'view_row',
    ['kind', 'number', 'row_key', 'content', 'changed'],
    changed.flatMap(({ number, key, json }) => [kind, number, indexable(key), json, generation]),
  )
  for (const batch of batches(gone))
    await store.db
      .updateTable('view_row')
      .set({ content: null, changed: generation })
      .where('kind', '=', kind)
      .where('number', 'in', batch)
      .execute()
}

async function changesOfUses(store: Store, data: ViewData): Promise<Pick<ViewChanges, 'uses' | 'unused'>> {
  const rows = await store.db.selectFrom('view_product').selectAll().execute()
  const known = new Map(rows.map(({ product, digest }) => [product, digest]))
  const uses: (readonly [ViewNumber, ProductUses, string])[] = []
  for (const [product, of] of data.uses) {
    const digest = digestOf(of)
    const before = known.get(product)
    known.delete(product)
    if (before !== digest) uses.push([product, of, digest])
  }
  return { uses, unused: [...known.keys()] }
}

async function writeUses(store: Store, { uses, unused }: Pick<ViewChanges, 'uses' | 'unused'>): Promise<void> {
  const replaced = [...unused, ...uses.map(([product]) => product)]
  for (const batch of batches(replaced)) await forget(store, batch)
  let values: Value[] = []
  for (const [product, of] of uses) {
    for (let at = 0; at < of.part.length; at += 1)
      values.push(
        product,
        of.part[at] ?? 0,
        of.via[at] ?? 0,
        of.scope[at] ?? 0,
        of.directness[at] ?? 0,
        of.depth[at] ?? 0,
      )
    if (values.length < 120_000) continue
    await insertRows(store, 'view_use', useColumns, values)
    values = []
  }
  await insertRows(store, 'view_use', useColumns, values)
  await insertRows(
    store,
    'view_product',
    ['product', 'digest'],
    uses.flatMap(([product, , digest]) => [product, digest]),
  )
}

const useColumns = ['product', 'part', 'via', 'scope', 'directness', 'depth'] as const

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

/** One column after another: rests, of packages alone, as 64-bit numbers, then rows and products as 32-bit ones. */
function packed({ kind, row, products, rest }: UnitUses): Uint8Array {
  const columns = [...(kind === 'package' ? [rest] : []), row, products]
  const bytes = new Uint8Array(columns.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const { buffer, byteOffset, byteLength } of columns) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += byteLength
  }
  return bytes
}

function unpacked({ unit, kind: code, uses }: { unit: string; kind: number; uses: Uint8Array }): UnitUses {
  const kind = viewKinds[code] as UnitUses['kind']
  // Columns of 64-bit numbers begin at multiples of eight only; the driver's buffers begin anywhere.
  const { buffer } = new Uint8Array(uses)
  const restBytes = kind === 'package' ? 8 : 0
  const count = uses.length / (restBytes + 8)
  return {
    unit,
    kind,
    rest: restBytes === 0 ? new Float64Array() : new Float64Array(buffer, 0, count),
    row: new Int32Array(buffer, count * restBytes, count),
    products: new Int32Array(buffer, count * (restBytes + 4), count),
  }
}
