import { describe, expect, it } from 'vitest'
import type { IndicatorResult, MaturityAssessment } from '#domain/assessment/maturity.ts'
import type { VulnerabilityAssessment } from '#domain/assessment/vulnerabilities.ts'
import { observed, unknown } from '#domain/figure.ts'
import { emptyOffice, type Office, type OfficeAnswer, type OfficeRecord } from '#domain/office.ts'
import { loadMaturityModel } from '#sources/maturity-content.ts'
import { assessMaturity, maturityFigures, type MaturityEvidence } from './assess.ts'
import { axesApart } from './axes.ts'
import { answerFramework } from './frameworks.ts'
import { indicators } from './indicators.generated.ts'
import { asOf, sampleDeclaration, samplePortfolio } from './portfolio.sample.ts'
import { openQuestions } from './questions.ts'

const model = loadMaturityModel()

function evidenceWith(more: Partial<MaturityEvidence> = {}): MaturityEvidence {
  return { portfolio: samplePortfolio(), model, office: emptyOffice, ...more }
}

function record(id: string, kind: string, more: Partial<OfficeRecord> = {}): OfficeRecord {
  return {
    id,
    kind,
    indicators: [],
    basis: 'document',
    unit: 'city',
    title: id,
    link: null,
    by: 'p-1',
    on: '2026-06-01',
    validUntil: null,
    reviewedOn: null,
    value: null,
    evidence: 'records',
    at: '/records/0',
    ...more,
  }
}

function answer(question: string, value: OfficeAnswer['answer'], more: Partial<OfficeAnswer> = {}): OfficeAnswer {
  return {
    question,
    unit: 'quay',
    by: 'p-2',
    role: 'manager',
    on: '2026-11-01',
    answer: value,
    note: null,
    proof: null,
    evidence: 'answers',
    at: '/answers/0',
    ...more,
  }
}

const office = (more: Partial<Office>): Office => ({ ...emptyOffice, ...more })

function indicatorOf(
  { units }: MaturityAssessment,
  unit: string | null,
  indicator: string,
): IndicatorResult | undefined {
  return units.find((one) => one.unit === unit)?.indicators.find((one) => one.indicator === indicator)
}

