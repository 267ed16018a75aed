/** The first glance: what waits, and four numbers with their change since the assessment before. */

import type { Assessment } from '#domain/assessment/assessment.ts'
import { criticalityLevel } from '#domain/criticality.ts'
import { unknown, type Coverage, type IsoDate, type NamedFigure, type UnknownReason } from '#domain/figure.ts'
import { severities, type Severity } from '#domain/finding.ts'
import type { HealthLevel } from '#domain/assessment/health.ts'
import { findFigures, listAssessments, type AssessmentEntry } from '#store/assessments.ts'
import type { Store } from '#store/store.ts'
import { storedAssessment } from './areas.ts'
import { isSeen, type Lens } from './cut.ts'
import { criticalityOf } from './health.ts'
import { isRead, partsLookedUp } from './looked-up.ts'
import { worthOf, type Worth } from './worth.ts'

/** A number of rows, with the list and filters that show exactly these. */
export type CountCard = {
  /** The figure behind it; null for numbers that are counted over the products in sight. */
  readonly id: string | null
  readonly value: number | null
  readonly why: UnknownReason | null
  readonly coverage: Coverage | null
  readonly opens: { readonly list: string; readonly filters: Readonly<Record<string, string>> }
}

/** What it was in the assessment before. */
export type Before<Value> = {
  readonly assessment: string
  readonly asOf: IsoDate
  readonly value: Value | null
  readonly why: UnknownReason | null
}

export type Overview = {
  readonly assessment: string
  readonly asOf: IsoDate
  readonly organization: string
  readonly products: number
  /** Whether there is no assessment before to compare with. Where there is, what is not told of a unit has no `before`. */
  readonly isFirst: boolean
  readonly cards: {
    readonly packages: CountCard & { readonly before: Before<number> | null }
    /** Critical and high findings, part version × advisory. */
    readonly urgent: CountCard & { readonly before: Before<number> | null }
    readonly value: Worth & { readonly before: Before<Worth['value']> | null }
    readonly given: Worth & { readonly before: Before<Worth['value']> | null }
  }
  readonly bySeverity: readonly (CountCard & { readonly severity: Severity; readonly before: Before<number> | null })[]
  readonly toDo: readonly (CountCard & { readonly kind: ToDoKind })[]
}

export type ToDoKind =
  | 'critical-findings'
  | 'where-to-help'
  | 'without-license'
  | 'restricted-terms'
  | 'products-without-documents'

/** Throws `nothing-assessed`. */
export async function overview(lens: Lens): Promise<Overview> {
  const { store, views, cut } = lens
  const { head } = views
  const now = await storedAssessment(store, head.assessment)
  const isWhole = cut.scope === 'all'
  const earlier = await assessmentBefore(store, head.assessment)
  const before = isWhole && earlier !== undefined ? await figuresBefore(store, earlier, now) : undefined
  const bySeverity = countBySeverity(lens, now)
  const urgent = bySeverity.filter(isUrgent)
  const given = now.contribution.give
  return {
    assessment: head.assessment,
    asOf: head.asOf,
    organization: head.organization,
    products: countSeen(lens, 'product'),
    isFirst: earlier === undefined,
    cards: {
      packages: {
        ...(isNothingRead(lens) ? notCounted('packages') : count(countSeen(lens, 'package'), 'packages', {})),
        id: isWhole ? now.inventory.packages.id : null,
        before: before?.of(now.inventory.packages) ?? null,
      },
      urgent: {
        id: null,
        value: urgent.some(({ value }) => value === null)
          ? null
          : urgent.reduce((sum, { value }) => sum + (value ?? 0), 0),
        why: urgent[0]?.why ?? null,
        coverage: urgent[0]?.coverage ?? null,
        opens: { list: 'findings', filters: { isUrgent: 'true' } },
        before: before?.sum(now.vulnerabilities.bySeverity.filter(isUrgent).map((one) => one.count)) ?? null,
      },
      value: {
        ...worthOf(lens, now),
        before: before?.of(now.value.money) ?? null,
      },
      given: isWhole
        ? {
            id: given.id,
            ...valueOf(given),
            coverage: null,
            before: before?.of(given) ?? null,
          }
        : { id: null, value: null, why: 'withheld', coverage: null, before: null },
    },
    bySeverity: bySeverity.map((card) => {
      const count = now.vulnerabilities.bySeverity.find(({ severity }) => severity === card.severity)?.count
      return { ...card, before: (count && before?.of(count)) ?? null }
    }),
    toDo: toDo(lens),
  }
}

async function assessmentBefore(store: Store, id: string): Promise<AssessmentEntry | undefined> {
  const entries = await listAssessments(store)
  const at = entries.findIndex((entry) => entry.id === id)
  const current = entries[at]
  // One of the same day is a correction and no period to compare with.
  return entries.slice(at + 1).find(({ asOf }) => current !== undefined && asOf < current.asOf)
}

type Told<Value> = { readonly value: Value | null; readonly why: UnknownReason | null }

