/** All rows of a store in key order, a page at a time, alike on both engines; and the sums that tell two stores apart. */

import { createHash, type Hash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Store } from './store.ts'
import { type TableShape, tableShapes } from './table-shapes.ts'
import type { Tables } from './tables.ts'

export type RowValue = string | number | Uint8Array | null

/** Values in the order of the shape's columns. */
export type Page = { readonly shape: TableShape; readonly rows: readonly (readonly RowValue[])[] }

/** What a table holds: how many rows, and SHA-256 over all of them in key order. */
export type TableSum = { readonly table: string; readonly rows: number; readonly sha256: string }

/** Tells about the database and not about what is in it: when its steps were taken differs from place to place. */
export const aboutDatabase = 'migration'

const rowsPerPage = 2_000
/** Rows with bytes hold up to 1 MiB each. */
const rowsWithBytesPerPage = 48

/** Everything as of one moment: who writes meanwhile is neither waited for nor seen. */
export async function readingAtOnce<T>(store: Store, read: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  return store.db.transaction().setAccessMode('read only').setIsolationLevel('repeatable read').execute(read)
}

/** Every table is given at least one page, an empty one where it has no rows. */
export async function* pagesOf(db: Kysely<Tables>, shapes: readonly TableShape[]): AsyncGenerator<Page> {
  for (const shape of shapes) {
    if (shape.name === aboutDatabase) continue
    let isEmpty = true
    for await (const rows of shape.key.length > 0 ? byKey(db, shape) : byPlace(db, shape)) {
      isEmpty = false
      yield { shape, rows }
    }
    if (isEmpty) yield { shape, rows: [] }
  }
}

/** Reads everything and tells the sums, in the order of the tables' names. */
export async function sumsOf(store: Store): Promise<readonly TableSum[]> {
  return readingAtOnce(store, (db) => sumsWithin(store, db))
}

/** On PostgreSQL: lets another program read what this transaction sees, and tells the sums of just that. */
export async function withSnapshot<T>(
  store: Store,
  use: (snapshot: string) => Promise<T>,
): Promise<{ readonly answer: T; readonly tables: readonly TableSum[] }> {
  return readingAtOnce(store, async (db) => {
    const { rows } = await sql<{ id: string }>`select pg_export_snapshot() as id`.execute(db)
    const answer = await use(rows[0]?.id ?? '')
    return { answer, tables: await sumsWithin(store, db) }
  })
}

async function sumsWithin(store: Store, db: Kysely<Tables>): Promise<readonly TableSum[]> {
  const sums = new Sums()
  for await (const page of pagesOf(db, await tableShapes(db, store.engine))) sums.add(page)
  return sums.all()
}

/** Whether any table holds a row. */
export async function isStoreEmpty(store: Store): Promise<boolean> {
  for (const { name } of await tableShapes(store.db, store.engine)) {
    if (name === aboutDatabase) continue
    const found = await sql`select 1 from ${sql.table(name)} limit 1`.execute(store.db)
    if (found.rows.length > 0) return false
  }
  return true
}

/** Gathers the sums while pages pass by. */
export class Sums {
  readonly #tables = new Map<string, { rows: number; hash: Hash }>()

  add({ shape, rows }: Page): void {
    const kept = this.#tables.get(shape.name) ?? { rows: 0, hash: createHash('sha256').update(columnsLine(shape)) }
    kept.rows += rows.length
    for (const row of rows) kept.hash.update(rowLine(row))
    this.#tables.set(shape.name, kept)
  }

  all(): readonly TableSum[] {
    return [...this.#tables]
      .map(([table, { rows, hash }]) => ({ table, rows, sha256: hash.copy().digest('hex') }))
      .sort((a, b) => (a.table < b.table ? -1 : 1))
  }
}

/** Tables of which the sums differ, or that one of the two lacks. */
export function differingTables(left: readonly TableSum[], right: readonly TableSum[]): readonly string[] {
  const sums = new Map(right.map((sum) => [sum.table, sum]))
  const names = [...new Set([...left, ...right].map(({ table }) => table))].sort()
  return names.filter((name) => {
    const one = left.find(({ table }) => table === name)
    const other = sums.get(name)
    return one?.sha256 !== other?.sha256 || one?.rows !== other?.rows
  })
}

/** One row as one line of JSON; bytes as `{"base64":"…"}`. */
export function rowLine(row: readonly RowValue[]): string {
  const values = row.map((value) =>
    value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
  )
  return `${JSON.stringify(values)}\n`
}

function columnsLine({ name, columns }: TableShape): string {
  return `${JSON.stringify([name, columns.map((column) => column.name)])}\n`
}

type Row = Readonly<Record<string, RowValue>>

async function* byKey(db: Kysely<Tables>, shape: TableShape): AsyncGenerator<readonly (readonly RowValue[])[]> {
  const limit = pageSize(shape)
  const key = sql.join(shape.key.map((name) => sql.ref(name)))
  let last: Row | undefined
  for (;;) {
    const after: Row | undefined = last
    const beyond =
      after === undefined
        ? sql``
        : sql`where (${key}) > (${sql.join(shape.key.map((name) => sql.val(after[name] ?? null)))})`
    const { rows } = await sql<Row>`
      select ${columnList(shape)} from ${sql.table(shape.name)} ${beyond} order by ${key} limit ${sql.lit(limit)}
    `.execute(db)
    if (rows.length > 0) yield rows.map((row) => valuesOf(row, shape))
    if (rows.length < limit) return
    last = rows.at(-1)
  }
}

/** Without a key: in the order of all columns, NULL first. */
async function* byPlace(db: Kysely<Tables>, shape: TableShape): AsyncGenerator<readonly (readonly RowValue[])[]> {
  const limit = pageSize(shape)
  const order = sql.join(shape.columns.map(({ name }) => sql`${sql.ref(name)} asc nulls first`))
  for (let start = 0; ; start += limit) {
    const { rows } = await sql<Row>`
      select ${columnList(shape)} from ${sql.table(shape.name)} order by ${order}
      limit ${sql.lit(limit)} offset ${sql.lit(start)}
    `.execute(db)
    if (rows.length > 0) yield rows.map((row) => valuesOf(row, shape))
    if (rows.length < limit) return
  }
}

function pageSize({ columns }: TableShape): number {
  return columns.some(({ isBytes }) => isBytes) ? rowsWithBytesPerPage : rowsPerPage
}

function columnList({ columns }: TableShape) {
  return sql.join(columns.map(({ name }) => sql.ref(name)))
}

function valuesOf(row: Row, { columns }: TableShape): readonly RowValue[] {
  return columns.map(({ name }) => row[name] ?? null)
}
