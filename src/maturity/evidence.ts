/** What an assessment of maturity reads, and the walks over the portfolio that several indicators share. */

import { figureOfDocument } from '#domain/document-figure.ts'
import type { ContributionAssessment } from '#domain/assessment/contribution.ts'
import type { LicenseAssessment } from '#domain/assessment/licenses.ts'
import type { DatedLevel } from '#domain/assessment/maturity.ts'
import type { VulnerabilityAssessment } from '#domain/assessment/vulnerabilities.ts'
import type { ContributionLedger, KeptLedgerEntry } from '#domain/contribution.ts'
import { criticalityLevel, criticalityOf, criticalityOfPackages } from '#domain/criticality.ts'
import type { FigureId, IsoDate, NamedFigure } from '#domain/figure.ts'
import type { MaturityModel } from '#domain/maturity-model.ts'
import { monthsAfter, type Office } from '#domain/office.ts'
import type { Declaration, ProductId, UnitId } from '#domain/organization.ts'
import { directnesses, type PurlText } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { exposureOf, type Exposure } from './exposure.ts'
import { holds, type Scope } from './scope.ts'

/** Decisions on new parts in twelve months, and those with a recorded health check. */
export type IntakeChecks = { readonly decided: number; readonly checked: number }

/** All but the first three may be absent: what needs them is then unknown, and asked. */
export type MaturityEvidence = {
  readonly portfolio: Portfolio
  readonly model: MaturityModel
  readonly office: Office
  /** The day of what was measured; the day of the assessment when absent. After 90 days it no longer counts. */
  readonly measuredOn?: IsoDate | undefined
  readonly vulnerabilities?: VulnerabilityAssessment | null | undefined
  readonly licenses?: LicenseAssessment | null | undefined
  readonly contribution?: ContributionAssessment | null | undefined
  readonly ledger?: ContributionLedger | null | undefined
  /** Filled share of the required fields of a product's SBOM, 0 to 1. */
  readonly sbomQuality?: readonly { readonly product: ProductId; readonly share: NamedFigure<number> }[] | undefined
  /** By unit; null is the organization. */
  readonly intake?: ReadonlyMap<UnitId | null, NamedFigure<IntakeChecks>> | undefined
  /** Libyears now less libyears twelve months before, by unit; null is the organization. */
  readonly freshness?: ReadonlyMap<UnitId | null, NamedFigure<number>> | undefined
  /** Levels of earlier assessments. */
  readonly earlier?: readonly DatedLevel[] | undefined
}

export type CriticalPackage = { readonly package: PurlText; readonly k: number }

/** Evidence with what is worked out once for all indicators and units. */
export type Prepared = MaturityEvidence & {
  /** Packages of high criticality within a scope. */
  readonly criticalIn: (scope: Scope) => readonly CriticalPackage[]
  /** Documents of a product that hold at least one entry: indices into `portfolio.documents`. */
  readonly documentsOf: (product: number) => readonly number[]
  /** Documents that hold something other than what the product asks for itself. */
  readonly isDeep: (document: number) => boolean
  /** What is known of weaknesses by product; null when nothing was looked up. */
  readonly exposure: Exposure | null
}

const transitive = directnesses.indexOf('transitive')

export function prepare(evidence: MaturityEvidence): Prepared {
  const { portfolio, vulnerabilities } = evidence
  const { documents, occurrences, edges, organization } = portfolio
  const documentsByProduct = organization.products.map((): number[] => [])
  for (const [index, { product, counts }] of documents.entries())
    if (counts.taken > 0) documentsByProduct[product]?.push(index)
  const deep = new Uint8Array(documents.length)
  for (let at = 0; at < occurrences.count; at += 1)
    if ((occurrences.depth[at] ?? 0) > 1 || occurrences.directness[at] === transitive)
      deep[occurrences.document[at] ?? 0] = 1
  for (let at = 0; at < edges.count; at += 1) if ((edges.from[at] ?? -1) >= 0) deep[edges.document[at] ?? 0] = 1
  return {
    ...evidence,
    criticalIn: criticalPackages(portfolio),
    documentsOf: (product) => documentsByProduct[product] ?? [],
    isDeep: (document) => deep[document] === 1,
    exposure: vulnerabilities === null || vulnerabilities === undefined ? null : exposureOf(portfolio, vulnerabilities),
  }
}

/** What is left of 1 − K per unit and package, so that a scope multiplies its units' instead of walking over all uses. */
function criticalPackages(portfolio: Portfolio): Prepared['criticalIn'] {
  const { products } = portfolio.organization
  const restByUnit = new Map<UnitId | null, Map<PurlText, number>>()
  for (const { package: name, uses } of criticalityOfPackages(portfolio)) {
    for (const use of uses) {
      const unit = products[use.product]?.unit ?? null
      const rests = restByUnit.get(unit) ?? new Map<PurlText, number>()
      restByUnit.set(unit, rests.set(name, (rests.get(name) ?? 1) * (1 - criticalityOf([use]))))
    }
  }
  const known = new Map<UnitId | null, readonly CriticalPackage[]>()
  return (scope) => {
    const before = known.get(scope.unit)
    if (before !== undefined) return before
    const rest = new Map<PurlText, number>()
    for (const [unit, rests] of restByUnit)
      if (holds(scope, unit)) for (const [name, one] of rests) rest.set(name, (rest.get(name) ?? 1) * one)
    const critical = [...rest].flatMap(([name, left]) =>
      criticalityLevel(1 - left) === 'high' ? [{ package: name, k: 1 - left }] : [],
    )
    known.set(scope.unit, critical)
    return critical
  }
}

/** The figure of the inventory that tells what a document held. */
export function documentFigure(portfolio: Portfolio, document: number): FigureId {
  return figureOfDocument(portfolio, portfolio.documents[document] ?? { product: -1, path: '' })
}

/** Declarations of a subject within a scope, of a unit or of a product there; the newest of the same thing counts. */
export function declarationsIn({ portfolio }: MaturityEvidence, scope: Scope, subject: string): readonly Declaration[] {
  const { organization, asOf } = portfolio
  const unitOf = new Map(organization.products.map(({ id, unit }) => [id, unit]))
  const newest = new Map<string, Declaration>()
  for (const one of organization.stated.declarations) {
    const unit = one.unit ?? (one.product === null ? null : (unitOf.get(one.product) ?? null))
    if (one.subject !== subject || one.on > asOf || !holds(scope, unit)) continue
    const key = JSON.stringify([one.unit, one.product, one.part])
    const known = newest.get(key)
    if (known === undefined || known.on <= one.on) newest.set(key, one)
  }
  return [...newest.values()]
}

/** Entries of the ledger of the last twelve months within a scope. */
export function ledgerIn({ portfolio, ledger }: MaturityEvidence, scope: Scope): readonly KeptLedgerEntry[] {
  const from = monthsAfter(portfolio.asOf, -12)
  return (ledger?.entries ?? []).filter(({ on, unit }) => from < on && on <= portfolio.asOf && holds(scope, unit))
}
