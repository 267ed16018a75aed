import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FundingCandidate } from '#domain/assessment/funding.ts'
import { lift, unknown } from '#domain/figure.ts'
import { allocateBudget, type FundingTerms } from './allocate-budget.ts'
import { followUpFunding } from './follow-up.ts'
import { fundingDefaults } from './assumptions.ts'
import { minorDigits } from './minor-units.ts'

const given = { id: 'given', version: 1 }
const links = [{ url: 'https://wick.example/give', basis: 'funding-file' }] as const

function candidate(
  subject: string,
  factors: { readonly u?: number; readonly k?: number; readonly h?: number | null },
  more: Partial<FundingCandidate> = {},
): FundingCandidate {
  const { u = 0.5, k = 0.5, h = 0.5 } = factors
  return {
    subject,
    usage: { id: `u/${subject}`, figure: lift(u, given, []) },
    usageBasis: 'value',
    criticality: { id: `k/${subject}`, figure: lift(k, given, []) },
    health: { id: `h/${subject}`, figure: h === null ? unknown('not-collected') : lift(h, given, []) },
    links,
    hasSkill: false,
    isSmall: null,
    ...more,
  }
}

const terms = (more: Partial<FundingTerms> = {}): FundingTerms => ({
  budget: 100_000,
  floor: 0,
  cap: 1,
  most: Number.POSITIVE_INFINITY,
  currency: 'EUR',
  ...more,
})

const amounts = (all: readonly FundingCandidate[], of: FundingTerms) =>
  new Map(allocateBudget(all, of).plan.shares.map(({ subject, minor }) => [subject, minor]))

describe('a budget', () => {
  it('is shared by use, criticality and lack of health', () => {
    const { plan } = allocateBudget(
      [
        candidate('a', { u: 0.4, k: 0.9, h: 0.2 }),
        candidate('b', { u: 0.1, k: 0.9, h: 0.2 }),
        candidate('c', { h: null }),
      ],
      terms(),
    )
    // Weights 0.288, 0.072 and 0.125.
    expect(plan.shares.map(({ subject, minor, isHealthAssumed }) => [subject, minor, isHealthAssumed])).toEqual([
      ['a', 59_382, false],
      ['c', 25_773, true],
      ['b', 14_845, false],
    ])
    expect(plan.shares[0]).toMatchObject({ usage: 0.4, criticality: 0.9, health: 0.2, amount: 593.82, remedy: 'money' })
    expect(plan.unassigned).toBe(0)
  })

  it('goes to people who can do the work first, then as money, and to small projects as time', () => {
    const { plan } = allocateBudget(
      [
        candidate('skilled', {}, { hasSkill: true }),
        candidate('paid', {}),
        candidate('small', {}, { links: [], isSmall: true }),
        candidate('unreachable', {}, { links: [], isSmall: false }),
        candidate('uncounted', {}, { links: [], isSmall: null }),
        candidate('well', { h: 1 }),
        candidate('unknown', {}, { criticality: { id: 'k', figure: unknown('failed') } }),
      ],
      terms(),
    )
    expect(plan.shares.map(({ subject, remedy }) => [subject, remedy])).toEqual([
      ['paid', 'money'],
      ['skilled', 'time'],
      ['small', 'time'],
    ])
    expect(plan.notFunded).toEqual([
      { subject: 'uncounted', why: 'no-receiver' },
      { subject: 'unknown', why: 'unknown-factors' },
      { subject: 'unreachable', why: 'no-receiver' },
      { subject: 'well', why: 'no-need' },
    ])
  })

  it('that nobody can receive, or that caps hold back, is left', () => {
    expect(allocateBudget([], terms()).plan).toMatchObject({ shares: [], unassigned: 100_000 })
    const capped = allocateBudget([candidate('a', {}), candidate('b', { u: 0.1 })], terms({ cap: 0.25 })).plan
    expect(capped.shares.map(({ minor, limit }) => [minor, limit])).toEqual([
      [25_000, 'cap'],
      [25_000, 'cap'],
    ])
    expect(capped.unassigned).toBe(50_000)
  })

  it('goes to the weightiest, as many as are helped at once', () => {
    const all = [candidate('a', { u: 0.1 }), candidate('b', { u: 0.5 }), candidate('c', { u: 0.3 })]
    const { plan } = allocateBudget(all, terms({ most: 2 }))
    expect(plan.shares.map(({ subject }) => subject)).toEqual(['b', 'c'])
    expect(plan.notFunded).toEqual([{ subject: 'a', why: 'beyond-most' }])
    expect(plan.unassigned).toBe(0)
  })

  it('raises to the floor, and leaves out the least where it does not reach for all', () => {
    const all = [candidate('a', { u: 0.9 }), candidate('b', { u: 0.09 }), candidate('c', { u: 0.01 })]
    const raised = allocateBudget(all, terms({ floor: 5000 })).plan
    expect(raised.shares.map(({ subject, minor, limit }) => [subject, minor, limit])).toEqual([
      ['a', 86_364, null],
      ['b', 8636, null],
      ['c', 5000, 'floor'],
    ])
    const scarce = allocateBudget(all, terms({ floor: 40_000 })).plan
    expect(scarce.shares.map(({ subject }) => subject)).toEqual(['a', 'b'])
    expect(scarce.notFunded).toEqual([{ subject: 'c', why: 'below-floor' }])
  })

  it('opens every share into its factors', () => {
    const { plan, figures } = allocateBudget([candidate('a', {}), candidate('b', { h: null })], terms())
    const byId = new Map(figures.map((each) => [each.id, each.figure]))
    for (const { figure } of plan.shares) {
      const [source] = byId.get(figure)?.from ?? []
      if (source?.kind !== 'computed') throw new Error('a share without a source')
      for (const input of source.inputs) expect(byId.has(input), input).toBe(true)
    }
    const weight = byId.get('health/funding-weight/b')?.from[0]
    expect(weight).toMatchObject({ kind: 'computed', inputs: ['u/b', 'k/b', 'health/assumption/F3-unknown-health'] })
  })
})

