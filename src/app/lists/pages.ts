/** What single pages show besides lists: a package, a finding, licenses in all, the quadrant of health, the value. */

import { documentFigureId } from '#domain/document-figure.ts'
import type { Assessment } from '#domain/assessment/assessment.ts'
import type { SubjectHealth } from '#domain/assessment/health.ts'
import { criticalityLevel, type CriticalityLevel } from '#domain/criticality.ts'
import type { IsoTime } from '#domain/figure.ts'
import { isWithin } from '#domain/access.ts'
import type { HealthLevel } from '#domain/assessment/health.ts'
import { fail } from '#domain/problem.ts'
import type { PartView, ViewNumber } from '#domain/views.ts'
import { listAssessments } from '#store/assessments.ts'
import { loadDocumentCounts, type DocumentCounts } from '#store/documents.ts'
import { askUsage } from '#app/value-usage.ts'
import { assumptions } from '#value/assumptions.ts'
import { isProductSeen, storedAssessment, type CutArea } from './areas.ts'
import { isSeen, type Lens } from './cut.ts'
import { findingItem, type FindingItem } from './findings.ts'
import { criticalityOf, healthItem, type HealthItem } from './health.ts'
import { packageItem, type PackageItem } from './packages.ts'
import { productItem, type ProductItem } from './products.ts'
import { foundOfPart } from './looked-up.ts'
import { groupOf } from './views.ts'
import {
  partsAsked,
  partsOfAdvisory,
  partsOfProduct,
  productInSight,
  usesOfParts,
  type ProductPart,
} from './where-used.ts'
import { rootsOf, worthByUnit, worthOf, type NamedWorth, type Worth } from './worth.ts'

type Uses = Awaited<ReturnType<typeof usesOfParts>>

/** Products that a page shows at first; more are asked for page by page. */
const firstProducts = { after: null, limit: 50 }

/** Throws `nothing-found`, as all of these do for what is not in sight. */
export async function productPage(
  lens: Lens,
  id: string,
): Promise<{
  readonly product: ProductItem
  readonly parts: readonly ProductPart[]
  readonly documents: readonly ProductDocument[]
}> {
  const row = lens.views.tables.product[productInSight(lens, id)]
  if (row === undefined) return fail({ code: 'nothing-found', paths: [id] })
  return {
    product: productItem(row, lens.views.unitNames),
    parts: await partsOfProduct(lens, id),
    documents: await documentsOfProduct(lens, id),
  }
}

/** A document that was read for a product: found = taken + refused. */
export type ProductDocument = DocumentCounts & { readonly figure: string }

/** Those that the assessment counted. */
async function documentsOfProduct({ store, views }: Lens, product: string): Promise<readonly ProductDocument[]> {
  const assessed = (await listAssessments(store)).find(({ id }) => id === views.head.assessment)
  if (assessed === undefined) return []
  const { asOf, knownAt } = assessed
  const documents = await loadDocumentCounts(store, { asOf, knownAt, products: [product] })
  return documents.map((one) => ({ ...one, figure: documentFigureId(product, one.path) }))
}

export type PackageVersion = Pick<PartView, 'purl' | 'version' | 'license' | 'remedy'> & {
  readonly products: number
  /** Null: none, and it could not be looked up. */
  readonly findings: number | null
}

export async function packagePage(
  lens: Lens,
  key: string,
): Promise<{ readonly package: PackageItem; readonly versions: readonly PackageVersion[]; readonly products: Uses }> {
  const { parts, package: name } = partsAsked(lens, { package: key, below: undefined, version: undefined })
  const number = lens.views.numberOfPackage.get(name) ?? -1
  const row = lens.views.tables.package[number]
  if (row === undefined) return fail({ code: 'nothing-found', paths: [key] })
  return {
    package: packageItem(row, number, lens),
    versions: parts.flatMap((part) => versionOf(lens, part) ?? []),
    products: await usesOfParts(lens, parts, firstProducts),
  }
}

