/** The door in front of every route: who asks, whether they may, and for which units. */

import { isAllowed, scopeOf, type Actor, type Permission, type Scope } from '#domain/access.ts'
import type { IsoTime } from '#domain/figure.ts'
import { fail } from '#domain/problem.ts'
import type { Store } from '#store/store.ts'
import { headerOf, type AccessSettings, type IncomingRequest } from './request.ts'
import { resolveActor, unitsAt, type Resolved } from './resolve-actor.ts'
import { isSameSecret } from './secrets.ts'

export type Admitted = {
  readonly actor: Actor | null
  /** What the permission reaches; for `session` what may be read; for `public` nothing. */
  readonly scope: Scope
}

/** Throws `sign-in-needed`, `not-permitted`, `request-forged`. */
export async function admit(
  store: Store,
  permission: Permission | 'public' | 'session',
  request: IncomingRequest,
  settings: AccessSettings,
  now: IsoTime,
): Promise<Admitted> {
  const resolved = await resolveActor(store, request, settings, now)
  const { actor } = resolved
  if (actor === null && permission !== 'public') return fail({ code: 'sign-in-needed' })
  if (isForged(request, resolved, settings)) return fail({ code: 'request-forged' })
  if (actor === null || permission === 'public') return { actor, scope: new Set() }
  const scope = await scopeFor(store, actor, permission === 'session' ? 'read' : permission, now)
  if (permission !== 'session' && !isAllowed(scope)) return fail({ code: 'not-permitted', permission })
  return { actor, scope }
}

/** The units for which somebody has a permission today. */
export async function scopeFor(store: Store, actor: Actor, permission: Permission, now: IsoTime): Promise<Scope> {
  const isTreeNeeded = actor.grants.some(({ unit }) => unit !== null)
  return scopeOf(actor, permission, { units: isTreeNeeded ? await unitsAt(store, now) : [] })
}

export const csrfHeader = 'x-headwater-csrf'

/**
 * Whether a page elsewhere may have made the browser send this. Of what changes something, only a key is proof in itself;
 * a session needs its token, and everybody else at least the header, which no foreign page can add.
 */
function isForged(request: IncomingRequest, { actor, session }: Resolved, settings: AccessSettings): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method) || actor?.kind === 'key') return false
  const site = headerOf(request, 'sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  const origin = headerOf(request, 'origin')
  if (origin !== undefined && !isOwnOrigin(origin, request, settings)) return true
  const token = headerOf(request, csrfHeader)
  if (token === undefined || token === '') return true
  return session !== null && !isSameSecret(token, session.csrfToken)
}

function isOwnOrigin(origin: string, request: IncomingRequest, { publicAddress }: AccessSettings): boolean {
  return publicAddress === null ? URL.parse(origin)?.host === headerOf(request, 'host') : origin === publicAddress
}
