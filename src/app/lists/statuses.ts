/**
 * What was stated about findings, in memory beside the rows and brought up to date before each question: statements come
 * without an assessment. Few findings have any; a row without one is not looked at yet.
 */

import { isWithin } from '#domain/access.ts'
import type { IsoDate } from '#domain/figure.ts'
import {
  countsBefore,
  findingStates,
  isReviewDue,
  type FindingState,
  type StatedStatus,
} from '#domain/finding-status.ts'
import type { FindingView, ViewNumber } from '#domain/views.ts'
import { parsePurl } from '#ecosystems/purl.ts'
import { partKey } from '#app/part-key.ts'
import { loadStatusesAfter, loadStatusRevision, statusPartKey, type StatusRevision } from '#store/finding-statuses.ts'
import type { Store } from '#store/store.ts'
import { loadUsePairs } from '#store/views.ts'
import type { Cut, Lens } from './cut.ts'
import { groupOf, type Views } from './views.ts'

/** What of a statement counts in a list. */
type Stated = Pick<StatedStatus, 'id' | 'source' | 'advisory' | 'product' | 'state' | 'until'>

/** What counts for a finding: for all products, and for those that use the part and have a statement of their own. */
type RowStatements = {
  readonly all: Stated | null
  readonly own: readonly { readonly product: ViewNumber; readonly stated: Stated }[]
}

export type Statuses = {
  readonly revision: StatusRevision
  readonly generation: number
  /** The newest of each place, by the key of the part. */
  readonly ofPart: ReadonlyMap<string, readonly Stated[]>
  readonly ofFinding: ReadonlyMap<ViewNumber, RowStatements>
  /** What was told once for a reader and a day. */
  readonly told: WeakMap<Cut, Map<IsoDate, ReadonlyMap<ViewNumber, RowStatus>>>
}

export type RowStatus = {
  readonly state: FindingState
  /** Products in sight for which something was stated. */
  readonly stated: number
  readonly isDue: boolean
}

const nothingStated: RowStatus = { state: 'undecided', stated: 0, isDue: false }

const held = new WeakMap<Store['db'], Promise<Statuses | undefined>>()

export async function openStatuses(store: Store, views: Views): Promise<Statuses> {
  const before = held.get(store.db) ?? Promise.resolve(undefined)
  const next = before.catch(() => undefined).then((known) => refresh(store, views, known))
  held.set(store.db, next)
  return next
}

/** Names of what is kept for one state of the statements. */
export function statementsName({ revision: { stated, imported } }: Statuses, today: IsoDate): string {
  return `${stated} ${imported} ${today}`
}

async function refresh(store: Store, views: Views, known: Statuses | undefined): Promise<Statuses> {
  const revision = await loadStatusRevision(store)
  const isNewest = known?.revision.stated === revision.stated && known.revision.imported === revision.imported
  if (known !== undefined && isNewest && known.generation === views.generation) return known
  const { ofPart, changed } = await statementsByPart(store, known)
  const isSameRows = known?.generation === views.generation
  const ofFinding = isSameRows
    ? await statementsByFinding(store, views, ofPart, changed, known.ofFinding)
    : await statementsByFinding(store, views, ofPart, ofPart.keys(), new Map())
  return { revision, generation: views.generation, ofPart, ofFinding, told: new WeakMap() }
}

async function statementsByPart(
  store: Store,
  known: Statuses | undefined,
): Promise<Pick<Statuses, 'ofPart'> & { readonly changed: ReadonlySet<string> }> {
  const ofPart = new Map(known?.ofPart)
  const changed = new Set<string>()
  for await (const stated of loadStatusesAfter(store, known?.revision ?? { stated: 0, imported: 0 })) {
    const { id, source, advisory, product, state, until } = stated
    const key = statusPartKey(statedPart(stated))
    const others = (ofPart.get(key) ?? []).filter(
      (one) => one.advisory !== advisory || one.product !== product || countsBefore(one, stated),
    )
    ofPart.set(key, [...others, { id, source, advisory, product, state, until }])
    changed.add(key)
  }
  return { ofPart, changed }
}

const partNumbers = new WeakMap<Views, ReadonlyMap<string, ViewNumber>>()

/** Parts by the key of statements about them, told once for each state of the rows. */
function numberOfPart(views: Views): ReadonlyMap<string, ViewNumber> {
  const known =
    partNumbers.get(views) ??
    new Map(
      views.tables.part.flatMap((row, number) =>
        row === undefined ? [] : [[statusPartKey(partKey(row)), number] as const],
      ),
    )
  partNumbers.set(views, known)
  return known
}

