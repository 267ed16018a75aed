/** The registered package types, by package URL type and by OSV name. */

import type { Ecosystem } from './ecosystem.ts'
import { types } from './types.generated.ts'

export const ecosystems: readonly Ecosystem[] = types

export const ecosystemsByType: ReadonlyMap<string, Ecosystem> = new Map(
  ecosystems.map((ecosystem) => [ecosystem.id, ecosystem]),
)

/** By OSV name without its release. */
export const ecosystemsByOsvName: ReadonlyMap<string, Ecosystem> = new Map(
  ecosystems.flatMap((ecosystem) => (ecosystem.osv?.ecosystems ?? []).map((name) => [name, ecosystem] as const)),
)

/** An OSV ecosystem name without its release: `Debian` of `Debian:12`. */
export function withoutRelease(ecosystem: string): string {
  const colon = ecosystem.indexOf(':')
  return colon === -1 ? ecosystem : ecosystem.slice(0, colon)
}
