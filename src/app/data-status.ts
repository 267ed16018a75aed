import type { AdvisorySet } from '#domain/assessment/vulnerabilities.ts'
import type { IsoTime } from '#domain/figure.ts'
import { listAdvisorySets } from '#store/advisories.ts'
import type { Store } from '#store/store.ts'

/** Which advisories are at hand, and how old they are. */
export async function advisorySets(store: Store, knownAt: IsoTime): Promise<readonly AdvisorySet[]> {
  return listAdvisorySets(store, { knownAt })
}
