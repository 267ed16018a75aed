import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AlternativeLine } from '#domain/assessment/alternatives.ts'
import type { Figure, NamedFigure } from '#domain/figure.ts'
import type { MoneyBand } from '#domain/money.ts'
import type { Stated, Substitution } from '#domain/organization.ts'
import { assessValue, valueFigures } from '#value/assess.ts'
import type { SampleUse } from '#value/portfolio.sample.ts'
import { alternativeFigures, assessAlternatives } from './assess.ts'
import { sampleBook, stating, substitution } from './portfolio.sample.ts'

const assessed = (stated: Partial<Stated>, uses: readonly SampleUse[] = []) =>
  assessAlternatives(stating(stated, uses), sampleBook)

/** The first line of an assessment of one substitution. */
function lineOf(of: Partial<Substitution> & { readonly price: string }, stated: Partial<Stated> = {}): AlternativeLine {
  const [line] = assessed({ ...stated, substitutions: [substitution({ id: 'one', ...of })] }).lines
  if (line === undefined) throw new Error('the substitution was refused')
  return line
}

function moneyOf({ figure }: { readonly figure: Figure<MoneyBand> }): MoneyBand {
  if (!figure.known) throw new Error(`unknown: ${figure.why}`)
  return figure.value
}

describe('the price of one alternative', () => {
  it('is that of the worked example: 20 processor licenses for 40 cores', () => {
    const list = lineOf({ price: 'for-good', quantity: 20, discount: 0 })
    expect(moneyOf(list.gross).central).toBeCloseTo(525_666.67, 2)
    expect(moneyOf(list.discounted)).toEqual(moneyOf(list.gross))
    expect(20 * 47_500).toBe(950_000)
    const half = lineOf({ price: 'for-good', quantity: 20, discount: 0.5 })
    expect(moneyOf(half.discounted).low).toBeCloseTo(262_833.33, 2)
    expect(moneyOf(half.discounted).high).toBeCloseTo(262_833.33, 2)
  })

  it('is half of the list, three quarters and the list where no discount is stated', () => {
    const line = lineOf({ price: 'seats', quantity: 10 })
    expect(moneyOf(line.gross)).toEqual({ low: 1200, central: 1200, high: 1200, currency: 'USD' })
    expect(moneyOf(line.discounted)).toEqual({ low: 600, central: 900, high: 1200, currency: 'USD' })
  })

  it('is for the months, for the year, or for good over three years', () => {
    expect(moneyOf(lineOf({ price: 'seats', quantity: 1 }).gross).central).toBe(120)
    expect(moneyOf(lineOf({ price: 'cores', quantity: 1 }).gross).central).toBe(100)
    const assumptions = [{ id: 'alternatives-years', low: 5, central: 5, high: 5, source: 'rule of the treasurer' }]
    expect(moneyOf(lineOf({ price: 'for-good', quantity: 1 }, { assumptions }).gross).central).toBe(9_500 + 10_450)
  })

  it('counts for as much as it fits', () => {
    expect(moneyOf(lineOf({ price: 'seats', fit: 0.5 }).gross).central).toBe(600)
    expect(moneyOf(lineOf({ price: 'seats', fit: 0 }).gross).central).toBe(0)
  })

  it('is net of what running it oneself costs more, which may be more than is saved', () => {
    const line = lineOf({ price: 'seats', ownRunCost: 1000, alternativeRunCost: 50 })
    expect(moneyOf(line.net)).toEqual({ low: -350, central: -50, high: 250, currency: 'USD' })
  })

  it('has no net where one of the two run costs is not stated: it is not nothing', () => {
    expect(lineOf({ price: 'seats', ownRunCost: 1000 }).net.figure).toMatchObject({
      known: false,
      why: 'not-collected',
    })
    expect(lineOf({ price: 'seats', alternativeRunCost: 0 }).net.figure.known).toBe(false)
  })

  it('is unknown, and not zero, without a quantity', () => {
    const line = lineOf({ price: 'seats', quantity: null })
    expect(line.state).toBe('no-quantity')
    expect(line.gross.figure).toMatchObject({ known: false, why: 'not-collected' })
  })

  it('is a known nothing where the organization pays for it already, with or without a quantity', () => {
    const line = lineOf({ price: 'seats', quantity: null, isPaidAlready: true })
    expect(line.state).toBe('paid-already')
    expect([line.gross, line.discounted, line.net].map((one) => moneyOf(one).central)).toEqual([0, 0, 0])
    expect(line.quantity.figure.known).toBe(false)
  })

  it('takes the organization’s own price before that of the book', () => {
    const own = { id: 'seats', name: 'Our offer', price: 7, currency: 'USD', metric: 'user-month', supportRate: null }
    const prices = [{ ...own, asOf: '2026-11-01', source: 'offer of 1 November' }]
    const line = lineOf({ price: 'seats', quantity: 1 }, { prices })
    expect(moneyOf(line.gross).central).toBe(84)
    expect(line.price).toMatchObject({ basis: 'organization', quality: null, software: ['gable'] })
  })
})

