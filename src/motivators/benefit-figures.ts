/** Which of the organization's own figures show a benefit, and whether they say that it arrives. */

import type { FigureId, NamedFigure } from '#domain/figure.ts'
import type { UnitId } from '#domain/organization.ts'

type Figures = ReadonlyMap<FigureId, NamedFigure>

/**
 * The known figures for an area. A figure that exists by unit is taken of that unit alone; one that exists only for the
 * whole stands for every area. `shownBy` are ids without subject.
 */
export function figuresFor(
  shownBy: readonly FigureId[],
  area: UnitId | null,
  figures: Figures,
): readonly NamedFigure[] {
  return shownBy.flatMap((base) => {
    const whole = figures.get(base) ?? figures.get(`${base}/organization`)
    const ofUnit = area === null ? undefined : figures.get(`${base}/unit:${area}`)
    const named = ofUnit ?? (area !== null && isByUnit(base, figures) ? undefined : whole)
    return named?.figure.known === true ? [named] : []
  })
}

function isByUnit(base: FigureId, figures: Figures): boolean {
  return figures.keys().some((id) => id.startsWith(`${base}/unit:`))
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
