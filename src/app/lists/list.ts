/**
 * The contract of a list: rows of one kind of the read model, with the sorts and filters it offers. A list walks its rows
 * in the order asked for and shows those that the reader may see; the order is made once for each state of the rows.
 */

import type { FilterKind, ListPage, ListQuery, Order } from '#domain/lists.ts'
import { fail } from '#domain/problem.ts'
import type { ViewKind, ViewNumber, ViewRows } from '#domain/views.ts'
import { isSeen, type Lens } from './cut.ts'
import { folded } from './folded.ts'
import { statementsName } from './statuses.ts'
import { keepNewest } from './views.ts'

export type SortKey = string | number | null

export type Sorting<Row> = {
  /** Null is unknown and stands last in either direction. */
  readonly key: (row: Row, number: ViewNumber, lens: Lens) => SortKey
  /** Whether keys differ between readers; orders of such keys are made for each. */
  readonly isCut: boolean
  /** Whether keys depend on what people stated, which changes without an assessment. */
  readonly isStated?: boolean
  /** The direction taken when none is asked for. */
  readonly first: Order
}

export type Cell = string | number | boolean | null

export type List<Kind extends ViewKind, Sort extends string, Filters, Item> = {
  readonly id: string
  readonly kind: Kind
  /** What each filter takes. */
  readonly offered: Readonly<Record<keyof Filters & string, FilterKind>>
  readonly sorts: Readonly<Record<Sort, Sorting<ViewRows[Kind]>>>
  /** What the filter `q` looks for its text in. */
  readonly text: (row: ViewRows[Kind], lens: Lens) => string
  readonly filters: {
    readonly [Name in Exclude<keyof Filters, 'q'>]: (
      row: ViewRows[Kind],
      value: Filters[Name],
      number: ViewNumber,
      lens: Lens,
    ) => boolean
  }
  /** Filters that depend on what people stated. */
  readonly stated?: readonly string[]
  readonly item: (row: ViewRows[Kind], number: ViewNumber, lens: Lens) => Item
  /** Columns of files, by name. */
  readonly columns: Readonly<Record<string, (item: Item) => Cell>>
}

export function defineList<Kind extends ViewKind, Sort extends string, Filters, Item>(
  list: List<Kind, Sort, Filters, Item>,
): List<Kind, Sort, Filters, Item> {
  return list
}

export function sorted<Row>(
  key: (row: Row, number: ViewNumber, lens: Lens) => SortKey,
  first: Order = 'ascending',
): Sorting<Row> {
  return { key, isCut: false, first }
}

/** As `sorted`, for keys that are counted over the products that the reader may see. */
export function sortedInCut<Row>(
  key: (row: Row, number: ViewNumber, lens: Lens) => SortKey,
  first: Order = 'descending',
): Sorting<Row> {
  return { key, isCut: true, first }
}

/** As `sortedInCut`, for keys that depend on what people stated. */
export function sortedByStatements<Row>(
  key: (row: Row, number: ViewNumber, lens: Lens) => SortKey,
  first: Order = 'ascending',
): Sorting<Row> {
  return { key, isCut: true, isStated: true, first }
}

/**
 * A page of a list.
 *
 * @param only the rows to look at, where something outside of the list narrows it: what a product uses, for example
 * Fails with `usage` for a key that no page of this list has given.
 */
export function pageOf<Kind extends ViewKind, Sort extends string, Filters, Item>(
  list: List<Kind, Sort, Filters, Item>,
  query: ListQuery<Sort, Filters>,
  lens: Lens,
  only?: ReadonlySet<ViewNumber>,
): ListPage<Item> {
  const order = orderOf(list, query.sort, query.order, lens)
  const accepts = accepting(list, query, lens, only)
  const page: ViewNumber[] = []
  const start = query.after === null ? 0 : startAfter(list, query, order, lens)
  let isMore = false
  for (let position = start; position < order.length && !isMore; position += 1) {
    const number = order[position] ?? 0
    if (!accepts(number)) continue
    if (page.length < query.limit) page.push(number)
    else isMore = true
  }
  const count = countOf(list, query, lens, accepts, only)
  const last = page.at(-1)
  const table = lens.views.tables[list.kind]
  return {
    items: page.map((number) => list.item(table[number] as ViewRows[Kind], number, lens)),
    next: isMore && last !== undefined ? writeKey(last, keyOf(list, query.sort, last, lens)) : null,
    total: { count, kind: 'exact' },
  }
}

const keptCounts = 1000

/** Counted once for each state of the rows: neither the order nor the page changes it. */
function countOf<Kind extends ViewKind, Sort extends string, Filters, Item>(
  { id, kind, stated = [] }: List<Kind, Sort, Filters, Item>,
  { filters }: ListQuery<Sort, Filters>,
  { views, cut, statuses, today }: Lens,
  accepts: (number: ViewNumber) => boolean,
  only: ReadonlySet<ViewNumber> | undefined,
): number {
  const isStated = stated.some((filter) => filters[filter as keyof Filters] !== undefined)
  const name = JSON.stringify([
    id,
    cut.key,
    isStated ? statementsName(statuses, today) : '',
    Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1)),
  ])
  const known = only === undefined ? views.counts.get(name) : undefined
  if (known !== undefined) return known
  let count = 0
  for (const number of only ?? views.tables[kind].keys()) if (accepts(number)) count += 1
  if (only === undefined) views.counts.set(name, count)
  keepNewest(views.counts, keptCounts)
  return count
}

