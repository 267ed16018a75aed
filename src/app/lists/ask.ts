/** From what a request says to the answer of a list: the closed sorts and filters are checked here too, whoever asks. */

import type { Scope } from '#domain/access.ts'
import type { IsoDate } from '#domain/figure.ts'
import type { FilterKind, ListPage, ListQuery, Order } from '#domain/lists.ts'
import { orders } from '#domain/lists.ts'
import { fail } from '#domain/problem.ts'
import type { ViewKind, ViewNumber } from '#domain/views.ts'
import type { Store } from '#store/store.ts'
import { lensOf, type Lens } from './cut.ts'
import { csvOf, xlsxOf, type Columns } from './export.ts'
import { itemsOf, pageOf, type List } from './list.ts'
import { openViews } from './views.ts'

/**
 * @param today by which review dates are judged; the day of the assessment unless said otherwise
 * Throws `nothing-assessed`.
 */
export async function openLens(store: Store, scope: Scope, today?: IsoDate): Promise<Lens> {
  return lensOf(store, await openViews(store), scope, today)
}

/** As it comes from an address: `sort`, `order`, `after`, `limit`, `format`, and filters by name. */
export type RawQuery = Readonly<Record<string, unknown>>

export type FileAnswer = {
  readonly format: 'csv' | 'xlsx'
  readonly name: string
  readonly content: AsyncIterable<string | Uint8Array>
}

export type ListAnswer<Item> = { readonly page: ListPage<Item> } | { readonly file: FileAnswer }

const standing = ['sort', 'order', 'after', 'limit', 'format']
const mostAtOnce = 500

/**
 * @param apart names that the query may hold besides, which narrowed `only` already
 * Fails with `usage` for what the list does not offer.
 */
export function askList<Kind extends ViewKind, Sort extends string, Filters, Item>(
  list: List<Kind, Sort, Filters, Item>,
  raw: RawQuery,
  lens: Lens,
  only?: ReadonlySet<ViewNumber>,
  apart: readonly string[] = [],
): ListAnswer<Item> {
  const query = readQuery(list, raw, apart)
  const format = raw['format'] ?? 'json'
  if (format === 'csv' || format === 'xlsx')
    return { file: fileOf(list.id, format, list.columns, itemsOf(list, query, lens, only)) }
  if (format !== 'json') return fail({ code: 'usage', what: `format ${text(format)}: json, csv or xlsx` })
  return { page: pageOf(list, query, lens, only) }
}

export function fileOf<Item>(
  name: string,
  format: 'csv' | 'xlsx',
  columns: Columns<Item>,
  items: Iterable<Item>,
): FileAnswer {
  const content = format === 'csv' ? csvOf(columns, items) : xlsxOf(columns, items)
  return { format, name: `${name}.${format}`, content }
}

function readQuery<Kind extends ViewKind, Sort extends string, Filters, Item>(
  { sorts, offered }: List<Kind, Sort, Filters, Item>,
  raw: RawQuery,
  apart: readonly string[],
): ListQuery<Sort, Filters> {
  const [standard] = Object.keys(sorts) as Sort[]
  const sort = (raw['sort'] ?? standard) as Sort
  if (!Object.hasOwn(sorts, sort)) fail({ code: 'usage', what: `sort ${text(sort)}: ${Object.keys(sorts).join(', ')}` })
  const order = (raw['order'] ?? sorts[sort].first) as Order
  if (!orders.includes(order)) fail({ code: 'usage', what: `order ${text(order)}: ${orders.join(', ')}` })
  const limit = raw['limit'] ?? 50
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > mostAtOnce)
    fail({ code: 'usage', what: `limit ${text(limit)}: 1 to ${mostAtOnce}` })
  const filters: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(raw)) {
    if (value === undefined || standing.includes(name) || apart.includes(name)) continue
    const kinds: Readonly<Record<string, FilterKind>> = offered
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
    if (kind === undefined || !isOf(kind, value)) fail({ code: 'usage', what: `${name}=${text(value)}: not offered` })
    filters[name] = value
  }
  const { after = null } = raw
  if (after !== null && typeof after !== 'string') fail({ code: 'usage', what: 'after: not a key' })
  return { sort, order, after, limit, filters: filters as ListQuery<Sort, Filters>['filters'] }
}

function isOf(kind: FilterKind, value: unknown): boolean {
  if (kind === 'yes-or-no') return typeof value === 'boolean'
  return typeof value === 'string' && (kind === 'text' || kind.includes(value))
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
