import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EvidenceGrade } from '#domain/assessment/maturity.ts'
import { bandOf, confidence, confidenceOf } from './confidence.ts'

describe('confidence', () => {
  it('is .4 · .5 · 1 = .2 for the answer of one person a year ago', () => {
    const answer = confidenceOf({ grade: 'D', ageDays: 365, roles: 1, spread: 0 })
    expect(answer).toBeCloseTo(0.2, 12)
    expect(confidence([{ weight: 1, confidence: answer }])).toBeCloseTo(0.2, 12)
  })

  it('weighs kinds of evidence 1, 0.8 and, for two roles, 0.6; disagreement takes away', () => {
    const fresh = { ageDays: 0, roles: 2, spread: 0 }
    expect((['A', 'B', 'C', 'D'] as const).map((grade) => confidenceOf({ grade, ...fresh }))).toEqual([
      1, 0.8, 0.6, 0.6,
    ])
    expect(confidenceOf({ grade: 'D', ageDays: 0, roles: 2, spread: 0.33 })).toBeCloseTo(0.402)
  })

  it('has bands from 0.75 and from 0.5', () => {
    expect([0.75, 0.749, 0.5, 0.499].map(bandOf)).toEqual(['high', 'medium', 'medium', 'low'])
  })

  it('is not assessed, rather than 0, without evidence', () => {
    expect(confidence([])).toBeNull()
  })

  it('never falls when answers of a level turn into measured evidence', () => {
    const grade = fc.constantFrom<EvidenceGrade>('A', 'B', 'C', 'D')
    const term = fc.record({
      grade,
      ageDays: fc.nat(2000),
      roles: fc.integer({ min: 1, max: 4 }),
      spread: fc.double({ min: 0, max: 1, noNaN: true }),
      weight: fc.integer({ min: 1, max: 3 }),
      isReplaced: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 30 }), (terms) => {
        const sure = (of: typeof terms) =>
          confidence(of.map(({ weight, ...input }) => ({ weight, confidence: confidenceOf(input) }))) ?? 0
        const measured = terms.map((one) =>
          one.grade === 'D' && one.isReplaced ? { ...one, grade: 'A' as const, ageDays: 0, spread: 0 } : one,
        )
        expect(sure(measured)).toBeGreaterThanOrEqual(sure(terms) - 1e-12)
      }),
    )
  })
})