function versionOf({ views, cut }: Lens, part: ViewNumber): PackageVersion | undefined {
  const row = views.tables.part[part]
  if (row === undefined) return undefined
  const { purl, version, license, remedy } = row
  const findings = foundOfPart(views, part, row)
  return { purl, version, license, remedy, products: cut.productsOfPart[part] ?? 0, findings }
}

/** By any id of an advisory. */
export async function findingPage(
  lens: Lens,
  id: string,
): Promise<{ readonly findings: readonly FindingItem[]; readonly products: Uses }> {
  const parts = partsOfAdvisory(lens, id)
  const found = parts.flatMap((part) => [...groupOf(lens.views.findingsOfPart, part)])
  return {
    findings: found.flatMap((number) => {
      const row = lens.views.tables.finding[number]
      return row !== undefined && (row.id === id || row.aliases.includes(id)) ? [findingItem(row, number, lens)] : []
    }),
    products: await usesOfParts(lens, parts, firstProducts),
  }
}

export function licenseSummary({ views, cut }: Lens) {
  const tallies = {
    openness: new Map(),
    reciprocity: new Map(),
    certainty: new Map(),
    license: new Map(),
    duty: new Map(),
  }
  let [parts, network, disputed] = [0, 0, 0]
  const add = (tally: Map<string, number>, word: string): unknown => tally.set(word, (tally.get(word) ?? 0) + 1)
  for (const [number, row] of views.tables.part.entries()) {
    if (row === undefined || (cut.productsOfPart[number] ?? 0) === 0) continue
    parts += 1
    if (row.network) network += 1
    if (row.isDisputed) disputed += 1
    add(tallies.openness, row.openness)
    add(tallies.reciprocity, row.reciprocity ?? 'unknown')
    add(tallies.certainty, row.certainty)
    if (row.license !== null) add(tallies.license, row.license)
    for (const duty of row.duties) add(tallies.duty, duty)
  }
  const counted = <Name extends keyof typeof tallies>(name: Name) =>
    [...(tallies[name] as Map<string, number>)]
      .map(
        ([word, count]) => ({ [name]: word, parts: count }) as { readonly [Key in Name]: string } & { parts: number },
      )
      .sort((a, b) => b.parts - a.parts || (a[name] < b[name] ? -1 : 1))
  return {
    parts,
    byOpenness: counted('openness'),
    byReciprocity: counted('reciprocity'),
    byCertainty: counted('certainty'),
    licenses: counted('license'),
    duties: counted('duty'),
    network,
    disputed,
  }
}

export type QuadrantCut = {
  readonly cells: readonly {
    readonly criticality: CriticalityLevel
    readonly level: HealthLevel
    readonly count: number
  }[]
  readonly listed: number
  readonly unlisted: number
}

export function quadrantOf(lens: Lens): QuadrantCut {
  const { package: packages, subject } = lens.views.tables
  const counts = new Map<string, number>()
  let listed = 0
  for (const [number, row] of subject.entries()) {
    if (row === undefined || !isSeen(lens, 'subject', number)) continue
    listed += 1
    const cell = `${criticalityLevel(criticalityOf(row, lens))} ${row.level}`
    counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }
  return {
    cells: (['high', 'medium', 'low'] as const).flatMap((criticality) =>
      (['weak', 'withheld', 'fair', 'good'] as const).map((level) => ({
        criticality,
        level,
        count: counts.get(`${criticality} ${level}`) ?? 0,
      })),
    ),
    listed,
    unlisted: packages.filter((row, number) => row?.subject === null && isSeen(lens, 'package', number)).length,
  }
}

export type HealthPage = {
  readonly subject: HealthItem
  readonly products: Uses
} & Pick<SubjectHealth, 'indicators' | 'open' | 'warnings' | 'funding'>

