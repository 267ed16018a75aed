import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  engagementOptions,
  factNames,
  projectGovernances,
  type EngagementCase,
  type EngagementOption,
  type FactName,
} from '#domain/engagement.ts'
import { changesFromList, changesOf } from './changes.ts'
import { factsFrom, type SampleFacts } from './facts.sample.ts'
import { askGuide, chooseOption } from './guide.ts'

const yes = fc.boolean()
const values: Record<FactName, fc.Arbitrary<number | string | boolean>> = {
  ...(Object.fromEntries(factNames.map((name) => [name, yes])) as Record<FactName, fc.Arbitrary<boolean>>),
  criticality: fc.double({ min: 0, max: 1, noNaN: true }),
  health: fc.constantFrom('good', 'fair', 'weak'),
  governance: fc.constantFrom(...projectGovernances),
  license: fc.constantFrom('ok', 'conditional', 'refused'),
  agreement: fc.constantFrom('none', 'symmetric', 'asymmetric'),
  patches: fc.nat(3),
  patchReleases: fc.nat(5),
  ownShare: fc.double({ min: 0, max: 1, noNaN: true }),
}
/** Each fact known or not. */
const anyFacts = fc.record(values, { requiredKeys: [] }) as fc.Arbitrary<SampleFacts>
const anyCase = fc.constantFrom<EngagementCase>('used', 'own', 'new')

describe('the guide', () => {
  it('always chooses one option, and turns down two others for a reason', () => {
    fc.assert(
      fc.property(anyCase, anyFacts, (of, sample) => {
        const facts = factsFrom(sample)
        const answer = askGuide(of, facts)
        expect(engagementOptions).toContain(answer.option)
        expect(answer.option).toBe(chooseOption(of, facts).option)
        const [first, second] = answer.rejected
        expect(new Set([answer.option, first?.option, second?.option]).size).toBe(3)
        expect(answer.applied.filter(({ wins }) => wins)).toHaveLength(answer.rule === null ? 0 : 1)
      }),
    )
  })

  it('lets nothing outvote a refused license', () => {
    fc.assert(
      fc.property(anyFacts, (sample) => {
        const answer = askGuide('used', factsFrom({ ...sample, license: 'refused' }))
        expect(answer).toMatchObject({ option: 0, rule: 'license-refused' })
        for (const { why } of answer.rejected) expect(['barred', 'not-met']).toContain(why.code)
      }),
    )
  })

  it('never says that all is well where nothing is known', () => {
    for (const of of ['used', 'own', 'new'] as const) {
      const answer = askGuide(of, factsFrom({}))
      expect(answer.isAdvised).toBe(false)
      expect(answer.rule).toBeNull()
      expect(answer.applied).toEqual([])
      expect(answer.measures).toEqual(['find-out'])
      expect(answer.open.length).toBeGreaterThan(0)
    }
  })

  it('lists every rule that it cannot judge, with what is missing', () => {
    fc.assert(
      fc.property(anyCase, anyFacts, (of, sample) => {
        const facts = factsFrom(sample)
        for (const { missing } of askGuide(of, facts).open) {
          expect(missing.length).toBeGreaterThan(0)
          for (const name of missing) expect(facts[name].known).toBe(false)
        }
      }),
    )
  })

  it('is not moved to advise by forgetting: a provisional answer stays one when a fact is taken away', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...factNames), (sample, name) => {
        const before = chooseOption('used', factsFrom(sample))
        const after = chooseOption('used', factsFrom({ ...sample, [name]: undefined }))
        if (!before.isAdvised) expect(after.isAdvised).toBe(false)
      }),
    )
  })

  it.each<[EngagementOption, EngagementCase, SampleFacts]>([
    [0, 'used', { license: 'refused' }],
    [1, 'used', { criticality: 0.1, health: 'good', gap: false }],
    [2, 'used', { criticality: 0.8, skill: false, supportNeeded: true }],
    [3, 'used', { gap: true, acceptsChanges: true, patchUnderWay: true }],
    [4, 'used', { criticality: 0.8, abandoned: true, alternative: false }],
    [5, 'used', { gap: true, acceptsChanges: true }],
    [6, 'used', { criticality: 0.8, roadmap: true }],
    [7, 'used', { criticality: 0.8, falling: true, governance: 'one-person', skill: true }],
    [8, 'used', { criticality: 0.8, falling: true, governance: 'one-person', skill: false }],
    [9, 'used', { criticality: 0.8, health: 'good', gap: false, foundation: true, differentiating: true }],
    [10, 'new', { existingFits: false, differentiating: false, sharedNeed: true, sponsor: true, longTermPeople: true }],
    [11, 'own', { differentiating: true }],
    [12, 'own', { neutrality: true }],
    [13, 'own', { idle: true, unfixed: true }],
  ])('can reach option %i', (option, of, sample) => {
    expect(askGuide(of, factsFrom(sample))).toMatchObject({ option, isAdvised: true })
  })

  it('asks legal first: an asymmetric agreement bars contributions, money stays', () => {
    const falling = { criticality: 0.8, falling: true, governance: 'one-person', skill: true } as const
    const barred = { ...falling, agreement: 'asymmetric', agreementCleared: false } as const
    const answer = askGuide('used', factsFrom(barred))
    expect(answer).toMatchObject({ option: 8, rule: 'asymmetric-agreement', reason: 'agreement-first' })
    expect(answer.rejected[0]).toEqual({ option: 7, why: { code: 'barred', rule: 'asymmetric-agreement' } })
    expect(chooseOption('used', factsFrom({ ...barred, agreementCleared: true })).option).toBe(7)
  })

  it('puts what was given up before everything but the license, and names the rules that lost', () => {
    const answer = askGuide(
      'used',
      factsFrom({
        criticality: 0.8,
        abandoned: true,
        alternative: false,
        roadmap: true,
        gap: true,
        acceptsChanges: true,
      }),
    )
    expect(answer.applied.map(({ rule, wins }) => [rule, wins])).toEqual([
      ['abandoned', true],
      ['roadmap-depends', false],
      ['gap-upstream', false],
    ])
    expect(answer.rejected.slice(0, 2).map(({ option, why }) => [option, why.code])).toEqual([
      [6, 'outranked'],
      [5, 'outranked'],
    ])
  })

  it('adds the duties of a steward to whatever is advised', () => {
    const answer = askGuide('own', factsFrom({ neutrality: true, sustainsCommercial: true }))
    expect(answer).toMatchObject({ option: 12, measures: ['open-governance', 'check-steward-status'] })
  })
})

