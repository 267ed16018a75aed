/** What the commands about alternatives print for a person. */

import type { PriceList } from '#app/alternatives.ts'
import type {
  AlternativeCandidate,
  AlternativeDifference,
  AlternativeLine,
  AlternativesAssessment,
  AlternativesComparison,
  KnownPrice,
} from '#domain/assessment/alternatives.ts'
import type { Figure } from '#domain/figure.ts'
import type { MoneyBand } from '#domain/money.ts'
import { formatsFor, type Formats } from '#text/formats.ts'
import { assumptionLabel } from '#text/assumption-label.ts'
import type { Language } from '#text/language.ts'
import type { Words } from '#text/words.ts'
import { alignedTable } from './table.ts'

const mostSnippets = 3
const kinds = ['gross', 'discounted', 'net'] as const
type Money = { readonly [Kind in (typeof kinds)[number]]: { readonly figure: Figure<MoneyBand> } }

export function alternativesText(assessment: AlternativesAssessment, words: Words, language: Language): string {
  const labels = words.alternatives
  const formats = formatsFor(language)
  const { lines, gross, net, candidates } = assessment
  if (lines.length === 0) {
    return [
      `${labels.nothingStated}\n`,
      ...leftOutText(assessment, words, formats),
      ...candidatesText(candidates, words),
    ].join('\n')
  }
  const rows = lines.map((line) => [
    line.serves,
    line.product ?? labels.everywhere,
    nameOf(line.price),
    quantityOf(line, words, formats),
    ...kinds.map((kind) => moneyOf(line[kind].figure, kind, line, words, formats)),
  ])
  const totals = kinds.map((kind) => moneyOrReason(assessment[kind].figure, words, formats))
  const head = [labels.function, labels.where, labels.instead, labels.quantity, ...kinds.map((kind) => labels[kind])]
  return [
    alignedTable(head, [...rows, [labels.total, '', '', '', ...totals]]),
    [
      labels.covered(gross.coverage.known, gross.coverage.of),
      labels.netCovered(net.coverage.known, net.coverage.of),
      labels.bands,
      `${labels.apart}\n`,
    ].join('\n'),
    ...leftOutText(assessment, words, formats),
    assumptionsText(assessment, words, language),
    ...candidatesText(candidates, words),
  ].join('\n')
}

function nameOf({ alternative, edition }: KnownPrice): string {
  return edition === null ? alternative : `${alternative}, ${edition}`
}

function quantityOf({ quantity, price, fit }: AlternativeLine, words: Words, formats: Formats): string {
  const { figure } = quantity
  if (!figure.known) return words.alternatives.states['no-quantity']
  const text = `${formats.exact(figure.value)} ${price.metric}`
  return fit === 1 ? text : `${text}, ${words.alternatives.fits(formats.percent(fit))}`
}

function moneyOf(
  figure: Figure<MoneyBand>,
  kind: (typeof kinds)[number],
  { state, discounted }: Pick<AlternativeLine, 'state' | 'discounted'>,
  words: Words,
  formats: Formats,
): string {
  const labels = words.alternatives
  if (figure.known) {
    const text = shown(figure.value, formats)
    return state === 'paid-already' && kind === 'gross' ? `${text} (${labels.states[state]})` : text
  }
  if (kind === 'net' && discounted.figure.known) return labels.runCostsMissing
  return kind === 'gross' ? labels.states[state] : '–'
}

function moneyOrReason(figure: Figure<MoneyBand>, words: Words, formats: Formats): string {
  return figure.known ? shown(figure.value, formats) : words.unknownReasons[figure.why]
}

function shown(money: MoneyBand, formats: Formats): string {
  return money.low === money.high ? formats.money(money.central, money.currency) : formats.moneyRange(money)
}

function leftOutText(
  { lines, stale, issues, refused }: AlternativesAssessment,
  words: Words,
  formats: Formats,
): readonly string[] {
  const labels = words.alternatives
  const idOf = new Map(refused.map(({ substitution, issue }) => [issue, substitution]))
  const texts = [
    ...stale.map(({ price, asOf, ageDays }) =>
      asOf === null || ageDays === null
        ? labels.undated(price)
        : labels.stale(price, formats.count(ageDays), formats.date(asOf)),
    ),
    ...issues.map((issue) => {
      const { code, where, detail } = issue
      return `${idOf.get(issue) ?? where}: ${words.issues[code]}${detail === undefined ? '' : ` (${detail})`}`
    }),
  ]
  const notes = lines.flatMap(({ substitution, part, isPartFound, sharedWith }) => [
    ...(isPartFound === false && part !== null ? [labels.notFound(substitution, part)] : []),
    ...(sharedWith.length === 0 ? [] : [labels.shared(substitution, sharedWith.join(', '))]),
  ])
  return [...listText(labels.leftOut, texts), ...listText(labels.notes, notes)]
}

function listText(head: string, texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [] : [`${head}\n${texts.map((text) => `  ${text}\n`).join('')}`]
}