describe('evidence', () => {
  it('is not assessed, rather than level 0, where nothing at all is known', () => {
    const { units } = assessMaturity(evidenceWith({ portfolio: { ...samplePortfolio(), documents: [] } }))
    const mill = units.find(({ unit }) => unit === 'mill')
    expect(mill?.functions.map(({ level }) => level.figure.known)).toEqual([false, false, false, false, false])
    expect(mill?.whole.level.figure).toMatchObject({ known: false, why: 'not-collected' })
    expect(mill?.whole.confidence.figure.known).toBe(false)
  })

  it('that was found although a unit declared none makes it level 0, unconscious use [row 6]', () => {
    const stated = { declarations: [sampleDeclaration('open-source-parts', 0, { unit: 'quay' })] }
    const assessment = assessMaturity(evidenceWith({ portfolio: samplePortfolio(stated) }))
    expect(indicatorOf(assessment, 'quay', 'IC1')).toMatchObject({ state: 'not-met', grade: 'A' })
    const quay = assessment.units.find(({ unit }) => unit === 'quay')
    expect(quay?.whole.level.figure).toMatchObject({ known: true, value: { floor: 0, ceiling: 0 } })
    expect(quay?.whole.next).toMatchObject({ indicator: 'IC1', isGate: true })
  })

  it('of another kind stands in where nothing is measured, and counts less', () => {
    const held = office({
      records: [record('r-1', 'training-reach', { unit: 'quay', value: 0.9 })],
      answers: [answer('Q-say-publicly', 'usually')],
    })
    const assessment = assessMaturity(evidenceWith({ office: held }))
    expect(indicatorOf(assessment, 'quay', 'IC11')).toMatchObject({
      state: 'met',
      grade: 'B',
      validUntil: '2027-06-01',
    })
    expect(indicatorOf(assessment, 'quay', 'IP8')).toMatchObject({
      state: 'met',
      grade: 'D',
      confidence: 0.4 * 0.5 ** (21 / 365),
    })
    // What one unit trains says nothing of another, nor of the whole.
    expect(indicatorOf(assessment, 'mill', 'IC11')?.state).toBe('unknown')
    expect(indicatorOf(assessment, null, 'IC11')?.state).toBe('unknown')
  })

  it('from above holds for the units below, and what units do counts for the whole', () => {
    const held = office({ records: [record('page', 'public-statement'), record('talk', 'event', { unit: 'quay' })] })
    const assessment = assessMaturity(evidenceWith({ office: held }))
    expect(indicatorOf(assessment, 'mill', 'IP8')?.state).toBe('met')
    expect(indicatorOf(assessment, null, 'IP5')?.state).toBe('met')
    expect(indicatorOf(assessment, 'mill', 'IP5')?.state).toBe('unknown')
  })

  it('expires: a policy that passed its review date no longer counts and is told [row 27]', () => {
    const old = record('rules', 'usage-policy', { on: '2025-03-01', reviewedOn: '2025-10-01' })
    const assessment = assessMaturity(evidenceWith({ office: office({ records: [old] }) }))
    expect(indicatorOf(assessment, null, 'IC6')?.state).toBe('unknown')
    expect(assessment.findings).toContainEqual({ kind: 'expired', unit: null, what: 'rules', since: '2026-10-01' })
    const answers = [answer('Q-say-publicly', 'usually', { on: '2026-05-01' })]
    expect(indicatorOf(assessMaturity(evidenceWith({ office: office({ answers }) })), 'quay', 'IP8')?.state).toBe(
      'unknown',
    )
  })

  it('that is measured counts for ninety days', () => {
    const fresh = assessMaturity(evidenceWith({ measuredOn: '2026-09-01' }))
    const stale = assessMaturity(evidenceWith({ measuredOn: '2026-08-01' }))
    expect(indicatorOf(fresh, 'quay', 'IC3')?.state).toBe('met')
    expect(indicatorOf(stale, 'quay', 'IC3')?.state).toBe('unknown')
  })

  it('that a policy is held leaves open whether it is known; that few know it makes it partly met', () => {
    const held = [record('rules', 'usage-policy')]
    const few = record('known', 'policy-acknowledgement', { value: 0.12 })
    const states = [held, [...held, few], [...held, { ...few, value: 0.8 }]].map(
      (records) => indicatorOf(assessMaturity(evidenceWith({ office: office({ records }) })), null, 'IC6')?.state,
    )
    expect(states).toEqual(['unknown', 'partly', 'met'])
  })

  it('can be said not to apply, with the reason, and then leaves the rule', () => {
    const exemptions = [
      {
        indicator: 'IL5',
        unit: 'mill',
        reason: 'Makes no software',
        by: 'p-1',
        on: '2026-01-01',
        evidence: 'e',
        at: '/0',
      },
    ]
    const assessment = assessMaturity(evidenceWith({ office: office({ exemptions }) }))
    expect(indicatorOf(assessment, 'mill', 'IL5')).toMatchObject({
      state: 'not-applicable',
      reason: 'Makes no software',
    })
    const create = (unit: string) =>
      assessment.units.find((one) => one.unit === unit)?.functions.find((one) => one.function === 'create')?.coverage.of
    expect((create('quay') ?? 0) - (create('mill') ?? 0)).toBe(2)
  })
})

describe('contradictions', () => {
  it('between a claim and what is measured are findings: the evidence counts, the claim at most 0.2 above it', () => {
    const declarations = [sampleDeclaration('open-source-parts', 0, { unit: 'quay' })]
    const held = office({ answers: [answer('Q-use-known', 'usually')] })
    const { findings } = assessMaturity(evidenceWith({ portfolio: samplePortfolio({ declarations }), office: held }))
    const found = findings.filter(({ kind }) => kind === 'contradiction')
    expect(found.filter((one) => 'indicator' in one && one.indicator === 'IC1')).toEqual([
      {
        kind: 'contradiction',
        unit: 'quay',
        indicator: 'IC1',
        claimed: 0.67,
        measured: 0,
        counted: 0.2,
        claim: 'maturity/answer/Q-use-known/quay/p-2/2026-11-01',
        evidence: 'maturity/value/IC1/unit:quay',
      },
    ])
  })

  it('are none where a person says no, or the evidence comes close', () => {
    const records = [record('known', 'training-reach', { unit: 'quay', value: 0.65 })]
    for (const value of ['no', 'usually'] as const) {
      const { findings } = assessMaturity(
        evidenceWith({ office: office({ records, answers: [answer('Q-trained', value)] }) }),
      )
      expect(findings.filter(({ kind }) => kind === 'contradiction')).toEqual([])
    }
  })

  it('between documents and answers count too: all know the policy, twelve percent acknowledged it', () => {
    const records = [
      record('rules', 'usage-policy'),
      record('known', 'policy-acknowledgement', { unit: 'quay', value: 0.12 }),
    ]
    const answers = [answer('Q-license-rule', 'always', { proof: 'https://city.example/rules' })]
    const { findings } = assessMaturity(evidenceWith({ office: office({ records, answers }) }))
    // Half of the conditions is met, the other by 0.12 ÷ 0.8.
    expect(findings).toContainEqual(expect.objectContaining({ indicator: 'IC6', unit: 'quay', measured: 0.575 }))
  })
})

