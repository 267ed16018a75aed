/** Facts about resolved packages, one JSON file a product in `closures/`: what the ecosystem's own client resolved. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Resolved = {
  readonly name: string
  readonly version: string
  /** SPDX expression as the package declares it. */
  readonly license?: string
  readonly sha256?: string
  readonly scope?: 'runtime' | 'development'
  readonly arch?: string
  /** Debian source package. */
  readonly source?: string
  /** True for what the product asks for itself. */
  readonly requested?: boolean
  readonly requires: readonly string[]
}

export function closure(name: string): readonly Resolved[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, '..', 'closures', `${name}.json`), 'utf8')) as Resolved[]
}
