import { describe, expect, it } from 'vitest'
import type { Bar, MatrixAxis } from '#domain/assessment/motivators.ts'
import { lift, unknown } from '#domain/figure.ts'
import type { Motivator } from '#domain/motivators.ts'
import { assessMotivators } from './assess.ts'
import { sampleEvidence, sampleMotivator, type Levels } from './evidence.sample.ts'
import { areaMatrix } from './matrix.ts'
import { templateRows } from './template.ts'

const method = { id: 'value/sample', version: 1 }

function bar(
  motivator: Motivator,
  levels: Levels = { quay: [1, 2] },
  figures: Parameters<typeof sampleEvidence>[1] = {},
  axis: MatrixAxis = 'engagement',
): Bar | undefined {
  const evidence = sampleEvidence({ motivators: [motivator] }, { ...figures, levels })
  return areaMatrix(evidence, 'quay', axis).rows.flatMap(({ bars }) => bars)[0]
}

function figure(id: string, value: unknown) {
  return { figures: [{ id, figure: lift(value, method, []) }] }
}

describe('the state of a bar', () => {
  it('is served when a figure shows that the value arrives', () => {
    expect(bar(sampleMotivator('a'), undefined, figure('value/B1/unit:quay', 3))).toMatchObject({
      state: 'served',
      evidence: ['value/B1/unit:quay'],
      unlock: null,
    })
    const band = { low: 1, central: 2, high: 3, currency: 'EUR' }
    expect(bar(sampleMotivator('a'), undefined, figure('value/B1', band))?.state).toBe('served')
    expect(bar(sampleMotivator('a'), undefined, figure('value/B1', 'met'))?.state).toBe('served')
  })

  it('is not served by nothing, by zero, by what is not met, nor by another unit', () => {
    for (const value of [0, false, 'not-met', 'partly', 'unknown', { low: 0, central: 0, high: 9 }])
      expect(bar(sampleMotivator('a'), undefined, figure('value/B1', value))?.state).toBe('reachable')
    expect(bar(sampleMotivator('a'), undefined, figure('value/B1/unit:mill', 3))?.state).toBe('reachable')
    const missing = { figures: [{ id: 'value/B1', figure: unknown('failed') }] }
    expect(bar(sampleMotivator('a'), undefined, missing)?.state).toBe('reachable')
  })

  it('takes the figure of the whole only where none is kept by unit', () => {
    const both = {
      figures: [
        { id: 'value/B1', figure: lift(5, method, []) },
        { id: 'value/B1/unit:mill', figure: lift(5, method, []) },
      ],
    }
    expect(bar(sampleMotivator('a'), undefined, both)?.state).toBe('reachable')
  })

  it('is reachable from its first level on, and locked below with the cheapest indicator in the way', () => {
    expect(bar(sampleMotivator('a', { from: 1 }))).toMatchObject({ state: 'reachable', unlock: null })
    // G2 is a gate and goes before the cheaper S2; level 3 is further up.
    expect(bar(sampleMotivator('a', { from: 2 }))).toMatchObject({
      state: 'locked',
      mayBeReachable: true,
      unlock: { indicator: 'G2', isGate: true, cost: 'high', openGates: 1 },
    })
    expect(bar(sampleMotivator('a', { from: 3, to: 4 }))).toMatchObject({
      state: 'locked',
      mayBeReachable: false,
      unlock: { indicator: 'G2', openGates: 2 },
    })
  })

  it('is neither open nor locked when nothing was assessed', () => {
    expect(bar(sampleMotivator('a'), {})?.state).toBe('unknown')
  })

  it('is not wanted when somebody declined, whatever arrives', () => {
    const declined = sampleMotivator('a', { declined: 'no shares' })
    expect(bar(declined, undefined, figure('value/B1', 3))?.state).toBe('not-wanted')
  })
})

describe('a matrix', () => {
  it('weighs people by number and rank, in figures that name their inputs', () => {
    const motivator = sampleMotivator('a', {
      heard: [
        { unit: 'quay', audience: 'executives', people: 2 },
        { unit: 'quay', audience: 'engineers', people: 3 },
      ],
      others: 5,
    })
    const found = bar(motivator)
    expect(found?.people.figure).toMatchObject({ known: true, value: 10 })
    expect(found?.weight.figure).toMatchObject({
      value: 2 * 3 + 3 + 5,
      from: [{ method: 'motivators/weight', inputs: ['motivators/heard/a', 'motivators/counted/a'] }],
    })
    expect(found?.strength.figure).toMatchObject({
      value: 3,
      from: [{ kind: 'observed', at: '/motivators/0/strength' }],
    })
  })

  it('shows a motivator in its area, in those above and below, and not beside it [row 73]', () => {
    const evidence = sampleEvidence({
      motivators: [
        sampleMotivator('a'),
        sampleMotivator('b', { areas: [] }),
        sampleMotivator('c', { areas: ['city'] }),
      ],
    })
    const shown = (area: string | null): readonly string[] =>
      areaMatrix(evidence, area, 'engagement').rows.flatMap(({ bars }) => bars.map(({ motivator }) => motivator))
    expect(shown('quay')).toEqual(['a', 'b', 'c'])
    expect(shown('mill')).toEqual(['b', 'c'])
    expect(shown(null)).toEqual(['a', 'b', 'c'])
  })

  it('divides the same motivators by stage, through the crosswalk [row 74]', () => {
    const stages = bar(sampleMotivator('a', { from: 1, to: 3 }), { quay: [0, 1] }, {}, 'stages')
    expect(stages).toMatchObject({ from: 0, to: 3, state: 'reachable' })
    const later = bar(sampleMotivator('a', { from: 2, to: 4 }), { quay: [1, 1] }, {}, 'stages')
    expect(later).toMatchObject({ from: 2, to: 4, state: 'locked', unlock: { indicator: 'G2', isGate: true } })
  })

  it('lists areas that are surely not aware', () => {
    const levels: Levels = { quay: [0, 0], mill: [0, 2] }
    expect(assessMotivators(sampleEvidence({}, { levels })).unaware).toEqual(['quay'])
  })
})

describe('the template', () => {
  const { content } = sampleEvidence()

  it('has its boxes where the picture has them, until somebody moves one [row 74]', () => {
    expect(templateRows(content, { motivators: [] })).toMatchObject([
      { kind: 'cost', bars: [{ box: 'box-a', from: 2, to: 3, isMoved: false }] },
      { kind: 'brand', bars: [{ box: 'box-b', from: 4, to: 4, touches: 'cost', isMoved: false }] },
    ])
    const own = sampleMotivator('mine', { catalog: 'b', kind: 'brand', from: 2, to: 4 })
    expect(templateRows(content, { motivators: [own] })[1]?.bars).toMatchObject([{ from: 2, to: 4, isMoved: true }])
  })
})
