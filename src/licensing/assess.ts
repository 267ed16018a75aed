/** Under which terms things are used: the portfolio's licenses, with what is unknown beside what is known. */

import type { NamedAggregate } from '#domain/assessment/aggregate.ts'
import type { LicenseAssessment, LicensePart, PartTerms } from '#domain/assessment/licenses.ts'
import { lift, unknown, type FigureId } from '#domain/figure.ts'
import { opennesses, reciprocities, type LicenseTables } from '#domain/license-facts.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { licenseIndex } from './facts.ts'
import { documentFigureIds, termsFigureId } from './figures.ts'
import { partTerms } from './part-terms.ts'
import { rollUp } from './roll-up.ts'

export { licenseFigures } from './figures.ts'

const method = (name: string) => ({ id: `licenses/${name}`, version: 1 })

const ofPortfolio = new WeakMap<Portfolio, { readonly tables: LicenseTables; readonly terms: readonly PartTerms[] }>()

/** The terms of every part version, in the order of `portfolio.parts`; told once for a portfolio and its tables. */
export function termsOfParts(portfolio: Portfolio, tables: LicenseTables): readonly PartTerms[] {
  const told = ofPortfolio.get(portfolio)
  if (told?.tables === tables) return told.terms
  const terms = readTerms(portfolio, tables)
  ofPortfolio.set(portfolio, { tables, terms })
  return terms
}

function readTerms(portfolio: Portfolio, tables: LicenseTables): readonly PartTerms[] {
  const index = licenseIndex(tables)
  const known = new Map<string, PartTerms>()
  return portfolio.parts.map((part, position) => {
    // Most parts share one of some hundred sets of statements.
    const key = `${part.kind}\n${part.licenses.map(({ basis, text, portion = '' }) => `${basis}\t${portion}\t${text}`).join('\n')}`
    let terms = known.get(key)
    if (terms === undefined) {
      terms = partTerms(index, part, position)
      known.set(key, terms)
    }
    return { ...terms, part: position, name: part.name, version: part.version }
  })
}

/**
 * Counts are over part versions. A part without a statement, or with one that nobody can read, is unknown and stands in a
 * row of its own; it is in no other. Coverage: parts whose openness is known, of all.
 */
export function assessLicenses(portfolio: Portfolio, tables: LicenseTables): LicenseAssessment {
  const terms = termsOfParts(portfolio, tables)
  const { products: productRows, figures: productFigures, productsOfPart: products } = rollUp(portfolio, terms)
  const documents = documentFigureIds(portfolio)
  const known = terms.filter(({ openness }) => openness !== 'unknown').length

  const counted = (
    name: string,
    isCounted: (part: PartTerms) => boolean,
    knownParts: number,
    inputs: (parts: readonly PartTerms[]) => readonly FigureId[] = () => documents,
  ): NamedAggregate<number> => {
    const parts = terms.filter(isCounted)
    const coverage = { known: knownParts, of: terms.length, unit: 'parts' }
    const figure =
      knownParts === 0 && terms.length > 0
        ? unknown('not-collected', lift(0, method(name), documents).from)
        : lift(parts.length, method(name), inputs(parts))
    return { id: `licenses/${name}`, figure, coverage }
  }
  const partIds = (parts: readonly PartTerms[]): readonly FigureId[] =>
    parts.map((part) => termsFigureId(portfolio, part.part))
  const hasStatement = ({ certainty }: PartTerms): boolean => certainty !== 'absent'
  const withStatement = terms.filter(hasStatement).length
  const everything = terms.length

  return {
    stated: counted('stated', hasStatement, withStatement),
    byOpenness: opennesses.map((openness) => {
      const isLimited = openness !== 'open' && openness !== 'unknown'
      const knownFor = openness === 'unknown' ? everything : known
      const count = counted(
        `openness/${openness}`,
        (part) => part.openness === openness,
        knownFor,
        isLimited ? partIds : undefined,
      )
      return { openness, count }
    }),
    byReciprocity: ([...reciprocities, 'unknown'] as const).map((reciprocity) => {
      const isOf = (part: PartTerms): boolean => (part.reciprocity ?? 'unknown') === reciprocity
      const knownFor = reciprocity === 'unknown' ? everything : terms.filter((part) => part.reciprocity !== null).length
      return { reciprocity, count: counted(`reciprocity/${reciprocity}`, isOf, knownFor) }
    }),
    guessed: counted('guessed', ({ certainty }) => certainty === 'guessed', withStatement, partIds),
    network: counted('network', ({ network }) => network, known, partIds),
    choices: counted('choices', ({ portions }) => portions.some(({ isChoice }) => isChoice), withStatement),
    disputed: counted('disputed', ({ isDisputed }) => isDisputed, withStatement, partIds),
    licenses: byLicense(terms),
    guesses: tally(
      terms.flatMap(({ portions }) => [...new Set(portions.flatMap(({ guessedBy }) => guessedBy ?? []))]),
    ).map(([rule, parts]) => ({ rule, parts })),
    withoutLicense: listed(terms, products, ({ certainty }) => certainty === 'absent'),
    unclear: listed(terms, products, ({ certainty }) => certainty === 'unclear'),
    restricted: (['closed', 'use-restricted', 'source-available'] as const).flatMap((openness) =>
      listed(terms, products, (part) => part.openness === openness).map((part) => ({ ...part, openness })),
    ),
    products: productRows,
    duties: dutiesOf(terms, tables),
    productFigures,
  }
}

function byLicense(terms: readonly PartTerms[]): LicenseAssessment['licenses'] {
  const rows = new Map<string, { parts: number; guessed: number }>()
  for (const { portions } of terms) {
    const inPart = new Map(
      portions.flatMap(({ chosen, certainty }) => chosen.map((license) => [license, certainty === 'guessed'] as const)),
    )
    for (const [license, isGuessed] of inPart) {
      const row = rows.get(license) ?? { parts: 0, guessed: 0 }
      rows.set(license, row)
      row.parts += 1
      if (isGuessed) row.guessed += 1
    }
  }
  return [...rows]
    .map(([license, row]) => ({ license, ...row }))
    .sort((a, b) => b.parts - a.parts || (a.license < b.license ? -1 : 1))
}

function dutiesOf(terms: readonly PartTerms[], { duties }: LicenseTables): LicenseAssessment['duties'] {
  const labels = new Map(duties.map(({ id, label }) => [id, label]))
  return tally(terms.flatMap(({ portions }) => [...new Set(portions.flatMap((portion) => portion.duties))])).map(
    ([duty, parts]) => ({ duty, label: labels.get(duty) ?? duty, parts }),
  )
}

function tally(names: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

/** Most used first, then by name. */
function listed(
  terms: readonly PartTerms[],
  products: Int32Array,
  isListed: (part: PartTerms) => boolean,
): readonly LicensePart[] {
  return terms
    .filter(isListed)
    .map(({ part, name, version, portions }) => ({
      part,
      name,
      version,
      expression: portions.find(({ expression }) => expression !== null)?.expression ?? null,
      text: portions.find(({ text }) => text !== null)?.text ?? null,
      products: products[part] ?? 0,
    }))
    .sort((a, b) => b.products - a.products || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.part - b.part))
}
