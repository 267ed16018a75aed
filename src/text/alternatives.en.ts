/** Words about what could be bought in place of open source, in English. */

import type { AlternativeState } from '#domain/assessment/alternatives.ts'
import type { UnpricedAlternative } from '#domain/price-book.ts'
import { pluralIn } from './plural.ts'

const plural = pluralIn('en-US')
const numbers = new Intl.NumberFormat('en-US')
const count = (n: number): string => numbers.format(n)
const products = (n: number): string => `${count(n)} ${plural(n, { one: 'product', other: 'products' })}`

export const alternatives = {
  compare: 'Show what proprietary alternatives would cost a year, and try out others',
  prices: 'List the price book with the age of each price',
  options: {
    switch: 'what if another price stood for it, as SUBSTITUTION=PRICE; repeatable',
    quantity: 'what if there were as many, as SUBSTITUTION=NUMBER; repeatable',
    discount: 'what if as much were taken off the list price, as SUBSTITUTION=0.4; repeatable',
    buy: 'what if the alternative were bought; id of a substitution; repeatable',
    leave: 'what if what is bought were left for open source; id of a substitution; repeatable',
    acknowledge: 'what if a price that waits for a check still held; id of a price; repeatable',
    stale: 'only prices that wait for a check',
  },
  function: 'Function',
  where: 'Where',
  everywhere: 'the whole organization',
  instead: 'Instead of',
  quantity: 'Quantity',
  fits: (share: string): string => `fits ${share}`,
  gross: 'List price a year',
  discounted: 'After discount',
  net: 'Net of own cost',
  total: 'Total',
  state: 'State',
  states: {
    priced: 'priced',
    'paid-already': 'paid for already',
    'no-quantity': 'quantity not stated',
    'price-stale': 'price waits for a check',
    'no-exchange-rate': 'no exchange rate',
  } satisfies Record<AlternativeState, string> as Record<AlternativeState, string>,
  runCostsMissing: 'run costs not stated',
  nothingStated: 'Nobody has stated what stands in place of what. That is unknown, not zero.',
  covered: (known: number, of: number): string => `${count(known)} of ${count(of)} functions priced`,
  netCovered: (known: number, of: number): string => `${count(known)} of ${count(of)} with own cost and the other’s`,
  apart: 'Another question than the cost of building again: never add the two.',
  bands: 'Ranges are low – high; list prices are what the page named says, and few pay them.',
  leftOut: 'Left out, and why',
  notes: 'Notes',
  stale: (price: string, days: string, asOf: string): string =>
    `${price}: the price is of ${asOf}, ${days} days ago. Check it and name it under acknowledgedPrices, or bring your own under prices.`,
  undated: (price: string): string =>
    `${price}: the source of the price states no day. Check it and name it under acknowledgedPrices, or bring your own under prices.`,
  notFound: (substitution: string, part: string): string =>
    `${substitution}: no document names ${part}; it is only stated`,
  shared: (substitution: string, others: string): string => `${substitution}: bought once, together with ${others}`,
  assumptions: 'Assumptions',
  isDefault: 'our own default',
  candidates: 'Could be valued',
  candidate: (name: string, n: number): string => `${name}, ${products(n)}; enter a quantity`,
  candidateSign: (name: string, n: number): string =>
    `${name}, ${products(n)} with a client or driver of it; enter a quantity where one runs`,
  snippet: 'For organization.yaml:',
  snippetQuantity: (metric: string): string => `how many, by ${metric}`,
  snippetSource: 'who counted, and when',
  whatIf: 'What if',
  before: 'Before',
  after: 'After',
  difference: 'Difference',
  nothingChanges: 'Nothing changes.',
  elseSame: 'Everything that was not named stays as stated.',
  priceList: {
    id: 'Price',
    alternative: 'Alternative',
    price: 'List price',
    metric: 'For each',
    asOf: 'As of',
    age: 'Days old',
    quality: 'Source',
    noDay: 'no day stated',
    qualities: { 1: 'vendor', 2: 'cites the vendor', 3: 'adviser' } as Record<1 | 2 | 3, string>,
    stale: 'check first',
    fresh: 'counts',
    unpriced: 'Known, without a price that could be cited: bring your own under prices',
    reasons: {
      'pages-disagree': 'pages disagree',
      'range-only': 'only a range was found',
      'none-found': 'none was found',
    } satisfies Record<UnpricedAlternative['why'], string> as Record<UnpricedAlternative['why'], string>,
    sum: (stale: number, of: number): string =>
      `${count(stale)} of ${count(of)} prices wait for somebody to check them`,
  },
}
