/** Who may do what, and for which units. Every list, number, export, chart and search obeys this. */

import type { Organization, PersonId, UnitId } from './organization.ts'

export type Role = 'viewer' | 'contributor' | 'analyst' | 'approver' | 'auditor' | 'admin'

export const roles: readonly Role[] = ['viewer', 'contributor', 'analyst', 'approver', 'auditor', 'admin']

/**
 * read: what was assessed · upload: hand documents in · analyze: state what a finding means, edit motivators and answers ·
 * decide: approve, accept, refuse · audit: read the audit log · administer: people, keys, settings.
 */
export type Permission = 'read' | 'upload' | 'analyze' | 'decide' | 'audit' | 'administer'

export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: ['read'],
  contributor: ['read', 'upload'],
  analyst: ['read', 'upload', 'analyze'],
  approver: ['read', 'upload', 'analyze', 'decide'],
  auditor: ['read', 'audit'],
  admin: ['read', 'upload', 'analyze', 'decide', 'audit', 'administer'],
}

/** A role in a unit and those below it; in the whole organization when the unit is null. */
export type Grant = { readonly role: Role; readonly unit: UnitId | null }

/** Who asks: a person with a session, a program with a key, or whoever sits at a machine that serves itself alone. */
export type Actor = {
  readonly kind: 'person' | 'key' | 'loopback'
  /** Pseudonym of the person, id of the key, `loopback`. It stands in the audit log. */
  readonly id: PersonId
  /** Empty for a key: its grants count only together with the permissions it was made for. */
  readonly grants: readonly Grant[]
  readonly limited?: { readonly grants: readonly Grant[]; readonly permissions: readonly Permission[] }
}

export const permissions: readonly Permission[] = ['read', 'upload', 'analyze', 'decide', 'audit', 'administer']

/** Units that a permission reaches. `all` includes what belongs to no unit. */
export type Scope = 'all' | ReadonlySet<UnitId>

/** The one person of a machine that serves itself alone may do everything. */
export const loopbackActor: Actor = { kind: 'loopback', id: 'loopback', grants: [{ role: 'admin', unit: null }] }

/** The units for which the actor has the permission, with those below them; an empty set when none. */
export function scopeOf(
  { grants, limited }: Pick<Actor, 'grants' | 'limited'>,
  permission: Permission,
  { units }: Pick<Organization, 'units'>,
): Scope {
  const ofKey = limited?.permissions.includes(permission) === true ? limited.grants : []
  const given = [...grants, ...ofKey].filter(({ role }) => permissionsOf[role].includes(permission))
  if (given.some(({ unit }) => unit === null)) return 'all'
  const reached = new Set(given.flatMap(({ unit }) => unit ?? []))
  for (let size = -1; size !== reached.size;) {
    size = reached.size
    for (const { id, parent } of units) if (parent !== null && reached.has(parent)) reached.add(id)
  }
  return reached
}

/** Whether something that belongs to the unit lies within the scope. */
export function isWithin(scope: Scope, unit: UnitId | null): boolean {
  return scope === 'all' || (unit !== null && scope.has(unit))
}

/** Whether the permission reaches anything at all. */
export function isAllowed(scope: Scope): boolean {
  return scope === 'all' || scope.size > 0
}

/**
 * What remains of grants when they are narrowed to some units: where a grant reaches a unit named, the unit; where it is
 * held for a unit below the one named, as it was.
 */
export function narrowed(
  grants: readonly Grant[],
  to: readonly UnitId[],
  organization: Pick<Organization, 'units'>,
): readonly Grant[] {
  const reachOf = (unit: UnitId | null) => scopeOf({ grants: [{ role: 'viewer', unit }] }, 'read', organization)
  return grants.flatMap((grant) => {
    const reach = reachOf(grant.unit)
    const named = to.filter((unit) => isWithin(reach, unit)).map((unit) => ({ role: grant.role, unit }))
    return named.length > 0 ? named : to.some((unit) => isWithin(reachOf(unit), grant.unit)) ? [grant] : []
  })
}
