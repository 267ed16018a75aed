/** Fills an empty store with rows from elsewhere, whichever engine it is on. */

import { CompiledQuery } from 'kysely'
import { fail } from '#domain/problem.ts'
import { engines } from './dialect.ts'
import { copyIntoPostgres } from './postgres-copy.ts'
import { isStoreEmpty, type Page, pagesOf, readingAtOnce, type RowValue, Sums, type TableSum } from './read-rows.ts'
import type { Store, StoreOptions } from './store.ts'
import { type TableShape, tableShapes } from './table-shapes.ts'

/** An open store and how it was opened: rows reach PostgreSQL by a connection of their own. */
export type Target = { readonly store: Store; readonly options: StoreOptions }

/**
 * Copies everything from one store into another, all of it or nothing.
 *
 * @returns the sums of what was read. Problem: `store-not-empty` when the target holds anything.
 */
export async function copyStore(source: Store, target: Target): Promise<readonly TableSum[]> {
  return readingAtOnce(source, async (db) => {
    const sums = new Sums()
    await fillStore(target, counted(pagesOf(db, await tableShapes(db, source.engine)), sums))
    return sums.all()
  })
}

/** Problem: `store-not-empty`. */
export async function fillStore({ store, options }: Target, pages: AsyncIterable<Page>): Promise<void> {
  if (!(await isStoreEmpty(store))) fail({ code: 'store-not-empty', address: addressOf(options) })
  if ('databaseUrl' in options) return copyIntoPostgres(options.databaseUrl, pages)
  await store.transaction(async (inside) => {
    for await (const { shape, rows } of pages) await insertPage(inside, shape, rows)
  })
}

/** Where a store is, without a password. */
export function addressOf(options: StoreOptions): string {
  if ('home' in options) return options.home
  const url = URL.parse(options.databaseUrl)
  return url === null ? 'PostgreSQL' : `postgresql://${url.host}${url.pathname}`
}

export async function* counted(pages: AsyncIterable<Page>, sums: Sums): AsyncGenerator<Page> {
  for await (const page of pages) {
    sums.add(page)
    yield page
  }
}

/** SQLite goes on numbering behind the largest number by itself. */
async function insertPage(store: Store, shape: TableShape, rows: readonly (readonly RowValue[])[]): Promise<void> {
  const { placeholder, parametersPerStatement } = engines[store.engine]
  const { columns } = shape
  const step = Math.max(1, Math.floor(parametersPerStatement / columns.length))
  const head = `insert into "${shape.name}" (${columns.map(({ name }) => `"${name}"`).join(', ')}) values `
  for (let start = 0; start < rows.length; start += step) {
    const slice = rows.slice(start, start + step)
    const marks = slice.map(
      (_, row) => `(${columns.map((_, column) => placeholder(row * columns.length + column + 1)).join(', ')})`,
    )
    await store.db.executeQuery(CompiledQuery.raw(head + marks.join(', '), slice.flat()))
  }
}
