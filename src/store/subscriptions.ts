/** Who wants to be told about what, and what they were told in the portal. */

import type { IsoTime } from '#domain/figure.ts'
import type { EventKind, NewSubscription } from '#domain/notification.ts'
import type { PersonId } from '#domain/organization.ts'
import { batches } from './rows.ts'
import type { Store } from './store.ts'

export type Subscription = NewSubscription & { readonly id: number; readonly createdAt: IsoTime }

export type Notification = {
  readonly id: number
  readonly kind: EventKind
  readonly subject: string
  readonly detail: Readonly<Record<string, string | number | null>>
  readonly createdAt: IsoTime
  readonly readAt: IsoTime | null
}

/** @returns the id; the one that is there already when the same is wanted twice */
export async function saveSubscription(store: Store, wanted: NewSubscription, now: IsoTime): Promise<number> {
  return store.transaction(async (inside) => {
    const same = (await listSubscriptions(inside, { person: wanted.person })).find(
      ({ kind, channel, unit, address }) =>
        kind === wanted.kind && channel === wanted.channel && unit === wanted.unit && address === wanted.address,
    )
    if (same !== undefined) return same.id
    const { id } = await inside.db
      .insertInto('subscription')
      .values({ ...wanted, created_at: now, ended_at: null })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })
}

/** Ends a person's own subscription. @returns false when the person has none of that id */
export async function endSubscription({ db }: Store, person: PersonId, id: number, now: IsoTime): Promise<boolean> {
  const ended = await db
    .updateTable('subscription')
    .set({ ended_at: now, secret: null })
    .where('id', '=', id)
    .where('person', '=', person)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  return ended.length > 0
}

/** Those that have not ended, by id. */
export async function listSubscriptions(
  { db }: Store,
  filter: { readonly person: PersonId } | { readonly kinds: readonly EventKind[] },
): Promise<readonly Subscription[]> {
  const query = db.selectFrom('subscription').selectAll().where('ended_at', 'is', null).orderBy('id')
  const rows = await (
    'person' in filter ? query.where('person', '=', filter.person) : query.where('kind', 'in', [...filter.kinds])
  ).execute()
  return rows.map(({ id, person, kind, channel, unit, address, secret, created_at }) => ({
    id,
    person,
    kind,
    channel,
    unit,
    address,
    secret,
    createdAt: created_at,
  }))
}

/** A person's notifications, newest first. @param before an id: those that are older */
export async function listNotifications(
  { db }: Store,
  person: PersonId,
  { before, limit, isUnreadOnly = false }: { before?: number; limit: number; isUnreadOnly?: boolean },
): Promise<readonly Notification[]> {
  let query = db.selectFrom('notification').selectAll().where('person', '=', person)
  if (before !== undefined) query = query.where('id', '<', before)
  if (isUnreadOnly) query = query.where('read_at', 'is', null)
  const rows = await query.orderBy('id', 'desc').limit(limit).execute()
  return rows.map(({ id, kind, subject, detail, created_at, read_at }) => ({
    id,
    kind,
    subject,
    detail: JSON.parse(detail) as Notification['detail'],
    createdAt: created_at,
    readAt: read_at,
  }))
}

export async function countUnread({ db }: Store, person: PersonId): Promise<number> {
  const { unread } = await db
    .selectFrom('notification')
    .select(({ fn }) => fn.countAll<number>().as('unread'))
    .where('person', '=', person)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return unread
}

/** Marks a person's own notifications as read; those that are read already keep their time. */
export async function markRead({ db }: Store, person: PersonId, ids: readonly number[], now: IsoTime): Promise<void> {
  for (const batch of batches(ids))
    await db
      .updateTable('notification')
      .set({ read_at: now })
      .where('person', '=', person)
      .where('id', 'in', batch)
      .where('read_at', 'is', null)
      .execute()
}