function assumptionsText({ assumptions }: AlternativesAssessment, words: Words, language: Language): string {
  const labels = words.alternatives
  const rows = assumptions.map(({ id, low, central, high, source, isDefault }) => [
    `  ${assumptionLabel({ id }, words, language)}`,
    low === high ? low : `${low} / ${central} / ${high}`,
    isDefault ? `${source} (${labels.isDefault})` : source,
  ])
  return `${labels.assumptions}\n${alignedTable([], rows)}`
}

function candidatesText(candidates: readonly AlternativeCandidate[], words: Words): readonly string[] {
  const labels = words.alternatives
  if (candidates.length === 0) return []
  const listed = candidates.map(({ name, products }) =>
    products.some(({ isItself }) => isItself)
      ? labels.candidate(name, products.length)
      : labels.candidateSign(name, products.length),
  )
  const snippets = candidates.slice(0, mostSnippets).map((candidate) => snippetOf(candidate, words))
  return [...listText(labels.candidates, listed), `${labels.snippet}\nalternatives:\n${snippets.join('')}`]
}

/** An entry to complete; without a quantity it counts as unknown. A driver is a sign and not the part that is replaced. */
function snippetOf({ software, serves, products, prices }: AlternativeCandidate, words: Words): string {
  const labels = words.alternatives
  const [where] = products
  const [first] = prices
  const others = prices.slice(1).map(({ id }) => id)
  return [
    `  - id: ${where?.product ?? ''}-${software}`,
    `    serves: ${serves}`,
    `    product: ${where?.product ?? ''}`,
    ...(where?.isItself === true ? [`    part: ${where.packages[0] ?? ''}`] : []),
    `    price: ${first?.id ?? ''}${others.length > 0 ? ` # ${others.join(', ')}` : ''}`,
    `    # quantity: ${labels.snippetQuantity(first?.metric ?? '')}`,
    `    quantitySource: ${labels.snippetSource}`,
    '',
  ].join('\n')
}

export function comparisonText(comparison: AlternativesComparison, words: Words, language: Language): string {
  const labels = words.alternatives
  const formats = formatsFor(language)
  const { changed, newlyRefused, difference, before, after } = comparison
  const refused = listText(
    labels.leftOut,
    newlyRefused.map(({ substitution, issue }) => `${substitution}: ${words.issues[issue.code]}`),
  )
  if (changed.length === 0) return [`${labels.nothingChanges}\n`, ...refused].join('\n')
  const row = (label: string, name: string, of: Money) => [
    label,
    name,
    ...kinds.map((kind) => {
      const { figure } = of[kind]
      return figure.known ? shown(figure.value, formats) : '–'
    }),
  ]
  const lineRow = (label: string, of: AlternativeDifference['before']) => [
    label,
    nameOf(of.price),
    ...kinds.map((kind) => moneyOf(of[kind].figure, kind, of, words, formats)),
  ]
  const rows = changed.flatMap((one) => [
    lineRow(`${one.serves}: ${labels.before}`, one.before),
    lineRow(`${one.serves}: ${labels.after}`, one.after),
    row(`${one.serves}: ${labels.difference}`, '', one.difference),
  ])
  const totals = [
    row(`${labels.total}: ${labels.before}`, covered(before, words), before),
    row(`${labels.total}: ${labels.after}`, covered(after, words), after),
    row(`${labels.total}: ${labels.difference}`, '', difference),
  ]
  const head = [labels.whatIf, labels.instead, ...kinds.map((kind) => labels[kind])]
  return [alignedTable(head, [...rows, ...totals]), `${labels.elseSame}\n${labels.apart}\n`, ...refused].join('\n')
}

function covered({ gross }: AlternativesAssessment, words: Words): string {
  return words.alternatives.covered(gross.coverage.known, gross.coverage.of)
}

/** @param all how many prices the book has, where only some are shown */
export function pricesText({ prices, unpriced }: PriceList, all: number, words: Words, language: Language): string {
  const labels = words.alternatives.priceList
  const formats = formatsFor(language)
  const rows = prices.map((price) => [
    price.id,
    nameOf(price),
    `${formats.exact(price.price)} ${price.currency}`,
    price.metric,
    price.asOf ?? labels.noDay,
    price.ageDays === null ? '–' : formats.count(price.ageDays),
    price.quality === null ? '' : labels.qualities[price.quality],
    price.isStale ? labels.stale : labels.fresh,
  ])
  const head = [
    labels.id,
    labels.alternative,
    labels.price,
    labels.metric,
    labels.asOf,
    labels.age,
    labels.quality,
    words.alternatives.state,
  ]
  const without = unpriced.map(({ id, alternative, why, note }) => [
    `  ${id}`,
    alternative,
    note === null ? labels.reasons[why] : `${labels.reasons[why]}: ${note}`,
  ])
  const stale = prices.filter(({ isStale }) => isStale).length
  return [
    alignedTable(head, rows),
    `${labels.sum(stale, all)}\n`,
    `${labels.unpriced}\n${alignedTable([], without)}`,
  ].join('\n')
}
