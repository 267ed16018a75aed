/**
 * The parts of the stored assessment that are one object, cut to a scope. What is told of the organization as a whole
 * cannot be cut to units: it is withheld from those who may not see all of it, and named.
 */

import { isWithin } from '#domain/access.ts'
import type { AgilityAssessment } from '#domain/assessment/agility.ts'
import type { AlternativesAssessment } from '#domain/assessment/alternatives.ts'
import type { Assessment } from '#domain/assessment/assessment.ts'
import type { ContributionAssessment } from '#domain/assessment/contribution.ts'
import type { MaturityAssessment } from '#domain/assessment/maturity.ts'
import { fail } from '#domain/problem.ts'
import { loadAssessment, type AssessmentId } from '#store/assessments.ts'
import type { Store } from '#store/store.ts'
import { isSeen, type Lens } from './cut.ts'
import { keepNewest } from './views.ts'

/** `area` without the fields named in `withheld`. */
export type CutArea = { readonly withheld: readonly string[]; readonly area: object }

const kept = new WeakMap<Store['db'], Map<AssessmentId, Promise<Assessment | undefined>>>()
const keptAssessments = 3

/** Parsed once. Throws `nothing-assessed` when it was pruned. */
export async function storedAssessment(store: Store, id: AssessmentId): Promise<Assessment> {
  const known = kept.get(store.db) ?? new Map<AssessmentId, Promise<Assessment | undefined>>()
  kept.set(store.db, known)
  const assessment = known.get(id) ?? loadAssessment(store, id).then((found) => found?.assessment)
  known.delete(id)
  known.set(id, assessment)
  keepNewest(known, keptAssessments)
  assessment.catch(() => known.delete(id))
  return (await assessment) ?? fail({ code: 'nothing-assessed' })
}

export function cutContribution(lens: Lens, whole: ContributionAssessment): CutArea {
  const { scope } = lens.cut
  if (scope === 'all') return { withheld: [], area: whole }
  const { from, to, smallestGroup, coAuthors } = whole
  return without(whole, {
    from,
    to,
    byUnit: whole.byUnit.filter(({ unit }) => isWithin(scope, unit)),
    forks: whole.forks.filter(({ product }) => product !== null && isProductSeen(lens, product)),
    smallestGroup,
    coAuthors,
  })
}

/** Freshness of the organization and of units: ten thousand products would be more than a page can hold. */
export function cutAgility(lens: Lens, assessed: AgilityAssessment): CutArea {
  const { scope } = lens.cut
  const whole = { ...assessed, freshness: assessed.freshness.filter(({ kind }) => kind !== 'product') }
  if (scope === 'all') return { withheld: [], area: whole }
  return without(whole, {
    freshness: whole.freshness.filter(({ kind, id }) => kind === 'unit' && isWithin(scope, id)),
    behind: whole.behind.flatMap((one) => {
      const products = productsUsing(lens, one.package, one.version)
      return products === 0 ? [] : [{ ...one, products }]
    }),
    overTime: whole.overTime.filter(({ product }) => product !== null && isProductSeen(lens, product)),
    exposures: whole.exposures.filter(({ product }) => isProductSeen(lens, product)),
    assumptions: whole.assumptions,
  })
}

export function cutAlternatives(lens: Lens, whole: AlternativesAssessment): CutArea {
  if (lens.cut.scope === 'all') return { withheld: [], area: whole }
  return without(whole, {
    lines: whole.lines
      .filter(({ product }) => product !== null && isProductSeen(lens, product))
      // Which other functions share a license may lie in other units.
      .map((line) => ({ ...line, sharedWith: [] })),
    candidates: whole.candidates.flatMap((candidate) => {
      const products = candidate.products.filter(({ product }) => isProductSeen(lens, product))
      return products.length === 0 ? [] : [{ ...candidate, products }]
    }),
    assumptions: whole.assumptions,
  })
}

export function cutMaturity({ cut: { scope } }: Lens, whole: MaturityAssessment): CutArea {
  if (scope === 'all') return { withheld: [], area: whole }
  const ofUnits = <T extends { readonly unit: string | null }>(rows: readonly T[]): readonly T[] =>
    rows.filter(({ unit }) => isWithin(scope, unit))
  return without(whole, {
    asOf: whole.asOf,
    units: ofUnits(whole.units),
    findings: ofUnits(whole.findings),
    trend: ofUnits(whole.trend),
    assumptions: whole.assumptions,
  })
}

function without<Area extends object>(whole: Area, area: Partial<Area>): CutArea {
  return { withheld: Object.keys(whole).filter((name) => !(name in area)), area }
}

export function isProductSeen(lens: Lens, id: string): boolean {
  const number = lens.views.numberOfProduct.get(id)
  return number !== undefined && isSeen(lens, 'product', number)
}

function productsUsing({ views, cut }: Lens, key: string, version: string): number {
  const number = views.numberOfPackage.get(key)
  if (number === undefined) return 0
  const { offsets, values } = views.partsOfPackage
  for (const part of values.subarray(offsets[number] ?? 0, offsets[number + 1] ?? 0))
    if (views.tables.part[part]?.version === version) return cut.productsOfPart[part] ?? 0
  return 0
}

/**
 * As answers hold figures: an object with an id and a figure becomes id, value and why; everything else stays as it is.
 */
export function flatFigures(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(flatFigures)
  if (typeof value !== 'object' || value === null) return value
  const { figure, ...rest } = value as { readonly figure?: unknown }
  const fields = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, flatFigures(inner)]))
  if (figure === undefined) return fields
  if (typeof figure !== 'object' || figure === null || !('known' in figure)) return { ...fields, figure }
  const told = figure as { readonly known: boolean; readonly value?: unknown; readonly why?: string }
  return { ...fields, value: told.known ? told.value : null, why: told.known ? null : told.why }
}
