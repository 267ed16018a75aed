import { describe, expect, it } from 'vitest'
import type { FactName } from '#domain/engagement.ts'
import type { CarriedFork } from '#domain/organization.ts'
import { lift, type NamedFigure } from '#domain/figure.ts'
import type { Release } from '#domain/upstream.ts'
import { adviseOn, adviseOnNewNeed, assessEngagement } from './assess.ts'
import type { CounselorInput } from './context.ts'
import {
  asOf,
  bollard,
  sampleDecision,
  sampleHealth,
  sampleInput,
  samplePortfolio,
  sampleVulnerabilities,
  said,
  tidewheel,
} from './portfolio.sample.ts'

const fork: CarriedFork = {
  id: 'wheel-fork',
  part: tidewheel,
  product: 'portal',
  patches: 2,
  since: '2025-01-01',
  reason: 'Needs our calendar',
  hoursPerRelease: 10,
  releasesPerYear: 4,
  plan: null,
}

function on(input: CounselorInput, subject = tidewheel) {
  const found = adviseOn(input, subject)
  if (found === undefined) throw new Error(`no advice on ${subject}`)
  return found
}

function fact(input: CounselorInput, name: FactName, subject = tidewheel): unknown {
  const figure = on(input, subject).advice.inputs.find((one) => one.fact === name)?.figure.figure
  return figure === undefined ? 'not asked' : figure.known ? figure.value : figure.why
}

describe('facts of a part', () => {
  it('are unknown where an area was not assessed, and never no', () => {
    const input = sampleInput(samplePortfolio())
    const names = ['health', 'falling', 'abandoned', 'governance', 'license', 'gap', 'acceptsChanges', 'skill'] as const
    for (const name of names) expect(fact(input, name)).toBe('not-collected')
    expect(on(input).advice).toMatchObject({
      option: 1,
      standing: 'provisional',
      reason: 'not-enough-known',
      rule: null,
    })
  })

  it('take health, its warnings and its state', () => {
    const warnings = [
      { id: 'falling', figure: 'health/falling/x', detail: '' },
      { id: 'one-person', figure: 'health/one/x', detail: '' },
    ] as const
    const input = sampleInput(samplePortfolio(), { health: sampleHealth({ warnings }, 0.5) })
    expect(fact(input, 'health')).toBe('fair')
    expect(fact(input, 'falling')).toBe(true)
    expect(fact(input, 'governance')).toBe('one-person')
    expect(fact(input, 'abandoned')).toBe(false)
    expect(on(input).advice).toMatchObject({ option: 8, reason: 'give-money-skill-unknown' })
  })

  it('do not take "no warning" for "not falling" without an earlier year', () => {
    expect(fact(sampleInput(samplePortfolio(), { health: sampleHealth() }), 'falling')).toBe('not-collected')
  })

  it('keep a withheld health withheld', () => {
    const input = sampleInput(samplePortfolio(), { health: sampleHealth({ level: 'withheld' }) })
    expect(fact(input, 'health')).toBe('withheld')
  })

  it('know no gap only where advisories were looked up', () => {
    expect(fact(sampleInput(samplePortfolio(), { vulnerabilities: sampleVulnerabilities() }), 'gap')).toBe(false)
    expect(fact(sampleInput(samplePortfolio(), { vulnerabilities: sampleVulnerabilities([0]) }), 'gap')).toBe(true)
    const undecided = { ...sampleVulnerabilities(), undecided: [{ part: 0, code: 'no-version' as const }] }
    expect(fact(sampleInput(samplePortfolio(), { vulnerabilities: undecided }), 'gap')).toBe('not-collected')
    const needed = samplePortfolio({ declarations: [said(tidewheel, 'needed-feature', 'Moon phases')] })
    expect(fact(sampleInput(needed), 'gap')).toBe(true)
  })

  it('count the full releases since a patch is carried', () => {
    const release = (version: string, day: string, more: Partial<Release> = {}): Release => ({
      version,
      on: day,
      isPrerelease: false,
      isWithdrawn: false,
      deprecation: null,
      license: null,
      ...more,
    })
    const releases = [
      release('1.0.0', '2024-12-31'),
      release('1.1.0', '2025-02-01'),
      release('1.2.0-rc', '2025-03-01', { isPrerelease: true }),
      release('1.2.0', '2025-04-01'),
      release('1.3.0', '2025-05-01', { isWithdrawn: true }),
    ]
    const with_ = (
      more: readonly Release[],
      forks: readonly CarriedFork[],
      declarations = [] as ReturnType<typeof said>[],
    ) => {
      const portfolio = samplePortfolio({ forks, declarations })
      const facts = {
        package: tidewheel,
        releases: [...releases, ...more],
        publishers: null,
        repository: null,
        fundingLinks: [],
        evidence: 'registry',
        at: '',
        observedOn: asOf,
      }
      return sampleInput({ ...portfolio, upstream: { ...portfolio.upstream, packages: new Map([[tidewheel, facts]]) } })
    }
    expect(fact(with_([], [fork]), 'patchReleases')).toBe(2)
    expect(on(with_([], [fork])).advice.applied).toEqual([])
    const third = [release('1.4.0', '2026-01-01')]
    expect(on(with_(third, [fork])).advice).toMatchObject({ option: 5, rule: 'old-patches', reason: 'patch-old' })
    // A statement tells that a patch was carried on its day: two releases since may be more.
    const stated = [said(tidewheel, 'carried-patches', 1, { on: '2025-01-15' })]
    expect(fact(with_([], [], stated), 'patchReleases')).toBe('not-collected')
    expect(fact(with_(third, [], stated), 'patchReleases')).toBe(3)
  })

  it('hear the latest statement, and none from the future', () => {
    const declarations = [
      said(tidewheel, 'skill', true, { on: '2026-01-01' }),
      said(tidewheel, 'skill', false, { on: '2026-06-01' }),
      said(tidewheel, 'skill', true, { on: '2027-01-01' }),
    ]
    expect(fact(sampleInput(samplePortfolio({ declarations })), 'skill')).toBe(false)
  })

  it('touch a duty through the products that use the part', () => {
    const health = sampleHealth()
    const vulnerabilities = sampleVulnerabilities()
    const declarations = [
      said(null, 'cra-product', true, { product: 'portal' }),
      said(tidewheel, 'foundation', 'Tide Foundation'),
    ]
    const input = sampleInput(samplePortfolio({ declarations }), { health, vulnerabilities })
    expect(on(input).advice).toMatchObject({ option: 9, reason: 'join-for-duty' })
    const elsewhere = [said(null, 'cra-product', true, { product: 'planner' }), ...declarations.slice(1)]
    const other = sampleInput(samplePortfolio({ declarations: elsewhere }), { health, vulnerabilities })
    expect(on(other).advice).toMatchObject({ option: 1, reason: 'watch-and-join' })
  })
})

