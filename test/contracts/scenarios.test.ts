/** Every scenario: silent where nothing is known and where all is well, fires on crafted data, silent next to it. */

import { basename } from 'node:path'
import { readdirSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assessAdvice, scenarioIds, scenarios, type AdviceFacts } from '#advice/assess.ts'
import {
  criticalCoverage,
  emptyFacts,
  healthyFacts,
  indicator,
  known,
  sampleAnswer,
  sampleCharter,
  sampleContribution,
  sampleDuty,
  sampleGoal,
  sampleHealth,
  sampleLicenses,
  sampleMaturity,
  sampleOffice,
  sampleOrganization,
  sampleOutput,
  samplePortfolio,
  sampleProgram,
  sampleRecord,
  sampleRepository,
  sampleRequest,
  sampleService,
  sampleSubject,
  sampleVulnerabilities,
  unitMaturity,
} from '#advice/facts.sample.ts'
import { profiles as profileDefinitions } from '#advice/profiles.generated.ts'
import { scenarioLimits } from '#advice/scenarios/assumptions.ts'
import type { ScenarioState } from '#domain/assessment/advice.ts'
import type { OfficeProgram } from '#domain/office-program.ts'
import type { CarriedFork } from '#domain/organization.ts'
import { methodText } from '#app/method-catalog.ts'

const languages = ['en', 'de', 'ja'] as const

function stateOf(id: string, facts: AdviceFacts): ScenarioState | undefined {
  return assessAdvice(facts).scenarios.find((one) => one.id === id)?.state
}

const withProgram = (more: Partial<OfficeProgram>): AdviceFacts => healthyFacts({ program: sampleProgram(more) })

const outputs = sampleProgram().outputs ?? []
const others = (role: string) => outputs.filter((one) => one.role !== role)
const manyInitiatives = (n: number) =>
  Array.from({ length: n }, (_, at) => ({
    id: `i-${at}`,
    title: 'Something',
    goal: null,
    startedOn: '2026-06-01',
    endedOn: null,
    evidence: 'office',
    at: `/initiatives/${at}`,
  }))

/** Without the sponsor's record. */
const officeWithout = (kind: string) => ({
  ...sampleOffice(),
  records: sampleOffice().records.filter((record) => record.kind !== kind),
})

const officeWith = (kind: string, value: number | boolean) => ({
  ...officeWithout(kind),
  records: [...officeWithout(kind).records, sampleRecord(kind, { value })],
})

const fork = (since: string, plan: string | null): CarriedFork => ({
  id: 'tidewheel',
  part: 'pkg:npm/tidewheel',
  product: null,
  patches: 1,
  since,
  reason: 'sample',
  hoursPerRelease: null,
  releasesPerYear: null,
  plan,
})

const withForks = (forks: readonly CarriedFork[], more: Partial<AdviceFacts> = {}): AdviceFacts =>
  healthyFacts({ portfolio: samplePortfolio(sampleOrganization({}, { forks })), ...more })

const malicious = {
  part: 0,
  id: 'MAL-2026-1',
  aliases: ['MAL-2026-1'],
  advisories: [{ id: 'MAL-2026-1', evidence: 'e', at: '' }] as const,
  summary: '',
  severity: 'critical' as const,
  score: null,
  vector: null,
  fixed: [],
  published: null,
  modified: null,
}

const restricted = {
  part: 0,
  name: 'tidewheel',
  version: '1',
  expression: 'BUSL-1.1',
  text: null,
  products: 1,
  openness: 'source-available' as const,
}