/** @param id a subject, or a package whose subject is meant */
export async function healthPage(lens: Lens, id: string): Promise<HealthPage> {
  const { views, store } = lens
  const { package: packages, subject: subjects } = views.tables
  const named = packages[views.numberOfPackage.get(id) ?? -1]?.subject ?? -1
  const number = named >= 0 ? named : subjects.findIndex((row) => row?.subject === id)
  const row = subjects[number]
  if (row === undefined || !isSeen(lens, 'subject', number)) return fail({ code: 'nothing-found', paths: [id] })
  const { health } = await storedAssessment(store, views.head.assessment)
  const told = health.subjects.find(({ subject }) => subject === row.subject)
  const parts = row.packages
    .flatMap((of) => [...groupOf(views.partsOfPackage, of)])
    .filter((part) => isSeen(lens, 'part', part))
  return {
    subject: healthItem(row, number, lens),
    indicators: told?.indicators ?? [],
    open: told?.open ?? [],
    warnings: told?.warnings ?? [],
    funding: told?.funding ?? [],
    products: await usesOfParts(lens, parts, firstProducts),
  }
}

export type ValuePage = CutArea & {
  readonly asOf: string
  readonly total: Worth
  readonly byUnit: readonly NamedWorth[]
  /** Between which numbers an assumption can be tried out. */
  readonly bounds: Readonly<Record<string, { readonly least: number; readonly most: number }>>
}

const bounds: ValuePage['bounds'] = Object.fromEntries(
  assumptions.flatMap(({ id, takes }) =>
    takes.kind === 'number' ? [[id, { least: takes.least, most: takes.most }]] : [],
  ),
)

/** Top packages and products are their lists by value. */
export async function valuePage(lens: Lens): Promise<ValuePage> {
  const assessment = await storedAssessment(lens.store, lens.views.head.assessment)
  return {
    asOf: assessment.asOf,
    total: worthOf(lens, assessment),
    bounds,
    byUnit: worthByUnit(lens, assessment),
    ...cutValue(lens, assessment),
  }
}

function cutValue({ cut: { scope } }: Lens, { value }: Assessment): CutArea {
  const { assumptions } = value
  const { packages: _, byProduct: __, byUnit: ___, money: ____, reuse: all, ...rest } = value
  const { byProduct: _____, ...reuse } = all
  const whole = { ...rest, reuse }
  if (scope === 'all') return { withheld: [], area: whole }
  return { withheld: Object.keys(whole).filter((name) => name !== 'assumptions'), area: { assumptions } }
}

export type WhatIf = { readonly assume: readonly string[]; readonly product?: string; readonly unit?: string }

export type WhatIfPage = {
  readonly subject: { readonly kind: string; readonly id: string; readonly name: string }
  readonly before: Worth
  readonly after: Worth
  readonly assumptions: unknown
}

/** Without a subject: the organization, or the one unit that holds all in sight. Fails with `usage` where there is none. */
export async function whatIf(lens: Lens, { assume, product, unit }: WhatIf, now: IsoTime): Promise<WhatIfPage> {
  const { scope } = lens.cut
  if (product !== undefined && !isProductSeen(lens, product)) fail({ code: 'nothing-found', paths: [product] })
  const roots = scope === 'all' ? [] : rootsOf(scope, lens.views.head.units)
  const meant = unit ?? (product === undefined && scope !== 'all' && roots.length === 1 ? roots[0] : undefined)
  if (meant !== undefined && !isWithin(scope, meant)) fail({ code: 'nothing-found', paths: [meant] })
  if (scope !== 'all' && product === undefined && meant === undefined)
    fail({ code: 'usage', what: 'unit or product: which one is meant' })
  const asked = { product, unit: meant, like: undefined, repositories: undefined }
  const before = await askUsage(lens.store, { ...asked, assume: [] }, now)
  const after = await askUsage(lens.store, { ...asked, assume }, now)
  const told = ({ figureId, money, why, coverage }: typeof before): Worth => ({
    id: figureId,
    value: money,
    why,
    coverage,
  })
  return {
    subject: after.subject,
    before: told(before),
    // What is only supposed has no chain of its own.
    after: { ...told(after), id: null },
    assumptions: after.value.assumptions,
  }
}