describe('a stale price', () => {
  const held = substitution({ id: 'archive', price: 'old' })

  it('is held back with its age until somebody acknowledges it', () => {
    const { lines, stale, gross } = assessed({ substitutions: [held] })
    expect(lines[0]).toMatchObject({ state: 'price-stale', gross: { figure: { known: false, why: 'withheld' } } })
    expect(stale).toMatchObject([{ price: 'old', asOf: '2025-03-01', ageDays: 631, substitutions: ['archive'] }])
    expect(gross.figure.known).toBe(false)
    const acknowledged = assessed({ substitutions: [held], acknowledgedPrices: ['old'] })
    expect(moneyOf(acknowledged.gross).central).toBe(1200)
    expect(acknowledged.stale).toEqual([])
  })

  it('is one whose source states no day, too', () => {
    expect(lineOf({ price: 'undated' })).toMatchObject({ state: 'price-stale', price: { ageDays: null } })
  })

  it('does not hold up what is paid for already', () => {
    const { lines, stale } = assessed({ substitutions: [{ ...held, isPaidAlready: true }] })
    expect([lines[0]?.state, stale]).toEqual(['paid-already', []])
  })

  it('cannot be acknowledged under an id that nothing has', () => {
    expect(assessed({ acknowledgedPrices: ['olb'] }).issues).toEqual([
      { code: 'price-unknown', where: '/acknowledgedPrices/0', detail: 'olb' },
    ])
  })

  it('is one of more than 365 days, not of 365', () => {
    const seat = { name: 'Seat', price: 1, currency: 'USD', metric: 'user-month', supportRate: null, source: 'made up' }
    const prices = ['2025-11-22', '2025-11-21'].map((asOf) => ({ ...seat, id: asOf, asOf }))
    expect(lineOf({ price: '2025-11-22' }, { prices }).state).toBe('priced')
    expect(lineOf({ price: '2025-11-21' }, { prices }).state).toBe('price-stale')
  })
})

describe('another currency', () => {
  const rate = { from: 'EUR', to: 'USD', rate: 1.1, on: '2026-10-01', source: 'central bank' }

  it('is unknown without a rate, with the place', () => {
    const { lines, issues } = assessed({ substitutions: [substitution({ id: 'mail', price: 'in-euro' })] })
    expect(lines[0]).toMatchObject({ state: 'no-exchange-rate', gross: { figure: { known: false } } })
    expect(issues).toEqual([{ code: 'currency-without-rate', where: '/alternatives/0/price', detail: 'EUR' }])
  })

  it('is turned by the newest rate up to the day, in either direction', () => {
    const gross = (exchangeRates: Stated['exchangeRates']) =>
      moneyOf(lineOf({ price: 'in-euro', quantity: 1 }, { exchangeRates }).gross).central
    expect(gross([rate, { ...rate, rate: 1.2, on: '2026-11-01' }])).toBeCloseTo(144, 9)
    expect(gross([{ ...rate, from: 'USD', to: 'EUR', rate: 0.8 }])).toBeCloseTo(150, 9)
    expect(gross([rate, { ...rate, rate: 9, on: '2026-12-01' }])).toBeCloseTo(132, 9)
  })
})

