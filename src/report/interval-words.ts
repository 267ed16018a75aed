/** A level or stage as an interval: `L1–L2`; one that is sure has no second end. */

import type { LevelInterval } from '#domain/assessment/maturity.ts'

export function intervalWords({ floor, ceiling }: LevelInterval, letter: 'L' | 'S'): string {
  return floor === ceiling ? `${letter}${floor}` : `${letter}${floor}–${letter}${ceiling}`
}
