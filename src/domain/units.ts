import type { Unit, UnitId } from './organization.ts'

/** A unit and those above it, nearest first; empty for none. A circle ends where it closes. */
export function unitsFrom(units: readonly Unit[], unit: UnitId | null): readonly UnitId[] {
  const parents = new Map(units.map(({ id, parent }) => [id, parent]))
  const above: UnitId[] = []
  for (let at = unit; at !== null && !above.includes(at); at = parents.get(at) ?? null) above.push(at)
  return above
}
