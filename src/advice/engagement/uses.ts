/** The uses that criticality names itself, and the others together. */

import { criticalityOf, useWeight, type CriticalUse, type PackageCriticality } from '#domain/criticality.ts'
import { lift, type FigureId, type NamedFigure } from '#domain/figure.ts'
import { mostNamedUses, usesFigureId } from '#domain/recorded-uses.ts'
import { otherUsesFigureId, useFigureId } from './figure-ids.ts'

/** The strongest first, where not all are named. */
export function namedUses({ uses }: PackageCriticality): readonly CriticalUse[] {
  return uses.length <= mostNamedUses ? uses : byStrength(uses).slice(0, mostNamedUses)
}

export function inputsOfCriticality(of: PackageCriticality): readonly FigureId[] {
  const named = namedUses(of).map(({ product }) => useFigureId(product, of.package))
  return of.uses.length <= mostNamedUses ? named : [...named, otherUsesFigureId(of.package)]
}

/** What the uses that are not named weigh together, 1 − ∏ (1 − c·d·s·r); nothing where all are named. */
export function otherUses(of: PackageCriticality): readonly NamedFigure[] {
  if (of.uses.length <= mostNamedUses) return []
  const weight = criticalityOf(byStrength(of.uses).slice(mostNamedUses))
  const method = { id: 'advice/other-uses', version: 1 }
  return [{ id: otherUsesFigureId(of.package), figure: lift(weight, method, [usesFigureId(of.package)]) }]
}

function byStrength(uses: readonly CriticalUse[]): readonly CriticalUse[] {
  return uses.toSorted((a, b) => useWeight(b) - useWeight(a) || a.product - b.product)
}
