/**
 * What is to be told, written in the same transaction as what it tells about, so that neither is there without the other.
 * It is sent at least once: who sends takes a lease that ends by itself, and a failure is tried again later and later.
 */

import { randomUUID } from 'node:crypto'
import { type Grant, isWithin, scopeOf } from '#domain/access.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { NewsEvent } from '#domain/notification.ts'
import type { Organization, PersonId } from '#domain/organization.ts'
import { engines } from './dialect.ts'
import type { Store } from './store.ts'
import { listSubscriptions, type Subscription } from './subscriptions.ts'

/** What a person may do at this moment; nothing for somebody who is gone. */
export type GrantsOf = (person: PersonId) => Promise<readonly Grant[]>

export type Surroundings = {
  readonly organization: Pick<Organization, 'units'>
  readonly grantsOf: GrantsOf
}

/** Attempts before a message counts as dead: with the pauses below about three days. */
export const mostAttempts = 14
const firstPauseMs = 10_000
const longestPauseMs = 12 * 3_600_000
const leaseMs = 120_000

/**
 * Writes what everybody wants to know and may know: into the portal at once, into the outbox what is to be sent.
 * `inside` is the transaction in which it happened.
 *
 * @returns how many were told
 */
export async function publishEvents(
  inside: Store,
  events: readonly NewsEvent[],
  surroundings: Surroundings,
  now: IsoTime,
): Promise<number> {
  if (events.length === 0) return 0
  const kinds = [...new Set(events.map(({ kind }) => kind))]
  const subscriptions = await listSubscriptions(inside, { kinds })
  let told = 0
  for (const subscription of subscriptions) {
    const grants = await surroundings.grantsOf(subscription.person)
    for (const event of events) {
      if (event.kind !== subscription.kind || !concerns(event, subscription, grants, surroundings)) continue
      await tellOne(inside, subscription, event, now)
      told += 1
    }
  }
  return told
}

/** Tells one subscription alone, whatever it asked about: for a test. */
export async function tellOne(
  inside: Store,
  subscription: Subscription,
  event: NewsEvent,
  now: IsoTime,
): Promise<void> {
  if (subscription.channel === 'portal') await notify(inside, subscription, event, now)
  else await enqueue(inside, subscription, event, now)
}

/** Whether the person may know of it, and asked about one of its units. */
export function concerns(
  { units }: NewsEvent,
  { unit }: Pick<Subscription, 'unit'>,
  grants: readonly Grant[],
  { organization }: Pick<Surroundings, 'organization'>,
): boolean {
  const readable = scopeOf({ grants }, 'read', organization)
  const asked = unit === null ? 'all' : scopeOf({ grants: [{ role: 'viewer', unit }] }, 'read', organization)
  const places = units.length === 0 ? [null] : units
  return places.some((place) => isWithin(readable, place) && isWithin(asked, place))
}

export type DueMessage = {
  readonly id: number
  readonly message: string
  readonly event: NewsEvent
  readonly createdAt: IsoTime
  readonly attempts: number
  readonly subscription: Subscription & { readonly hasEnded: boolean }
}

/** Leases messages that are due to `owner`, oldest first. Nobody else gets them before the lease has ended. */
export async function takeDue(
  store: Store,
  owner: string,
  limit: number,
  now: IsoTime,
): Promise<readonly DueMessage[]> {
  return store.transaction(async (inside) => {
    await engines[inside.engine].lock(inside.db, 'outbox')
    const rows = await inside.db
      .selectFrom('outbox')
      .innerJoin('subscription', 'subscription.id', 'outbox.subscription')
      .selectAll('outbox')
      .select([
        'person',
        'kind',
        'channel',
        'unit',
        'address',
        'secret',
        'ended_at',
        'subscription.created_at as since',
      ])
      .where('state', '=', 'waiting')
      .where('next_at', '<=', now)
      .where((where) => where.or([where('leased_until', 'is', null), where('leased_until', '<', now)]))
      .orderBy('next_at')
      .orderBy('outbox.id')
      .limit(limit)
      .execute()
    if (rows.length > 0)
      await inside.db
        .updateTable('outbox')
        .set({ lease_owner: owner, leased_until: after(now, leaseMs) })
        .where(
          'id',
          'in',
          rows.map(({ id }) => id),
        )
        .execute()
    return rows.map((row) => ({
      id: row.id,
      message: row.message,
      event: JSON.parse(row.event) as NewsEvent,
      createdAt: row.created_at,
      attempts: row.attempts,
      subscription: {
        id: row.subscription,
        person: row.person,
        kind: row.kind,
        channel: row.channel,
        unit: row.unit,
        address: row.address,
        secret: row.secret,
        createdAt: row.since,
        hasEnded: row.ended_at !== null,
      },
    }))
  })
}

