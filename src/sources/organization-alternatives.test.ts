import { describe, expect, it } from 'vitest'
import type { LaborRate } from '#domain/organization.ts'
import { readOrganizationFile } from './organization-file.ts'

const rate: LaborRate = {
  yearlyWage: 60_000,
  currency: 'EUR',
  loadFactor: 1.5,
  source: 'made up for this test',
  asOf: '2026-01-01',
  basis: 'default',
}

const whole = `
format: 1
id: harbor-city
name: City of Harbor City
products:
  - { id: archive, name: Archive, origin: run, criticality: low, audience: internal, paths: [archive] }
alternatives:
  - id: archive-database
    serves: database
    product: archive
    part: pkg:deb/debian/postgresql-15
    price: own-database
    quantity: 4
    quantitySource: counted on 1 November
    fit: 0.9
    ownRunCost: 12000
prices:
  - { id: own-database, name: Database, price: 900, currency: EUR, metric: core-year, asOf: 2026-11-01, source: offer }
acknowledgedPrices: [oracle-database-ee-processor]
exchangeRates:
  - { from: USD, to: EUR, rate: 0.9, on: 2026-11-02, source: central bank }
`

const read = (text: string, today?: string) =>
  readOrganizationFile(new TextEncoder().encode(text), 'organization.yaml', rate, today)

describe('alternatives, prices and rates in organization.yaml', () => {
  it('are read with null for what nobody said', () => {
    const file = read(whole, '2026-11-22')
    if (!file.ok) throw new Error(`${file.problem.where}: ${file.problem.what}`)
    const { substitutions, prices, acknowledgedPrices, exchangeRates } = file.organization.stated
    expect(substitutions).toEqual([
      {
        id: 'archive-database',
        serves: 'database',
        product: 'archive',
        part: 'pkg:deb/debian/postgresql-15',
        price: 'own-database',
        quantity: 4,
        quantitySource: 'counted on 1 November',
        fit: 0.9,
        discount: null,
        ownRunCost: 12_000,
        alternativeRunCost: null,
        isPaidAlready: false,
      },
    ])
    expect(prices).toMatchObject([{ id: 'own-database', supportRate: null }])
    expect(acknowledgedPrices).toEqual(['oracle-database-ee-processor'])
    expect(exchangeRates).toMatchObject([{ from: 'USD', rate: 0.9 }])
  })

  it.each([
    ['a price below zero', 'price: 900', 'price: -900', /must not be negative|must be more than zero/],
    ['a price of nothing', 'price: 900', 'price: 0', /must be more than zero/],
    ['a price of a day to come', 'asOf: 2026-11-01', 'asOf: 2026-11-23', /lies in the future/],
    ['a rate of a day to come', 'on: 2026-11-02', 'on: 2027-11-02', /lies in the future/],
    ['a rate of nothing', 'rate: 0.9', 'rate: 0', /must be more than zero/],
    ['a metric without a time', 'metric: core-year', 'metric: core', /for how long the price is paid/],
    ['no quantity written as zero', 'quantity: 4', 'quantity: 0', /must be more than zero/],
    ['a run cost below zero', 'ownRunCost: 12000', 'ownRunCost: -1', /must not be negative/],
    ['a fit above one', 'fit: 0.9', 'fit: 90', /must be between 0 and 1/],
    ['a part with its version', 'postgresql-15\n', 'postgresql-15@15.2\n', /package URL without version/],
    ['a product that nobody declared', 'product: archive', 'product: attic', /no product of this file has that id/],
  ])('refuses %s, with the line', (_case, from, to, what) => {
    expect(whole).toContain(from)
    const changed = whole.replace(from, to)
    const file = read(changed, '2026-11-22')
    if (file.ok) throw new Error('was taken')
    expect(file.problem.what).toMatch(what)
    const line = changed.slice(0, changed.indexOf(to)).split('\n').length
    expect(file.problem.where).toMatch(new RegExp(`^line ${line}(?:, |$)`))
  })

  it('refuses a second entry of the same id, and a substitution of nothing in particular', () => {
    const twice = whole.replace(
      'acknowledgedPrices',
      '  - { id: own-database, name: B, price: 1, currency: EUR, metric: core-year, asOf: 2026-11-01, source: s }\nacknowledgedPrices',
    )
    expect(read(twice)).toMatchObject({ ok: false, problem: { what: 'is used twice in prices' } })
    const nothing = whole.replace('    product: archive\n    part: pkg:deb/debian/postgresql-15\n', '')
    expect(read(nothing)).toMatchObject({ ok: false, problem: { what: 'must name a product or a part' } })
  })

  it('takes any day where today is not said', () => {
    expect(read(whole.replace('asOf: 2026-11-01', 'asOf: 2036-11-01')).ok).toBe(true)
  })
})
