/** The first glance: what waits, and four numbers with their change since the assessment before. */

import type { Assessment } from '#domain/assessment/assessment.ts'
import { criticalityLevel } from '#domain/criticality.ts'
import type { Coverage, IsoDate, NamedFigure, UnknownReason } from '#domain/figure.ts'
import { severities, type Severity } from '#domain/finding.ts'
import type { HealthLevel } from '#domain/assessment/health.ts'
import { listAssessments, type AssessmentEntry } from '#store/assessments.ts'
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
  const before = earlier && { entry: earlier, of: await storedAssessment(store, earlier.id) }
  const comparedInWhole = <Value>(told: (of: Assessment) => Told<Value>): Before<Value> | null =>
    before !== undefined && isWhole ? asBefore(before.entry, told(before.of)) : null
  const bySeverity = countBySeverity(lens, now)
  const urgent = bySeverity.filter(({ severity }) => severity === 'critical' || severity === 'high')
  const given = now.contribution.give
  return {
    assessment: head.assessment,
    asOf: head.asOf,
    organization: head.organization,
    products: countSeen(lens, 'product'),
    isFirst: before === undefined,
    cards: {
      packages: {
        ...(isNothingRead(lens) ? notCounted('packages') : count(countSeen(lens, 'package'), 'packages', {})),
        id: isWhole ? now.inventory.packages.id : null,
        before: comparedInWhole((of) => valueOf(of.inventory.packages)),
      },
      urgent: {
        id: null,
        value: urgent.some(({ value }) => value === null)
          ? null
          : urgent.reduce((sum, { value }) => sum + (value ?? 0), 0),
        why: urgent[0]?.why ?? null,
        coverage: urgent[0]?.coverage ?? null,
        opens: { list: 'findings', filters: { isUrgent: 'true' } },
        before: comparedInWhole(urgentOf),
      },
      value: {
        ...worthOf(lens, now),
        before: comparedInWhole((of) => valueOf(of.value.money)),
      },
      given: isWhole
        ? {
            id: given.id,
            ...valueOf(given),
            coverage: null,
            before: comparedInWhole((of) => valueOf(of.contribution.give)),
          }
        : { id: null, value: null, why: 'withheld', coverage: null, before: null },
    },
    bySeverity: bySeverity.map((card) => ({
      ...card,
      before: comparedInWhole((of) => severityOf(of, card.severity)),
    })),
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

function asBefore<Value>({ id, asOf }: AssessmentEntry, { value, why }: Told<Value>): Before<Value> {
  return { assessment: id, asOf, value, why }
}

function severityOf({ vulnerabilities }: Assessment, severity: Severity): Told<number> {
  const found = vulnerabilities.bySeverity.find((one) => one.severity === severity)
  return found === undefined ? { value: null, why: 'not-collected' } : valueOf(found.count)
}

function valueOf<T>({ figure }: Pick<NamedFigure<T>, 'figure'>): Told<T> {
  return figure.known ? { value: figure.value, why: null } : { value: null, why: figure.why }
}

function urgentOf({ vulnerabilities }: Assessment): Told<number> {
  const counts = vulnerabilities.bySeverity.filter(({ severity }) => severity === 'critical' || severity === 'high')
  const unknown = counts.map(({ count: { figure } }) => figure).find(({ known }) => !known)
  if (unknown !== undefined && !unknown.known) return { value: null, why: unknown.why }
  return { value: counts.reduce((sum, { count: { figure } }) => sum + (figure.known ? figure.value : 0), 0), why: null }
}

function count(value: number, list: string, filters: Readonly<Record<string, string>>): CountCard {
  return { id: null, value, why: null, coverage: null, opens: { list, filters } }
}

function notCounted(list: string): CountCard {
  return { ...count(0, list, {}), value: null, why: 'not-collected' }
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
  const isKnown = lookedUp.known > 0 || counts.some((found) => found > 0)
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
      partsLookedUp(lens).known > 0 ? count(critical, 'findings', { severity: 'critical' }) : notCounted('findings'),
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
