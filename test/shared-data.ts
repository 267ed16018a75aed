/** Real data that tests read from `HEADWATER_SHARED` or `../shared`; nothing of it is part of the repository. */

import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, it } from 'vitest'

const root = resolve(process.env['HEADWATER_SHARED'] ?? join(import.meta.dirname, '..', '..', 'shared'))

/** The path of a data file such as `conformance/purl-spec.zip`, or undefined when it is not at hand. */
export function sharedData(relativePath: string): string | undefined {
  const path = join(root, 'data', relativePath)
  return existsSync(path) ? path : undefined
}

/** A suite that needs a data file; it counts as one skipped test when the file is absent. */
export function describeWithShared(name: string, relativePath: string, fn: (path: string) => void): void {
  const path = sharedData(relativePath)
  describe.skipIf(path === undefined)(name, () => {
    if (path === undefined) it(`needs ${relativePath}`, (context) => context.skip())
    else fn(path)
  })
}
