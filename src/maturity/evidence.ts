/** What an assessment of maturity reads, and the walks over the portfolio that several indicators share. */

import type { ContributionAssessment } from '#domain/assessment/contribution.ts'
import type { LicenseAssessment } from '#domain/assessment/licenses.ts'
import type { DatedLevel } from '#domain/assessment/maturity.ts'
import type { VulnerabilityAssessment } from '#domain/assessment/vulnerabilities.ts'
import type { ContributionLedger, LedgerEntry } from '#domain/contribution.ts'
import { criticalityLevel, criticalityOf, criticalityOfPackages } from '#domain/criticality.ts'
import type { FigureId, IsoDate, NamedFigure } from '#domain/figure.ts'
import type { MaturityModel } from '#domain/maturity-model.ts'
import { monthsAfter, type Office } from '#domain/office.ts'
import type { Declaration, ProductId, UnitId } from '#domain/organization.ts'
import { directnesses, type PurlText } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
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
  /** Distinct packages in use within a scope. */
  readonly packagesIn: (scope: Scope) => number
  /** Packages of high criticality within a scope, by package URL. */
  readonly criticalIn: (scope: Scope) => readonly CriticalPackage[]
  /** Documents of a product that hold at least one entry: indices into `portfolio.documents`. */
  readonly documentsOf: (product: number) => readonly number[]
  /** Documents that hold something other than what the product asks for itself. */
  readonly isDeep: (document: number) => boolean
}

const transitive = directnesses.indexOf('transitive')

export function prepare(evidence: MaturityEvidence): Prepared {
  const { portfolio } = evidence
  const { parts, documents, occurrences, edges, organization } = portfolio
  const documentsByProduct = organization.products.map((): number[] => [])
  for (const [index, { product, counts }] of documents.entries())
    if (counts.taken > 0) documentsByProduct[product]?.push(index)
  const deep = new Uint8Array(documents.length)
  const packagesByUnit = new Map<UnitId | null, Set<string>>()
  for (let at = 0; at < occurrences.count; at += 1) {
    const document = occurrences.document[at] ?? 0
    if ((occurrences.depth[at] ?? 0) > 1 || occurrences.directness[at] === transitive) deep[document] = 1
    const part = parts[occurrences.part[at] ?? 0]
    if (part === undefined) continue
    const unit = organization.products[documents[document]?.product ?? 0]?.unit ?? null
    const known = packagesByUnit.get(unit) ?? new Set()
    packagesByUnit.set(unit, known.add(part.package ?? `${part.kind}:${part.name}`))
  }
  for (let at = 0; at < edges.count; at += 1) if ((edges.from[at] ?? -1) >= 0) deep[edges.document[at] ?? 0] = 1
  const criticality = criticalityOfPackages(portfolio)
  return {
    ...evidence,
    packagesIn: (scope) => {
      const within = [...packagesByUnit].filter(([unit]) => holds(scope, unit)).map(([, names]) => names)
      return within.length === 1 ? (within[0]?.size ?? 0) : new Set(within.flatMap((names) => [...names])).size
    },
    criticalIn: (scope) => {
      const products = new Set(scope.products)
      return criticality.flatMap((one) => {
        const uses = one.uses.filter(({ product }) => products.has(product))
        const k = uses.length === 0 ? 0 : criticalityOf(uses)
        return criticalityLevel(k) === 'high' ? [{ package: one.package, k }] : []
      })
    },
    documentsOf: (product) => documentsByProduct[product] ?? [],
    isDeep: (document) => deep[document] === 1,
  }
}

/** The figure of the inventory that tells what a document held. */
export function documentFigure({ documents }: Portfolio, document: number): FigureId {
  return `inventory/document/${documents[document]?.path ?? ''}`
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

/** The figure of the contribution area that holds a line of the ledger. */
export function ledgerFigure({ at }: LedgerEntry): FigureId {
  return `contribution/ledger/${at.replaceAll(' ', '-')}`
}

/** Entries of the ledger of the last twelve months within a scope. */
export function ledgerIn({ portfolio, ledger }: MaturityEvidence, scope: Scope): readonly LedgerEntry[] {
  const from = monthsAfter(portfolio.asOf, -12)
  return (ledger?.entries ?? []).filter(({ on, unit }) => from < on && on <= portfolio.asOf && holds(scope, unit))
}