describe('levels', () => {
  it('change with a contribution policy, by the same inventory [row 67]', () => {
    const practice = [
      record('a', 'approval-time', { unit: 'quay', value: 3 }),
      record('b', 'fast-lane-share', { unit: 'quay', value: 0.6 }),
      record('c', 'fork-plan', { unit: 'quay', value: 1 }),
      record('d', 'agreement-register', { unit: 'quay' }),
      record('e', 'upstream-disclosure', { unit: 'quay', value: 1 }),
    ]
    const answers = [answer('Q-changes-accepted', 'no'), answer('Q-work-time', 'no')]
    const policy = ['contribution-policy', 'contribution-procedure', 'contribution-awareness']
    const levelWith = (records: readonly OfficeRecord[]) =>
      assessMaturity(evidenceWith({ office: office({ records, answers }) }))
        .units.find(({ unit }) => unit === 'quay')
        ?.functions.find((one) => one.function === 'contribute')?.level.figure
    const none = policy.map((kind) => record(kind, kind, { unit: 'quay', value: false }))
    const all = policy.map((kind) => record(kind, kind, { unit: 'quay' }))
    expect(levelWith([...practice, ...none])).toMatchObject({ value: { floor: 0, ceiling: 0 } })
    expect(levelWith([...practice, ...all])).toMatchObject({ value: { floor: 3, ceiling: 3 } })
  })

  it('and stages are read off the same evidence [row 68]', () => {
    const rules = record('rules', 'usage-policy', { value: false })
    const [none] = assessMaturity(evidenceWith({ office: office({ records: [rules] }) })).units
    expect(none?.stage.level.figure).toMatchObject({ known: true, value: { floor: 0, ceiling: 0 } })
    expect(none?.whole.level.figure).toMatchObject({ known: true, value: { floor: 0, ceiling: 0 } })
    const kinds = ['usage-policy', 'charter', 'inquiry-contact', 'security-contact']
    const shares = ['policy-acknowledgement', 'artifact-archive', 'training-reach']
    const records = [
      ...kinds.map((kind) => record(kind, kind)),
      ...shares.map((kind) => record(kind, kind, { value: 1 })),
      ...['IC2', 'IC3', 'IC7'].map((id) => record(id.toLowerCase(), '', { kind: null, indicators: [id], value: 1 })),
    ]
    const unlisted = { ...samplePortfolio(), documents: [] }
    const [some] = assessMaturity(
      evidenceWith({ portfolio: unlisted, measuredOn: '2026-01-01', office: office({ records }) }),
    ).units
    expect(some?.stage.level.figure).toMatchObject({ known: true, value: { floor: 1 } })
    expect(some?.whole.level.figure).toMatchObject({ known: true, value: { floor: 0, ceiling: 4 } })
  })

  it('that no stage fits by the crosswalk are a finding, in either direction', () => {
    const [organization] = assessMaturity(evidenceWith()).units
    if (organization === undefined) throw new Error('the organization comes first')
    const at = (level: 0 | 1 | 2 | 3 | 4) => ({
      ...organization.whole,
      level: { id: 'l', figure: observed({ floor: level, ceiling: level }, 'e') },
    })
    const aheadOf = (whole: 0 | 1 | 2 | 3 | 4, stage: 0 | 1 | 2 | 3 | 4) =>
      axesApart({ unit: null, whole: at(whole), stage: at(stage) }, model.crosswalk).map((one) =>
        one.kind === 'axes-apart' ? one.ahead : null,
      )
    expect(aheadOf(3, 0)).toEqual(['engagement'])
    expect(aheadOf(0, 3)).toEqual(['stage'])
    expect(aheadOf(3, 2)).toEqual([])
    expect(aheadOf(1, 0)).toEqual([])
  })

  it('are spread over units, never an average, and stand beside their targets', () => {
    const targets = [
      {
        unit: 'quay',
        function: 'consume' as const,
        level: 1 as const,
        until: '2026-06-30',
        evidence: 't',
        at: '/targets/0',
      },
    ]
    const declarations = [sampleDeclaration('open-source-parts', 0, { unit: 'quay' })]
    const assessment = assessMaturity(
      evidenceWith({ portfolio: samplePortfolio({ declarations }), office: office({ targets }) }),
    )
    const consume = assessment.units
      .find(({ unit }) => unit === 'quay')
      ?.functions.find((one) => one.function === 'consume')
    expect(consume).toMatchObject({ target: { level: 1, until: '2026-06-30' }, gap: 1 })
    expect(assessment.findings).toContainEqual({
      kind: 'target-missed',
      unit: 'quay',
      function: 'consume',
      level: 1,
      until: '2026-06-30',
    })
    const spread = assessment.distribution.find((one) => one.function === 'consume')
    expect(spread?.byFloor.reduce((sum, { units }) => sum + units, 0)).toBe(1)
    expect(spread?.notAssessed).toBe(1)
  })

  it('of earlier days stand before those of today [row 38]', () => {
    const earlier = [{ on: '2026-05-01', unit: null, function: null, floor: 0, ceiling: 2, coverage: 0.3 }] as const
    const { trend } = assessMaturity(evidenceWith({ earlier }))
    expect(trend[0]).toEqual(earlier[0])
    expect(trend.at(-1)?.on).toBe(asOf)
  })
})

