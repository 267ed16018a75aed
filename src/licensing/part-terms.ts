/** The terms of a part: statements by basis kept apart, an effective license per portion, and what the tables say about it. */

import type { LicenseCertainty, PartTerms, PortionTerms } from '#domain/assessment/licenses.ts'
import type { LicensedAsset } from '#domain/license-facts.ts'
import { reciprocities } from '#domain/license-facts.ts'
import { parseLicenseExpression } from '#domain/license-expression.ts'
import type { LicenseStatement } from '#domain/part.ts'
import type { Part } from '#domain/portfolio.ts'
import { assetOfKind, leastOpen, termsOfExpression, type LicenseIndex } from './facts.ts'
import { guessLicense } from './guess.ts'
import { presentTerm } from './license-list.ts'

/** What somebody concluded counts before what the authors declared, and both before what was found in files. */
const bases = ['concluded', 'declared', 'found'] as const

/** Portions of a model are judged as what they are; the weights carry the model. */
const assetOfPortion: Readonly<Record<string, LicensedAsset>> = {
  code: 'software',
  weights: 'model',
  parameters: 'model',
  data: 'data',
  datasets: 'data',
  documentation: 'content',
  documents: 'content',
}

export function partTerms(index: LicenseIndex, part: Part, position: number): PartTerms {
  const portionNames = [...new Set(part.licenses.map(({ portion }) => portion ?? null))]
  const asset = assetOfKind[part.kind]
  const portions = (portionNames.length === 0 ? [null] : portionNames).map((portion) =>
    portionTerms(
      index,
      part.licenses.filter((statement) => (statement.portion ?? null) === portion),
      portion,
      portion === null ? asset : (assetOfPortion[portion.toLowerCase()] ?? asset),
    ),
  )
  const texts = (basis: LicenseStatement['basis']): readonly string[] => [
    ...new Set(
      part.licenses.filter((statement) => statement.basis === basis).map(({ expression, text }) => expression ?? text),
    ),
  ]
  const [declared, concluded] = [texts('declared'), texts('concluded')]
  return {
    part: position,
    name: part.name,
    version: part.version,
    declared,
    concluded,
    found: texts('found'),
    isDisputed: isDisputed(declared, concluded),
    portions,
    openness: leastOpen(portions.map(({ openness }) => openness)),
    reciprocity: mostDemanding(portions),
    network: portions.some(({ network }) => network),
    certainty: leastCertain(portions),
  }
}

function portionTerms(
  index: LicenseIndex,
  statements: readonly LicenseStatement[],
  portion: string | null,
  asset: LicensedAsset,
): PortionTerms {
  const stated = statements.filter(({ text, expression }) => !saysNone(expression ?? text))
  const basis = bases.find((each) => stated.some((statement) => statement.basis === each && readable(index, statement)))
  const chosenBasis = basis ?? bases.find((each) => stated.some((statement) => statement.basis === each)) ?? null
  const chosen = stated.filter((statement) => statement.basis === chosenBasis)
  const readings = chosen.map((statement) => readStatement(index, statement))
  const expressions = [...new Set(readings.flatMap(({ expression }) => expression ?? []))]
  const text = [...new Set(chosen.map((statement) => statement.text))].join('; ') || null
  const isWhole = readings.every(({ expression }) => expression !== null)
  const nothing = {
    portion,
    asset,
    basis: chosenBasis,
    text,
    chosen: [],
    isChoice: false,
    openness: 'unknown',
    reciprocity: null,
    network: false,
    duties: [],
  } as const
  if (expressions.length === 0) {
    return { ...nothing, expression: null, certainty: chosen.length === 0 ? 'absent' : 'unclear', guessedBy: null }
  }
  const expression = joined(expressions)
  const guessedBy = readings.find(({ rule }) => rule !== null)?.rule ?? null
  const certainty: LicenseCertainty = guessedBy === null ? 'stated' : 'guessed'
  const terms = isWhole ? termsOfExpression(index, expression, asset) : undefined
  return terms === undefined
    ? { ...nothing, expression, certainty: isWhole ? certainty : 'unclear', guessedBy }
    : { ...nothing, ...terms, expression, certainty, guessedBy }
}

type Reading = { readonly expression: string | null; readonly rule: string | null }

/** Several statements of the same basis hold all: nobody said that one may pick. */
function joined(expressions: readonly string[]): string {
  const [only] = expressions
  if (expressions.length === 1 && only !== undefined) return only
  const parsed = parseLicenseExpression(expressions.map((expression) => `(${expression})`).join(' AND '))
  return parsed.ok ? parsed.canonical : expressions.join(' AND ')
}

function readable(index: LicenseIndex, statement: LicenseStatement): boolean {
  return readStatement(index, statement).expression !== null
}

function readStatement(index: LicenseIndex, { expression, text }: LicenseStatement): Reading {
  const parsed = expression === undefined ? parseLicenseExpression(text.trim()) : undefined
  const stated = expression ?? (parsed?.ok === true ? parsed.canonical : undefined)
  if (stated === undefined) return guessLicense(text)
  return readReferences(index, stated) ?? { expression: stated, rule: null }
}

const reference = /(?<![\w.:-])LicenseRef-[A-Za-z0-9.-]+/g

/**
 * Tools write `LicenseRef-GPLv2` for text that is no identifier: the name of a reference is guessed like text. Undefined when
 * there is no such reference or its name says nothing.
 */
function readReferences(index: LicenseIndex, expression: string): Reading | undefined {
  if (!expression.includes('LicenseRef-')) return undefined
  let isGuessed = false
  const read = expression.replaceAll(reference, (term) => {
    if (index.family.has(term)) return term
    const guess = guessLicense(term.slice('LicenseRef-'.length).replace(/^scancode-|-+$/g, ''))
    if (guess.expression === null || guess.rule === 'list-partly-read') return term
    isGuessed = true
    return `(${guess.expression})`
  })
  const parsed = isGuessed ? parseLicenseExpression(read) : undefined
  return parsed?.ok === true ? { expression: parsed.canonical, rule: 'reference-name' } : undefined
}

function saysNone(text: string): boolean {
  return /^(?:none|noassertion|n\/a)?$/i.test(text.trim())
}

/** Order and dialect do not matter; free text is compared as it is guessed. */
function isDisputed(declared: readonly string[], concluded: readonly string[]): boolean {
  const known = (texts: readonly string[]): string =>
    [...new Set(texts.filter((text) => !saysNone(text)).map(comparable))].sort().join(' AND ')
  const [a, b] = [known(declared), known(concluded)]
  return a !== '' && b !== '' && a !== b
}

function comparable(text: string): string {
  const parsed = parseLicenseExpression(text)
  const choices = parsed.ok ? parsed.choices : null
  if (choices === null) return guessLicense(text).expression ?? text
  return choices
    .map((set) => set.map(presentTerm).sort().join(' AND '))
    .sort()
    .join(' OR ')
}

function mostDemanding(portions: readonly PortionTerms[]): PartTerms['reciprocity'] {
  const all = portions.map(({ reciprocity }) => reciprocity)
  if (all.includes(null)) return null
  return reciprocities.findLast((reciprocity) => all.includes(reciprocity)) ?? null
}

const leastFirst: readonly LicenseCertainty[] = ['absent', 'unclear', 'guessed', 'stated']

function leastCertain(portions: readonly PortionTerms[]): LicenseCertainty {
  return leastFirst.find((certainty) => portions.some((portion) => portion.certainty === certainty)) ?? 'absent'
}