/** All rows that a query accepts, in its order. */
export function* itemsOf<Kind extends ViewKind, Sort extends string, Filters, Item>(
  list: List<Kind, Sort, Filters, Item>,
  query: Pick<ListQuery<Sort, Filters>, 'sort' | 'order' | 'filters'>,
  lens: Lens,
  only?: ReadonlySet<ViewNumber>,
): Generator<Item> {
  const accepts = accepting(list, query, lens, only)
  for (const number of orderOf(list, query.sort, query.order, lens))
    if (accepts(number)) yield list.item(lens.views.tables[list.kind][number] as ViewRows[Kind], number, lens)
}

function accepting<Kind extends ViewKind, Sort extends string, Filters, Item>(
  list: List<Kind, Sort, Filters, Item>,
  { filters }: Pick<ListQuery<Sort, Filters>, 'filters'>,
  lens: Lens,
  only: ReadonlySet<ViewNumber> | undefined,
): (number: ViewNumber) => boolean {
  const table = lens.views.tables[list.kind]
  type Other = Exclude<keyof Filters, 'q'>
  const tests = (Object.keys(filters) as (keyof Filters)[]).flatMap((name) => {
    const value = filters[name]
    if (value === undefined) return []
    if (name === 'q') return [containing(list, String(value), lens)]
    const test = list.filters[name as Other]
    return [(row: ViewRows[Kind], number: number) => test(row, value as Filters[Other], number, lens)]
  })
  return (number) => {
    if (only?.has(number) === false || !isSeen(lens, list.kind, number)) return false
    const row = table[number] as ViewRows[Kind]
    return tests.every((test) => test(row, number))
  }
}

/** Folding a hundred thousand texts takes longer than a page may, so it is done once. */
function containing<Kind extends ViewKind, Sort extends string, Filters, Item>(
  list: List<Kind, Sort, Filters, Item>,
  asked: string,
  lens: Lens,
): (row: ViewRows[Kind], number: ViewNumber) => boolean {
  const { texts, tables } = lens.views
  const known =
    texts.get(list.id) ?? tables[list.kind].map((row) => (row === undefined ? '' : folded(list.text(row, lens))))
  texts.set(list.id, known)
  const wanted = folded(asked)
  return (_, number) => known[number]?.includes(wanted) === true
}

const keptOrders = 120

/** Numbers of rows in the order of a sort. Rows with the same key stand by number, so that the order is total. */
function orderOf<Kind extends ViewKind, Sort extends string, Filters, Item>(
  list: List<Kind, Sort, Filters, Item>,
  sort: Sort,
  direction: Order,
  lens: Lens,
): Int32Array {
  const { isCut, isStated = false } = list.sorts[sort]
  const state = isStated ? statementsName(lens.statuses, lens.today) : ''
  const name = `${list.id} ${sort} ${direction}${isCut ? ` ${lens.cut.key}` : ''} ${state}`
  const { orders, tables } = lens.views
  const known = orders.get(name)
  if (known !== undefined) return known
  const keys: SortKey[] = []
  const numbers: number[] = []
  for (const [number, row] of tables[list.kind].entries()) {
    if (row === undefined) continue
    keys[number] = list.sorts[sort].key(row, number, lens)
    numbers.push(number)
  }
  const order = Int32Array.from(
    numbers.sort((a, b) => compareKeys(keys[a] ?? null, keys[b] ?? null, direction) || a - b),
  )
  orders.set(name, order)
  keepNewest(orders, keptOrders)
  return order
}

function compareKeys(a: SortKey, b: SortKey, direction: Order): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b === (direction === 'ascending') ? -1 : 1
}

function keyOf<Kind extends ViewKind, Sort extends string, Filters, Item>(
  list: List<Kind, Sort, Filters, Item>,
  sort: Sort,
  number: ViewNumber,
  lens: Lens,
): SortKey {
  const row = lens.views.tables[list.kind][number]
  return row === undefined ? null : list.sorts[sort].key(row, number, lens)
}

/** The first position behind the row that a key names: by its own key where the row is gone since. */
function startAfter<Kind extends ViewKind, Sort extends string, Filters, Item>(
  list: List<Kind, Sort, Filters, Item>,
  { sort, order: direction, after }: ListQuery<Sort, Filters>,
  order: Int32Array,
  lens: Lens,
): number {
  const { number, key: told } = readKey(after ?? '')
  const isThere = lens.views.tables[list.kind][number] !== undefined
  const key = isThere ? keyOf(list, sort, number, lens) : told
  let [low, high] = [0, order.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const other = order[middle] ?? 0
    const compared = compareKeys(keyOf(list, sort, other, lens), key, direction) || other - number
    if (compared <= 0) low = middle + 1
    else high = middle
  }
  return low
}

/** Long texts are cut: they are needed only when the row is gone. */
function writeKey(number: ViewNumber, key: SortKey): string {
  return Buffer.from(JSON.stringify([number, typeof key === 'string' ? key.slice(0, 80) : key])).toString('base64url')
}

function readKey(text: string): { readonly number: ViewNumber; readonly key: SortKey } {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (Array.isArray(parsed) && parsed.length === 2) {
      const [number, key] = parsed as unknown[]
      if (Number.isInteger(number) && (key === null || typeof key === 'string' || typeof key === 'number'))
        return { number: number as number, key }
    }
  } catch {
    // Whoever wrote it by hand is told below.
  }
  return fail({ code: 'usage', what: 'after: not a key that a page of this list gave' })
}
