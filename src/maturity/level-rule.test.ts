import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EvidenceGrade, IndicatorState } from '#domain/assessment/maturity.ts'
import type { LevelNumber } from '#domain/maturity-model.ts'
import { levelRule, type RuleIndicator } from './level-rule.ts'

const gate = (level: LevelNumber, state: IndicatorState, grade: EvidenceGrade | null = 'A'): RuleIndicator => {
  return { level, isGate: true, weight: 1, state, grade: state === 'unknown' ? null : grade }
}
const support = (level: LevelNumber, state: IndicatorState, grade: EvidenceGrade | null = 'A'): RuleIndicator => {
  return { level, isGate: false, weight: 1, state, grade: state === 'unknown' ? null : grade }
}
const intervalOf = (...indicators: RuleIndicator[]) => levelRule(indicators).interval

describe('the level rule', () => {
  it('holds with every gate met and three of five supporting indicators [row 67]', () => {
    const supports = [
      support(1, 'met'),
      support(1, 'met'),
      support(1, 'met'),
      support(1, 'not-met'),
      support(1, 'not-met'),
    ]
    const { interval, basis } = levelRule([gate(0, 'met'), gate(1, 'met'), ...supports])
    expect(interval).toEqual({ floor: 1, ceiling: 1 })
    expect(basis).toBe('shown')
  })

  it('does not hold with a share just below 0.6: two documents met against one measured miss and one attested', () => {
    // 2 · 0.8 ÷ (2 · 0.8 + 1 + 0.6) = 0.5
    const weak = [support(1, 'met', 'B'), support(1, 'met', 'B'), support(1, 'not-met', 'A'), support(1, 'partly', 'C')]
    expect(levelRule([gate(1, 'met'), ...weak]).progress[0]?.floor).toBeCloseTo(0.5)
    expect(intervalOf(gate(1, 'met'), ...weak)).toEqual({ floor: 0, ceiling: 0 })
  })

  it('is stopped by a missed gate of any level up to it, whatever supports it', () => {
    expect(intervalOf(gate(0, 'not-met'), gate(1, 'met'), support(1, 'met'), support(2, 'met'))).toEqual({
      floor: 0,
      ceiling: 0,
    })
    expect(intervalOf(gate(1, 'met'), support(1, 'met'), gate(3, 'partly'), support(3, 'met'))).toEqual({
      floor: 1,
      ceiling: 1,
    })
  })

  it('is claimed, never shown, when it rests on answers alone', () => {
    expect(levelRule([gate(1, 'met', 'D'), support(1, 'met', 'D')])).toMatchObject({
      interval: { floor: 1, ceiling: 1 },
      basis: 'claimed',
    })
    expect(levelRule([gate(1, 'met', 'D'), support(1, 'met', 'C')]).basis).toBe('shown')
    expect(levelRule([gate(0, 'met', 'A'), gate(1, 'met', 'D'), support(1, 'met', 'D')]).basis).toBe('claimed')
  })

  it('is an interval where indicators are unknown, with what is known beside it', () => {
    const result = levelRule([gate(1, 'met'), support(1, 'met'), support(1, 'unknown'), support(1, 'not-met')])
    expect(result.interval).toEqual({ floor: 0, ceiling: 1 })
    expect([result.known, result.of]).toEqual([3, 4])
    expect(intervalOf(gate(1, 'unknown'), support(1, 'met'))).toEqual({ floor: 0, ceiling: 1 })
  })

  it('leaves out what does not apply, and shows no level that nothing evidences', () => {
    expect(levelRule([support(2, 'met'), support(2, 'not-applicable'), gate(2, 'not-applicable')])).toMatchObject({
      interval: { floor: 2, ceiling: 2 },
      known: 1,
      of: 1,
    })
    expect(intervalOf(gate(1, 'met'))).toEqual({ floor: 1, ceiling: 1 })
    expect(levelRule([])).toMatchObject({ interval: { floor: 0, ceiling: 0 }, of: 0 })
  })

  it('asks an office for the stages below as well', () => {
    const stages = [gate(1, 'not-met'), support(1, 'met'), support(2, 'met')]
    expect(levelRule([support(1, 'not-met'), support(2, 'met')]).interval.floor).toBe(2)
    expect(levelRule([support(1, 'not-met'), support(2, 'met')], true).interval.floor).toBe(0)
    expect(levelRule(stages, true).interval.ceiling).toBe(0)
  })
})

const states = fc.constantFrom<IndicatorState>('met', 'partly', 'not-met', 'unknown', 'not-applicable')
const grades = fc.constantFrom<EvidenceGrade>('A', 'B', 'C', 'D')
const indicator = fc
  .record({ level: fc.constantFrom<LevelNumber>(0, 1, 2, 3, 4), isGate: fc.boolean(), state: states, grade: grades })
  .map(({ state, grade, ...rest }): RuleIndicator => {
    return { ...rest, weight: 1, state, grade: state === 'unknown' || state === 'not-applicable' ? null : grade }
  })

describe('unknown is never zero and never no', () => {
  it('whatever turns out, the level lies in the interval, and finding out never widens it', () => {
    fc.assert(
      fc.property(
        fc.array(indicator, { maxLength: 20 }),
        fc.infiniteStream(fc.tuple(states, grades)),
        (all, outcomes) => {
          const before = levelRule(all)
          const resolved = all.map((one): RuleIndicator => {
            if (one.state !== 'unknown') return one
            const [state, grade] = outcomes.next().value as [IndicatorState, EvidenceGrade]
            // Turning out not to apply is another question: it takes the indicator out of the rule.
            return state === 'unknown' || state === 'not-applicable' ? one : { ...one, state, grade }
          })
          const after = levelRule(resolved)
          expect(after.interval.floor).toBeGreaterThanOrEqual(before.interval.floor)
          expect(after.interval.ceiling).toBeLessThanOrEqual(before.interval.ceiling)
          expect(after.known).toBeGreaterThanOrEqual(before.known)
          expect(after.of).toBe(before.of)
        },
      ),
    )
  })

  it('only the floor takes it for a miss: with a plain no the ceiling comes down to the floor', () => {
    fc.assert(
      fc.property(fc.array(indicator, { maxLength: 20 }), (all) => {
        const no = all.map((one): RuleIndicator =>
          one.state === 'unknown' ? { ...one, state: 'not-met', grade: 'A' } : one,
        )
        expect(levelRule(no).interval.floor).toBe(levelRule(all).interval.floor)
        expect(levelRule(no).interval.ceiling).toBe(levelRule(all).interval.floor)
      }),
    )
  })
})