describe('advice', () => {
  const licenses = new Map([[tidewheel, lift('refused' as const, { id: 'advice/fact/license', version: 1 }, [])]])

  it('names owner, day to look again, cost in three bands, benefits and two others', () => {
    const { advice } = on(sampleInput(samplePortfolio(), { licenses }))
    expect(advice).toMatchObject({
      option: 0,
      reason: 'license-refused',
      criticalityLevel: 'high',
      owner: { person: 'p-2', product: 'portal', hasLeft: true },
      reviewOn: '2027-05-22',
      benefits: ['VB0'],
    })
    // 86,000 ÷ 1,720 hours is 50 an hour.
    expect(advice.cost.figure).toMatchObject({
      known: true,
      value: { low: 500, central: 1000, high: 2000, currency: 'EUR' },
    })
    expect(new Set([0, ...advice.rejected.map(({ option }) => option)]).size).toBe(3)
  })

  it('is looked at again sooner the more depends on it', () => {
    const reviewOf = (unit: string | undefined, subject: string) =>
      on(sampleInput(samplePortfolio(), { unit }), subject).advice.reviewOn
    expect(reviewOf(undefined, bollard)).toBe('2027-05-22')
    expect(reviewOf('mill', bollard)).toBe('2028-11-22')
  })

  it('costs what the organization says, and a price only when somebody stated one', () => {
    const needs = [said(tidewheel, 'skill', false), said(tidewheel, 'support-route', 'none')]
    const cost = (stated: Parameters<typeof samplePortfolio>[0]) => on(sampleInput(samplePortfolio(stated))).advice
    const unpriced = cost({ declarations: needs })
    expect(unpriced).toMatchObject({ option: 2, cost: { figure: { known: false, why: 'not-collected' } } })
    const priced = cost({ declarations: [...needs, said(tidewheel, 'support-price', 9000)] })
    expect(priced.cost.figure).toMatchObject({ value: { low: 9000, high: 9000, currency: 'EUR' } })
    const assumptions = [{ id: 'E8', low: null, central: 900, high: null, source: 'ours' }]
    expect(cost({ declarations: needs, assumptions }).rejected[0]).toMatchObject({
      option: 8,
      cost: { figure: { value: { low: 100, central: 900, high: 1000 } } },
    })
    // What does not rise from low to high is not taken.
    const wrong = [{ id: 'E8', low: 5000, central: null, high: null, source: 'ours' }]
    expect(cost({ declarations: needs, assumptions: wrong }).rejected[0]).toMatchObject({
      cost: { figure: { value: { low: 100, central: 500, high: 1000 } } },
    })
  })

  it('takes the hours that the organization counts for its own fork', () => {
    const declarations = [said(tidewheel, 'maintained', false), said(tidewheel, 'alternative', false)]
    const { advice } = on(sampleInput(samplePortfolio({ forks: [fork], declarations })))
    expect(advice).toMatchObject({ option: 4, reason: 'abandoned-fork' })
    expect(advice.cost.figure).toMatchObject({ value: { low: 2000, central: 2000, high: 2000 } })
  })

  it('answers with the decision first, and says when the guide would say something else', () => {
    const { advice } = on(sampleInput(samplePortfolio(), { decisions: [sampleDecision()] }))
    expect(advice).toMatchObject({ option: 1, decided: { decision: 'd-001', option: 8, differs: true } })
    const same = sampleDecision({ option: 1 })
    expect(on(sampleInput(samplePortfolio(), { decisions: [same] })).advice.decided).toMatchObject({ differs: false })
    const over = sampleDecision({ until: '2026-11-21' })
    expect(on(sampleInput(samplePortfolio(), { decisions: [over] })).advice.decided).toBeNull()
  })

  it('hears a decision for one product where that one alone uses the part, and one on versions that are in use', () => {
    const decidedOn = (subject: string, more: Parameters<typeof sampleDecision>[0]) =>
      on(sampleInput(samplePortfolio(), { decisions: [sampleDecision(more)] }), subject).advice.decided?.decision
    expect(decidedOn(tidewheel, { product: 'portal' })).toBe('d-001')
    expect(decidedOn(tidewheel, { unit: 'city' })).toBe('d-001')
    expect(decidedOn(tidewheel, { product: 'planner' })).toBeUndefined()
    const shared = { kind: 'part', package: bollard, versions: null } as const
    expect(decidedOn(bollard, { subject: shared, product: 'planner' })).toBeUndefined()
    const some = (versions: string) => ({ kind: 'part', package: tidewheel, versions }) as const
    expect(decidedOn(tidewheel, { subject: some('vers:npm/<2.0.0'), outcome: 'refuse', option: null })).toBe('d-001')
    expect(decidedOn(tidewheel, { subject: some('vers:npm/<1.0.0'), outcome: 'refuse', option: null })).toBeUndefined()
  })

  it('leaves a refused license refused whatever was decided, and says that they differ', () => {
    const { advice } = on(sampleInput(samplePortfolio(), { licenses, decisions: [sampleDecision()] }))
    expect(advice).toMatchObject({ option: 0, decided: { option: 8, differs: true } })
  })

  it('lets legal clear an agreement by a decision about contributing', () => {
    const warnings = [
      { id: 'falling', figure: 'f', detail: '' },
      { id: 'one-person', figure: 'f', detail: '' },
    ] as const
    const declarations = [said(tidewheel, 'cla', 'asymmetric'), said(tidewheel, 'skill', true)]
    const input = sampleInput(samplePortfolio({ declarations }), { health: sampleHealth({ warnings }, 0.5) })
    expect(on(input).advice).toMatchObject({ option: 8, reason: 'agreement-first' })
    const cleared = sampleDecision({ about: 'contribute', outcome: 'allow', option: null })
    expect(on({ ...input, decisions: [cleared] }).advice.option).toBe(7)
  })

  it('advises on own projects by rules of their own', () => {
    const project = 'forge.example/city/planner'
    const declarations = [said(null, 'neutrality-needed', true, { product: 'planner' })]
    expect(on(sampleInput(samplePortfolio({ declarations })), project).advice).toMatchObject({
      case: 'own',
      option: 12,
      owner: { person: 'p-1', product: 'planner', hasLeft: false },
    })
    const idle = ['outside-questions', 'outside-contributions', 'new-adopters'].map((what) =>
      said(null, what, 0, { product: 'planner' }),
    )
    const vulnerabilities = sampleVulnerabilities([1])
    expect(on(sampleInput(samplePortfolio({ declarations: idle }), { vulnerabilities }), project).advice.option).toBe(
      13,
    )
    expect(
      on(sampleInput(samplePortfolio({ declarations: idle.slice(1) }), { vulnerabilities }), project).advice,
    ).toMatchObject({ option: 7, standing: 'provisional' })
  })

  it('knows nothing of what is not in use', () => {
    expect(adviseOn(sampleInput(samplePortfolio()), 'pkg:npm/never-heard')).toBeUndefined()
  })

  it('opens into figures that lead to files and assumptions, each id once', () => {
    const input = sampleInput(samplePortfolio({ forks: [fork] }), { decisions: [sampleDecision()] })
    const { figures } = assessEngagement(input)
    const byId = new Map(figures().map((named: NamedFigure) => [named.id, named.figure]))
    expect(byId.size).toBe(figures().length)
    const missing = [...byId.values()]
      .flatMap(({ from }) => from)
      .flatMap((source) => (source.kind === 'computed' ? source.inputs : []))
      .filter((id) => id.startsWith('advice/') && !byId.has(id))
    expect(missing).toEqual([])
    expect(byId.get('advice/product-criticality/0')).toMatchObject({ from: [{ kind: 'observed', at: '/products/0' }] })
    expect(byId.get('advice/fork/wheel-fork')).toMatchObject({ from: [{ kind: 'observed', at: '/forks/0' }] })
    expect(byId.get(`advice/occurrence/0/${bollard}`)).toMatchObject({
      value: 3,
      from: [{ kind: 'observed', evidence: 'lock-0', at: '/packages/bollard' }],
    })
    expect(byId.get('advice/decision/d-001')).toMatchObject({ from: [{ kind: 'observed', at: '/decisions/0' }] })
  })
})