/** Crafted data on which each fires, and data next to it on which it does not. */
const cases = {
  'no-tie-to-goals': {
    fires: withProgram({ goals: [sampleGoal({ organizationGoal: null })] }),
    nearMiss: withProgram({
      goals: [sampleGoal(), sampleGoal({ id: 'give', jointOwner: null })],
      outputs: outputs.map((one, at) => (at < 3 ? { ...one, goal: null } : one)),
    }),
  },
  'office-is-a-silo': {
    fires: withProgram({
      outputs: [...others(''), sampleOutput('gatekeeper', { id: 'alone', kind: 'decision' })].map((one) => ({
        ...one,
        with: [],
      })),
    }),
    nearMiss: healthyFacts({
      motivators: { areasHeard: known('motivators/areas-heard', 0.4), motivators: 4, riskOnly: 1, figures: [] },
    }),
  },
  'seen-as-compliance-only': {
    fires: withProgram({
      outputs: [...Array(9)]
        .map((_, at) => sampleOutput('gatekeeper', { id: `g-${at}` }))
        .concat(sampleOutput('counselor'), sampleOutput('advocate', { on: '2026-02-01' })),
    }),
    nearMiss: withProgram({
      outputs: [...Array(8)]
        .map((_, at) => sampleOutput('gatekeeper', { id: `g-${at}` }))
        .concat(sampleOutput('counselor', { on: '2026-08-25' }), sampleOutput('advocate')),
    }),
  },
  'one-size-fits-all': {
    fires: healthyFacts({
      program: sampleProgram({ charter: sampleCharter({ need: null }) }),
      office: sampleOffice({ targets: sampleOffice().targets.map((target) => ({ ...target, level: 1 })) }),
    }),
    nearMiss: healthyFacts({
      office: sampleOffice({ targets: sampleOffice().targets.map((target) => ({ ...target, level: 1 })) }),
    }),
  },
  'little-understanding': {
    fires: healthyFacts({
      portfolio: samplePortfolio(sampleOrganization({ people: (sampleOrganization().people ?? []).slice(2) })),
      maturity: sampleMaturity({
        units: [
          unitMaturity(null, 1, [indicator('IC6', 'met'), indicator('IC11', 'not-met', 0.2), indicator('IL4', 'met')]),
          unitMaturity('quay', 1),
          unitMaturity('mill', 1),
        ],
      }),
    }),
    nearMiss: healthyFacts({
      maturity: sampleMaturity({
        units: [
          unitMaturity(null, 1, [indicator('IC6', 'met'), indicator('IC11', 'not-met', 0.2), indicator('IL4', 'met')]),
          unitMaturity('quay', 1),
          unitMaturity('mill', 1),
        ],
      }),
    }),
  },
  'sales-or-marketing-tool': {
    fires: withProgram({
      charter: sampleCharter({ budget: { record: 'b', area: 'marketing', isDiscretionary: false } }),
      outputs: outputs.map((one) => ({ ...one, kind: 'event' })),
    }),
    nearMiss: withProgram({ outputs: outputs.map((one) => ({ ...one, kind: 'event' })) }),
  },
  'nice-extra': {
    fires: withProgram({ services: [sampleService({ products: [] })] }),
    nearMiss: withProgram({
      charter: sampleCharter({ budget: { record: 'b', area: 'technology', isDiscretionary: true } }),
    }),
  },
  'no-executive-support': {
    fires: healthyFacts({
      office: officeWithout('executive-sponsor'),
      program: sampleProgram({ charter: sampleCharter({ sponsor: null }) }),
    }),
    nearMiss: withProgram({
      charter: sampleCharter({
        leadership: [
          { on: '2026-05-24', kind: 'decision', what: 'x', outcome: 'taken', evidence: 'office', at: '/leadership/0' },
          {
            on: '2026-05-24',
            kind: 'budget-request',
            what: 'x',
            outcome: 'postponed',
            evidence: 'office',
            at: '/leadership/1',
          },
        ],
      }),
    }),
  },
  'culture-forgotten': {
    fires: healthyFacts({
      office: { ...officeWith('innersource-trial', 0), answers: [sampleAnswer('Q-respond', 'no')] },
      contribution: sampleContribution({ ledger: [{ kind: 'sponsorship', entries: 3, hours: 0, amount: 100 }] }),
    }),
    nearMiss: healthyFacts({
      office: { ...officeWith('innersource-trial', 0), answers: [sampleAnswer('Q-respond', 'no')] },
    }),
  },
  'units-understand-differently': {
    fires: healthyFacts({
      maturity: sampleMaturity({
        units: [unitMaturity(null, 1), unitMaturity('quay', 3), unitMaturity('mill', 0, [indicator('IC6', 'not-met')])],
      }),
    }),
    nearMiss: healthyFacts({
      maturity: sampleMaturity({
        units: [unitMaturity(null, 1), unitMaturity('quay', 1), unitMaturity('mill', 0, [indicator('IC6', 'not-met')])],
      }),
    }),
  },
  'upstream-attack': {
    fires: healthyFacts({
      portfolio: { ...samplePortfolio(sampleOrganization()) },
      vulnerabilities: sampleVulnerabilities([malicious]),
    }),
    nearMiss: healthyFacts({ health: sampleHealth(sampleSubject(['one-person', 'falling'])) }),
  },
  'license-change': {
    fires: healthyFacts({
      health: sampleHealth(sampleSubject(['single-organization'])),
      licenses: sampleLicenses([restricted]),
    }),
    nearMiss: healthyFacts({
      health: sampleHealth(sampleSubject(['single-organization'])),
      licenses: sampleLicenses([{ ...restricted, openness: 'use-restricted' }]),
    }),
  },
  'too-slow': {
    fires: withProgram({ outputs: [sampleOutput('counselor', { on: '2026-05-01' })] }),
    nearMiss: withProgram({
      outputs: [sampleOutput('counselor', { on: '2026-05-25' })],
      initiatives: manyInitiatives(6),
    }),
  },
  'procurement-never-ends': {
    fires: healthyFacts({ office: officeWith('approval-time', 11) }),
    nearMiss: healthyFacts({ office: officeWith('approval-time', 10), requests: [sampleRequest({ approvals: 6 })] }),
  },
  'ship-or-give-back': {
    fires: withForks([fork('2024-01-01', null)], { contribution: sampleContribution(criticalCoverage(0.05)) }),
    nearMiss: withForks([fork('2024-01-01', 'send it upstream')], {
      contribution: sampleContribution(criticalCoverage(0.05)),
    }),
  },
  'nobody-outside-engineering': {
    fires: withProgram({ goals: [sampleGoal({ sponsor: 'p-1' })], duties: [sampleDuty({ owner: 'p-2' })] }),
    nearMiss: withProgram({ goals: [sampleGoal({ sponsor: 'p-1' })] }),
  },
  'anonymous-contributors': {
    fires: healthyFacts({ contribution: sampleContribution({ repositories: [sampleRepository(0.2)] }) }),
    nearMiss: healthyFacts({
      contribution: sampleContribution({ repositories: [sampleRepository(0.2), sampleRepository(0.9)] }),
    }),
  },
} satisfies Record<string, { readonly fires: AdviceFacts; readonly nearMiss: AdviceFacts }>