const factor = fc.double({ min: 0, max: 1, noNaN: true })
const anybody = fc.record({ u: factor, k: factor, h: fc.option(factor), hasSkill: fc.boolean(), isPaid: fc.boolean() })
const everybody = fc
  .array(anybody, { maxLength: 12 })
  .map((all) =>
    all.map(({ u, k, h, hasSkill, isPaid }, at) =>
      candidate(`s${at}`, { u, k, h }, { hasSkill, links: isPaid ? links : [] }),
    ),
  )
const anyTerms = fc.record({
  budget: fc.integer({ min: 0, max: 10_000_000 }),
  floor: fc.integer({ min: 0, max: 500_000 }),
  cap: fc.double({ min: 0.01, max: 1, noNaN: true }),
  most: fc.integer({ min: 1, max: 30 }),
  currency: fc.constant('EUR'),
})

describe('whatever the factors', () => {
  it('the sum is the budget, to the smallest unit', () => {
    fc.assert(
      fc.property(everybody, anyTerms, (all, of) => {
        const { plan } = allocateBudget(all, of)
        const sum = plan.shares.reduce((total, { minor }) => total + minor, 0)
        return (
          sum + plan.unassigned === of.budget &&
          plan.unassigned >= 0 &&
          plan.shares.every(({ minor }) => Number.isInteger(minor))
        )
      }),
    )
  })

  it('nobody is below the floor or above the cap, and money is left only when all are at the cap', () => {
    fc.assert(
      fc.property(everybody, anyTerms, (all, of) => {
        const { plan } = allocateBudget(all, of)
        const cap = Math.max(of.floor, Math.floor(of.budget * of.cap))
        return (
          plan.shares.every(({ minor }) => minor >= of.floor && minor <= cap) &&
          (plan.unassigned === 0 || plan.shares.every(({ minor }) => minor === cap))
        )
      }),
    )
  })

  it('more use, more criticality and less health never give less', () => {
    fc.assert(
      fc.property(everybody, anyTerms, fc.nat(), factor, fc.constantFrom('u', 'k', 'h'), (all, of, pick, to, which) => {
        const chosen = all[pick % Math.max(1, all.length)]
        if (chosen === undefined) return true
        const key = which === 'u' ? 'usage' : which === 'k' ? 'criticality' : 'health'
        const was = chosen[key].figure.known ? chosen[key].figure.value : 0.5
        const isMore = which === 'h' ? to <= was : to >= was
        const changed = { ...chosen, [key]: { id: chosen[key].id, figure: lift(to, given, []) } }
        const before = amounts(all, of).get(chosen.subject) ?? 0
        const after =
          amounts(
            all.map((each) => (each === chosen ? changed : each)),
            of,
          ).get(chosen.subject) ?? 0
        return isMore ? after >= before : after <= before
      }),
      { numRuns: 2000 },
    )
  })

  it('the order of the candidates changes nothing', () => {
    fc.assert(
      fc.property(everybody, anyTerms, (all, of) => {
        expect(allocateBudget(all.toReversed(), of)).toEqual(allocateBudget(all, of))
      }),
    )
  })
})

