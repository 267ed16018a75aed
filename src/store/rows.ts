/** Many rows at once: one statement per few hundred rows, on both engines. */

import { CompiledQuery } from 'kysely'
import { engines } from './dialect.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

export type Value = string | number | Uint8Array | null

type ColumnOf<Table extends keyof Tables> = keyof Tables[Table] & string

/**
 * Inserts rows given as one flat list, column by column and row by row. Kysely builds a tree node for each value; for a
 * hundred thousand rows that takes longer than the insertion.
 */
export async function insertRows<Table extends keyof Tables>(
  store: Store,
  table: Table,
  columns: readonly ColumnOf<Table>[],
  values: readonly Value[],
): Promise<void> {
  const { placeholder, parametersPerStatement } = engines[store.engine]
  const step = Math.max(1, Math.floor(parametersPerStatement / columns.length)) * columns.length
  const head = `insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) values `
  const statementFor = (count: number): string =>
    head +
    Array.from({ length: count / columns.length }, (_, row) => {
      const marks = columns.map((_, column) => placeholder(row * columns.length + column + 1))
      return `(${marks.join(', ')})`
    }).join(', ')
  const full = values.length >= step ? statementFor(step) : ''
  for (let start = 0; start < values.length; start += step) {
    const slice = values.slice(start, start + step)
    await store.db.executeQuery(CompiledQuery.raw(slice.length === step ? full : statementFor(slice.length), slice))
  }
}

/** Pieces of a list, for `in (…)` and multi-row statements below the engines' limits. */
export function* batches<T>(items: readonly T[], size = 500): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size)
}

/** Asks for many keys, a few hundred at a time. */
export async function selectInBatches<Key, Row>(
  keys: Iterable<Key>,
  select: (batch: readonly Key[]) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (const batch of batches([...new Set(keys)])) for (const row of await select(batch)) rows.push(row)
  return rows
}
