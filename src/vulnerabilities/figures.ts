import type { VulnerabilityAssessment } from '#domain/assessment/vulnerabilities.ts'
import type { FigureId, NamedFigure, Source } from '#domain/figure.ts'
import type { Severity } from '#domain/finding.ts'
import type { Portfolio } from '#domain/portfolio.ts'

export function findingFigureId(id: string, purl: string): FigureId {
  return `vulnerabilities/finding/${id}/${purl}`
}

/** What the figure of a finding says. `version` must stand at the places that it was observed at; `explain` looks. */
export type FindingValue = {
  readonly version: string | null
  readonly severity: Severity
  readonly score: number | null
  readonly fixed: readonly string[]
}

/**
 * The totals, then one figure per finding: observed where the advisory states the affected versions and where the part stands
 * in each document.
 */
export function vulnerabilityFigures(
  portfolio: Portfolio,
  assessment: VulnerabilityAssessment,
): readonly NamedFigure[] {
  const { total, bySeverity, affectedParts, affectedProducts, findings } = assessment
  const totals = [total, ...bySeverity.map(({ count }) => count), affectedParts, affectedProducts]
  const occurrences = occurrencesOf(portfolio, new Set(findings.map(({ part }) => part)))
  return [
    ...totals.map(({ id, figure }) => ({ id, figure })),
    ...findings.map(({ part, id, advisories, severity, score, fixed }): NamedFigure<FindingValue> => {
      const [first, ...others] = advisories.map(({ evidence, at }): Source => ({ kind: 'observed', evidence, at }))
      return {
        id: findingFigureId(id, portfolio.parts[part]?.purl ?? ''),
        figure: {
          known: true,
          value: { version: portfolio.parts[part]?.version ?? null, severity, score, fixed },
          from: [first as Source, ...others, ...(occurrences.get(part) ?? [])],
        },
      }
    }),
  ]
}

/** Where each of the parts stands, in the order of the occurrences. */
function occurrencesOf(
  { documents, occurrences }: Portfolio,
  parts: ReadonlySet<number>,
): ReadonlyMap<number, readonly Source[]> {
  const found = new Map<number, Source[]>([...parts].map((part) => [part, []]))
  for (let index = 0; index < occurrences.count; index += 1) {
    const evidence = documents[occurrences.document[index] ?? -1]?.evidence
    const at = occurrences.at[index]
    const list = found.get(occurrences.part[index] ?? -1)
    if (list === undefined || evidence === undefined) continue
    list.push(at === undefined ? { kind: 'observed', evidence } : { kind: 'observed', evidence, at })
  }
  return found
}