export type Attempt = {
  /** `sent`, or why not. */
  readonly outcome: string
  readonly status: number | null
  /** Trying again cannot help. */
  readonly isFinal: boolean
}

/** Logs an attempt. Nothing else changes when the lease has gone to another owner meanwhile. */
export async function recordAttempt(
  store: Store,
  { id, attempts }: Pick<DueMessage, 'id' | 'attempts'>,
  owner: string,
  { outcome, status, isFinal }: Attempt,
  now: IsoTime,
): Promise<'sent' | 'waiting' | 'dead'> {
  const isSent = outcome === 'sent'
  const state = isSent ? 'sent' : isFinal || attempts + 1 >= mostAttempts ? 'dead' : 'waiting'
  const pauseMs = Math.min(firstPauseMs * 3 ** attempts, longestPauseMs)
  await store.transaction(async ({ db }) => {
    await db.insertInto('delivery').values({ outbox: id, attempted_at: now, outcome, status }).execute()
    await db
      .updateTable('outbox')
      .set({
        state,
        attempts: attempts + 1,
        next_at: after(now, pauseMs),
        lease_owner: null,
        leased_until: null,
        finished_at: state === 'waiting' ? null : now,
      })
      .where('id', '=', id)
      .where('lease_owner', '=', owner)
      .execute()
  })
  return state
}

export type Delivery = {
  readonly message: string
  readonly attemptedAt: IsoTime
  readonly outcome: string
  readonly status: number | null
}

/** The log of a subscription, newest first. */
export async function listDeliveries({ db }: Store, subscription: number, limit: number): Promise<readonly Delivery[]> {
  const rows = await db
    .selectFrom('delivery')
    .innerJoin('outbox', 'outbox.id', 'delivery.outbox')
    .select(['message', 'attempted_at', 'outcome', 'status'])
    .where('subscription', '=', subscription)
    .orderBy('delivery.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ message, attempted_at, outcome, status }) => {
    return { message, attemptedAt: attempted_at, outcome, status }
  })
}

/** How many messages are in each state, for the page of settings and for metrics. */
export async function countOutbox({ db }: Store): Promise<Readonly<Record<'waiting' | 'sent' | 'dead', number>>> {
  const rows = await db
    .selectFrom('outbox')
    .select(['state', ({ fn }) => fn.countAll<number>().as('messages')])
    .groupBy('state')
    .execute()
  return { waiting: 0, sent: 0, dead: 0, ...Object.fromEntries(rows.map(({ state, messages }) => [state, messages])) }
}

async function notify({ db }: Store, { person }: Subscription, event: NewsEvent, now: IsoTime): Promise<void> {
  const { kind, subject, detail } = event
  await db
    .insertInto('notification')
    .values({ person, kind, subject, detail: JSON.stringify(detail), created_at: now, read_at: null })
    .execute()
}

async function enqueue({ db }: Store, { id }: Subscription, event: NewsEvent, now: IsoTime): Promise<void> {
  await db
    .insertInto('outbox')
    .values({
      message: `msg_${randomUUID()}`,
      subscription: id,
      event: JSON.stringify(event),
      created_at: now,
      state: 'waiting',
      attempts: 0,
      next_at: now,
      lease_owner: null,
      leased_until: null,
      finished_at: null,
    })
    .execute()
}

function after(time: IsoTime, milliseconds: number): IsoTime {
  return new Date(Date.parse(time) + milliseconds).toISOString()
}
