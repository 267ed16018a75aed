import { scopeOf, type Actor, type Permission, type Scope } from '#domain/access.ts'
import type { IsoTime } from '#domain/figure.ts'
import { currentUnits } from '#app/units.ts'
import type { Store } from '#store/store.ts'

/** The units for which somebody has a permission today. */
export async function scopeFor(store: Store, actor: Actor, permission: Permission, now: IsoTime): Promise<Scope> {
  const grants = [...actor.grants, ...(actor.limited?.grants ?? [])]
  const isTreeNeeded = grants.some(({ unit }) => unit !== null)
  return scopeOf(actor, permission, { units: isTreeNeeded ? await currentUnits(store, now) : [] })
}
