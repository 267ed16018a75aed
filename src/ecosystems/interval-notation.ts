/** `[1.0,2.0)`: the notation of Maven and NuGet. A square bracket includes the version, a round one does not. */

import type { Constraint } from './constraint.ts'

const interval = /^([[(])\s*([^,[\]()\s]*)\s*(?:(,)\s*([^,[\]()\s]*)\s*)?([\])])\s*(?:,\s*|$)/

/** The alternatives, each a set of bounds that have to hold together; undefined when the text is none. */
export function readIntervals(text: string): Constraint[][] | undefined {
  const intervals: Constraint[][] = []
  let rest = text.trim()
  while (rest !== '') {
    const match = interval.exec(rest)
    if (match === null) return undefined
    const bounds = boundsOf(match)
    if (bounds === undefined) return undefined
    intervals.push(bounds)
    rest = rest.slice(match[0].length)
  }
  return intervals.length === 0 ? undefined : intervals
}

function boundsOf([, open, low = '', comma, high = '', close]: RegExpExecArray): Constraint[] | undefined {
  // `[1.0]` is exactly 1.0; without a comma nothing else makes sense.
  if (comma === undefined)
    return open === '[' && close === ']' && low !== '' ? [{ operator: '=', version: low }] : undefined
  const bounds: Constraint[] = []
  if (low !== '') bounds.push({ operator: open === '[' ? '>=' : '>', version: low })
  if (high !== '') bounds.push({ operator: close === ']' ? '<=' : '<', version: high })
  return bounds
}