describe('every scenario [row 75]', () => {
  it('has a case here, and the file it stands in is its id', () => {
    const files = readdirSync(new URL('../../src/advice/scenarios/rules', import.meta.url)).map((file) =>
      basename(file, '.ts'),
    )
    expect(files.toSorted()).toEqual([...scenarioIds].toSorted())
    expect(Object.keys(cases).toSorted()).toEqual([...scenarioIds].toSorted())
  })

  it('says that it cannot tell, and fires nothing, where nothing is known', () => {
    const { scenarios: results, recommendations } = assessAdvice(emptyFacts())
    expect(results.map(({ state }) => state)).toEqual(scenarioIds.map(() => 'unknown'))
    expect(results.every(({ missing }) => missing.length > 0)).toBe(true)
    expect(results.every(({ figure }) => !figure.figure.known)).toBe(true)
    expect(recommendations).toEqual([])
  })

  it('is silent on an organization in good order', () => {
    const { scenarios: results } = assessAdvice(healthyFacts())
    expect(results.filter(({ state }) => state !== 'silent').map(({ id, state }) => [id, state])).toEqual([])
  })

  it.each(Object.entries(cases))('%s fires on crafted data, and is silent next to it', (id, { fires, nearMiss }) => {
    expect(stateOf(id, fires)).toBe('fired')
    expect(stateOf(id, nearMiss)).toBe('silent')
  })

  it.each(Object.entries(cases))(
    '%s names its evidence by figures, and computes by a method that explains itself',
    (id, { fires }) => {
      const { scenarios: results, recommendations } = assessAdvice(fires)
      const result = results.find((one) => one.id === id)
      const showing = result?.symptoms.filter(({ shows }) => shows === true) ?? []
      expect(showing.length).toBeGreaterThan(0)
      for (const { figure } of showing) {
        const source = figure.figure.from[0]
        expect(source).toMatchObject({ kind: 'computed', method: 'advice/symptom' })
        expect(source?.kind === 'computed' ? source.inputs.length : 0).toBeGreaterThan(0)
        expect(methodText('advice/symptom')).toBeDefined()
      }
      expect(recommendations.find(({ scenario }) => scenario === id)?.evidence).toEqual(
        showing.map(({ figure }) => figure.id),
      )
      // What should move is something that shows.
      expect(showing.map(({ id: symptom }) => symptom)).toContain(result?.effect.symptom)
    },
  )

  it('speaks three languages, has a cost, and names a symptom of its own as its effect', () => {
    for (const scenario of scenarios) {
      const texts = [scenario.label, ...scenario.symptoms.map(({ label }) => label)]
      for (const language of languages) {
        expect(texts.every((text) => text[language].trim() !== '')).toBe(true)
        expect(scenario.action[language].length).toBe(scenario.action.en.length)
        expect(scenario.action[language].join(' ')).not.toMatch(/TODO|\s{2}/)
      }
      expect(scenario.symptoms.map(({ id }) => id)).toContain(scenario.effect.symptom)
      expect(scenario.effortDays.low).toBeLessThanOrEqual(scenario.effortDays.central)
      expect(scenario.effortDays.central).toBeLessThanOrEqual(scenario.effortDays.high)
      const weight = scenario.symptoms.reduce((sum, symptom) => sum + (symptom.weight ?? 1), 0)
      expect(weight).toBeGreaterThanOrEqual(scenario.needed)
    }
    const used = new Set(
      scenarios.flatMap(({ symptoms }) => symptoms.flatMap(({ shows }) => ('limit' in shows ? [shows.limit] : []))),
    )
    const windows = ['S-recent-days', 'S-year-days', 'S12-half-year-days', 'C2-patch-days']
    expect(Object.keys(scenarioLimits).filter((id) => !used.has(id as never) && !windows.includes(id))).toEqual([])
  })

  it('is known by no placeholder that nothing fills', () => {
    for (const profile of profileDefinitions)
      for (const { action } of assessAdvice(
        healthyFacts({ portfolio: samplePortfolio(sampleOrganization({ profile: profile.id })) }),
      ).scenarios)
        expect(languages.flatMap((language) => action[language]).filter((text) => /[{}]/.test(text))).toEqual([])
  })

  it('never turns around by what is learned: fired stays fired and silent stays silent', () => {
    const optional = [
      'vulnerabilities',
      'licenses',
      'health',
      'contribution',
      'maturity',
      'motivators',
      'decisions',
      'requests',
    ] as const
    const lists = ['goals', 'initiatives', 'outputs', 'duties', 'services'] as const
    const worlds = [healthyFacts(), ...Object.values(cases).map(({ fires }) => fires)]
    fc.assert(
      fc.property(
        fc.constantFrom(...worlds),
        fc.subarray([...optional]),
        fc.subarray([...lists]),
        fc.boolean(),
        (world, hidden, unwritten, isCharterHidden) => {
          const program = {
            ...world.program,
            ...Object.fromEntries(unwritten.map((list) => [list, null])),
            ...(isCharterHidden ? { charter: null } : {}),
          }
          const partial = { ...world, program, ...Object.fromEntries(hidden.map((key) => [key, null])) } as AdviceFacts
          const before = assessAdvice(partial).scenarios
          const after = assessAdvice(world).scenarios
          for (const [at, { state, id }] of before.entries())
            // Two look at one of two sources, whichever is at hand: each sees another part of the world.
            if (state !== 'unknown' && id !== 'office-is-a-silo' && id !== 'anonymous-contributors')
              expect([id, after[at]?.state]).toEqual([id, state])
        },
      ),
      { numRuns: 150 },
    )
  })

  it('follows a threshold that the organization set, and says whose it is', () => {
    const stated = {
      assumptions: [{ id: 'C1-approval-days', low: 1, central: 1, high: 1, source: 'Agreed with engineering' }],
    }
    const facts = healthyFacts({
      portfolio: samplePortfolio(sampleOrganization({}, { ...sampleOrganization().stated, ...stated })),
    })
    const { scenarios: results, assumptions } = assessAdvice(facts)
    expect(results.find(({ id }) => id === 'procurement-never-ends')?.state).toBe('fired')
    expect(assumptions.find(({ id }) => id === 'C1-approval-days')).toMatchObject({
      central: '1',
      source: 'Agreed with engineering',
      isDefault: false,
    })
    expect(assumptions.find(({ id }) => id === 'S5-training')).toMatchObject({ isDefault: true })
  })
})

