/** The JSON of `headwater assess`: every total as a figure with coverage; field names are stable within `schemaVersion` 1. */

import type { NamedAggregate } from '#domain/assessment/aggregate.ts'
import type { NamedFigure } from '#domain/figure.ts'
import { foldIdentities } from '#inventory/identity/fold-identities.ts'
import type { Assessed } from './assess.ts'
import { maturityJson } from './maturity-json.ts'

type Json = Readonly<Record<string, unknown>>

type Told = Pick<Assessed, 'assessment' | 'portfolio'> & {
  /** Null where it is not known any longer. */
  readonly issues: Assessed['issues'] | null
}

export function assessmentJson({ assessment, portfolio, issues }: Told): Json {
  const { inventory, vulnerabilities, licenses, value } = assessment
  const purlOf = (part: number): string | null => portfolio.parts[part]?.purl ?? null
  return {
    schemaVersion: 1,
    asOf: assessment.asOf,
    knownAt: assessment.knownAt,
    organization: {
      id: portfolio.organization.id,
      name: portfolio.organization.name,
      declared: portfolio.organization.isDeclared,
    },
    inventory: {
      products: figureJson(inventory.products),
      packages: figureJson(inventory.packages),
      versions: figureJson(inventory.versions),
      occurrences: figureJson(inventory.occurrences),
      direct: figureJson(inventory.direct),
      transitive: figureJson(inventory.transitive),
      unknownDirectness: figureJson(inventory.unknownDirectness),
      maxDepth: figureJson(inventory.maxDepth),
      projects: { ...figureJson(inventory.projects), coverage: inventory.withProject },
      byEcosystem: inventory.byEcosystem,
      byKind: inventory.byKind,
      byDepth: inventory.byDepth,
      mostShared: inventory.mostShared,
      identities: foldIdentities(portfolio).groups,
      reading: inventory.reading,
      coverage: inventory.coverage,
      files: portfolio.documents.map(({ path, reader, evidence, product, counts, refused, issues: odd }) => ({
        path,
        product: portfolio.organization.products[product]?.id ?? null,
        reader,
        sha256: evidence,
        counts,
        refused,
        issues: odd,
      })),
      unread: portfolio.unread,
      issues,
    },
    vulnerabilities: {
      total: aggregateJson(vulnerabilities.total),
      bySeverity: Object.fromEntries(
        vulnerabilities.bySeverity.map(({ severity, count }) => [severity, aggregateJson(count)]),
      ),
      affectedParts: aggregateJson(vulnerabilities.affectedParts),
      affectedProducts: aggregateJson(vulnerabilities.affectedProducts),
      findings: vulnerabilities.findings.map(({ part, ...finding }) => ({
        ...finding,
        purl: purlOf(part),
        name: portfolio.parts[part]?.name ?? null,
        version: portfolio.parts[part]?.version ?? null,
        figure: `vulnerabilities/finding/${finding.id}/${portfolio.parts[part]?.purl ?? ''}`,
      })),
      remedies: vulnerabilities.remedies.map(({ part, version, findings }) => ({
        purl: purlOf(part),
        version,
        findings,
      })),
      undecided: vulnerabilities.undecided.map(({ part, code }) => ({
        purl: purlOf(part),
        name: portfolio.parts[part]?.name ?? null,
        version: portfolio.parts[part]?.version ?? null,
        code,
      })),
      advisories: vulnerabilities.advisories,
    },
    licenses: {
      stated: aggregateJson(licenses.stated),
      byOpenness: Object.fromEntries(
        licenses.byOpenness.map(({ openness, count }) => [openness, aggregateJson(count)]),
      ),
      byReciprocity: Object.fromEntries(
        licenses.byReciprocity.map(({ reciprocity, count }) => [reciprocity, aggregateJson(count)]),
      ),
      guessed: aggregateJson(licenses.guessed),
      network: aggregateJson(licenses.network),
      choices: aggregateJson(licenses.choices),
      disputed: aggregateJson(licenses.disputed),
      licenses: licenses.licenses,
      guesses: licenses.guesses,
      restricted: licenses.restricted.map(({ part, ...rest }) => ({ purl: purlOf(part), ...rest })),
      unclear: licenses.unclear.map(({ part, ...rest }) => ({ purl: purlOf(part), ...rest })),
      withoutLicense: licenses.withoutLicense.map(({ part, name, version, products }) => ({
        purl: purlOf(part),
        name,
        version,
        products,
      })),
      products: licenses.products,
      duties: licenses.duties,
    },
    health: plain(assessment.health),
    value: {
      personMonths: aggregateJson(value.personMonths),
      figure: aggregateJson(value.money),
      coverage: value.money.coverage,
      byScope: value.byScope,
      byProduct: value.byProduct,
      byUnit: value.byUnit,
      atRisk: value.atRisk,
      sensitivity: plain(value.sensitivity),
      severalMajors: value.severalMajors,
      reuse: plain(value.reuse),
      oneProgram: figureJson(value.oneProgram),
      inBoughtOnly: { packages: value.inBoughtOnly.packages, money: aggregateJson(value.inBoughtOnly.money) },
      assumptions: value.assumptions,
      parts: value.packages.map(({ package: purl, deduplicated, raw, sizeSource, personMonths, money, ...rest }) => ({
        purl,
        sloc: deduplicated,
        slocRaw: raw,
        slocSource: sizeSource,
        low: money.low,
        central: money.central,
        high: money.high,
        personMonths,
        ...rest,
      })),
      leftOut: value.leftOut ?? [],
      missing: value.missing,
    },
    alternatives: plain(assessment.alternatives),
    agility: plain(assessment.agility),
    contribution: plain(assessment.contribution),
    maturity: maturityJson(assessment.maturity),
    engagement: plain(assessment.engagement),
    // What the inventory proposes stands among the candidates.
    motivators: plain({ ...assessment.motivators, proposals: undefined }),
    advice: plain(assessment.advice),
    gaps: assessment.gaps,
  }
}

function figureJson({ id, figure }: NamedFigure): Json {
  return figure.known ? { id, known: true, value: figure.value } : { id, known: false, why: figure.why }
}

/** A part of the assessment as it is, with each figure flat: its id, whether it is known, its value or why not. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const { figure, ...rest } = value as { readonly figure?: unknown }
  const fields = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, plain(inner)]))
  if (typeof figure !== 'object' || figure === null || !('known' in figure))
    return figure === undefined ? fields : { ...fields, figure }
  const { known, value: content, why } = figure as { known: boolean; value?: unknown; why?: string }
  return known ? { ...fields, known, value: content } : { ...fields, known, why }
}

function aggregateJson({ coverage, ...named }: NamedAggregate<unknown>): Json {
  return { ...figureJson(named), coverage }
}