describe('questions', () => {
  it('are asked only where evidence is missing and no answer counts', () => {
    const ask = (held: Office) => {
      const evidence = evidenceWith({ office: held })
      return new Set(openQuestions(evidence, assessMaturity(evidence), 'quay').map(({ id }) => id))
    }
    expect(ask(emptyOffice)).toContain('Q-say-publicly')
    expect(ask(office({ records: [record('page', 'public-statement')] }))).not.toContain('Q-say-publicly')
    expect(ask(office({ answers: [answer('Q-say-publicly', 'no')] }))).not.toContain('Q-say-publicly')
    expect(ask(office({ answers: [answer('Q-say-publicly', 'do-not-know')] }))).toContain('Q-say-publicly')
    expect(ask(office({ answers: [answer('Q-say-publicly', 'no', { on: '2026-01-01' })] }))).toContain('Q-say-publicly')
  })
})

describe('frameworks', () => {
  it('have a record or a named gap for every item [row 32]', () => {
    const evidence = evidenceWith({ office: office({ records: [record('rules', 'usage-policy')] }) })
    const assessment = assessMaturity(evidence)
    for (const framework of model.frameworks) {
      const answered = answerFramework(evidence, assessment, framework, null)
      for (const { item, state, records, indicators: by, missing, gap } of answered?.items ?? []) {
        const isNamed = state === 'not-mapped' ? gap !== null : records.length + by.length + missing.length > 0
        expect(isNamed, `${framework.id} ${item}`).toBe(true)
      }
    }
    const iso = model.frameworks.find(({ id }) => id === 'ISO5230')
    const items = iso && answerFramework(evidence, assessment, iso, null)?.items
    expect(items?.find(({ item }) => item === '3.1.1.1')).toMatchObject({
      state: 'answered',
      records: [{ id: 'rules' }],
    })
    expect(items?.find(({ item }) => item === '3.1.1.2')).toMatchObject({
      state: 'gap',
      missing: ['policy-awareness-procedure'],
    })
  })
})

