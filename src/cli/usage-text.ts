/** What `value usage` prints for a person: work first, then money, what it covers, what it rests on and what moves it. */

import type { UsageAnswer } from '#app/value-usage.ts'
import type { Sensitivity } from '#domain/assessment/value.ts'
import type { Band, MoneyBand } from '#domain/money.ts'
import { formatsFor, type Formats } from '#text/formats.ts'
import { assumptionLabel } from '#text/assumption-label.ts'
import type { Language } from '#text/language.ts'
import type { Words } from '#text/words.ts'
import { alignedTable } from './table.ts'

const mostParts = 20
const mostSwings = 3
const mostRepositories = 10

type Context = {
  readonly answer: UsageAnswer
  readonly words: Words
  readonly formats: Formats
  readonly language: Language
}

export function usageText(answer: UsageAnswer, words: Words, language: Language): string {
  const context = { answer, words, formats: formatsFor(language), language }
  return [head, parts, leftOut, sensitivity, assumptions, reuse, like, wholeRepositories]
    .map((section) => section(context))
    .filter((text) => text !== '')
    .join('\n')
}

function head({ answer, words, formats }: Context): string {
  const { usage } = words
  const { subject, money, personMonths, coverage, rate, annual, value } = answer
  const lines = [
    usage.subject[subject.kind](subject.name),
    '',
    ...(money === null || personMonths === null
      ? [`${usage.work}: ${usage.unknown}`]
      : [`${usage.work}: ${work(personMonths, words, formats)}`, `${usage.money}: ${amount(money, words, formats)}`]),
    `  ${usage.rate(formats.money(rate.yearlyWage, rate.currency), formats.exact(centralFactor(answer)), rate.source, formats.date(rate.asOf))}`,
    ...(rate.basis === 'default' ? [`  ${usage.defaultRate}`] : []),
    `${usage.coverage}: ${usage.covered(formats.count(coverage.known), formats.count(coverage.of))}`,
    ...(subject.kind === 'organization' && annual.rebuild !== null && annual.avoidedMaintenance !== null
      ? [
          `${usage.annual}: ${usage.rebuild(amount(annual.rebuild, words, formats))} ${usage.maintenance(amount(annual.avoidedMaintenance, words, formats))}`,
        ]
      : []),
    ...(value.severalMajors.length === 0 ? [] : [usage.severalMajors(formats.count(value.severalMajors.length))]),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function centralFactor({ value, rate }: UsageAnswer): number {
  return Number(value.assumptions.find(({ id }) => id === 'A3-labor-rate')?.values.central ?? rate.loadFactor)
}

function parts({ answer, words, formats }: Context): string {
  const shown = answer.parts.slice(0, mostParts)
  if (shown.length === 0) return ''
  const { usage } = words
  const table = alignedTable(
    [usage.part, usage.scope, usage.lines, usage.sizeFrom, usage.months, usage.value],
    shown.map((part) => [
      part.name,
      words.scopes[part.scope],
      part.deduplicated,
      words.sizeSources[part.sizeSource],
      formats.personMonths(part.personMonths.central),
      formats.money(part.money.central, part.money.currency),
    ]),
  )
  const more = answer.parts.length - shown.length
  const rest = more > 0 ? `${words.cli.moreNotShown(more)}\n` : ''
  const ofAll = sumOf(shown) / Math.max(1, sumOf(answer.parts))
  const confirm = usage.confirm(formats.count(shown.length), formats.percent(ofAll))
  return `${usage.parts}\n${table}${rest}${confirm}\n`
}

function sumOf(parts: UsageAnswer['parts']): number {
  return parts.reduce((sum, { money }) => sum + money.central, 0)
}

/** Of the whole organization: a rule decides on a package wherever it is used. */
function leftOut({ answer, words: { usage } }: Context): string {
  const rows = (answer.value.leftOut ?? []).map(({ rule, packages, examples }) => [
    packages,
    usage.rules[rule],
    examples.join(', '),
  ])
  return rows.length === 0 ? '' : `${usage.leftOut}\n${alignedTable([], rows)}`
}

function sensitivity({ answer, words, formats, language }: Context): string {
  const { usage } = words
  const rows = answer.value.sensitivity.slice(0, mostSwings).flatMap(({ assumption, swing }: Sensitivity) => {
    if (!swing.figure.known) return []
    const { low, central, high, width, currency } = swing.figure.value
    return [
      [
        assumptionLabel({ id: assumption }, words, language),
        ...[low, central, high, width].map((each) => formats.money(each, currency)),
        assumption,
      ],
    ]
  })
  if (rows.length === 0) return ''
  const names = [usage.assumption, usage.low, usage.central, usage.high, usage.swing, '']
  return `${usage.sensitivity}\n${alignedTable(names, rows)}${usage.sensitivityNote}\n`
}

function assumptions({ answer, words, formats, language }: Context): string {
  const { usage } = words
  const shown = (value: number | string) => (typeof value === 'number' ? formats.exact(value) : value)
  const rows = answer.value.assumptions.map(({ id, values, basis, isDefault, source }) => [
    id,
    assumptionLabel({ id }, words, language),
    shown(values.low),
    shown(values.central),
    shown(values.high),
    basis === 'default' && isDefault ? usage.isPlaceholder : usage.bases[basis],
    source,
  ])
  const names = ['', usage.assumption, usage.low, usage.central, usage.high, usage.basis, words.value.sourceLabel]
  return `${usage.assumptions}\n${alignedTable(names, rows)}`
}

function reuse({ answer, words, formats }: Context): string {
  const { usage } = words
  const { share, openLines, ownLines, coverage } = answer.reuse
  const { benchmarks, ownLines: own } = answer.value.reuse
  const isShare = share.known && openLines.known && ownLines.known
  const products =
    answer.subject.kind === 'product'
      ? usage.productsOf(formats.count(ownLines.known ? 1 : 0), formats.count(1))
      : usage.productsOf(formats.count(own.coverage.known), formats.count(own.coverage.of))
  const lines = [
    `${usage.reuse}: ${
      isShare
        ? usage.reuseShare(formats.percent(share.value), formats.count(openLines.value), formats.count(ownLines.value))
        : ownLines.known
          ? usage.reuseUnsized
          : usage.reuseUnknown
    }`,
    ...(isShare
      ? [
          `  ${usage.reuseCovers(usage.packagesOf(formats.count(coverage.known), formats.count(coverage.of)), products)}`,
        ]
      : []),
    `  ${usage.benchmarks(benchmarks.map((one) => `${one.year} ${formats.percent(one.share)}`).join(', '))}`,
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function like({ answer, words, formats }: Context): string {
  const { usage } = words
  const { like: comparison } = answer
  if (comparison === null) return ''
  const { figure } = comparison.estimate
  const title = usage.like(comparison.label)
  if (!figure.known) return `${title}: ${usage.unknown}\n`
  const { personMonths, cost, currency, yearlyWage } = figure.value
  const isForeign = currency !== comparison.ownCurrency
  const lines = [
    `${title}: ${formats.personMonths(personMonths)} ${usage.months}`,
    ...(comparison.ratio === null ? [] : [`  ${usage.likeRatio(formats.exact(Number(comparison.ratio.toFixed(2))))}`]),
    ...(cost === null
      ? []
      : [`  ${usage.likeCost(formats.money(cost, currency), formats.money(yearlyWage, currency))}`]),
    ...(isForeign
      ? [
          comparison.costInOwn === null
            ? `  ${usage.likeNoRate(comparison.ownCurrency)}`
            : `  ${usage.likeInOwn(formats.money(comparison.costInOwn, comparison.ownCurrency))}`,
        ]
      : []),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function wholeRepositories({ answer, words, formats }: Context): string {
  const { usage } = words
  const { wholeRepositories: whole } = answer
  if (whole === null) return ''
  const [charged, once, share] = [whole.charged.figure, whole.once.figure, whole.doubleCountedShare.figure]
  if (!charged.known || !once.known) return `${usage.whole}: ${usage.wholeUnknown}\n`
  const shown = ({ money, currency }: { readonly money: number; readonly currency: string }) =>
    formats.money(money, currency)
  const table = alignedTable(
    [usage.repository, usage.lines, usage.entries, usage.doubleCounted, usage.ours],
    whole.repositories
      .slice(0, mostRepositories)
      .map(({ project, lines, entries, doubleCounted, ours }) => [
        project,
        lines,
        entries,
        shown(doubleCounted),
        ours === null ? words.unknownReasons['not-collected'] : shown(ours),
      ]),
  )
  const more = whole.repositories.length - mostRepositories
  const lines = [
    `${usage.whole}: ${usage.wholeCharged(shown(charged.value), formats.personMonths(charged.value.personMonths))}`,
    `  ${usage.wholeCovers(formats.count(whole.charged.coverage.known), formats.count(whole.charged.coverage.of))}`,
    ...(share.known ? [`  ${usage.wholeDouble(formats.percent(share.value), shown(once.value))}`] : []),
    `  ${usage.wholeOurs(shown(whole.ours))}`,
  ]
  return `${lines.map((line) => `${line}\n`).join('')}${table}${more > 0 ? `${words.cli.moreNotShown(more)}\n` : ''}`
}

function work(band: Band, { usage }: Words, formats: Formats): string {
  return usage.personMonths(formats.personMonths(band.central), formats.range(band))
}

function amount(band: MoneyBand, { usage }: Words, formats: Formats): string {
  return usage.amount(formats.money(band.central, band.currency), formats.moneyRange(band))
}