describe('what is refused', () => {
  const refusals = (substitutions: readonly Substitution[]) =>
    assessed({ substitutions }).refused.map(({ substitution: id, issue }) => [id, issue.code, issue.where])

  it('is the second alternative to the same function of a product, however it is written', () => {
    const first = substitution({ id: 'a', price: 'cores', serves: 'Mail  server' })
    const second = substitution({ id: 'b', price: 'seats', serves: 'mail server' })
    expect(refusals([first, second])).toEqual([['b', 'function-twice', '/alternatives/1/serves']])
    expect(assessed({ substitutions: [first, second] }).lines).toHaveLength(1)
  })

  it('is a second one beside one for the whole organization', () => {
    const all = substitution({
      id: 'all',
      price: 'cores',
      product: null,
      part: 'pkg:deb/debian/mortar-15',
      serves: 'db',
    })
    const one = substitution({ id: 'one', price: 'cores', serves: 'db' })
    expect(refusals([one, all])).toEqual([['all', 'function-twice', '/alternatives/1/serves']])
    expect(refusals([all, one])).toEqual([['one', 'function-twice', '/alternatives/1/serves']])
  })

  it('is a second one for the same people, but not for other cores', () => {
    const people = [
      substitution({ id: 'a', price: 'seats', serves: 'mail' }),
      substitution({ id: 'b', price: 'other-seats', serves: 'mail', product: 'shop' }),
      substitution({ id: 'c', price: 'seats', serves: 'mail', product: 'bought-suite' }),
    ]
    expect(refusals(people)).toEqual([['b', 'function-twice', '/alternatives/1/serves']])
    expect(refusals(people.map((one) => ({ ...one, price: 'cores' })))).toEqual([])
  })

  it('is a library without a product; an image and a program that the book knows are none', () => {
    const of = (part: string) => [substitution({ id: 'a', price: 'cores', product: null, part })]
    expect(refusals(of('pkg:npm/left-shelf'))).toEqual([['a', 'library-not-priced', '/alternatives/0/part']])
    expect(refusals(of('pkg:npm/mortar-client'))).toEqual([['a', 'library-not-priced', '/alternatives/0/part']])
    expect(refusals(of('pkg:npm/gable-server'))).toEqual([])
    expect(refusals(of('pkg:deb/debian/mortar-15'))).toEqual([])
    expect(refusals(of('pkg:deb/debian/mortar-common'))).toHaveLength(1)
    expect(refusals(of('pkg:docker/harbor/anything'))).toEqual([])
  })

  it('is a price that nobody knows, that nobody published, or that lies in the future', () => {
    expect(refusals([substitution({ id: 'a', price: 'none' })])).toEqual([
      ['a', 'price-unknown', '/alternatives/0/price'],
    ])
    expect(refusals([substitution({ id: 'a', price: 'secret' })])).toEqual([
      ['a', 'price-not-published', '/alternatives/0/price'],
    ])
    const price = { id: 'later', name: 'Seat', price: 1, currency: 'USD', metric: 'user-month', supportRate: null }
    const prices = [{ ...price, asOf: '2026-11-23', source: 'made up' }]
    const { refused } = assessed({ prices, substitutions: [substitution({ id: 'a', price: 'later' })] })
    expect(refused[0]?.issue.code).toBe('in-the-future')
  })

  it('does not keep the next one for the same function from being taken', () => {
    const wrong = substitution({ id: 'a', price: 'none', serves: 'mail' })
    expect(refusals([wrong, substitution({ id: 'b', price: 'seats', serves: 'mail' })])).toHaveLength(1)
  })
})

describe('a suite', () => {
  const office = substitution({ id: 'office', price: 'seats', quantity: 100 })
  const mail = substitution({ id: 'mail', price: 'seats', quantity: 120, product: 'shop' })

  it('is bought once for the same people and divided over what it replaces', () => {
    const { lines, gross } = assessed({ substitutions: [office, mail] })
    expect(lines.map(({ billed }) => billed.figure.known && billed.figure.value)).toEqual([50, 70])
    expect(lines.map(({ sharedWith }) => sharedWith)).toEqual([['mail'], ['office']])
    expect(moneyOf(gross).central).toBe(120 * 120)
  })

  it('is bought again for other people', () => {
    const { gross } = assessed({ substitutions: [office, { ...mail, product: 'bought-suite' }] })
    expect(moneyOf(gross).central).toBe(220 * 120)
  })

  it('is paid for already for all it replaces when it is for one of them', () => {
    const { lines, gross } = assessed({ substitutions: [office, { ...mail, isPaidAlready: true }] })
    expect(lines.map(({ state }) => state)).toEqual(['paid-already', 'paid-already'])
    expect(moneyOf(gross).central).toBe(0)
  })
})

