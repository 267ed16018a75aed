/** Keys for programs: shown once, kept as a digest, never for more than whoever makes them may do, and not for ever. */

import { randomUUID } from 'node:crypto'
import { isAllowed, isWithin, type Actor, type Permission, type Scope } from '#domain/access.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { UnitId } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import { findAccount } from '#store/accounts.ts'
import { listApiKeys, revokeApiKey, saveApiKey, type ApiKey } from '#store/api-keys.ts'
import { recordAct } from '#store/audit.ts'
import type { Store } from '#store/store.ts'
import { currentUnits } from '#app/units.ts'
import { scopeFor } from './scope-for.ts'
import { listPeople } from './people.ts'
import { digestOf, newSecret } from './secrets.ts'
import { later } from './session.ts'

export const longestKeyDays = 366
/** So that a secret scanner recognizes one that was published. */
const mark = 'hwk_'

export type NewKey = {
  readonly label: string
  readonly permissions: readonly Permission[]
  /** Null: all that its maker reaches. */
  readonly units: readonly UnitId[] | null
  readonly days: number
}

/** The secret is told now and never again. Throws `beyond-rights`, `unit-unknown`. */
export async function createKey(
  store: Store,
  actor: Actor,
  { label, permissions, units, days }: NewKey,
  now: IsoTime,
): Promise<{ readonly key: ApiKey; readonly secret: string }> {
  // A key that makes keys would outlive its own end.
  if (actor.kind === 'key') return fail({ code: 'beyond-rights', permission: 'person' })
  const known = new Set((await currentUnits(store, now)).map(({ id }) => id))
  for (const unit of units ?? []) if (!known.has(unit)) fail({ code: 'unit-unknown', unit })
  for (const permission of permissions) {
    const scope = await scopeFor(store, actor, permission, now)
    if (!isAllowed(scope) || units?.some((unit) => !isWithin(scope, unit)) === true)
      fail({ code: 'beyond-rights', permission })
  }
  const secret = mark + newSecret()
  const key: ApiKey = {
    id: `key-${randomUUID()}`,
    person: actor.kind === 'person' ? actor.id : null,
    label,
    permissions: [...new Set(permissions)].toSorted(),
    units: units === null ? null : [...new Set(units)].toSorted(),
    createdAt: now,
    expiresAt: later(now, Math.min(longestKeyDays, days) * 24 * 60 * 60_000),
    lastUsedAt: null,
    revokedAt: null,
  }
  await store.transaction(async (inside) => {
    await saveApiKey(inside, key, digestOf(secret))
    const detail = { permissions: key.permissions, units: key.units, expiresAt: key.expiresAt }
    await recordAct(inside, { at: now, actor, act: 'key-create', subject: key.id, unit: null, result: 'done', detail })
  })
  return { key, secret }
}

/** A key, and what its maker is called here; null for one that was made at the machine itself. */
export type ListedKey = ApiKey & { readonly login: string | null }

/** One's own, and those of the people one administers. */
export async function listKeys(store: Store, actor: Actor, administers: Scope): Promise<readonly ListedKey[]> {
  const people = isAllowed(administers)
    ? new Set((await listPeople(store, administers)).map(({ person }) => person))
    : null
  const listed: ListedKey[] = []
  for (const key of await listApiKeys(store)) {
    const isOwn = actor.kind === 'person' ? key.person === actor.id : actor.kind === 'key' && key.id === actor.id
    const isAdministered = administers === 'all' || (key.person !== null && people?.has(key.person) === true)
    if (!isOwn && !isAdministered) continue
    const login = key.person === null ? null : ((await findAccount(store, key.person))?.login ?? null)
    listed.push({ ...key, login })
  }
  return listed
}

/** Throws `key-unknown` also for one that exists and is somebody else's affair. */
export async function revokeKey(
  store: Store,
  actor: Actor,
  administers: Scope,
  id: string,
  now: IsoTime,
): Promise<void> {
  const visible = await listKeys(store, actor, administers)
  if (!visible.some((key) => key.id === id)) fail({ code: 'key-unknown', asked: id })
  await store.transaction(async (inside) => {
    if (!(await revokeApiKey(inside, id, now))) return
    await recordAct(inside, { at: now, actor, act: 'key-revoke', subject: id, unit: null, result: 'done', detail: {} })
  })
}
