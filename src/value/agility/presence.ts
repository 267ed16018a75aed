/** From when to when a product held a version, out of the changes of its lockfiles. */

import type { PurlText } from '#domain/part.ts'
import type { UpdateHistory } from '#domain/update-history.ts'
import { daysSince1970 } from './days.ts'

export type Presence = {
  readonly package: PurlText
  readonly version: string
  /** A moment; NaN when it was there before the first change that is known. */
  readonly from: number
  /** The first moment at which it is known to be there. */
  readonly knownFrom: number
  /** Null while it is there. */
  readonly to: number | null
}

export function presencesOf({ repositories }: UpdateHistory): readonly Presence[] {
  return repositories.flatMap(({ files }) =>
    files.flatMap(({ changes: all, isWhole }) => {
      const open = new Map<string, Omit<Presence, 'to'>>()
      const ended: Presence[] = []
      for (const [index, { on, changes }] of all.entries()) {
        const moment = daysSince1970(on)
        for (const { package: name, from, to } of changes) {
          const leaving = from === null ? undefined : open.get(`${name}@${from}`)
          if (leaving !== undefined) {
            ended.push({ ...leaving, to: moment })
            open.delete(`${name}@${from}`)
          }
          if (to === null || open.has(`${name}@${to}`)) continue
          const start = index === 0 && !isWhole ? Number.NaN : moment
          open.set(`${name}@${to}`, { package: name, version: to, from: start, knownFrom: moment })
        }
      }
      return [...ended, ...[...open.values()].map((presence) => ({ ...presence, to: null }))]
    }),
  )
}
