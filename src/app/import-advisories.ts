/** Takes OSV exports into the store, one record each, and builds the packed index of every ecosystem that changed. */

import type { IsoTime } from '#domain/figure.ts'
import { saveAdvisories } from '#store/advisories.ts'
import type { Store } from '#store/store.ts'
import { loadPack } from './advisory-packs.ts'
import type { Progress } from './progress.ts'
import { readAdvisories, type AdvisoryReading } from './read-advisories.ts'

export type ImportResult = {
  readonly sets: readonly {
    readonly ecosystem: string
    readonly added: number
    readonly updated: number
    readonly unchanged: number
  }[]
  /** found = taken + refused */
  readonly found: number
  readonly taken: number
  readonly refused: AdvisoryReading['refused']
}

/** Throws `nothing-found`. */
export async function importAdvisories(
  store: Store,
  home: string,
  path: string,
  now: IsoTime,
  progress: Progress,
): Promise<ImportResult> {
  const { byEcosystem, found, refused } = readAdvisories(path, progress)
  const sets: ImportResult['sets'][number][] = []
  for (const [ecosystem, records] of byEcosystem) {
    progress.report({ step: 'packing', done: sets.length, total: byEcosystem.size })
    const items = [...records.values()].map(({ advisory: { id, modified, withdrawn }, bytes }) => ({
      id,
      modified,
      withdrawn,
      bytes,
    }))
    const saved = await saveAdvisories(store, ecosystem, items, { recordedAt: now })
    await loadPack(store, home, ecosystem, now)
    sets.push({ ecosystem, ...saved })
  }
  progress.report({ step: 'packing', done: byEcosystem.size, total: byEcosystem.size })
  return { sets, found, taken: found - refused.length, refused }
}
