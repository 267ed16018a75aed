/** The example organization, assessed as a person would, for tests of what the server and the portal make of it. */

import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { assess } from '#app/assess.ts'
import { importAdvisories } from '#app/import-advisories.ts'
import { silent } from '#app/progress.ts'
import type { IsoDate } from '#domain/figure.ts'
import { openStore, type Store } from '#store/store.ts'

/** @param before days as of which it was assessed before */
export async function assessedExample(home: string, before: readonly IsoDate[] = []): Promise<Store> {
  const example = join(home, 'example')
  cpSync('examples/harbor-city', example, { recursive: true })
  const store = await openStore({ home })
  const now = new Date().toISOString()
  await importAdvisories(store, home, join(example, 'advisories'), now, silent)
  for (const asOf of [...before, undefined])
    await assess(
      store,
      {
        paths: [example],
        asOf,
        clones: [],
        home,
        isOffline: true,
        mostAsked: 0,
        isMeasuring: false,
      },
      () => now,
      silent,
    )
  return store
}