/** The part that a statement names. */
export function numberOfStated(views: Views, part: string): ViewNumber | undefined {
  const number = numberOfPart(views).get(statusPartKey(part))
  const row = number === undefined ? undefined : views.tables.part[number]
  return row !== undefined && partKey(row) === part ? number : undefined
}

/** Other systems write package URLs their own way. */
export function statedPart({ part, source }: Pick<StatedStatus, 'part' | 'source'>): string {
  const parsed = source === null ? undefined : parsePurl(part)
  return parsed?.ok === true ? parsed.canonical : part
}

/** Whether a statement is about a finding: advisories go by several ids. */
export function isAbout({ advisory }: Pick<Stated, 'advisory'>, { id, aliases }: Pick<FindingView, 'id' | 'aliases'>) {
  return advisory === id || aliases.includes(advisory)
}

async function statementsByFinding(
  store: Store,
  views: Views,
  ofPart: Statuses['ofPart'],
  keys: Iterable<string>,
  before: Statuses['ofFinding'],
): Promise<Statuses['ofFinding']> {
  const found = new Map(before)
  if (ofPart.size === 0) return found
  const { finding: findings } = views.tables
  const numbers = numberOfPart(views)
  const candidates: { readonly finding: ViewNumber; readonly part: ViewNumber; readonly counting: Stated[] }[] = []
  for (const key of keys) {
    const part = numbers.get(key)
    const stated = ofPart.get(key)
    if (part === undefined || stated === undefined) continue
    for (const finding of groupOf(views.findingsOfPart, part)) {
      found.delete(finding)
      const about = findings[finding]
      if (about === undefined) continue
      const counting = countingOf(stated.filter((one) => isAbout(one, about)))
      if (counting.length > 0) candidates.push({ finding, part, counting })
    }
  }
  const pairs = candidates.flatMap(({ part, counting }) =>
    counting.flatMap(({ product }) => {
      const number = product === null ? undefined : views.numberOfProduct.get(product)
      return number === undefined ? [] : [{ product: number, part }]
    }),
  )
  const used = new Set((await loadUsePairs(store, pairs)).map(({ product, part }) => `${product} ${part}`))
  for (const { finding, part, counting } of candidates) {
    const own = counting.flatMap((stated) => {
      const product = stated.product === null ? undefined : views.numberOfProduct.get(stated.product)
      return product === undefined || !used.has(`${product} ${part}`) ? [] : [{ product, stated }]
    })
    const all = counting.find(({ product }) => product === null) ?? null
    if (all !== null || own.length > 0) found.set(finding, { all, own })
  }
  return found
}

/** The one that counts for each product; what was taken back counts no more. */
function countingOf(stated: readonly Stated[]): Stated[] {
  const newest = new Map<string | null, Stated>()
  for (const one of stated) {
    const known = newest.get(one.product)
    if (known === undefined || countsBefore(one, known)) newest.set(one.product, one)
  }
  return [...newest.values()].filter(({ state }) => state !== 'undecided')
}

/** How a finding stands, over the products that the reader may see. */
export function statusOf(lens: Lens, finding: ViewNumber): RowStatus {
  const { statuses, cut, today } = lens
  const days = statuses.told.get(cut) ?? new Map<IsoDate, ReadonlyMap<ViewNumber, RowStatus>>()
  let told = days.get(today)
  if (told === undefined) {
    told = new Map([...statuses.ofFinding].map(([number, stated]) => [number, rowStatus(lens, number, stated)]))
    // One day at a time: another one is asked for only when midnight has passed.
    days.clear()
    statuses.told.set(cut, days.set(today, told))
  }
  return told.get(finding) ?? nothingStated
}

function rowStatus({ views, cut, today }: Lens, finding: ViewNumber, { all, own }: RowStatements): RowStatus {
  const inSight = own.filter(({ product }) => isWithin(cut.scope, views.tables.product[product]?.unit ?? null))
  const products = cut.productsOfFinding[finding] ?? 0
  const rest = products - inSight.length
  const counting = inSight.map(({ stated }) => stated)
  if (rest > 0 && all !== null) counting.push(all)
  const states = counting.map(({ state }) => state)
  if (rest > 0 && all === null) states.push('undecided')
  return {
    state: findingStates.find((state) => states.includes(state)) ?? 'undecided',
    stated: all === null ? inSight.length : products,
    isDue: counting.some(({ until }) => isReviewDue(until, today)),
  }
}
