/** Questions about what could be bought: the alternatives of the recorded organization, what if, and the price book. */

import type { AlternativesAssessment, AlternativesComparison, KnownPrice } from '#domain/assessment/alternatives.ts'
import type { IsoDate, IsoTime } from '#domain/figure.ts'
import { nothingStated } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import type { PriceBook, UnpricedAlternative } from '#domain/price-book.ts'
import { fail } from '#domain/problem.ts'
import { readPriceBook } from '#sources/price-book.ts'
import type { Store } from '#store/store.ts'
import { assessAlternatives } from '#value/alternatives/assess.ts'
import { knownPrices } from '#value/alternatives/prices.ts'
import { compareAlternatives, type Supposition } from '#value/alternatives/what-if.ts'
import { dayOf } from './clock.ts'
import { loadPortfolio } from './load-portfolio.ts'

/** Throws `nothing-found` when nothing was recorded. */
export async function askAlternatives(store: Store, now: IsoTime): Promise<AlternativesAssessment> {
  return assessAlternatives(await recorded(store, now), readPriceBook())
}

/** What a person wants to try out, as written on the command line. */
export type WhatIfText = {
  /** `SUBSTITUTION=PRICE` */
  readonly switch: readonly string[]
  /** `SUBSTITUTION=NUMBER` */
  readonly quantity: readonly string[]
  /** `SUBSTITUTION=SHARE` */
  readonly discount: readonly string[]
  /** Ids of substitutions. */
  readonly buy: readonly string[]
  readonly leave: readonly string[]
  /** Ids of stale prices that may count. */
  readonly acknowledge: readonly string[]
}

/** Throws `nothing-found` likewise, and `usage` for a substitution or price that there is none of, or a number that is none. */
export async function askWhatIf(store: Store, asked: WhatIfText, now: IsoTime): Promise<AlternativesComparison> {
  const portfolio = await recorded(store, now)
  const book = readPriceBook()
  return compareAlternatives(portfolio, book, suppositions(asked, portfolio, book), asked.acknowledge)
}

function suppositions(asked: WhatIfText, portfolio: Portfolio, book: PriceBook): ReadonlyMap<string, Supposition> {
  const { stated } = portfolio.organization
  const prices = knownPrices(stated, book, portfolio.asOf)
  const ids = new Set(stated.substitutions.map(({ id }) => id))
  const supposed = new Map<string, Supposition>()
  const add = (option: string, text: string, id: string, supposition: Supposition): void => {
    if (!ids.has(id)) refuse(option, text, 'organization.yaml has no such substitution')
    supposed.set(id, { ...supposed.get(id), ...supposition })
  }
  const checkPrice = (option: string, text: string, price: string): void => {
    if (!prices.has(price)) refuse(option, text, 'no such price; headwater value prices lists them')
  }
  for (const price of asked.acknowledge) checkPrice('acknowledge', price, price)
  for (const text of asked.switch) {
    const [id, price] = pair('switch', text)
    checkPrice('switch', text, price)
    add('switch', text, id, { price })
  }
  for (const text of asked.quantity) {
    const [id, number] = pair('quantity', text)
    const quantity = numberOf('quantity', text, number)
    if (quantity <= 0) refuse('quantity', text, 'a number above zero is needed')
    add('quantity', text, id, { quantity })
  }
  for (const text of asked.discount) {
    const [id, number] = pair('discount', text)
    const discount = numberOf('discount', text, number)
    if (discount > 1) refuse('discount', text, 'a share from 0 to 1 is needed')
    add('discount', text, id, { discount })
  }
  for (const id of asked.buy) add('buy', id, id, { isPaidAlready: true })
  for (const id of asked.leave) {
    if (asked.buy.includes(id)) refuse('leave', id, 'it cannot be bought and left at once')
    add('leave', id, id, { isPaidAlready: false })
  }
  return supposed
}

function pair(option: string, text: string): readonly [string, string] {
  const at = text.indexOf('=')
  return at > 0 && at < text.length - 1
    ? [text.slice(0, at), text.slice(at + 1)]
    : refuse(option, text, 'write it as SUBSTITUTION=VALUE')
}

function numberOf(option: string, text: string, number: string): number {
  return /^\d{1,12}(?:\.\d{1,6})?$/.test(number) ? Number(number) : refuse(option, text, 'a plain number is needed')
}

function refuse(option: string, text: string, why: string): never {
  return fail({ code: 'usage', what: `--${option} ${text}: ${why}` })
}

export type PriceList = {
  readonly asOf: IsoDate
  readonly prices: readonly KnownPrice[]
  readonly unpriced: readonly UnpricedAlternative[]
}

/** The price book that ships, with ages; needs no recorded organization. */
export function listPrices(now: IsoTime): PriceList {
  const book = readPriceBook()
  const asOf = dayOf(now)
  return { asOf, prices: [...knownPrices(nothingStated, book, asOf).values()], unpriced: book.unpriced }
}

async function recorded(store: Store, now: IsoTime): Promise<Portfolio> {
  return (await loadPortfolio(store, { asOf: dayOf(now), knownAt: now })) ?? fail({ code: 'nothing-found', paths: [] })
}
