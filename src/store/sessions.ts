/** Sessions, sign-ins under way, and links that work once. What a browser holds is kept here as its digest alone. */

import type { IsoTime } from '#domain/figure.ts'
import type { PersonId } from '#domain/organization.ts'
import type { FlowKind, SignInMethod } from './access-tables.ts'
import type { Store } from './store.ts'

export type { FlowKind, SignInMethod } from './access-tables.ts'

export type Session = {
  readonly digest: string
  readonly person: PersonId
  readonly method: SignInMethod
  /** Null for one that does not say, or not in words that are known here. */
  readonly browser: string | null
  readonly createdAt: IsoTime
  readonly lastSeenAt: IsoTime
  readonly expiresAt: IsoTime
}

export async function saveSession({ db }: Store, session: Session): Promise<void> {
  await db
    .insertInto('session')
    .values({
      digest: session.digest,
      person: session.person,
      method: session.method,
      browser: session.browser,
      created_at: session.createdAt,
      last_seen_at: session.lastSeenAt,
      expires_at: session.expiresAt,
    })
    .execute()
}

const columns = [
  'digest',
  'session.person as person',
  'method',
  'browser',
  'session.created_at as createdAt',
  'last_seen_at as lastSeenAt',
  'expires_at as expiresAt',
] as const

/** Of an account that is not closed; whether the session is still good is for the caller to say. */
export async function findSession({ db }: Store, digest: string): Promise<Session | undefined> {
  return db
    .selectFrom('session')
    .innerJoin('account', 'account.person', 'session.person')
    .select(columns)
    .where('digest', '=', digest)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
}

export async function touchSession({ db }: Store, digest: string, at: IsoTime): Promise<void> {
  await db.updateTable('session').set({ last_seen_at: at }).where('digest', '=', digest).execute()
}

/** @returns whether there was one: of two who end the same session only one did */
export async function endSession({ db }: Store, digest: string): Promise<boolean> {
  const ended = await db.deleteFrom('session').where('digest', '=', digest).returning('digest').execute()
  return ended.length > 0
}

/** @param kept the digest of one that goes on */
export async function endSessionsOf({ db }: Store, person: PersonId, kept = ''): Promise<number> {
  const ended = await db
    .deleteFrom('session')
    .where('person', '=', person)
    .where('digest', '!=', kept)
    .returning('digest')
    .execute()
  return ended.length
}

/** The newest first, also those that are past. */
export async function sessionsOf({ db }: Store, person: PersonId): Promise<readonly Session[]> {
  return db
    .selectFrom('session')
    .select(columns)
    .where('person', '=', person)
    .orderBy('created_at', 'desc')
    .orderBy('digest')
    .execute()
}

export type Flow = {
  readonly digest: string
  readonly kind: FlowKind
  readonly person: PersonId | null
  readonly content: unknown
  readonly expiresAt: IsoTime
}

export async function saveFlow({ db }: Store, flow: Flow): Promise<void> {
  await db
    .insertInto('sign_in_flow')
    .values({
      digest: flow.digest,
      kind: flow.kind,
      person: flow.person,
      content: JSON.stringify(flow.content),
      expires_at: flow.expiresAt,
    })
    .execute()
}

/** Takes it out: a second one who asks gets nothing. */
export async function takeFlow({ db }: Store, digest: string, kind: FlowKind, now: IsoTime): Promise<Flow | undefined> {
  const row = await db
    .deleteFrom('sign_in_flow')
    .where('digest', '=', digest)
    .where('kind', '=', kind)
    .returningAll()
    .executeTakeFirst()
  if (row === undefined || row.expires_at <= now) return undefined
  return {
    digest,
    kind,
    person: row.person,
    content: JSON.parse(row.content) as unknown,
    expiresAt: row.expires_at,
  }
}

/** A new link takes the place of an earlier one for the same purpose. */
export async function saveLink(
  { db }: Store,
  digest: string,
  person: PersonId | null,
  expiresAt: IsoTime,
): Promise<void> {
  await db
    .deleteFrom('sign_in_link')
    .where('person', person === null ? 'is' : '=', person)
    .execute()
  await db.insertInto('sign_in_link').values({ digest, person, expires_at: expiresAt }).execute()
}

/** Whose link it is, without spending it; undefined for one that is spent, replaced, past, or never was. */
export async function findLink(
  { db }: Store,
  digest: string,
  now: IsoTime,
): Promise<{ readonly person: PersonId | null } | undefined> {
  return db
    .selectFrom('sign_in_link')
    .select('person')
    .where('digest', '=', digest)
    .where('expires_at', '>', now)
    .executeTakeFirst()
}

export async function endLinksOf({ db }: Store, person: PersonId): Promise<void> {
  await db.deleteFrom('sign_in_link').where('person', '=', person).execute()
}

/** @returns false when somebody was quicker */
export async function spendLink({ db }: Store, digest: string): Promise<boolean> {
  const spent = await db.deleteFrom('sign_in_link').where('digest', '=', digest).returning('digest').execute()
  return spent.length > 0
}

/** Rows that no longer mean anything. */
export async function removePastSessions({ db }: Store, now: IsoTime): Promise<void> {
  for (const table of ['session', 'sign_in_flow', 'sign_in_link'] as const)
    await db.deleteFrom(table).where('expires_at', '<=', now).execute()
}