it('does not count a part as replaceable because somebody found no alternative', () => {
  const k = (value: string | boolean) =>
    fact(sampleInput(samplePortfolio({ declarations: [said(tidewheel, 'alternative', value)] })), 'criticality')
  expect(k('pkg:npm/bollard')).toBeCloseTo(0.54, 12)
  expect(k(false)).toBeCloseTo(0.9, 12)
})

describe('a list', () => {
  it('holds what is critical, most critical first, and what was decided about or patched', () => {
    const listed = (input: CounselorInput) => assessEngagement(input).assessment.advice.map(({ subject }) => subject)
    expect(listed(sampleInput(samplePortfolio()))).toEqual([tidewheel, bollard])
    expect(listed(sampleInput(samplePortfolio(), { unit: 'mill' }))).toEqual([])
    const decided = sampleDecision({ subject: { kind: 'part', package: bollard, versions: null } })
    expect(listed(sampleInput(samplePortfolio(), { unit: 'mill', decisions: [decided] }))).toEqual([bollard])
    expect(listed(sampleInput(samplePortfolio({ forks: [{ ...fork, part: bollard }] }), { unit: 'mill' }))).toEqual([
      bollard,
    ])
  })
})

describe('a need for something new', () => {
  const answers = {
    'searched-elsewhere': true,
    'none-fits': true,
    'others-share-it': true,
    sponsor: true,
    'long-term-people': true,
    'makes-us-special': false,
  }
  const ask = (need: string, given = {}) => adviseOnNewNeed(sampleInput(samplePortfolio()), need, given, 'p-1')

  it('is told to join what exists [row 41]', () => {
    const { candidates, advice } = ask('a tide wheel')
    expect(candidates).toMatchObject([{ subject: tidewheel, fit: 1, foundIn: ['name'] }])
    expect(advice).toMatchObject({ option: 5, reason: 'join-existing', standing: 'advised' })
  })

  it('finds own products too', () => {
    expect(ask('planner').candidates).toMatchObject([{ subject: 'forge.example/city/planner', foundIn: ['product'] }])
  })

  it('decides nothing before the questions are answered', () => {
    const { candidates, open, advice } = ask('calendar picker')
    expect(candidates).toEqual([])
    expect(open).toHaveLength(7)
    expect(advice).toMatchObject({ option: 1, reason: 'search-first', standing: 'provisional' })
  })

  it('may found a project when people looked, others share it and stay', () => {
    expect(ask('calendar picker', answers).advice).toMatchObject({ option: 10, reason: 'found-project' })
    expect(ask('calendar picker', { ...answers, 'code-exists': true }).advice.option).toBe(11)
    expect(ask('calendar picker', { ...answers, 'makes-us-special': true }).advice.reason).toBe('keep-inside')
    expect(ask('calendar picker', { ...answers, sponsor: false }).advice.rule).toBeNull()
    // Nobody searched outside: that nothing fits is not known.
    expect(ask('calendar picker', { ...answers, 'searched-elsewhere': false }).advice.rule).toBeNull()
  })

  it('goes on past a candidate only when somebody says that none fits', () => {
    expect(ask('a tide wheel', { ...answers, 'none-fits': undefined }).advice.reason).toBe('join-existing')
    expect(ask('a tide wheel', answers).advice.option).toBe(10)
  })
})
