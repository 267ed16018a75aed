import { describe, expect, it } from 'vitest'
import { sampleBook, stating, substitution } from './portfolio.sample.ts'
import { compareAlternatives, type Supposition } from './what-if.ts'

const portfolio = stating({
  substitutions: [
    substitution({ id: 'mail', price: 'seats', ownRunCost: 100, alternativeRunCost: 0 }),
    substitution({ id: 'office', price: 'seats', product: 'shop' }),
    substitution({ id: 'crm', price: 'other-seats', product: 'bought-suite', isPaidAlready: true }),
  ],
})
const compare = (suppositions: Readonly<Record<string, Supposition>>) =>
  compareAlternatives(portfolio, sampleBook, new Map(Object.entries(suppositions)))

describe('trying out something else', () => {
  it('shows before, after and the difference, for the named line and those it touches', () => {
    const { changed, difference } = compare({ mail: { price: 'other-seats' } })
    expect(changed.map(({ substitution: id }) => id)).toEqual(['mail', 'office'])
    // Mail no longer shares the suite with the office: 5 of 10 seats at 10 become 10 at 25, and the office pays for all.
    expect(changed[0]?.difference.gross.figure).toMatchObject({ known: true, value: { central: 3000 - 600 } })
    expect(changed[1]?.difference.gross.figure).toMatchObject({ known: true, value: { central: 1200 - 600 } })
    expect(difference.gross).toMatchObject({ figure: { value: { central: 3000 } }, coverage: { known: 2, of: 2 } })
    expect(difference.net.coverage).toEqual({ known: 1, of: 2, unit: 'functions' })
  })

  it('takes a quantity or a discount that is only supposed for no statement of the organization', () => {
    const { changed, after } = compare({ mail: { quantity: 20 }, crm: { discount: 0.4 } })
    expect(after.lines[0]?.quantity.figure).toMatchObject({
      value: 20,
      from: [{ kind: 'assumed', assumption: 'what-if' }],
    })
    expect(changed.map(({ substitution: id }) => id)).toEqual(['mail', 'crm'])
    expect(changed[1]?.difference.discounted.figure).toMatchObject({ known: true, value: { central: 0 } })
  })

  it('does not carry a quantity over to another metric', () => {
    const { changed } = compare({ crm: { price: 'cores', isPaidAlready: false } })
    expect(changed[0]?.after).toMatchObject({ state: 'no-quantity', gross: { figure: { known: false } } })
    expect(changed[0]?.difference.gross.figure.known).toBe(false)
    const counted = compare({ crm: { price: 'cores', quantity: 8, isPaidAlready: false } })
    expect(counted.changed[0]?.after.gross.figure).toMatchObject({ known: true, value: { central: 800 } })
  })

  it('tells what buying costs and what leaving saves', () => {
    const { difference: bought } = compare({ mail: { isPaidAlready: true }, office: { isPaidAlready: true } })
    expect(bought.gross.figure).toMatchObject({ known: true, value: { central: -1200 } })
    const { difference: left } = compare({ crm: { isPaidAlready: false } })
    expect(left.discounted.figure).toMatchObject({ known: true, value: { low: 1500, central: 2250, high: 3000 } })
  })

  it('lets a stale price count when it is supposed to hold still', () => {
    const stale = new Map([['mail', { price: 'old' }]])
    const held = compareAlternatives(portfolio, sampleBook, stale)
    expect(held.changed[0]?.after).toMatchObject({ state: 'price-stale', gross: { figure: { known: false } } })
    const counted = compareAlternatives(portfolio, sampleBook, stale, ['old'])
    expect(counted.changed[0]?.after).toMatchObject({
      state: 'priced',
      gross: { figure: { value: { central: 1200 } } },
    })
  })

  it('says which line may not be valued any more', () => {
    const { newlyRefused } = compare({ mail: { price: 'none' } })
    expect(newlyRefused).toMatchObject([{ substitution: 'mail', issue: { code: 'price-unknown' } }])
  })

  it('changes nothing when nothing is supposed, and says that no difference applies', () => {
    const { changed, difference } = compare({})
    expect(changed).toEqual([])
    expect(difference.gross.figure).toMatchObject({ known: false, why: 'not-applicable' })
  })
})
