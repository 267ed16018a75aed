import type { VulnerabilityAssessment } from '#domain/assessment/vulnerabilities.ts'
import type { FigureId, NamedFigure, Source } from '#domain/figure.ts'
import type { Severity } from '#domain/finding.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { mostNamedUses, usesFigureId } from '#domain/recorded-uses.ts'

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
 * in each document. Beyond the first places the figure of all uses stands for them.
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
      const purl = portfolio.parts[part]?.purl ?? ''
      const places = occurrences.get(part)
      return {
        id: findingFigureId(id, purl),
        figure: {
          known: true,
          value: { version: portfolio.parts[part]?.version ?? null, severity, score, fixed },
          from: [
            first as Source,
            ...others,
            ...(places?.first ?? []),
            ...((places?.more ?? 0) > 0 ? [{ ...placesMethod, inputs: [usesFigureId(purl)] }] : []),
          ],
        },
      }
    }),
  ]
}

const placesMethod = { kind: 'computed', method: 'vulnerabilities/more-places', version: 1 } as const

type Places = { readonly first: Source[]; more: number }

/** Where each of the parts stands, in the order of the occurrences: the first places, and how many more there are. */
function occurrencesOf(
  { documents, occurrences }: Portfolio,
  parts: ReadonlySet<number>,
): ReadonlyMap<number, Readonly<Places>> {
  const found = new Map<number, Places>([...parts].map((part) => [part, { first: [], more: 0 }]))
  for (let index = 0; index < occurrences.count; index += 1) {
    const evidence = documents[occurrences.document[index] ?? -1]?.evidence
    const at = occurrences.at[index]
    const places = found.get(occurrences.part[index] ?? -1)
    if (places === undefined || evidence === undefined) continue
    if (places.first.length === mostNamedUses) places.more += 1
    else places.first.push(at === undefined ? { kind: 'observed', evidence } : { kind: 'observed', evidence, at })
  }
  return found
}
