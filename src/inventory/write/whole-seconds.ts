import type { IsoTime } from '#domain/figure.ts'

/** `2026-11-22T00:00:00Z`: SPDX allows no fraction of a second, and nobody needs one. */
export function wholeSeconds(time: IsoTime): string {
  return `${time.slice(0, 19)}Z`
}
