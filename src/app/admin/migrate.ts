/** Brings a database to the schema of this program, which opening it does as well; here it is said what was done. */

import { knownSteps, stepsSince } from '#store/migrate.ts'
import type { StoreOptions } from '#store/store.ts'
import { withStoreAt } from './with-store.ts'

export type Migrated = { readonly step: number; readonly taken: readonly number[] }

/** Problem: `store-newer`, and those of `openStore`. */
export async function runMigrate(options: StoreOptions): Promise<Migrated> {
  // The time a step was taken at is the machine's, also where the program's own is fixed.
  const begun = new Date().toISOString()
  return withStoreAt(options, async (store) => ({ step: knownSteps, taken: await stepsSince(store, begun) }))
}
