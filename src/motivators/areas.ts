/** Areas are units; the one that stands above all others is the organization itself. */

import type { Organization, UnitId } from '#domain/organization.ts'

export function topUnit({ units }: Organization): UnitId | null {
  const tops = units.filter(({ parent }) => parent === null)
  return tops.length === 1 ? (tops[0]?.id ?? null) : null
}

export function areasOf(organization: Organization): readonly UnitId[] {
  const top = topUnit(organization)
  return organization.units.flatMap(({ id }) => (id === top ? [] : [id]))
}

/** A unit is within itself and within all units above it. */
export function isWithin({ units }: Organization, unit: UnitId, area: UnitId): boolean {
  const passed = new Set<UnitId>()
  for (let at: UnitId | null = unit; at !== null && !passed.has(at);) {
    if (at === area) return true
    passed.add(at)
    const below: UnitId = at
    at = units.find(({ id }) => id === below)?.parent ?? null
  }
  return false
}

/** What was said in a unit belongs to it and to the units above; what was said of the whole belongs to the organization. */
export function isHeardIn(organization: Organization, unit: UnitId | null, area: UnitId | null): boolean {
  if (area === null || area === topUnit(organization)) return true
  return unit !== null && isWithin(organization, unit, area)
}

/** What matters in a unit matters to those above and below it. Empty areas are everywhere. */
export function concerns(organization: Organization, areas: readonly UnitId[], area: UnitId | null): boolean {
  if (area === null || areas.length === 0) return true
  return areas.some((one) => isWithin(organization, one, area) || isWithin(organization, area, one))
}

/** An area that two lists share; null when both are everywhere, undefined when they are apart. */
export function sharedArea(
  organization: Organization,
  first: readonly UnitId[],
  second: readonly UnitId[],
): UnitId | null | undefined {
  if (first.length === 0) return second[0] ?? null
  if (second.length === 0) return first[0]
  return second.find((area) => concerns(organization, first, area))
}
