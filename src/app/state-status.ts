/** States what a finding means, and takes it back: always as something new, for products within the rights of who states it. */

import { isAllowed, isWithin, type Actor, type Scope } from '#domain/access.ts'
import type { IsoTime } from '#domain/figure.ts'
import { countsBefore, isAccepted, isReviewDue, type StatedStatus, type StatusContent } from '#domain/finding-status.ts'
import type { ProductId } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import type { FindingView, ViewNumber } from '#domain/views.ts'
import { recordAct } from '#store/audit.ts'
import { loadStatuses, saveStatuses, type NewStatus } from '#store/finding-statuses.ts'
import type { Store } from '#store/store.ts'
import { loadProductsOfParts } from '#store/views.ts'
import { scopeFor } from './access/scope-for.ts'
import { dayOf } from './clock.ts'
import { isSeen, type Lens } from './lists/cut.ts'
import { isAbout, numberOfStated } from './lists/statuses.ts'
import { groupOf } from './lists/views.ts'
import { loadSaid } from './status-history.ts'

export type StatusWish = StatusContent & {
  /** As a finding of the list names it. */
  readonly part: string
  /** Further advisories about the same part. */
  readonly others: readonly string[]
  /** Null: all products, for who may speak for all; for others, those of their units that use the part. */
  readonly products: readonly ProductId[] | null
}

export type Stated = { readonly ids: readonly number[] }

/** Statements at once: enough for a part with many advisories in many products. */
const mostAtOnce = 2_000

/**
 * @param lens cut to what the person may state something about
 * Fails with `nothing-found` for what is not in sight, `usage` for what does not hold together, `beyond-rights` where living
 * with a finding is for others to decide.
 */
export async function stateStatus(
  store: Store,
  lens: Lens,
  { actor, now }: { readonly actor: Actor; readonly now: IsoTime },
  finding: string,
  wish: StatusWish,
): Promise<Stated> {
  const { part, others, products: _, ...content } = wish
  expectWhole(content, now)
  const { number, advisories } = findingsMeant(lens, part, [finding, ...others])
  const products = await productsMeant(lens, number, wish)
  if (isAccepted(content)) await expectDecider(store, lens, actor, products, now)
  const places = advisories.flatMap((advisory) => products.map((product) => ({ advisory, part, product })))
  if (places.length > mostAtOnce) fail({ code: 'usage', what: `more than ${mostAtOnce} statements at once` })
  const statuses = places.map((place) => ({ ...place, ...content, by: actor.id, undoes: null }))
  return keep(store, lens, actor, statuses, now)
}

/**
 * States anew what stood before each of the statements.
 *
 * Fails with `nothing-found` for statements that are not there or not in sight, `usage` where something newer was stated.
 */
export async function undoStatuses(
  store: Store,
  lens: Lens,
  { actor, now }: { readonly actor: Actor; readonly now: IsoTime },
  ids: readonly number[],
): Promise<Stated> {
  const undone = await loadStatuses(store, [...new Set(ids)])
  if (undone.length < new Set(ids).size) fail({ code: 'nothing-found', paths: ids.map(String) })
  const said = await loadSaid(
    store,
    undone.map(({ part }) => part),
  )
  const placeOf = ({ part, product }: StatedStatus): string => JSON.stringify([part, product])
  const byPlace = Map.groupBy(said, placeOf)
  const statuses = undone.map((one): NewStatus => {
    if (!maySpeakFor(lens, one.product)) fail({ code: 'nothing-found', paths: [String(one.id)] })
    const [newest, before] = (byPlace.get(placeOf(one)) ?? [])
      .filter(sameAdvisory(lens, one))
      .toSorted((a, b) => (countsBefore(a, b) ? -1 : 1))
    if (newest?.id !== one.id || newest.source !== null)
      fail({ code: 'usage', what: `ids: something newer than ${one.id} was stated` })
    const { advisory, part, product } = one
    return { advisory, part, product, ...contentOf(before), by: actor.id, undoes: one.id }
  })
  const accepted = statuses.filter(isAccepted).map(({ product }) => product)
  if (accepted.length > 0) await expectDecider(store, lens, actor, accepted, now)
  return keep(store, lens, actor, statuses, now)
}

/** Advisories go by several ids, of which other systems may use another one. */
function sameAdvisory(lens: Lens, { advisory, part }: StatedStatus): (other: StatedStatus) => boolean {
  const row = findingsOf(lens, numberOfStated(lens.views, part)).find((one) => isAbout({ advisory }, one))
  return (other) => other.advisory === advisory || (row !== undefined && isAbout(other, row))
}

const nothing: StatusContent = {
  state: 'undecided',
  justification: null,
  response: null,
  reason: '',
  detail: null,
  until: null,
}

function contentOf(stated: StatedStatus | undefined): StatusContent {
  if (stated === undefined) return nothing
  const { state, justification, response, reason, detail, until } = stated
  return { state, justification, response, reason, detail, until }
}

