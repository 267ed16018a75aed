/** What is new since the assessment before: compared on what both stored. Not having looked is never news. */

import type { Assessment } from '#domain/assessment/assessment.ts'
import type { SubjectHealth } from '#domain/assessment/health.ts'
import type { NewsEvent } from '#domain/notification.ts'
import type { ProductId, UnitId } from '#domain/organization.ts'
import { packageOf } from '#ecosystems/purl.ts'
import type { AssessedFinding } from '#store/assessed-findings.ts'

export type Snapshot = {
  readonly assessment: Pick<Assessment, 'asOf' | 'vulnerabilities' | 'health'>
  readonly findings: readonly AssessedFinding[]
}

/** Who uses what, to tell whom the news concerns. */
export type Whereabouts = {
  readonly unitOfProduct: ReadonlyMap<ProductId, UnitId | null>
  /** Products by package URL without version. */
  readonly productsOfPackage: ReadonlyMap<string, readonly ProductId[]>
}

/**
 * @param before undefined for the first assessment: then everything would be new, and only that it is done is told
 * @returns in a fixed order: findings, what is resolved, projects, that it is done
 */
export function assessmentNews(
  before: Snapshot | undefined,
  after: Snapshot,
  whereabouts: Whereabouts,
): readonly NewsEvent[] {
  const done: NewsEvent = {
    kind: 'assessment-done',
    subject: after.assessment.asOf,
    detail: { findings: isLookedUp(after) ? after.findings.length : null },
    units: [...new Set(whereabouts.unitOfProduct.values())].flatMap((unit) => unit ?? []).sort(),
  }
  if (before === undefined) return [done]
  return [...findingNews(before, after, whereabouts), ...projectNews(before, after, whereabouts), done]
}

function findingNews(before: Snapshot, after: Snapshot, { unitOfProduct }: Whereabouts): readonly NewsEvent[] {
  if (!isLookedUp(before) || !isLookedUp(after)) return []
  const news = (kind: NewsEvent['kind'], from: Snapshot, to: Snapshot): readonly NewsEvent[] => {
    const known = new Set(from.findings.filter(isUrgent).flatMap((finding) => placesOf(finding)))
    const events = new Map<string, NewsEvent>()
    for (const finding of to.findings.filter(isUrgent)) {
      // A product that left or came is counted; a part that only changed its version and is still affected is not.
      const products = finding.products.filter((product) =>
        placesOf(finding, [product]).every((place) => !known.has(place)),
      )
      if (products.length === 0) continue
      const subject = `${finding.id} ${labelOf(finding)}`
      const units = products.flatMap((product) => unitOfProduct.get(product) ?? [])
      const earlier = events.get(subject)
      events.set(subject, {
        kind,
        subject,
        detail: {
          severity: finding.severity,
          score: finding.score,
          fixed: finding.fixed[0] ?? null,
          products: products.length,
        },
        units: [...new Set([...(earlier?.units ?? []), ...units])].sort(),
      })
    }
    return [...events.values()]
  }
  return [...news('finding', before, after), ...news('resolved', after, before)]
}

/** Decides what a person is told of at once. Known exploitation is not among what an assessment knows. */
function isUrgent({ severity }: AssessedFinding): boolean {
  return severity === 'critical' || severity === 'high'
}

/** Product, package and each of the advisory's names: one of them in common is the same finding. */
function placesOf({ part, id, aliases, products }: AssessedFinding, of = products): readonly string[] {
  const used = part.purl === null ? part.name : packageOf(part.purl)
  const names = [...new Set([id, ...aliases])]
  return of.flatMap((product) => names.map((name) => JSON.stringify([product, used, name])))
}

function labelOf({ part }: AssessedFinding): string {
  return part.purl ?? (part.version === null ? part.name : `${part.name}@${part.version}`)
}

function projectNews(
  before: Snapshot,
  after: Snapshot,
  { unitOfProduct, productsOfPackage }: Whereabouts,
): readonly NewsEvent[] {
  const earlier = new Map(before.assessment.health.subjects.map((subject) => [subject.subject, subject]))
  return after.assessment.health.subjects.flatMap((subject) => {
    const old = earlier.get(subject.subject)
    const products = [...new Set(subject.packages.flatMap((name) => productsOfPackage.get(name) ?? []))]
    const units = [...new Set(products.flatMap((product) => unitOfProduct.get(product) ?? []))].sort()
    const event = (kind: NewsEvent['kind']): NewsEvent => ({
      kind,
      subject: subject.subject,
      detail: { packages: subject.packages.length, products: products.length },
      units,
    })
    return [
      ...(isUnsupported(subject) && !isUnsupported(old) ? [event('unsupported')] : []),
      ...(leansOnOne(subject) && !leansOnOne(old) ? [event('leaning-on-one')] : []),
    ]
  })
}

function isUnsupported(subject: SubjectHealth | undefined): boolean {
  return subject?.state.figure.known === true && subject.state.figure.value === 'unsupported'
}

function leansOnOne(subject: SubjectHealth | undefined): boolean {
  return subject?.warnings.some(({ id }) => id === 'one-person') === true
}

function isLookedUp({ assessment }: Snapshot): boolean {
  return assessment.vulnerabilities.total.figure.known
}
