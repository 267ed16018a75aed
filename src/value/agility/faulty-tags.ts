/** Which tags repair another, as far as tags tell: a proxy for failed changes. */

import type { StableTag } from './measure.ts'

/** A patch that follows a minor or major version so soon was not planned. */
export const hastyDays = 7

/** Subjects of commits that take something back or repair it in haste. */
export function isRepairSubject(subject: string): boolean {
  return /^(?:\w+(?:\([^)]*\))?!?:\s*)?revert\b/i.test(subject) || /\bhot-?fix(?:es)?\b/i.test(subject)
}

/** The tag that this one repairs; undefined when it repairs one that is not there, null when it repairs none. */
export function repairedBy(tags: readonly StableTag[], index: number): StableTag | undefined | null {
  const tag = tags[index]
  if (tag === undefined) return null
  const [major, minor, patch] = tag.numbers
  if (patch > 0) {
    const begin = tags
      .slice(0, index)
      .findLast(({ numbers }) => numbers[0] === major && numbers[1] === minor && numbers[2] === 0)
    if (begin !== undefined && tag.moment - begin.moment <= hastyDays) return begin
  }
  return tag.hasRepairs ? tags[index - 1] : null
}