/** VEX (CISA, "Minimum Requirements for VEX"): what is not affected says why, in words of the standard. */
export function expectWhole({ state, justification, response, reason, until }: StatusContent, now: IsoTime): void {
  if ((state === 'not-affected') !== (justification !== null))
    fail({ code: 'usage', what: 'justification: needed for not-affected, and for nothing else' })
  if (response !== null && state !== 'affected') fail({ code: 'usage', what: 'response: only for affected' })
  if (state !== 'undecided' && reason.trim() === '') fail({ code: 'usage', what: 'reason: needed' })
  if (until !== null && (Number.isNaN(Date.parse(until)) || isReviewDue(until, dayOf(now))))
    fail({ code: 'usage', what: `until ${until}: not a day to come` })
}

/** The part in sight, and the advisories about it by the ids that findings go by. */
function findingsMeant(
  lens: Lens,
  part: string,
  asked: readonly string[],
): { readonly number: ViewNumber; readonly advisories: readonly string[] } {
  const number = numberOfStated(lens.views, part)
  if (number === undefined || !isSeen(lens, 'part', number)) return fail({ code: 'nothing-found', paths: [part] })
  const rows = findingsOf(lens, number)
  const advisories = asked.map(
    (advisory) =>
      rows.find((row) => isAbout({ advisory }, row))?.id ?? fail({ code: 'nothing-found', paths: [advisory, part] }),
  )
  return { number, advisories: [...new Set(advisories)] }
}

export function findingsOf({ views }: Lens, part: ViewNumber | undefined): readonly FindingView[] {
  if (part === undefined) return []
  return [...groupOf(views.findingsOfPart, part)].flatMap((finding) => views.tables.finding[finding] ?? [])
}

async function productsMeant(
  lens: Lens,
  part: ViewNumber,
  { products }: Pick<StatusWish, 'products'>,
): Promise<readonly (ProductId | null)[]> {
  if (products === null && lens.cut.scope === 'all') return [null]
  const using = (await productsUsing(lens, [part])).get(part) ?? []
  if (products === null) return using
  const known = new Set(using)
  for (const product of products) if (!known.has(product)) fail({ code: 'nothing-found', paths: [product] })
  return [...new Set(products)]
}

/** Products in sight. */
export async function productsUsing(
  lens: Lens,
  parts: readonly ViewNumber[],
): Promise<ReadonlyMap<ViewNumber, readonly ProductId[]>> {
  const uses = (await loadProductsOfParts(lens.store, parts)).filter(({ product }) => isSeen(lens, 'product', product))
  const groups = Map.groupBy(uses, ({ part }) => part)
  return new Map(
    [...groups].map(([part, group]) => [
      part,
      group.flatMap(({ product }) => lens.views.tables.product[product]?.id ?? []),
    ]),
  )
}

function maySpeakFor(lens: Lens, product: ProductId | null): boolean {
  if (lens.cut.scope === 'all') return true
  const number = product === null ? undefined : lens.views.numberOfProduct.get(product)
  return number !== undefined && isSeen(lens, 'product', number)
}

async function expectDecider(
  store: Store,
  lens: Lens,
  actor: Actor,
  products: readonly (ProductId | null)[],
  now: IsoTime,
): Promise<void> {
  const scope = await scopeFor(store, actor, 'decide', now)
  if (!products.every((product) => isWithin(scope, unitOf(lens, product))))
    fail({ code: 'beyond-rights', permission: 'decide' })
}

export function unitOf({ views }: Lens, product: ProductId | null): string | null {
  return product === null ? null : (views.tables.product[views.numberOfProduct.get(product) ?? -1]?.unit ?? null)
}

/** One entry of the audit log for each part and unit, which names all advisories. */
export async function keep(
  store: Store,
  lens: Lens,
  actor: Actor,
  statuses: readonly NewStatus[],
  now: IsoTime,
): Promise<Stated> {
  return store.transaction(async (inside) => {
    const ids = await saveStatuses(inside, statuses, { recordedAt: now })
    const keyOf = ({ part, state, product, undoes }: NewStatus): string =>
      JSON.stringify([part, state, unitOf(lens, product), product === null, undoes === null])
    for (const [, group] of Map.groupBy(statuses, keyOf)) {
      const [first] = group
      if (first === undefined) continue
      await recordAct(inside, {
        at: now,
        actor,
        act: 'finding-state',
        subject: first.part,
        unit: unitOf(lens, first.product),
        result: 'done',
        detail: {
          state: first.state,
          findings: [...new Set(group.map(({ advisory }) => advisory))],
          products: first.product === null ? null : [...new Set(group.flatMap(({ product }) => product ?? []))],
          isUndone: first.undoes !== null,
        },
      })
    }
    return { ids }
  })
}

/** What somebody may state: for all products or some units, and whether they may decide to live with a finding. */
export type StatusRights = {
  readonly everywhere: boolean
  readonly units: readonly string[]
  readonly mayAccept: boolean
}

export async function statusRights(store: Store, actor: Actor, now: IsoTime): Promise<StatusRights> {
  const scope: Scope = await scopeFor(store, actor, 'analyze', now)
  return {
    everywhere: scope === 'all',
    units: scope === 'all' ? [] : [...scope].toSorted(),
    mayAccept: isAllowed(await scopeFor(store, actor, 'decide', now)),
  }
}
