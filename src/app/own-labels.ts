import type { IsoTime } from '#domain/figure.ts'
import type { LabelSet } from '#domain/profile.ts'
import { loadOrganization } from '#store/organization.ts'
import type { Store } from '#store/store.ts'
import { dayOf } from './clock.ts'

/** What the organization calls otherwise; undefined when it renames nothing. */
export async function ownLabels(store: Store, now: IsoTime): Promise<LabelSet | undefined> {
  return (await loadOrganization(store, { asOf: dayOf(now), knownAt: now }))?.labels
}
