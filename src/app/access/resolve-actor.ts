/** Who asks: a program with a key, a person with a session, or the one person of a machine that serves itself alone. */

import { loopbackActor, narrowed, type Actor, type Grant } from '#domain/access.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { Unit } from '#domain/organization.ts'
import { grantsOf, hasAccounts } from '#store/accounts.ts'
import { findApiKey, touchApiKey, type ApiKey } from '#store/api-keys.ts'
import { loadUnits } from '#store/organization.ts'
import type { Session } from '#store/sessions.ts'
import type { Store } from '#store/store.ts'
import { headerOf, isLoopbackHost, type AccessSettings, type IncomingRequest } from './request.ts'
import { digestOf } from './secrets.ts'
import { currentSession, later } from './session.ts'

export type Resolved = {
  readonly actor: Actor | null
  /** Only where the actor came with a session cookie. */
  readonly session: (Session & { readonly csrfToken: string }) | null
}

/** A key that does not work is nobody, also beside a cookie that does: whoever sends a key means it. */
export async function resolveActor(
  store: Store,
  request: IncomingRequest,
  settings: Pick<AccessSettings, 'isLoopbackOnly'>,
  now: IsoTime,
): Promise<Resolved> {
  const secret = keyOf(request)
  if (secret !== undefined) return { actor: await actorOfKey(store, secret, now), session: null }
  const session = await currentSession(store, request, now)
  if (session !== undefined) {
    const { person } = session
    return { actor: { kind: 'person', id: person, grants: await grantsOf(store, person) }, session }
  }
  const isAlone = settings.isLoopbackOnly && isDirect(request) && !(await hasAccounts(store))
  return { actor: isAlone ? loopbackActor : null, session: null }
}

function keyOf(request: IncomingRequest): string | undefined {
  const bearer = /^bearer +(\S+) *$/i.exec(headerOf(request, 'authorization') ?? '')?.[1]
  return bearer ?? headerOf(request, 'x-api-key')
}

/** Under a loopback name, and not handed on by a proxy: behind one, everybody's address is loopback. */
function isDirect(request: IncomingRequest): boolean {
  const isHandedOn = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'].some(
    (name) => request.headers[name] !== undefined,
  )
  return isLoopbackHost(headerOf(request, 'host') ?? '') && !isHandedOn
}

const touchEveryMs = 60_000
const everything: readonly Grant[] = [{ role: 'admin', unit: null }]

/** What its person may do at present, narrowed to what the key was made for. */
async function actorOfKey(store: Store, secret: string, now: IsoTime): Promise<Actor | null> {
  const key = await findApiKey(store, digestOf(secret), now)
  if (key === undefined) return null
  if (key.lastUsedAt === null || later(key.lastUsedAt, touchEveryMs) <= now) await touchApiKey(store, key.id, now)
  return { kind: 'key', id: key.id, grants: await grantsOfKey(store, key, now), limitedTo: key.permissions }
}

async function grantsOfKey(store: Store, { person, units }: ApiKey, now: IsoTime): Promise<readonly Grant[]> {
  const grants = person === null ? everything : await grantsOf(store, person)
  return units === null ? grants : narrowed(grants, units, { units: await unitsAt(store, now) })
}

/** The units of today. */
export function unitsAt(store: Store, now: IsoTime): Promise<readonly Unit[]> {
  return loadUnits(store, { asOf: now.slice(0, 10), knownAt: now })
}
