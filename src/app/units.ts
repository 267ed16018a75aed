/** The units of the organization, and which unit a product belongs to: what rights are checked against. */

import type { IsoTime } from '#domain/figure.ts'
import type { ProductId, Unit, UnitId } from '#domain/organization.ts'
import { loadProductUnits, loadUnits } from '#store/organization.ts'
import type { Store } from '#store/store.ts'
import { dayOf } from './clock.ts'

/** Empty when no organization was recorded yet. */
export function currentUnits(store: Store, now: IsoTime): Promise<readonly Unit[]> {
  return loadUnits(store, { asOf: dayOf(now), knownAt: now })
}

/** The unit of each product, null for one that belongs to none. */
export function productUnits(store: Store, now: IsoTime): Promise<ReadonlyMap<ProductId, UnitId | null>> {
  return loadProductUnits(store, { asOf: dayOf(now), knownAt: now })
}
