/** Which of the organization's own figures show a benefit, and whether they say that it arrives. */

import type { FigureId, NamedFigure } from '#domain/figure.ts'
import type { UnitId } from '#domain/organization.ts'

export type OwnFigures = {
  readonly byId: ReadonlyMap<FigureId, NamedFigure>
  /** Ids without subject of which there is a figure for at least one unit. */
  readonly keptByUnit: ReadonlySet<FigureId>
}

export function ownFigures(figures: Iterable<NamedFigure>): OwnFigures {
  const byId = new Map([...figures].map((figure) => [figure.id, figure]))
  const keptByUnit = new Set(
    [...byId.keys()].flatMap((id) => (id.includes('/unit:') ? [id.replace(/\/unit:.*$/, '')] : [])),
  )
  return { byId, keptByUnit }
}

/**
 * The known figures for an area. A figure that exists by unit is taken of that unit alone; one that exists only for the
 * whole stands for every area. `shownBy` are ids without subject.
 */
export function figuresFor(
  shownBy: readonly FigureId[],
  area: UnitId | null,
  { byId, keptByUnit }: OwnFigures,
): readonly NamedFigure[] {
  return shownBy.flatMap((base) => {
    const whole = byId.get(base) ?? byId.get(`${base}/organization`)
    const ofUnit = area === null ? undefined : byId.get(`${base}/unit:${area}`)
    const named = ofUnit ?? (area !== null && keptByUnit.has(base) ? undefined : whole)
    return named?.figure.known === true ? [named] : []
  })
}

/** More than zero, true, or met. Anything else is no evidence, and no proof of the contrary either. */
export function arrives({ figure }: NamedFigure): boolean {
  if (!figure.known) return false
  const { value } = figure
  if (typeof value === 'number') return value > 0
  if (typeof value === 'object' && value !== null && 'central' in value)
    return typeof value.central === 'number' && value.central > 0
  return value === true || value === 'met'
}
