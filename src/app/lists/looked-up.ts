/** What was not looked for is not nothing: where a count is unknown. */

import type { PartView, ProductView, ViewNumber } from '#domain/views.ts'
import type { Severity } from '#domain/finding.ts'
import type { Lens } from './cut.ts'
import { groupOf, type Views } from './views.ts'

/**
 * Findings as they may be told: null where there are none and something behind them could not be looked up.
 *
 * @param isUndecided for any of the parts behind them no advisory could be asked
 */
export function foundOf(count: number, isUndecided: boolean, { head }: Pick<Views, 'head'>): number | null {
  return count === 0 && (isUndecided || !head.isLookedUp) ? null : count
}

/** As `foundOf`, of one part version. */
export function foundOfPart(
  views: Views,
  number: ViewNumber,
  part: Pick<PartView, 'isUndecided'> | undefined,
): number | null {
  return foundOf(groupOf(views.findingsOfPart, number).length, part?.isUndecided ?? true, views)
}

/** Of how many part versions in sight it could be told whether an advisory speaks about them. */
export function partsLookedUp({ views, cut }: Pick<Lens, 'views' | 'cut'>): {
  readonly known: number
  readonly of: number
} {
  let of = 0
  let known = 0
  for (const [number, part] of views.tables.part.entries()) {
    if (part === undefined || (cut.productsOfPart[number] ?? 0) === 0) continue
    of += 1
    if (views.head.isLookedUp && !part.isUndecided) known += 1
  }
  return { known, of }
}

/** False where it has no document, or none of which anything could be taken. */
export function isRead({ parts, documents, found, refused }: ProductView): boolean {
  return parts > 0 || (documents > 0 && (found === 0 || found > refused))
}

/** Null where nothing was found and no part of it could be looked up. Where some could, it is what was found among these. */
export function foundInProduct(product: ProductView): Readonly<Record<Severity, number>> | null {
  const { findings, parts, undecided } = product
  if (findings === null || Object.values(findings).some((count) => count > 0)) return findings
  return isRead(product) && (parts === 0 || undecided < parts) ? findings : null
}
