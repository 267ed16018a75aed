/** Whether requests can be answered: the store answers, and its schema is the one this program knows. */

import { isMigrated } from '#store/migrate.ts'
import type { Store } from '#store/store.ts'

export type Readiness = 'ready' | 'store-unavailable' | 'schema-differs'

export async function readiness(store: Store): Promise<Readiness> {
  try {
    return (await isMigrated(store)) ? 'ready' : 'schema-differs'
  } catch {
    return 'store-unavailable'
  }
}