describe('measured indicators', () => {
  it('are those of the model, each once, and their file names are their ids', () => {
    const known = new Set(model.indicators.map(({ id }) => id))
    const measured = indicators.map(({ indicator }) => indicator)
    expect(measured.filter((id) => !known.has(id))).toEqual([])
    expect(new Set(measured).size).toBe(measured.length)
    for (const { id, indicator } of indicators) expect(id.startsWith(`${indicator.toLowerCase()}-`)).toBe(true)
  })

  it('say nothing, and never no, of an organization of which nothing is known', () => {
    const bare = samplePortfolio()
    const nothing = { ...bare, documents: [], occurrences: { ...bare.occurrences, count: 0 } }
    const { units } = assessMaturity(evidenceWith({ portfolio: nothing }))
    const states = new Map(units[0]?.indicators.map(({ indicator, state }) => [indicator, state]))
    for (const { indicator } of indicators) {
      // Without a list of parts there is none: this is what it counts.
      if (indicator === 'IC2') expect(states.get(indicator)).toBe('not-met')
      else expect(['unknown', 'not-applicable'], indicator).toContain(states.get(indicator))
    }
  })

  it('take a bought list to be as old as the day it came', () => {
    const list = (on: string) => [sampleDeclaration('part-list', 'received', { product: 'console', on })]
    const document = samplePortfolio().documents[0]
    if (document === undefined) throw new Error('the sample has a document')
    const shareWith = (on: string) => {
      const portfolio = samplePortfolio({ declarations: list(on) })
      const documents = [...portfolio.documents, { ...document, path: 'console/bom.json', product: 1 }]
      const result = indicatorOf(
        assessMaturity(evidenceWith({ portfolio: { ...portfolio, documents } })),
        'quay',
        'IC2',
      )
      return result?.value.figure.known === true ? result.value.figure.value : undefined
    }
    expect(shareWith('2026-10-01')).toBe(1)
    expect(shareWith('2024-03-11')).toBe(0.5)
  })

  it('tell an old critical finding apart from a new one, and leave open what was not looked up', () => {
    const total = {
      id: 'vulnerabilities/total',
      figure: observed(1, 'osv'),
      coverage: { known: 2, of: 2, unit: 'parts' },
    }
    const found = (
      published: string | null,
      undecided: VulnerabilityAssessment['undecided'] = [],
    ): VulnerabilityAssessment => ({
      total,
      bySeverity: [],
      affectedParts: total,
      affectedProducts: total,
      findings: [
        {
          part: 1,
          id: 'EX-1',
          aliases: ['EX-1'],
          advisories: [{ id: 'EX-1', evidence: 'osv', at: '/affected/0' }],
          summary: '',
          severity: 'critical',
          score: 9.8,
          vector: null,
          fixed: [],
          published,
          modified: null,
        },
      ],
      remedies: [],
      undecided,
      advisories: [],
    })
    const portfolio = { ...samplePortfolio(), organization: { ...samplePortfolio().organization } }
    const onlyPortal = {
      ...portfolio,
      organization: { ...portfolio.organization, products: portfolio.organization.products.slice(0, 1) },
    }
    const stateWith = (vulnerabilities: VulnerabilityAssessment | null) =>
      indicatorOf(assessMaturity(evidenceWith({ portfolio: onlyPortal, vulnerabilities })), 'quay', 'IC8')?.state
    expect(stateWith(found('2026-11-10T00:00:00Z'))).toBe('met')
    expect(stateWith(found('2026-01-10T00:00:00Z'))).toBe('partly')
    expect(stateWith(found(null))).toBe('unknown')
    expect(stateWith(found('2026-11-10T00:00:00Z', [{ part: 0, code: 'ecosystem-not-loaded' }]))).toBe('not-met')
    expect(stateWith({ ...found(null), total: { ...total, figure: unknown('not-collected') } })).toBe('unknown')
  })
})

describe('figures', () => {
  it('have one id each, and every input that belongs to this area is among them', () => {
    const held = office({
      records: [record('rules', 'usage-policy'), record('known', 'policy-acknowledgement', { value: 0.9 })],
      answers: [answer('Q-use-known', 'usually')],
    })
    const declarations = [
      sampleDeclaration('open-source-parts', 3, { unit: 'quay' }),
      sampleDeclaration('contribution-policy', true),
    ]
    const evidence = evidenceWith({ portfolio: samplePortfolio({ declarations }), office: held })
    const figures = maturityFigures(evidence, assessMaturity(evidence))
    const ids = new Set(figures.map(({ id }) => id))
    expect(ids.size).toBe(figures.length)
    const inputs = figures.flatMap(({ figure }) =>
      figure.from.flatMap((source) => (source.kind === 'computed' ? source.inputs : [])),
    )
    expect(inputs.filter((id) => id.startsWith('maturity/') && !ids.has(id))).toEqual([])
  })
})
