/** Every figure behind the licenses: totals, products, and the terms of the parts that people ask about, down to the bytes. */

import { figureOfDocument } from '#domain/document-figure.ts'
import type { NamedAggregate } from '#domain/assessment/aggregate.ts'
import type { LicenseAssessment, PartTerms } from '#domain/assessment/licenses.ts'
import { lift, type FigureId, type NamedFigure, type Source } from '#domain/figure.ts'
import type { Portfolio } from '#domain/portfolio.ts'

/** The inventory's figures of the documents, all or those at some positions. */
export function documentFigureIds(portfolio: Portfolio, positions?: readonly number[]): readonly FigureId[] {
  const { documents } = portfolio
  const of = positions === undefined ? documents : positions.flatMap((at) => documents[at] ?? [])
  return of.map((document) => figureOfDocument(portfolio, document))
}

export function termsFigureId({ parts }: Portfolio, part: number): FigureId {
  const { purl = null, kind = '', name = '', version = null } = parts[part] ?? {}
  return `licenses/terms/${purl ?? `${kind}:${name}@${version ?? ''}`}`
}

/**
 * @param terms as `termsOfParts` gives them
 * @param named terms that figures of other areas rest on, kept besides those that people ask about
 */
export function licenseFigures(
  portfolio: Portfolio,
  assessment: LicenseAssessment,
  terms: readonly PartTerms[],
  named: ReadonlySet<FigureId> = new Set(),
): readonly NamedFigure[] {
  const { stated, guessed, network, choices, disputed } = assessment
  const totals = [
    stated,
    ...assessment.byOpenness.map(({ count }) => count),
    ...assessment.byReciprocity.map(({ count }) => count),
    guessed,
    network,
    choices,
    disputed,
  ]
  const asked = terms.filter(
    (part) =>
      part.certainty === 'guessed' ||
      part.network ||
      part.isDisputed ||
      isLimited(part) ||
      (named.size > 0 && named.has(termsFigureId(portfolio, part.part))),
  )
  const places = placesOf(portfolio, new Set(asked.map(({ part }) => part)))
  return [
    ...totals.map(({ id, figure }: NamedAggregate<number>) => ({ id, figure })),
    ...assessment.productFigures,
    ...asked.flatMap((part) => termsFigures(portfolio, part, places.get(part.part) ?? [])),
  ]
}

function isLimited({ openness }: PartTerms): boolean {
  return openness !== 'open' && openness !== 'unknown'
}

/** What was stated, as evidence; and what it was read as, with the rule where it was guessed. */
function termsFigures(portfolio: Portfolio, part: PartTerms, places: readonly Source[]): readonly NamedFigure[] {
  const id = termsFigureId(portfolio, part.part)
  const statement: FigureId = id.replace('licenses/terms/', 'licenses/statement/')
  const expressions = part.portions.map(
    ({ portion, expression }) => `${portion === null ? '' : `${portion}: `}${expression ?? 'unknown'}`,
  )
  const rule = part.portions.find(({ guessedBy }) => guessedBy !== null)?.guessedBy
  const method = { id: rule === undefined ? 'licenses/read-statement' : `licenses/guess/${rule}`, version: 1 }
  const read: NamedFigure = { id, figure: lift(expressions.join('; '), method, [statement]) }
  const [first, ...more] = places
  if (first === undefined) return [read]
  const texts = part.portions.flatMap(({ text }) => text ?? [])
  return [{ id: statement, figure: { known: true, value: texts.join('; '), from: [first, ...more] } }, read]
}

const mostPlaces = 5

function placesOf({ documents, occurrences }: Portfolio, parts: ReadonlySet<number>): ReadonlyMap<number, Source[]> {
  const places = new Map<number, Source[]>([...parts].map((part) => [part, []]))
  for (let at = 0; at < occurrences.count; at += 1) {
    const of = places.get(occurrences.part[at] ?? -1)
    const document = documents[occurrences.document[at] ?? -1]
    if (of === undefined || document === undefined || of.length >= mostPlaces) continue
    of.push({ kind: 'observed', evidence: document.evidence, at: occurrences.at[at] ?? '' })
  }
  return places
}