/** Of an earlier assessment only the figures that are compared are read: it may be large. */
async function figuresBefore(
  store: Store,
  { id: assessment, asOf }: AssessmentEntry,
  { inventory, vulnerabilities, value, contribution }: Assessment,
) {
  const compared = [
    inventory.packages,
    value.money,
    contribution.give,
    ...vulnerabilities.bySeverity.map(({ count }) => count),
  ]
  const found = await findFigures(store, { ids: compared.map(({ id }) => id), prefixes: [] }, assessment)
  const kept = new Map(found.map((one) => [one.id, one]))
  const told = <Value>({ id }: NamedFigure<Value>): Told<Value> =>
    valueOf((kept.get(id) as NamedFigure<Value> | undefined) ?? { figure: unknown('not-collected') })
  return {
    of: <Value>(figure: NamedFigure<Value>): Before<Value> => ({ assessment, asOf, ...told(figure) }),
    /** Unknown where one of them is. */
    sum: (figures: readonly NamedFigure<number>[]): Before<number> => {
      const all = figures.map(told)
      const missing = all.find(({ value: one }) => one === null)
      const sum = all.reduce((total, { value: one }) => total + (one ?? 0), 0)
      return { assessment, asOf, value: missing === undefined ? sum : null, why: missing?.why ?? null }
    },
  }
}

function isUrgent({ severity }: { readonly severity: Severity }): boolean {
  return severity === 'critical' || severity === 'high'
}

function valueOf<T>({ figure }: Pick<NamedFigure<T>, 'figure'>): Told<T> {
  return figure.known ? { value: figure.value, why: null } : { value: null, why: figure.why }
}

function count(value: number, list: string, filters: Readonly<Record<string, string>>): CountCard {
  return { id: null, value, why: null, coverage: null, opens: { list, filters } }
}

function notCounted(list: string): CountCard {
  return { ...count(0, list, {}), value: null, why: 'not-collected' }
}

/** Whether anything in sight was looked up, or there is no product of which anything could be. */
function isAnyLookedUp(lens: Lens, { known }: ReturnType<typeof partsLookedUp>): boolean {
  return known > 0 || (lens.views.head.isLookedUp && countSeen(lens, 'product') === 0)
}

/** Whether there are products in sight, and of none of them anything was read. */
function isNothingRead(lens: Lens): boolean {
  const seen = lens.views.tables.product.filter((_, number) => isSeen(lens, 'product', number))
  return seen.length > 0 && seen.every((row) => row === undefined || !isRead(row))
}

function countSeen(lens: Lens, kind: 'product' | 'package'): number {
  let seen = 0
  for (let number = 0; number < lens.views.tables[kind].length; number += 1) if (isSeen(lens, kind, number)) seen += 1
  return seen
}

/** Findings in sight, and for how many of the parts in sight it could be decided. */
export function countBySeverity(
  lens: Lens,
  { vulnerabilities }: Assessment,
): (CountCard & { readonly severity: Severity })[] {
  const { views, cut } = lens
  const counts = severities.map(() => 0)
  for (const finding of views.tables.finding) {
    if (finding === undefined || (cut.productsOfPart[finding.part] ?? 0) === 0) continue
    const at = severities.indexOf(finding.severity)
    counts[at] = (counts[at] ?? 0) + 1
  }
  const lookedUp = partsLookedUp(lens)
  const isKnown = counts.some((found) => found > 0) || isAnyLookedUp(lens, lookedUp)
  return severities.map((severity, index) => ({
    severity,
    id:
      cut.scope === 'all'
        ? (vulnerabilities.bySeverity.find((one) => one.severity === severity)?.count.id ?? null)
        : null,
    value: isKnown ? (counts[index] ?? 0) : null,
    why: isKnown ? null : 'not-collected',
    coverage: { ...lookedUp, unit: 'parts' },
    opens: { list: 'findings', filters: { severity } },
  }))
}

/** What waits, with how much of it; what is known to be nothing is left out. */
function toDo(lens: Lens): Overview['toDo'] {
  const { views, cut } = lens
  const { tables } = views
  const critical = tables.finding.filter(
    (row) => row?.severity === 'critical' && (cut.productsOfPart[row.part] ?? 0) > 0,
  ).length
  const inSight = tables.part.filter((row, number) => row !== undefined && (cut.productsOfPart[number] ?? 0) > 0)
  const help = tables.subject.filter(
    (row, number) =>
      row !== undefined &&
      isSeen(lens, 'subject', number) &&
      row.level === ('weak' satisfies HealthLevel) &&
      criticalityLevel(criticalityOf(row, lens)) === 'high',
  ).length
  const empty = tables.product.filter(
    (row, number) => row !== undefined && row.documents === 0 && isSeen(lens, 'product', number),
  ).length
  const entries: readonly (readonly [ToDoKind, CountCard])[] = [
    [
      'critical-findings',
      critical > 0 || isAnyLookedUp(lens, partsLookedUp(lens))
        ? count(critical, 'findings', { severity: 'critical' })
        : notCounted('findings'),
    ],
    ['where-to-help', count(help, 'health', { level: 'weak', criticality: 'high' })],
    [
      'restricted-terms',
      count(inSight.filter((row) => row?.openness === 'use-restricted').length, 'licenses', {
        openness: 'use-restricted',
      }),
    ],
    [
      'without-license',
      count(inSight.filter((row) => row?.certainty === 'absent').length, 'licenses', { certainty: 'absent' }),
    ],
    ['products-without-documents', count(empty, 'products', { hasDocuments: 'false' })],
  ]
  return entries.flatMap(([kind, card]) => (card.value === 0 ? [] : [{ kind, ...card }]))
}
