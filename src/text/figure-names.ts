/** What a figure is called where nothing around it says so: in a headline, beside a benefit. */

import type { FigureId } from '#domain/figure.ts'
import type { Words } from './words.ts'

/** By the beginning of its id, the longest that has a name; undefined where none has. */
export function figureName({ executive: { figureNames } }: Pick<Words, 'executive'>, id: FigureId): string | undefined {
  const base = Object.keys(figureNames)
    .filter((one) => id === one || id.startsWith(`${one}/`))
    .toSorted((a, b) => b.length - a.length)[0]
  return base === undefined ? undefined : figureNames[base]
}

const shares = /share|give-to-take|goal-progress|areas-heard|agility\/drift\//

/** Whether its number is a part of a whole, 0 to 1. */
export function isShare(id: FigureId): boolean {
  return shares.test(id)
}
