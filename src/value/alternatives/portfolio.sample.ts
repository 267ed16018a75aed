/** Organizations with substitutions for the tests of this folder; every price in it is made up, except where a test says so. */

import { nothingStated, type Product, type Stated, type Substitution } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import type { PriceBook, PriceEntry } from '#domain/price-book.ts'
import { samplePortfolio, type SampleUse } from '#value/portfolio.sample.ts'

export function substitution(of: Partial<Substitution> & Pick<Substitution, 'id' | 'price'>): Substitution {
  return {
    serves: of.id,
    product: 'portal',
    part: null,
    quantity: 10,
    quantitySource: 'counted for this test',
    fit: 1,
    discount: null,
    ownRunCost: null,
    alternativeRunCost: null,
    isPaidAlready: false,
    ...of,
  }
}

export function stating(stated: Partial<Stated>, uses: readonly SampleUse[] = []): Portfolio {
  const portfolio = samplePortfolio(uses)
  const { organization } = portfolio
  // The portal and the shop belong to the same people.
  const products = organization.products.map((product): Product => ({
    ...product,
    unit: product.id === 'bought-suite' ? 'elsewhere' : 'front-office',
  }))
  return {
    ...portfolio,
    organizationFile: 'organization',
    organization: { ...organization, products, stated: { ...nothingStated, ...stated } },
  }
}

export function priced(of: Partial<PriceEntry> & Pick<PriceEntry, 'id'>): PriceEntry {
  return {
    software: [],
    alternative: `Bought ${of.id}`,
    edition: null,
    price: 10,
    currency: 'USD',
    metric: 'user-month',
    supportRate: null,
    minimum: null,
    freeQuantity: 0,
    asOf: '2026-09-01',
    source: 'made up for this test',
    quality: 2,
    staleAfterDays: 365,
    note: null,
    ...of,
  }
}

/** 10 USD per user and month; 100 USD per core and year; an old price, an undated one, one in euro. */
export const sampleBook: PriceBook = {
  version: 1,
  prices: [
    priced({ id: 'seats', software: ['gable'] }),
    priced({ id: 'other-seats', price: 25 }),
    priced({ id: 'cores', price: 100, metric: 'core-year', software: ['mortar'] }),
    priced({ id: 'old', asOf: '2025-03-01', software: ['mortar'] }),
    priced({ id: 'undated', asOf: null }),
    priced({ id: 'in-euro', currency: 'EUR' }),
    priced({ id: 'for-good', price: 47_500, metric: 'processor-perpetual', supportRate: 0.22 }),
  ],
  software: [
    { id: 'gable', name: 'Gable', serves: 'mail', packages: ['pkg:npm/gable-server'], signs: [] },
    {
      id: 'mortar',
      name: 'Mortar',
      serves: 'database',
      packages: ['pkg:deb/debian/mortar-*'],
      signs: ['pkg:npm/mortar-client'],
    },
  ],
  unpriced: [{ id: 'secret', alternative: 'Secret Suite', why: 'none-found', note: null }],
}
