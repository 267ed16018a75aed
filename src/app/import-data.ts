/** Takes in public data from a folder: advisories, and release lines where an `endoflife` folder or archive lies in it. */

import type { IsoTime } from '#domain/figure.ts'
import { fail, ProblemError } from '#domain/problem.ts'
import type { Store } from '#store/store.ts'
import { importAdvisories, type ImportResult } from './import-advisories.ts'
import type { Progress } from './progress.ts'
import { importLifecycles, lifecyclesAt, type LifecycleImport } from './record-lifecycles.ts'

export type DataImport = {
  /** Null when there were none. */
  readonly advisories: ImportResult | null
  readonly lifecycles: LifecycleImport | null
}

/** Throws `nothing-found` when the path holds neither. */
export async function importData(
  store: Store,
  home: string,
  path: string,
  now: IsoTime,
  progress: Progress,
): Promise<DataImport> {
  const place = lifecyclesAt(path)
  const lifecycles = place === undefined ? null : await importLifecycles(store, place, now)
  const advisories = place === path ? null : await advisoriesAt(store, home, path, now, progress)
  if (advisories === null && lifecycles === null) fail({ code: 'nothing-found', paths: [path] })
  return { advisories, lifecycles }
}

async function advisoriesAt(
  store: Store,
  home: string,
  path: string,
  now: IsoTime,
  progress: Progress,
): Promise<ImportResult | null> {
  try {
    return await importAdvisories(store, home, path, now, progress)
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'nothing-found') return null
    throw error
  }
}
