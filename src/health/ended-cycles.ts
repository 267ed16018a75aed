/** Which release lines have ended. */

import type { IsoDate } from '#domain/figure.ts'
import type { Lifecycle } from '#domain/upstream.ts'
import type { UsedCycle } from './subject.ts'

/** Undefined when nothing is stated about the end. */
export function hasEnded({ end }: Pick<UsedCycle, 'end'>, asOf: IsoDate): boolean | undefined {
  if (end === null) return undefined
  return typeof end === 'boolean' ? end : end <= asOf
}

/** The line that a version belongs to: the longest name that the version is, or goes on with, as `3.11.4` does of `3.11`. */
export function cycleOf(version: string, { cycles }: Lifecycle): Lifecycle['cycles'][number] | undefined {
  const plain = version.replace(/^v(?=\d)/, '').replace(/^\d+:/, '')
  let best: Lifecycle['cycles'][number] | undefined
  for (const cycle of cycles) {
    const name = cycle.cycle.replace(/^v(?=\d)/, '')
    const isOf = plain === name || (plain.startsWith(name) && /^[.+_-]/.test(plain.slice(name.length)))
    if (isOf && name.length > (best?.cycle.replace(/^v(?=\d)/, '').length ?? 0)) best = cycle
  }
  return best
}
