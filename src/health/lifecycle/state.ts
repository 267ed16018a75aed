/** What state a release line is in on a day, and which line a version belongs to. */

import type { IsoDate } from '#domain/figure.ts'
import type { LifecycleStatus } from '#domain/lifecycle.ts'
import type { LifecycleCycle } from '#domain/upstream.ts'

/** A line is over from the day of its end on. Undefined when the source says nothing about an end. */
export function stateOn(
  day: IsoDate,
  { end, supportEnd, extendedEnd }: LifecycleCycle,
): Pick<LifecycleStatus, 'state' | 'until' | 'extendedUntil'> | undefined {
  if (end === null) return undefined
  if (isOver(end, day)) {
    const isLonger = typeof extendedEnd === 'string' && !isOver(extendedEnd, day)
    return { state: 'ended', until: dayIn(end), extendedUntil: isLonger ? extendedEnd : null }
  }
  if (supportEnd !== null && isOver(supportEnd, day))
    return { state: 'security-only', until: dayIn(end), extendedUntil: null }
  return { state: 'supported', until: dayIn(supportEnd) ?? dayIn(end), extendedUntil: null }
}

/** Undefined when nothing is stated about the end. */
export function hasEnded({ end }: Pick<LifecycleCycle, 'end'>, day: IsoDate): boolean | undefined {
  return end === null ? undefined : isOver(end, day)
}

function isOver(end: IsoDate | boolean, day: IsoDate): boolean {
  return typeof end === 'boolean' ? end : end <= day
}

function dayIn(end: IsoDate | boolean | null): IsoDate | null {
  return typeof end === 'string' ? end : null
}

/**
 * The release line with the longest name that begins the version: `3.2.1`, `3.2-alpine`, `1:3.2` and `v3.2.1+build` belong
 * to `3.2` before `3`. Nothing is guessed for a version that no line begins.
 */
export function cycleOf(version: string, cycles: readonly LifecycleCycle[]): LifecycleCycle | undefined {
  const plain = bare(version)
  let best: LifecycleCycle | undefined
  for (const each of cycles) {
    const name = bare(each.cycle)
    const isOf = plain === name || (plain.startsWith(name) && /^[.+~_-]/.test(plain.slice(name.length)))
    if (isOf && (best === undefined || name.length > bare(best.cycle).length)) best = each
  }
  return best
}

function bare(version: string): string {
  return version
    .toLowerCase()
    .replace(/^v(?=\d)/, '')
    .replace(/^\d+:/, '')
}
