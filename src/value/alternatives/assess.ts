/** What is not paid for because open source does the work: portfolio and price book in, assessment and its figures out. */

import type { AlternativeLine, AlternativesAssessment, StalePrice } from '#domain/assessment/alternatives.ts'
import type { NamedAggregate } from '#domain/assessment/aggregate.ts'
import { aggregate, unknown, type NamedFigure } from '#domain/figure.ts'
import { issue, type Issue } from '#domain/issue.ts'
import { addBands, band, type Currency, type MoneyBand } from '#domain/money.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import type { PriceBook } from '#domain/price-book.ts'
import { sortSubstitutions, type Accepted } from './accept.ts'
import { alternativeAssumptions } from './assumptions.ts'
import { billedQuantities, purchases } from './bought-once.ts'
import { candidates } from './candidates.ts'
import { lineFigures, type Supposed } from './lines.ts'
import { methods } from './methods.ts'
import { knownPrices, mayCount } from './prices.ts'
import { softwareIndex } from './software.ts'

/**
 * What the organization would pay in a year for what open source does for it (`methods.md` 2.1), by the substitutions it
 * stated: at list price, after discount, and net of what running it oneself costs more.
 *
 * This answers another question than `assessValue`, which asks what building again would cost. The two differ by orders of
 * magnitude, neither confirms the other, and no figure here may ever be added to one there; a test holds that no figure of
 * the one is computed from a figure of the other.
 */
export function assessAlternatives(portfolio: Portfolio, book: PriceBook): AlternativesAssessment {
  return workAlternatives(portfolio, book).assessment
}

/** Every figure behind an assessment: totals, lines, prices, quantities, rates, run costs, assumptions; each once. */
export function alternativeFigures(portfolio: Portfolio, book: PriceBook): readonly NamedFigure[] {
  return workAlternatives(portfolio, book).figures
}

export type WorkedAlternatives = {
  readonly assessment: AlternativesAssessment
  readonly figures: readonly NamedFigure[]
}

const nothingSupposed: Supposed = new Map()

/** @param supposed what stands in no file because something else is tried out */
export function workAlternatives(
  portfolio: Portfolio,
  book: PriceBook,
  supposed: Supposed = nothingSupposed,
): WorkedAlternatives {
  const { organization, parts, asOf } = portfolio
  const { currency } = organization.laborRate
  const index = softwareIndex(book)
  const prices = knownPrices(organization.stated, book, asOf)
  const assumptions = alternativeAssumptions(portfolio)
  const { accepted, refused } = sortSubstitutions(portfolio, prices, book, index)
  const groups = purchases(accepted)
  const packages = new Set(parts.map((part) => part.package))
  const worked = accepted.map((of) => {
    const ofSamePrice = groups.filter(([first]) => first?.price.id === of.price.id)
    const unpaid = ofSamePrice.filter((group) => !group.some(({ substitution }) => substitution.isPaidAlready))
    const { part } = of.substitution
    return lineFigures(of, {
      portfolio,
      assumptions,
      supposed,
      billed: billedQuantities(unpaid),
      purchase: groups.find((group) => group.includes(of)) ?? [of],
      ofSamePrice: unpaid.flat(),
      isPartFound: part === null ? null : packages.has(part),
    })
  })
  const lines = worked.map(({ line }) => line)
  const assessment: AlternativesAssessment = {
    lines,
    gross: total('gross', lines, currency),
    discounted: total('discounted', lines, currency),
    net: total('net', lines, currency),
    refused,
    stale: stalePrices(lines),
    candidates: candidates(portfolio, index, prices, accepted),
    assumptions: assumptions.printed,
    issues: [
      ...refused.map((one) => one.issue),
      ...withoutRate(lines, accepted),
      ...organization.stated.acknowledgedPrices.flatMap((id, at) =>
        prices.has(id) ? [] : [issue('price-unknown', `/acknowledgedPrices/${at}`, id)],
      ),
      ...assumptions.issues,
    ],
  }
  const totals = [assessment.gross, assessment.discounted, assessment.net].map(({ id, figure }) => ({ id, figure }))
  const all: readonly NamedFigure[] = [
    ...totals,
    ...worked.flatMap(({ figures }) => figures),
    assumptions.discount,
    assumptions.years,
  ]
  return { assessment, figures: [...new Map(all.map((named) => [named.id, named])).values()] }
}

type Kind = 'gross' | 'discounted' | 'net'

function total(kind: Kind, lines: readonly AlternativeLine[], currency: Currency): NamedAggregate<MoneyBand> {
  const id = `value/alternative-${kind}`
  // Nobody stated anything: that is not a cost of nothing.
  if (lines.length === 0) {
    return { id, figure: unknown('not-collected'), coverage: { known: 0, of: 0, unit: 'functions' } }
  }
  const inputs = lines.map((line) => line[kind])
  return { id, ...aggregate(methods.total, inputs, 'functions', (known) => sumOf(known, currency)) }
}

export function sumOf(known: readonly MoneyBand[], currency: Currency): MoneyBand {
  return { ...known.reduce(addBands, band(0, 0, 0)), currency }
}

function stalePrices(lines: readonly AlternativeLine[]): readonly StalePrice[] {
  const held = lines.filter(({ price, state }) => state !== 'paid-already' && !mayCount(price))
  return [...Map.groupBy(held, ({ price }) => price.id)].map(([id, of]) => ({
    price: id,
    alternative: of[0]?.price.alternative ?? '',
    asOf: of[0]?.price.asOf ?? null,
    ageDays: of[0]?.price.ageDays ?? null,
    substitutions: of.map(({ substitution }) => substitution),
  }))
}

function withoutRate(lines: readonly AlternativeLine[], accepted: readonly Accepted[]): readonly Issue[] {
  return lines.flatMap(({ state, price }, position) =>
    state === 'no-exchange-rate'
      ? [issue('currency-without-rate', `/alternatives/${accepted[position]?.index ?? 0}/price`, price.currency)]
      : [],
  )
}