describe('what would change the advice', () => {
  it('names single facts only that really do', () => {
    fc.assert(
      fc.property(anyFacts, (sample) => {
        const facts = factsFrom(sample)
        const now = askGuide('used', facts)
        for (const { fact, kind, value, option } of changesOf('used', facts, now.asked, undefined)) {
          expect(option).not.toBe(now.option)
          if (kind === 'unknown') expect(facts[fact].known).toBe(false)
          expect(chooseOption('used', factsFrom({ ...sample, [fact]: value })).option).toBe(option)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('sees a criticality just below a threshold', () => {
    const facts = factsFrom({ criticality: 0.58, roadmap: true, license: 'ok' })
    expect(changesOf('used', facts, ['criticality', 'roadmap'], undefined)).toContainEqual({
      fact: 'criticality',
      kind: 'near',
      value: 0.6,
      option: 6,
      rule: 'roadmap-depends',
    })
    expect(changesOf('used', factsFrom({ criticality: 0.4, roadmap: true }), ['criticality'], undefined)).toEqual([])
  })

  it('holds in a list too what decided between options and is not known, with its reason', () => {
    const facts = factsFrom({ criticality: 0.8, roadmap: true })
    const { option, deciding, open } = askGuide('used', facts)
    expect([option, deciding]).toEqual([6, ['ownShare']])
    const known = (['criticality', 'roadmap'] as const).map((fact) => ({
      fact,
      figure: { id: fact, figure: facts[fact] },
    }))
    const kept = deciding.map((fact) => ({ fact, figure: { id: fact, figure: facts[fact] } }))
    const change = { fact: 'ownShare', kind: 'unknown', value: 0.05, option: 7, rule: 'roadmap-depends' }
    const told = changesFromList({ case: 'used', inputs: [...known, ...kept], open }, undefined)
    expect(told).toContainEqual(change)
    expect(new Set(told.map(({ fact, value }) => `${fact} ${value}`)).size).toBe(told.length)
    expect(changesFromList({ case: 'used', inputs: known, open }, undefined)).not.toContainEqual(change)
  })

  it('sees a health just above weak', () => {
    const facts = factsFrom({ criticality: 0.1, health: 'fair', alternative: true, gap: false })
    expect(changesOf('used', facts, ['health'], 0.42)).toContainEqual(
      expect.objectContaining({ fact: 'health', kind: 'near', value: 'weak', option: 0 }),
    )
  })
})
