/** What is judged: the organization, or a unit with those below it. */

import type { Organization, UnitId } from '#domain/organization.ts'

export type Scope = {
  /** Null is the organization as a whole. */
  readonly unit: UnitId | null
  /** The last part of figure ids: `organization` or `unit:ID`. */
  readonly subject: string
  /** The unit and those below; null is everything. */
  readonly within: ReadonlySet<UnitId> | null
  /** The unit, then those above it, and the organization at last. */
  readonly upward: readonly (UnitId | null)[]
  /** Indices into `organization.products`. */
  readonly products: readonly number[]
}

/** Whether something of a unit belongs to the scope. */
export function holds({ within }: Scope, unit: UnitId | null): boolean {
  return within === null || (unit !== null && within.has(unit))
}

/** The unit that stands for the whole, where one stands above all others; what is said of it is said of the organization. */
export function topUnit({ units }: Organization): UnitId | null {
  const tops = units.filter(({ parent }) => parent === null)
  return tops.length === 1 ? (tops[0]?.id ?? null) : null
}

/** The organization first, then its units in their order. */
export function scopesOf(organization: Organization): readonly Scope[] {
  const top = topUnit(organization)
  return [
    scopeOf(organization, null),
    ...organization.units.filter(({ id }) => id !== top).map(({ id }) => scopeOf(organization, id)),
  ]
}

function scopeOf(organization: Organization, unit: UnitId | null): Scope {
  const within = unit === null ? null : unitsBelow(organization, unit)
  return {
    unit,
    subject: unit === null ? 'organization' : `unit:${unit}`,
    within,
    upward: unit === null ? [null] : upwardFrom(organization, unit),
    products: organization.products.flatMap((product, index) =>
      within === null || (product.unit !== null && within.has(product.unit)) ? [index] : [],
    ),
  }
}

function unitsBelow({ units }: Organization, unit: UnitId): ReadonlySet<UnitId> {
  const below = new Set([unit])
  for (let size = 0; size < below.size;) {
    size = below.size
    for (const { id, parent } of units) if (parent !== null && below.has(parent)) below.add(id)
  }
  return below
}

function upwardFrom({ units }: Organization, unit: UnitId): readonly (UnitId | null)[] {
  const parents = new Map(units.map(({ id, parent }) => [id, parent]))
  const line: UnitId[] = []
  for (let at: UnitId | null = unit; at !== null && !line.includes(at); at = parents.get(at) ?? null) line.push(at)
  return [...line, null]
}
