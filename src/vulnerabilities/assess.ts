/** Which advisories speak about what is used. */

import type { AdvisorySet, VulnerabilityAssessment } from '#domain/assessment/vulnerabilities.ts'
import type { NamedAggregate } from '#domain/assessment/aggregate.ts'
import { lift, unknown, type Coverage, type FigureId } from '#domain/figure.ts'
import { severities, type Finding, type Undecided } from '#domain/finding.ts'
import type { Part, Portfolio } from '#domain/portfolio.ts'
import { ecosystemOf, packageNameOf } from '#ecosystems/names.ts'
import { parsePurl } from '#ecosystems/purl.ts'
import type { AdvisoryPack } from './advisory-pack.ts'
import { findingFigureId } from './figures.ts'
import { foldHits } from './fold.ts'
import { matchParts, type PartQuery } from './match.ts'
import { splitRelease } from './release.ts'
import { remediesOf } from './remedies.ts'

export { vulnerabilityFigures } from './figures.ts'

const method = (name: string) => ({ id: `vulnerabilities/${name}`, version: 1 })

/**
 * @param packs by ecosystem without release; an ecosystem that is not there was not looked up
 * @param sets what the packs were made of, for the report
 */
export function assessVulnerabilities(
  portfolio: Portfolio,
  packs: ReadonlyMap<string, AdvisoryPack>,
  sets: readonly AdvisorySet[],
): VulnerabilityAssessment {
  const { found, undecided } = findAll(portfolio, packs)
  const products = productsOf(portfolio, found)
  const findings = sortFindings(portfolio, found, products)
  const coverage: Coverage = {
    known: portfolio.parts.length - undecided.length,
    of: portfolio.parts.length,
    unit: 'parts',
  }
  const isLookedUp = packs.size > 0 && (coverage.known > 0 || coverage.of === 0 || findings.length > 0)
  const total = (name: string, of: readonly Finding[], count: number): NamedAggregate<number> => ({
    id: `vulnerabilities/${name}`,
    figure: isLookedUp ? lift(count, method(name), idsOf(portfolio, of)) : unknown('not-collected'),
    coverage,
  })
  return {
    total: total('total', findings, findings.length),
    bySeverity: severities.map((severity) => {
      const graded = findings.filter((finding) => finding.severity === severity)
      return { severity, count: total(`severity/${severity}`, graded, graded.length) }
    }),
    affectedParts: total('affected-parts', findings, products.size),
    affectedProducts: total(
      'affected-products',
      findings,
      new Set([...products.values()].flatMap((set) => [...set])).size,
    ),
    findings,
    remedies: remediesOf(portfolio, findings),
    undecided,
    advisories: sets,
  }
}

type Found = { readonly found: readonly Finding[]; readonly undecided: readonly Undecided[] }

function findAll(portfolio: Portfolio, packs: ReadonlyMap<string, AdvisoryPack>): Found {
  const undecided: Undecided[] = []
  const queries: PartQuery[] = []
  const partOf: number[] = []
  for (const [part, definition] of portfolio.parts.entries()) {
    const query = queryOf(definition)
    if (typeof query === 'string') undecided.push({ part, code: query })
    else {
      queries.push(query)
      partOf.push(part)
    }
  }
  const table = matchParts(packs, queries)
  for (const { query, code } of table.undecided) undecided.push({ part: partOf[query] ?? 0, code })
  const found: Finding[] = []
  for (let start = 0; start < table.count;) {
    const query = table.query[start] ?? 0
    let end = start + 1
    while (end < table.count && table.query[end] === query) end += 1
    const pack = packs.get(splitRelease(queries[query]?.ecosystem ?? '').base)
    const part = partOf[query] ?? 0
    if (pack !== undefined)
      for (const match of foldHits(pack, table.hit.subarray(start, end))) found.push({ part, ...match })
    start = end
  }
  return { found, undecided: undecided.sort((a, b) => a.part - b.part) }
}

/** What to ask about a part, or why it cannot be asked. */
function queryOf(part: Part): PartQuery | Undecided['code'] {
  if (part.purl === null) return 'no-purl'
  const parsed = parsePurl(part.purl)
  if (!parsed.ok) return 'no-purl'
  const ecosystem = ecosystemOf(parsed.purl)
  if (ecosystem === null) return 'ecosystem-not-loaded'
  const version = parsed.purl.version ?? part.version
  return version === null || version === '' ? 'no-version' : { ecosystem, name: packageNameOf(parsed.purl), version }
}

/** Products in which each affected part occurs. */
function productsOf(
  { documents, occurrences }: Portfolio,
  found: readonly Finding[],
): ReadonlyMap<number, Set<number>> {
  const products = new Map<number, Set<number>>(found.map(({ part }) => [part, new Set()]))
  for (let index = 0; index < occurrences.count; index += 1) {
    const set = products.get(occurrences.part[index] ?? -1)
    const product = documents[occurrences.document[index] ?? -1]?.product
    if (set !== undefined && product !== undefined) set.add(product)
  }
  return products
}

/** Gravest first: severity, score, number of products, id, package URL. */
function sortFindings(
  { parts }: Portfolio,
  found: readonly Finding[],
  products: ReadonlyMap<number, ReadonlySet<number>>,
): readonly Finding[] {
  const reach = ({ part }: Finding): number => products.get(part)?.size ?? 0
  const purl = ({ part }: Finding): string => parts[part]?.purl ?? ''
  return [...found].sort(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      (b.score ?? -1) - (a.score ?? -1) ||
      reach(b) - reach(a) ||
      compareText(a.id, b.id) ||
      compareText(purl(a), purl(b)),
  )
}

function idsOf({ parts }: Portfolio, findings: readonly Finding[]): readonly FigureId[] {
  return findings.map((finding) => findingFigureId(finding.id, parts[finding.part]?.purl ?? ''))
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
