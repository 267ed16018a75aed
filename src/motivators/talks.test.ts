import { describe, expect, it } from 'vitest'
import type { VulnerabilityAssessment } from '#domain/assessment/vulnerabilities.ts'
import { lift } from '#domain/figure.ts'
import type { Heard, HeardConversation } from '#domain/motivators.ts'
import { assessMotivators, motivatorFigures } from './assess.ts'
import { isWithin } from './areas.ts'
import { topOfAudiences } from './audiences.ts'
import { selectBenefits } from './benefits.ts'
import { contradictionsOf } from './contradictions.ts'
import { sampleEvidence, sampleMotivator, samplePortfolio } from './evidence.sample.ts'
import { buildPitch } from './pitch.ts'
import { planTalks } from './plan.ts'

function talk(id: string, more: Partial<HeardConversation> = {}): HeardConversation {
  return {
    id,
    on: '2026-10-01',
    with: { person: 'p-1', role: null },
    unit: 'quay',
    audience: 'engineers',
    interviewer: 'p-2',
    stance: 'believer',
    note: null,
    ...more,
  }
}

function findings(...parts: readonly number[]): VulnerabilityAssessment {
  return { findings: parts.map((part) => ({ part })) } as unknown as VulnerabilityAssessment
}

describe('whom to talk to', () => {
  const candidates = (evidence = sampleEvidence()) => planTalks(evidence).candidates

  it('comes from the inventory, and changes with it [row 72]', () => {
    const kinds = (evidence = sampleEvidence()) =>
      candidates(evidence).flatMap(({ unit, person, reasons }) =>
        reasons.map((reason) => [unit, person, reason.kind, 'packages' in reason ? reason.packages : null]),
      )
    expect(kinds()).toContainEqual(['quay', 'p-1', 'top-user', 2])
    expect(kinds()).toContainEqual(['mill', null, 'top-user', 1])
    expect(kinds().map(([, , kind]) => kind)).not.toContain('owns-critical')
    const critical = kinds(sampleEvidence({}, { portfolio: samplePortfolio('mission') }))
    expect(critical).toContainEqual(['quay', 'p-1', 'owns-critical', 2])
    const moved = kinds(sampleEvidence({}, { portfolio: samplePortfolio('mission', [1, 1, 1]) }))
    expect(moved).toContainEqual(['mill', null, 'top-user', 3])
    expect(moved.map(([unit, , kind]) => `${unit} ${kind}`)).not.toContain('quay owns-critical')
  })

  it('names units with most findings once for each finding, and nobody when none were looked up [row 72]', () => {
    const most = candidates(sampleEvidence({}, { vulnerabilities: findings(0, 0, 1, 2) })).flatMap(
      ({ unit, person, audience, reasons }) =>
        reasons.flatMap((reason) =>
          reason.kind === 'most-findings' ? [[unit, person, audience, reason.findings]] : [],
        ),
    )
    expect(most.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))).toEqual([
      ['mill', null, 'managers', 1],
      ['quay', 'p-2', 'managers', 3],
    ])
    expect(JSON.stringify(candidates())).not.toContain('most-findings')
  })

  it('never proposes somebody who has left', () => {
    expect(JSON.stringify(candidates(sampleEvidence({}, { portfolio: samplePortfolio('mission') })))).not.toContain(
      'p-3',
    )
  })

  it('shows who is missing: areas, audiences, believers or doubters [row 71]', () => {
    const plan = planTalks(sampleEvidence({ conversations: [talk('c-1')] }))
    expect(plan.coverage).toEqual([
      { area: 'quay', people: 1, tookPlace: true, missing: ['managers'] },
      { area: 'mill', people: 0, tookPlace: false, missing: ['managers', 'engineers'] },
    ])
    expect(plan.areasHeard.figure).toMatchObject({ value: 1 })
    expect(plan.missingAudiences).toEqual(['executives', 'managers', 'specialists'])
    expect(plan.missingStances).toEqual(['doubter'])
    const open = plan.candidates.filter((one) => one.talk === 'open')
    expect(open.map(({ person }) => person)).toContain('p-4')
    expect(plan.candidates.find(({ person }) => person === 'p-1')?.talk).toBe('held')
  })

  it('says of a conversation that may not be quoted that it took place, and not with whom [row 71]', () => {
    const groups = [{ unit: 'quay', audience: 'engineers' as const, people: null }]
    const plan = planTalks(sampleEvidence({ groups }))
    expect(plan.coverage[0]).toMatchObject({ people: 0, tookPlace: true })
    expect(plan.candidates.find(({ person }) => person === 'p-1')?.talk).toBe('took-place')
    expect(plan.candidates.some(({ talk: state }) => state === 'held')).toBe(false)
  })
})