describe('the total', () => {
  it('covers what is known and says how many functions that is', () => {
    const { gross, discounted, net } = assessed({
      substitutions: [
        substitution({ id: 'a', price: 'seats', ownRunCost: 10, alternativeRunCost: 10 }),
        substitution({ id: 'b', price: 'cores' }),
        substitution({ id: 'c', price: 'cores', quantity: null }),
        substitution({ id: 'd', price: 'old' }),
        substitution({ id: 'e', price: 'seats', isPaidAlready: true, product: 'bought-suite' }),
        substitution({ id: 'f', price: 'none' }),
      ],
    })
    expect(gross.coverage).toEqual({ known: 3, of: 5, unit: 'functions' })
    expect(moneyOf(gross)).toEqual({ low: 2200, central: 2200, high: 2200, currency: 'USD' })
    expect(moneyOf(discounted)).toEqual({ low: 1100, central: 1650, high: 2200, currency: 'USD' })
    expect(net.coverage).toEqual({ known: 2, of: 5, unit: 'functions' })
  })

  it('is unknown when nobody stated anything, or nothing that may be valued', () => {
    expect(assessed({}).gross).toMatchObject({ figure: { known: false, why: 'not-collected' }, coverage: { of: 0 } })
    expect(assessed({ substitutions: [substitution({ id: 'a', price: 'none' })] }).net.figure.known).toBe(false)
  })

  it('never falls when one more function gets a quantity', () => {
    const quantity = fc.option(fc.integer({ min: 1, max: 1000 }), { nil: null })
    const price = fc.constantFrom('seats', 'cores', 'for-good')
    const any = fc.array(fc.tuple(quantity, price), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 1000 }), (list, added) => {
        const substitutions = list.map(([many, of], at) => substitution({ id: `s${at}`, price: of, quantity: many }))
        const gross = (of: readonly Substitution[]) => {
          const { figure } = assessed({ substitutions: of }).gross
          return figure.known ? figure.value.central : 0
        }
        const more = substitution({ id: 'more', price: 'seats', quantity: added })
        expect(gross([...substitutions, more])).toBeGreaterThanOrEqual(gross(substitutions) - 1e-6)
      }),
    )
  })
})

describe('assumptions', () => {
  it('can be replaced by the organization, and say so', () => {
    const assumptions = [{ id: 'alternatives-discount', low: 0.3, central: null, high: 0.1, source: 'our tenders' }]
    const replaced = lineOf({ price: 'seats' }, { assumptions })
    expect(moneyOf(replaced.discounted)).toMatchObject({ low: 840, central: 900, high: 1080 })
    expect(assessed({ assumptions }).assumptions[0]).toMatchObject({ source: 'our tenders', isDefault: false })
  })

  it('stay as they are when what was stated is no share', () => {
    const assumptions = [{ id: 'alternatives-discount', low: 50, central: 50, high: 50, source: 'percent' }]
    const { issues, assumptions: printed } = assessed({ assumptions })
    expect(issues).toEqual([{ code: 'wrong-type', where: '/assumptions/0', detail: '50' }])
    expect(printed[0]?.isDefault).toBe(true)
  })
})

describe('candidates', () => {
  const uses: readonly SampleUse[] = [
    { purl: 'pkg:deb/debian/mortar-15@15.2', product: 'portal' },
    { purl: 'pkg:npm/mortar-client@1.0.0', product: 'shop' },
    { purl: 'pkg:npm/left-shelf@1.0.0', product: 'shop' },
  ]

  it('are what the inventory holds and the book has a price for, prices that count first', () => {
    expect(assessed({}, uses).candidates).toEqual([
      {
        software: 'mortar',
        name: 'Mortar',
        serves: 'database',
        products: [
          { product: 'portal', packages: ['pkg:deb/debian/mortar-15'], isItself: true },
          { product: 'shop', packages: ['pkg:npm/mortar-client'], isItself: false },
        ],
        prices: [
          { id: 'cores', metric: 'core-year', mayCount: true },
          { id: 'old', metric: 'user-month', mayCount: false },
        ],
      },
    ])
  })

  it('are no more where somebody said how much there is', () => {
    const products = (of: Partial<Substitution>) =>
      assessed({ substitutions: [substitution({ id: 'db', price: 'cores', ...of })] }, uses).candidates.flatMap((one) =>
        one.products.map(({ product }) => product),
      )
    expect(products({})).toEqual(['shop'])
    expect(products({ quantity: null })).toEqual(['portal', 'shop'])
    expect(products({ quantity: null, isPaidAlready: true })).toEqual(['shop'])
    expect(products({ product: null, part: 'pkg:deb/debian/mortar-15' })).toEqual([])
  })

  it('tells whether a part that was named is in the inventory', () => {
    const found = (part: string | null) =>
      assessed({ substitutions: [substitution({ id: 'a', price: 'cores', part })] }, uses).lines[0]?.isPartFound
    expect([found('pkg:deb/debian/mortar-15'), found('pkg:deb/debian/mortar-16'), found(null)]).toEqual([
      true,
      false,
      null,
    ])
  })
})