describe('scenarios by row', () => {
  it('a charter without a sponsor raises scenario 8 [row 4]', () => {
    const facts = healthyFacts({
      office: officeWithout('executive-sponsor'),
      program: sampleProgram({ charter: sampleCharter({ sponsor: null }) }),
    })
    expect(assessAdvice(facts).recommendations[0]?.scenario).toBe('no-executive-support')
    expect(assessAdvice(facts).start.charter.find(({ item }) => item === 'sponsor')?.isThere).toBe(false)
  })

  it('without outputs of the advocate scenario 3 or 9 fires [row 39]', () => {
    const fired = assessAdvice(withProgram({ outputs: others('advocate') })).recommendations.map(
      ({ scenario }) => scenario,
    )
    expect(fired.some((id) => id === 'seen-as-compliance-only' || id === 'culture-forgotten')).toBe(true)
  })

  it('missing culture raises scenario 9 beside process figures [row 22] [row 80]', () => {
    const { scenarios: results } = assessAdvice(cases['culture-forgotten'].fires)
    const culture = results.find(({ id }) => id === 'culture-forgotten')
    expect(culture?.symptoms.filter(({ shows }) => shows).map(({ id }) => id)).toEqual([
      'innersource',
      'non-code',
      'openness',
    ])
    // The values move when the data change.
    expect(stateOf('culture-forgotten', healthyFacts())).toBe('silent')
  })

  it('taking the office for sales or marketing raises scenario 6, and an administration is not asked [row 77]', () => {
    const world = cases['sales-or-marketing-tool'].fires
    expect(stateOf('sales-or-marketing-tool', world)).toBe('fired')
    const portfolio = samplePortfolio(sampleOrganization({ profile: 'public-administration' }))
    expect(stateOf('sales-or-marketing-tool', { ...world, portfolio })).toBe('not-applicable')
  })

  it('approvals that take long or never end raise the challenge of procurement [row 19]', () => {
    expect(stateOf('procurement-never-ends', cases['procurement-never-ends'].fires)).toBe('fired')
    const many = healthyFacts({
      requests: [sampleRequest({ approvals: 6 }), sampleRequest({ approvals: 7, outcome: 'abandoned' })],
    })
    expect(stateOf('procurement-never-ends', many)).toBe('fired')
  })

  it('patches that age without a plan raise the challenge of giving back [row 15]', () => {
    const { scenarios: results } = assessAdvice(cases['ship-or-give-back'].fires)
    const patches = results.find(({ id }) => id === 'ship-or-give-back')?.symptoms[0]
    expect(patches).toMatchObject({ shows: true, examples: ['tidewheel'] })
  })

  it('nobody outside engineering who answers for anything is a finding [row 21]', () => {
    expect(stateOf('nobody-outside-engineering', cases['nobody-outside-engineering'].fires)).toBe('fired')
  })

  it('unknown affiliation of contributors is a risk of its own, and not having looked is none [row 13]', () => {
    expect(stateOf('anonymous-contributors', cases['anonymous-contributors'].fires)).toBe('fired')
    const unread = healthyFacts({ contribution: sampleContribution({ repositories: [] }), health: null })
    expect(stateOf('anonymous-contributors', unread)).toBe('unknown')
    const told = (why: 'withheld' | 'not-collected' | 'not-applicable') =>
      stateOf('anonymous-contributors', {
        ...unread,
        health: sampleHealth(sampleSubject([], { open: [{ indicator: 'several-organizations', why }] })),
      })
    expect([told('withheld'), told('not-collected'), told('not-applicable')]).toEqual(['fired', 'unknown', 'unknown'])
  })

  it('plans training and champions from scenario 5, and measures their reach later [row 45] [row 76]', () => {
    const first = assessAdvice(cases['little-understanding'].fires)
    const given = first.given.map((one) => ({ ...one, on: '2026-05-01', checkOn: '2026-11-01' }))
    const later = assessAdvice(healthyFacts({ given }))
    expect(later.checks).toEqual([
      expect.objectContaining({
        scenario: 'little-understanding',
        isDue: true,
        before: 0.2,
        now: 0.8,
        result: 'improved',
        stillFires: false,
      }),
    ])
    expect(assessAdvice({ ...cases['little-understanding'].fires, given }).checks[0]).toMatchObject({
      result: 'not',
      stillFires: true,
    })
    expect(assessAdvice({ ...emptyFacts(), given }).checks[0]).toMatchObject({ result: 'unknown', stillFires: null })
  })

  it('checks the last advice whose day has come; before that, the first that waits', () => {
    const given = (on: string, checkOn: string, value: number) => ({
      on,
      scenario: 'little-understanding',
      symptom: 'training-reach',
      value,
      checkOn,
    })
    const world = (...more: readonly ReturnType<typeof given>[]) => assessAdvice(healthyFacts({ given: more })).checks
    const waiting = [given('2026-10-01', '2027-04-01', 0.7), given('2026-11-01', '2027-05-01', 0.75)]
    expect(world(...waiting)).toEqual([expect.objectContaining({ givenOn: '2026-10-01', isDue: false })])
    const due = [given('2025-01-01', '2025-07-01', 0.1), given('2026-01-01', '2026-07-01', 0.9)]
    expect(world(...due, ...waiting)).toEqual([
      expect.objectContaining({ givenOn: '2026-01-01', isDue: true, result: 'not' }),
    ])
  })

  it('puts what is dismissed aside until its day, with the reason [row 75]', () => {
    const world = cases['too-slow'].fires
    const dismissal = {
      scenario: 'too-slow',
      reason: 'The first result comes in spring',
      by: 'p-1',
      on: '2026-11-01',
      until: '2026-12-31',
      evidence: 'office',
      at: '/dismissals/0',
    }
    const aside = assessAdvice({ ...world, program: { ...world.program, dismissals: [dismissal] } })
    expect(aside.recommendations.map(({ scenario }) => scenario)).not.toContain('too-slow')
    expect(aside.dismissed).toEqual([
      expect.objectContaining({ scenario: 'too-slow', reason: dismissal.reason, wouldFire: true }),
    ])
    const over = assessAdvice({
      ...world,
      program: { ...world.program, dismissals: [{ ...dismissal, until: '2026-11-21' }] },
    })
    expect(over.recommendations.map(({ scenario }) => scenario)).toContain('too-slow')
  })

  it('ranks what is grave, sure and cheap first, and says which figure should move until when', () => {
    const both = healthyFacts({
      office: { ...officeWithout('executive-sponsor'), answers: [] },
      program: sampleProgram({ charter: sampleCharter({ sponsor: null }), outputs: [sampleOutput('gatekeeper')] }),
    })
    const { recommendations } = assessAdvice(both)
    const scores = recommendations.map(({ score }) => (score.figure.known ? score.figure.value : 0))
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(recommendations[0]).toMatchObject({ rank: 1, scenario: 'no-executive-support', checkOn: '2027-02-22' })
  })
})