describe('contradictions', () => {
  const want = sampleMotivator('want', { heard: [{ unit: null, audience: 'executives', people: 1 }], areas: [] })
  const held = sampleMotivator('held', { kind: 'personal', obstacle: 'no time' })
  const found = (...motivators: Heard['motivators']) => contradictionsOf(sampleEvidence({ motivators }))

  it('are found where executives want what engineers are kept from', () => {
    expect(found(want, held)).toEqual([
      { area: 'quay', wanted: 'want', hindered: 'held', kind: 'cost', activities: ['use'] },
    ])
  })

  it('are silent without an obstacle, in another area, for another activity, and when declined', () => {
    expect(found(want, { ...held, obstacle: null })).toEqual([])
    expect(found({ ...want, areas: ['mill'] }, held)).toEqual([])
    expect(found(want, { ...held, activities: ['lead'] })).toEqual([])
    expect(found({ ...want, declined: 'no' }, held)).toEqual([])
    expect(found(held)).toEqual([])
  })
})

describe('the top of each audience', () => {
  it('is at most three, strongest first, and nothing that nobody of it named', () => {
    const motivators = ['a', 'b', 'c', 'd'].map((id, index) => sampleMotivator(id, { strength: index + 1 }))
    const top = topOfAudiences({ ...sampleEvidence({ motivators }).heard })
    expect(top.find(({ audience }) => audience === 'engineers')?.motivators.map(({ motivator }) => motivator)).toEqual([
      'd',
      'c',
      'b',
    ])
    expect(top.find(({ audience }) => audience === 'managers')?.motivators).toEqual([])
  })
})

describe('a pitch', () => {
  const inMill = sampleMotivator('mill-wish', {
    heard: [{ unit: 'mill', audience: 'managers', people: 1 }],
    areas: [],
    strength: 5,
  })
  const inQuay = sampleMotivator('quay-wish')
  const evidence = sampleEvidence(
    { motivators: [inMill, inQuay] },
    {
      levels: { quay: [1, 1], mill: [1, 1] },
      figures: [{ id: 'value/B1/unit:quay', figure: lift(3, { id: 'value/sample', version: 1 }, []) }],
    },
  )

  it('uses only what was heard in that area, with its own figures [row 65]', () => {
    const pitch = buildPitch(evidence, 'quay', 'managers')
    expect(pitch.ok && pitch.points).toMatchObject([
      {
        motivator: 'quay-wish',
        isFromAudience: false,
        state: 'served',
        benefit: { benefit: 'B1', figures: [{ id: 'value/B1/unit:quay' }] },
      },
    ])
  })

  it('puts what the audience itself said first, three points at most', () => {
    const motivators = ['a', 'b', 'c', 'd'].map((id) => sampleMotivator(id, { strength: 5 }))
    const manager = sampleMotivator('m', { heard: [{ unit: 'quay', audience: 'managers', people: 1 }], strength: 1 })
    const pitch = buildPitch(sampleEvidence({ motivators: [...motivators, manager] }), 'quay', 'managers')
    expect(pitch.ok && pitch.points.map(({ motivator }) => motivator)).toEqual(['m', 'a', 'b'])
  })

  it('claims no benefit that nothing measures', () => {
    const pitch = buildPitch(evidence, 'mill', 'managers')
    expect(pitch.ok && pitch.points).toMatchObject([{ motivator: 'mill-wish', benefit: null }])
  })

  it('is refused when nothing was heard there, and says whom to talk to [row 65]', () => {
    const pitch = buildPitch(sampleEvidence({ motivators: [inMill] }), 'quay', 'managers')
    expect(pitch).toMatchObject({ ok: false, talkTo: [{ unit: 'quay', person: 'p-2', audience: 'managers' }] })
    // The catalog is nobody's word.
    const catalog = sampleMotivator('catalog', { heard: [], catalog: 'a' })
    expect(buildPitch(sampleEvidence({ motivators: [catalog] }), null, 'executives').ok).toBe(false)
  })

  it('leaves out what was declined', () => {
    const declined = sampleMotivator('no', { declined: 'not us' })
    expect(buildPitch(sampleEvidence({ motivators: [declined] }), 'quay', 'engineers').ok).toBe(false)
  })
})

