/** Keeps the findings of an assessment as rows, and tells what is new to those who asked. */

import type { Assessment } from '#domain/assessment/assessment.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { NewsEvent } from '#domain/notification.ts'
import type { Organization, ProductId } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { type AssessedFinding, loadAssessedFindings, saveAssessedFindings } from '#store/assessed-findings.ts'
import { type AssessmentId, latestAssessment, loadAssessment } from '#store/assessments.ts'
import { type GrantsOf, publishEvents } from '#store/outbox.ts'
import type { Store } from '#store/store.ts'
import { assessmentNews, type Snapshot, type Whereabouts } from './assessment-news.ts'

/** What would be told, compared with the assessment before. */
export type PreparedNews = {
  /** The assessment before; null for the first. */
  readonly since: AssessmentId | null
  readonly events: readonly NewsEvent[]
  readonly compare: (before: Snapshot | undefined) => readonly NewsEvent[]
}

/** Writes the findings of an assessment that nobody sees yet, and compares it. */
export async function prepareNews(
  store: Store,
  {
    id,
    assessment,
    portfolio,
  }: { readonly id: AssessmentId; readonly assessment: Assessment; readonly portfolio: Portfolio },
): Promise<PreparedNews> {
  const whereabouts = whereaboutsOf(portfolio)
  const findings = assessedFindings(assessment, portfolio)
  await saveAssessedFindings(store, id, findings)
  const compare = (before: Snapshot | undefined): readonly NewsEvent[] =>
    assessmentNews(before, { assessment, findings }, whereabouts)
  const latest = await latestAssessment(store)
  return { since: latest?.id ?? null, events: compare(await snapshotOf(store, latest?.id)), compare }
}

/**
 * Runs in the transaction that finishes the assessment, and before it does: so that no news is told of what was not kept, and
 * none is lost.
 */
export async function publishNews(
  inside: Store,
  { since, events, compare }: PreparedNews,
  organization: Organization,
  grantsOf: GrantsOf,
  now: IsoTime,
): Promise<void> {
  const latest = await latestAssessment(inside)
  const news = (latest?.id ?? null) === since ? events : compare(await snapshotOf(inside, latest?.id))
  await publishEvents(inside, news, { organization, grantsOf }, now)
}

async function snapshotOf(store: Store, id: AssessmentId | undefined): Promise<Snapshot | undefined> {
  const loaded = id === undefined ? undefined : await loadAssessment(store, id)
  if (id === undefined || loaded === undefined) return undefined
  return { assessment: loaded.assessment, findings: await loadAssessedFindings(store, id) }
}

function assessedFindings({ vulnerabilities }: Assessment, portfolio: Portfolio): readonly AssessedFinding[] {
  const productsOf = productsOfParts(portfolio)
  return vulnerabilities.findings.flatMap(({ part: index, id, aliases, severity, score, fixed }) => {
    const part = portfolio.parts[index]
    if (part === undefined) return []
    const { purl, kind, name, version } = part
    const products = productsOf.get(index) ?? []
    return [{ part: { purl, kind, name, version }, id, aliases, severity, score, fixed, products }]
  })
}

function whereaboutsOf(portfolio: Portfolio): Whereabouts {
  const productsOfPackage = new Map<string, ProductId[]>()
  for (const [index, products] of productsOfParts(portfolio)) {
    const name = portfolio.parts[index]?.package ?? null
    if (name === null) continue
    const known = productsOfPackage.get(name)
    if (known === undefined) productsOfPackage.set(name, [...products])
    else known.push(...products)
  }
  return {
    unitOfProduct: new Map(portfolio.organization.products.map(({ id, unit }) => [id, unit])),
    productsOfPackage,
  }
}

function productsOfParts({
  occurrences,
  documents,
  organization,
}: Portfolio): ReadonlyMap<number, readonly ProductId[]> {
  const found = new Map<number, Set<ProductId>>()
  for (let at = 0; at < occurrences.count; at += 1) {
    const product = organization.products[documents[occurrences.document[at] ?? -1]?.product ?? -1]
    const part = occurrences.part[at]
    if (product === undefined || part === undefined) continue
    const products = found.get(part) ?? new Set()
    found.set(part, products.add(product.id))
  }
  return new Map([...found].map(([part, products]) => [part, [...products].sort()]))
}
