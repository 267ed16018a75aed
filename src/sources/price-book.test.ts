import { describe, expect, it } from 'vitest'
import { readMetric } from '#domain/price-book.ts'
import { parsePurl } from '#ecosystems/purl.ts'
import { readPriceBook } from './price-book.ts'

const { prices, software, unpriced } = readPriceBook()

describe('the price book that ships', () => {
  it('gives every price, every known name without one and all software an id of its own', () => {
    const ids = [...prices, ...unpriced].map(({ id }) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    const names = software.map(({ id }) => id)
    expect(names.filter((id, at) => names.indexOf(id) !== at)).toEqual([])
  })

  it('prices only software that it describes, and describes only what it prices', () => {
    const described = new Set(software.map(({ id }) => id))
    const priced = new Set(prices.flatMap((entry) => entry.software))
    expect([...priced].filter((id) => !described.has(id))).toEqual([])
    expect([...described].filter((id) => !priced.has(id))).toEqual([])
  })

  it('says for how long each price is paid, and names a source', () => {
    expect(prices.filter(({ metric }) => readMetric(metric) === undefined)).toEqual([])
    expect(prices.filter(({ source }) => source.trim() === '')).toEqual([])
  })

  it('gives perpetual licenses alone a rate of support', () => {
    expect(
      prices.filter(
        ({ metric, supportRate }) => (supportRate !== null) !== (readMetric(metric)?.period === 'perpetual'),
      ),
    ).toEqual([])
  })

  it('looks for packages by canonical package URLs', () => {
    const odd = software
      .flatMap(({ packages, signs }) => [...packages, ...signs])
      .filter((pattern) => {
        const parsed = parsePurl(pattern.replace('*', '1'))
        return !parsed.ok || parsed.canonical !== pattern.replace('*', '1')
      })
    expect(odd).toEqual([])
  })

  it.each([
    ['oracle-database-ee-processor', 47_500, 'processor-perpetual', 0.22, '2025-03-01'],
    ['vmware-vsphere-foundation', 135, 'core-year', null, '2026-06-01'],
    ['microsoft-365-business-standard', 14, 'user-month', null, '2026-07-01'],
    ['github-copilot-enterprise', 39, 'user-month', null, null],
    ['sql-server-2022-standard', 3945, 'two-core-pack-perpetual', 0.25, '2023-01-01'],
  ])('states %s as its page does', (id, price, metric, supportRate, asOf) => {
    expect(prices.find((entry) => entry.id === id)).toMatchObject({ price, metric, supportRate, asOf })
  })

  it('states what is sold at least, and what is free', () => {
    expect(prices.find(({ id }) => id === 'vmware-vsphere-foundation')?.minimum).toEqual({ quantity: 72, per: 'order' })
    expect(prices.find(({ id }) => id === 'sql-server-2022-standard')?.minimum).toEqual({ quantity: 2, per: 'server' })
    expect(prices.find(({ id }) => id === 'auth0')?.freeQuantity).toBe(7500)
  })
})

describe('a metric', () => {
  it.each([
    ['user-month', 'month', true],
    ['editor-month', 'month', true],
    ['core-year', 'year', false],
    ['two-core-pack-perpetual', 'perpetual', false],
    ['perpetual-license', 'perpetual', false],
    ['gb-month', 'month', false],
    ['gb', 'used-up', false],
  ] as const)('%s is paid by the %s', (metric, period, countsPeople) => {
    expect(readMetric(metric)).toEqual({ period, countsPeople })
  })

  it.each(['user', 'license', 'month', ''])('%s does not say for how long', (metric) => {
    expect(readMetric(metric)).toBeUndefined()
  })
})