describe('benefits', () => {
  it('that were chosen head the report, three at most; all others are annex [row 69]', () => {
    const chosen = ['B4', 'B2', 'own', 'B1'].map((benefit, index) => ({ benefit, rank: index + 1, reason: null }))
    const own = { id: 'own', statement: 'Ours', activities: [], stakeholders: [], shownBy: [], from: 0, to: 4 } as const
    const { headlines, annex } = selectBenefits(sampleEvidence({ chosen, ownBenefits: [own] }))
    expect(headlines.map(({ benefit }) => benefit)).toEqual(['B4', 'B2', 'own'])
    expect(annex.map(({ benefit }) => benefit)).toEqual(['B1', 'B3'])
    expect(headlines[2]).toMatchObject({ isOwn: true, figures: [], evidence: [] })
  })

  it('show what stands beside them, which proves nothing', () => {
    const figure = { id: 'value/beside-B1', figure: lift(3, { id: 'value/sample', version: 1 }, []) }
    const { annex } = selectBenefits(sampleEvidence({}, { figures: [figure] }))
    expect(annex[0]).toMatchObject({ benefit: 'B1', figures: [{ id: 'value/beside-B1' }], evidence: [] })
  })

  it('head nothing as long as nobody chose', () => {
    expect(selectBenefits(sampleEvidence())).toMatchObject({ headlines: [], annex: { length: 4 } })
  })
})

describe('the process', () => {
  it('tells for each area which steps it has taken [row 66]', () => {
    const said = {
      conversations: [talk('c-1')],
      motivators: [sampleMotivator('a')],
      chosen: [{ benefit: 'B1', rank: 1, reason: null }],
    }
    const steps = (evidence = sampleEvidence()) => assessMotivators(evidence).process
    expect(steps(sampleEvidence(said, { levels: { quay: [1, 1] } }))).toEqual([
      { area: 'quay', done: ['levels', 'benefits', 'conversations', 'matrix'], next: null },
      { area: 'mill', done: ['benefits'], next: 'levels' },
    ])
    expect(steps()).toEqual([
      { area: 'quay', done: [], next: 'levels' },
      { area: 'mill', done: [], next: 'levels' },
    ])
  })
})

describe('areas', () => {
  it('end where units refer to one another in a circle', () => {
    const { organization } = samplePortfolio()
    const units = [
      { id: 'a', name: 'A', parent: 'b' },
      { id: 'b', name: 'B', parent: 'a' },
    ]
    expect(isWithin({ ...organization, units }, 'a', 'c')).toBe(false)
    expect(isWithin({ ...organization, units }, 'a', 'b')).toBe(true)
  })
})

describe('an assessment', () => {
  it('gives figures that are there once, and holds no word that anybody said', () => {
    const motivators = [
      sampleMotivator('a', { obstacle: 'SAID', wish: 'SAID', statement: 'SAID' }),
      sampleMotivator('b'),
    ]
    const evidence = sampleEvidence({ motivators, conversations: [talk('c-1', { note: 'SAID' })] })
    const assessment = assessMotivators(evidence)
    const ids = motivatorFigures(evidence, assessment).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(JSON.stringify([assessment, motivatorFigures(evidence, assessment)])).not.toContain('SAID')
  })
})
