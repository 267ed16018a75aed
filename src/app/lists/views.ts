/**
 * The rows of the read model in memory, brought up to date before each question by what changed since. Unique rows are
 * tens of thousands however many products there are; who uses what stays in the store, keyed both ways.
 */

import { fail } from '#domain/problem.ts'
import { viewKinds, type ViewHead, type ViewKind, type ViewNumber, type ViewRows } from '#domain/views.ts'
import type { Store } from '#store/store.ts'
import { loadChangedRows, loadViewGeneration, loadViewState } from '#store/views.ts'
import type { Cut } from './cut.ts'
import type { Streams } from './streams.ts'
import { searchTexts, type SearchTexts } from './search-texts.ts'

/** By number; undefined where a row is gone. */
export type ViewTables = { readonly [Kind in ViewKind]: readonly (ViewRows[Kind] | undefined)[] }

export type Views = {
  readonly generation: number
  readonly head: ViewHead
  readonly tables: ViewTables
  readonly numberOfProduct: ReadonlyMap<string, ViewNumber>
  readonly numberOfPackage: ReadonlyMap<string, ViewNumber>
  readonly partsOfPackage: Grouped
  readonly findingsOfPart: Grouped
  readonly unitNames: ReadonlyMap<string, string>
  readonly searchTexts: SearchTexts
  /** What was told once of these rows: orders of lists, totals, cuts to units, texts to filter by, what flows where. Bounded by whoever fills it. */
  readonly cuts: Map<string, Promise<Cut>>
  readonly orders: Map<string, Int32Array>
  readonly counts: Map<string, number>
  readonly streams: Map<string, Promise<Streams>>
  readonly texts: Map<string, readonly string[]>
}

/** Numbers by the number they belong to: those of n are `values[offsets[n]]` up to, not including, `values[offsets[n + 1]]`. */
export type Grouped = { readonly offsets: Int32Array; readonly values: Int32Array }

export function groupOf({ offsets, values }: Grouped, number: ViewNumber): Int32Array {
  return values.subarray(offsets[number] ?? 0, offsets[number + 1] ?? 0)
}

const held = new WeakMap<Store['db'], Promise<Views | undefined>>()

/** Throws `nothing-assessed`. */
export async function openViews(store: Store): Promise<Views> {
  const before = held.get(store.db)
  // One after another: whoever comes while rows are being read waits for them.
  const next = (before ?? Promise.resolve(undefined)).catch(() => undefined).then((known) => refresh(store, known))
  held.set(store.db, next)
  return (await next) ?? fail({ code: 'nothing-assessed' })
}

async function refresh(store: Store, known: Views | undefined): Promise<Views | undefined> {
  for (let views = known; ;) {
    const generation = await loadViewGeneration(store)
    if (generation === undefined || views?.generation === generation) return views
    // Rows are read in slices; what was written meanwhile is read in the next round.
    views = await bringUpToDate(store, views)
  }
}

async function bringUpToDate(store: Store, known: Views | undefined): Promise<Views | undefined> {
  const state = await loadViewState(store)
  if (state === undefined) return undefined
  const tables: Record<ViewKind, unknown[]> = { product: [], package: [], part: [], finding: [], subject: [] }
  for (const kind of viewKinds) {
    const rows: unknown[] = known === undefined ? [] : [...known.tables[kind]]
    for await (const { number, content } of loadChangedRows(store, kind, known?.generation ?? -1)) {
      while (rows.length < number) rows.push(undefined)
      rows[number] = content
    }
    tables[kind] = rows
  }
  return viewsOf(state.generation, state.head, tables as unknown as ViewTables, known)
}

function viewsOf(generation: number, head: ViewHead, tables: ViewTables, known: Views | undefined): Views {
  const { product, package: packages, part, finding } = tables
  return {
    generation,
    head,
    tables,
    numberOfProduct: numbered(product, ({ id }) => id),
    numberOfPackage: numbered(packages, ({ key }) => key),
    partsOfPackage: grouped(part, packages.length, (row) => row.package),
    findingsOfPart: grouped(finding, part.length, (row) => row.part),
    searchTexts: searchTexts(tables, known),
    unitNames: new Map(head.units.map(({ id, name }) => [id, name])),
    cuts: new Map(),
    orders: new Map(),
    counts: new Map(),
    streams: new Map(),
    texts: new Map(),
  }
}

/** By a key; of several rows with one the last. */
export function numbered<Row>(rows: readonly (Row | undefined)[], key: (row: Row) => string): Map<string, ViewNumber> {
  return new Map(rows.flatMap((row, number) => (row === undefined ? [] : [[key(row), number] as const])))
}

function grouped<Row>(rows: readonly (Row | undefined)[], groups: number, of: (row: Row) => number): Grouped {
  const offsets = new Int32Array(groups + 1)
  for (const row of rows) if (row !== undefined) offsets[of(row) + 1] = (offsets[of(row) + 1] ?? 0) + 1
  for (let group = 1; group <= groups; group += 1) offsets[group] = (offsets[group] ?? 0) + (offsets[group - 1] ?? 0)
  const values = new Int32Array(offsets[groups] ?? 0)
  const next = Int32Array.from(offsets)
  for (const [number, row] of rows.entries()) {
    if (row === undefined) continue
    const at = next[of(row)] ?? 0
    values[at] = number
    next[of(row)] = at + 1
  }
  return { offsets, values }
}

/** Keeps the newest entries of a map that is filled on demand. */
export function keepNewest<Key, Value>(map: Map<Key, Value>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return
    map.delete(key)
  }
}
