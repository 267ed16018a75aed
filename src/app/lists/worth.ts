/** The value of usage as somebody may see it. Sums of units share packages, so they are never added to one another. */

import type { Scope } from '#domain/access.ts'
import type { Assessment } from '#domain/assessment/assessment.ts'
import type { SubjectValue } from '#domain/assessment/value.ts'
import type { Coverage, UnknownReason } from '#domain/figure.ts'
import type { MoneyBand } from '#domain/money.ts'
import type { Organization, UnitId } from '#domain/organization.ts'
import type { Lens } from './cut.ts'

export type Worth = {
  /** Null where no figure stands for what is seen. */
  readonly id: string | null
  readonly value: MoneyBand | null
  readonly why: UnknownReason | null
  readonly coverage: Coverage | null
}

/** The units of a scope that lie below no other one of it. */
export function rootsOf(scope: Exclude<Scope, 'all'>, units: Organization['units']): readonly UnitId[] {
  const parentOf = new Map(units.map(({ id, parent }) => [id, parent]))
  return [...scope].filter((unit) => {
    const parent = parentOf.get(unit) ?? null
    return parent === null || !scope.has(parent)
  })
}

/** The total: of the organization, or of the one unit that holds everything in sight; withheld where there are several. */
export function worthOf({ views, cut: { scope } }: Lens, { value }: Assessment): Worth {
  if (scope === 'all') {
    const { id, figure, coverage } = value.money
    return figure.known
      ? { id, value: figure.value, why: null, coverage }
      : { id, value: null, why: figure.why, coverage }
  }
  const roots = rootsOf(scope, views.head.units)
  const [root] = roots
  if (root === undefined || roots.length > 1 || !holdsAllBelow(scope, root, views.head.units))
    return { id: null, value: null, why: 'withheld', coverage: null }
  const unit = value.byUnit.find(({ subject }) => subject === root)
  return unit === undefined ? { id: null, value: null, why: 'not-collected', coverage: null } : ofSubject(unit)
}

/** Whether everything told of a unit lies in sight. */
export function isUnitSeen({ views, cut: { scope } }: Lens, unit: UnitId): boolean {
  return scope === 'all' || (scope.has(unit) && holdsAllBelow(scope, unit, views.head.units))
}

function holdsAllBelow(scope: Exclude<Scope, 'all'>, root: UnitId, units: Organization['units']): boolean {
  return units.every(({ id, parent }) => parent !== root || (scope.has(id) && holdsAllBelow(scope, id, units)))
}

function ofSubject({ figure, money, coverage }: SubjectValue): Worth {
  return { id: figure, value: money, why: money === null ? 'not-collected' : null, coverage }
}

export type NamedWorth = Worth & { readonly subject: string; readonly name: string }

/** By unit whose sub-units are all in sight. */
export function worthByUnit(lens: Lens, { value }: Assessment): readonly NamedWorth[] {
  return value.byUnit.flatMap((one) =>
    isUnitSeen(lens, one.subject)
      ? [{ subject: one.subject, name: lens.views.unitNames.get(one.subject) ?? one.subject, ...ofSubject(one) }]
      : [],
  )
}