describe('the figures', () => {
  const lodash: SampleUse = { purl: 'pkg:npm/lodash@4.17.21', product: 'portal', lines: 10_000 }
  const rate = { from: 'EUR', to: 'USD', rate: 1.1, on: '2026-10-01', source: 'central bank' }
  const portfolio = stating(
    {
      exchangeRates: [rate],
      prices: [
        {
          id: 'own',
          name: 'Own',
          price: 5,
          currency: 'USD',
          metric: 'gb',
          supportRate: null,
          asOf: '2026-11-01',
          source: 's',
        },
      ],
      substitutions: [
        substitution({ id: 'a', price: 'seats', fit: 0.5, ownRunCost: 1, alternativeRunCost: 2 }),
        substitution({ id: 'b', price: 'seats', product: 'shop', discount: 0.1 }),
        substitution({ id: 'c', price: 'in-euro' }),
        substitution({ id: 'd', price: 'for-good', quantity: null }),
        substitution({ id: 'e', price: 'old' }),
        substitution({ id: 'f', price: 'own', isPaidAlready: true }),
        substitution({ id: 'g', price: 'own', product: 'shop' }),
      ],
    },
    [lodash],
  )
  const figures = alternativeFigures(portfolio, sampleBook)

  it('each stand once, and lead down to the file of the organization, to prices and to assumptions', () => {
    const byId = new Map(figures.map((named) => [named.id, named]))
    expect(byId.size).toBe(figures.length)
    const leaves = new Set<string>()
    const walk = (id: string): void => {
      const named: NamedFigure | undefined = byId.get(id)
      if (named === undefined) throw new Error(`no figure ${id}`)
      for (const source of named.figure.from) {
        if (source.kind === 'computed') for (const input of source.inputs) walk(input)
        else if (source.kind === 'observed') leaves.add(source.at ?? '')
        else if (source.kind === 'assumed') leaves.add(source.assumption)
      }
    }
    for (const { id } of figures) walk(id)
    const ofLines = ['alternativeRunCost', 'fit', 'ownRunCost'].map((key) => `/alternatives/0/${key}`)
    const quantities = [0, 1, 2, 4, 5, 6].map((at) => `/alternatives/${at}/quantity`)
    const prices = ['for-good', 'in-euro', 'old', 'seats'].map((id) => `price-book/${id}`)
    const others = ['/alternatives/1/discount', '/alternatives/5/isPaidAlready', '/exchangeRates/0', '/prices/0']
    const assumptions = ['alternatives-discount', 'alternatives-years']
    expect([...leaves].sort()).toEqual([...ofLines, ...quantities, ...prices, ...others, ...assumptions].sort())
  })

  it('are never computed from the cost of building again, nor that from them', () => {
    const rebuilt = valueFigures(portfolio, assessValue(portfolio))
    const inputsOf = (of: readonly NamedFigure[]): Set<string> =>
      new Set(of.flatMap(({ figure }) => figure.from.flatMap((from) => (from.kind === 'computed' ? from.inputs : []))))
    const bought = new Set(figures.map(({ id }) => id))
    const built = new Set(rebuilt.map(({ id }) => id))
    expect(rebuilt.length).toBeGreaterThan(5)
    expect([...bought].filter((id) => built.has(id))).toEqual([])
    expect([...inputsOf(rebuilt)].filter((id) => bought.has(id))).toEqual([])
    expect([...inputsOf(figures)].filter((id) => built.has(id))).toEqual([])
    const { money } = assessValue(portfolio)
    expect(money.figure).toEqual(assessValue(stating({}, [lodash])).money.figure)
  })
})
