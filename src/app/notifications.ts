/** What a person sees and sets of their own news; nobody else's. */

import { randomBytes } from 'node:crypto'
import type { Actor } from '#domain/access.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { Channel, EventKind } from '#domain/notification.ts'
import type { PersonId, UnitId } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import { type Delivery, listDeliveries, tellOne } from '#store/outbox.ts'
import type { Store } from '#store/store.ts'
import {
  countUnread,
  endSubscription,
  listNotifications,
  listSubscriptions,
  markRead,
  type Notification,
  saveSubscription,
  type Subscription,
} from '#store/subscriptions.ts'

export type Inbox = {
  readonly unread: number
  readonly items: readonly Notification[]
  /** What to ask for next; null at the end. */
  readonly next: number | null
}

export async function loadInbox(
  store: Store,
  person: PersonId,
  { before, limit }: { readonly before: number | undefined; readonly limit: number },
): Promise<Inbox> {
  const found = await listNotifications(store, person, {
    limit: limit + 1,
    ...(before === undefined ? {} : { before }),
  })
  const items = found.slice(0, limit)
  const next = found.length > limit ? (items.at(-1)?.id ?? null) : null
  return { unread: await countUnread(store, person), items, next }
}

export async function readNotifications(
  store: Store,
  person: PersonId,
  ids: readonly number[],
  now: IsoTime,
): Promise<{ readonly unread: number }> {
  await markRead(store, person, ids, now)
  return { unread: await countUnread(store, person) }
}

/** Without the secret, which is shown once when it is made. */
export type ShownSubscription = Omit<Subscription, 'secret' | 'person'> & { readonly log: readonly Delivery[] }

export async function loadSubscriptions(store: Store, person: PersonId): Promise<readonly ShownSubscription[]> {
  const own = await listSubscriptions(store, { person })
  const shown: ShownSubscription[] = []
  for (const { secret: _, person: __, ...subscription } of own)
    shown.push({ ...subscription, log: await listDeliveries(store, subscription.id, 10) })
  return shown
}

export type Wanted = {
  readonly kind: EventKind
  readonly channel: Channel
  readonly unit: UnitId | null
  readonly address: string | null
}

/** @returns the secret of a webhook, this once. Problem: `usage` for a webhook without an address, or an address without one. */
export async function subscribe(
  store: Store,
  person: PersonId,
  { kind, channel, unit, address }: Wanted,
  now: IsoTime,
): Promise<{ readonly id: number; readonly secret: string | null }> {
  const url = address === null ? null : URL.parse(address)
  if ((channel === 'webhook') !== (url !== null && /^https?:$/.test(url.protocol)))
    fail({ code: 'usage', what: `address ${address ?? ''}` })
  const secret = channel === 'webhook' ? `whsec_${randomBytes(32).toString('base64')}` : null
  const id = await saveSubscription(store, { person, kind, channel, unit, address, secret }, now)
  const kept = (await listSubscriptions(store, { person })).find((one) => one.id === id)
  return { id, secret: kept?.secret === secret ? secret : null }
}

/** Problem: `usage` when the person has none of that id. */
export async function unsubscribe(store: Store, person: PersonId, id: number, now: IsoTime): Promise<void> {
  if (!(await endSubscription(store, person, id, now))) fail({ code: 'usage', what: `${id}` })
}

/**
 * Sends a test on the way that news take, so that what comes of it stands in the log of the subscription.
 * Problem: `usage` when the person has none of that id.
 */
export async function testSubscription(
  store: Store,
  { id: person, grants }: Pick<Actor, 'id' | 'grants'>,
  id: number,
  now: IsoTime,
): Promise<void> {
  const subscription = (await listSubscriptions(store, { person })).find((one) => one.id === id)
  if (subscription === undefined) return fail({ code: 'usage', what: `${id}` })
  const { unit } = subscription
  // About what the person may know of; a test is not withheld from those who see a part.
  const isWhole = grants.some((grant) => grant.unit === null)
  const units = unit !== null ? [unit] : isWhole ? [] : grants.flatMap((grant) => grant.unit ?? [])
  await tellOne(store, subscription, { kind: 'test', subject: now, detail: {}, units }, now)
}