it('knows the smallest unit of a currency', () => {
  expect(['EUR', 'JPY', 'KWD', 'nonsense'].map(minorDigits)).toEqual([2, 0, 3, 2])
})

it('takes floor and cap from the organization where they make sense', () => {
  const setting = (id: string, central: number | string) => ({ id, low: null, central, high: null, source: 'ours' })
  expect(fundingDefaults([setting('F1-floor', 250), setting('F2-cap', 0.4)])).toEqual({
    floor: 250,
    cap: 0.4,
    most: 20,
  })
  expect(fundingDefaults([setting('F1-floor', -1), setting('F2-cap', 'half')])).toEqual({
    floor: 100,
    cap: 0.25,
    most: 20,
  })
})

describe('what became of gifts', () => {
  const score = (subject: string, value: number | null) =>
    [
      subject,
      { id: `health/score/${subject}`, figure: value === null ? unknown('withheld') : lift(value, given, []) },
    ] as const
  const snapshots = [
    { on: '2026-11-01', health: new Map([score('a', 0.7), score('b', 0.5), score('c', 0.9)]) },
    { on: '2026-01-01', health: new Map([score('a', 0.4), score('b', null)]) },
    { on: '2026-05-01', health: new Map([score('a', 0.5)]) },
  ]
  const gift = (subject: string, on: string, amount: number | null, hours: number | null = null) => ({
    subject,
    on,
    amount,
    hours,
  })

  it('is health before the first gift and now, with the difference or the reason there is none', () => {
    const outcomes = followUpFunding(
      [
        gift('a', '2026-02-01', 600),
        gift('a', '2026-06-01', 400),
        gift('b', '2026-02-01', null, 12),
        gift('c', '2025-12-01', 50),
        gift('d', '2026-11-01', 10),
        gift('e', '2026-02-01', 5),
      ],
      snapshots,
    )
    expect(
      outcomes.map(({ subject, amount, hours, beforeOn, nowOn, change, why }) => [
        subject,
        amount,
        hours,
        beforeOn,
        nowOn,
        change.figure.known ? Math.round(change.figure.value * 100) / 100 : null,
        why,
      ]),
    ).toEqual([
      ['a', 1000, 0, '2026-01-01', '2026-11-01', 0.3, null],
      ['c', 50, 0, null, '2026-11-01', null, 'not-assessed-before'],
      ['d', 10, 0, '2026-11-01', null, null, 'not-assessed-since'],
      ['e', 5, 0, '2026-01-01', '2026-11-01', null, 'unknown-before'],
      ['b', 0, 12, '2026-01-01', '2026-11-01', null, 'unknown-before'],
    ])
    expect(outcomes[0]).toMatchObject({ firstOn: '2026-02-01', lastOn: '2026-06-01' })
  })
})
