import { describe, expect, it } from 'vitest'
import type { PartTerms } from '#domain/assessment/licenses.ts'
import type { VulnerabilityAssessment } from '#domain/assessment/vulnerabilities.ts'
import type { Decision } from '#domain/decision.ts'
import { assumed } from '#domain/figure.ts'
import type { Severity } from '#domain/finding.ts'
import type { Openness } from '#domain/license-facts.ts'
import { nothingStated, type Audience, type Product } from '#domain/organization.ts'
import type { PolicyMatch, PolicyRule, PolicyWaiver } from '#domain/policy.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { nothingUpstream } from '#domain/upstream.ts'
import { answerContribute, answerUse } from './answer.ts'
import { checkPolicy, type CheckInput } from './check.ts'
import { licenseStandings } from './license-standing.ts'
import { fitsGlob } from './policy-match.ts'

const day = '2026-11-22'

type SamplePart = {
  readonly name: string
  readonly version?: string | null
  readonly license?: string
  readonly openness?: Openness
}

/** Every part is used by both products. */
function sample(
  parts: readonly SamplePart[],
  more: Partial<CheckInput> = {},
  audience: Audience = 'public',
): CheckInput {
  const product = (id: string, of: Audience): Product => ({
    id,
    name: id,
    origin: 'made',
    unit: 'quay',
    criticality: null,
    audience: of,
    supplier: null,
    paths: [],
    owner: null,
  })
  const portfolio = {
    asOf: day,
    knownAt: `${day}T00:00:00.000Z`,
    organization: {
      units: [{ id: 'quay', name: 'Quay', parent: null }],
      products: [product('portal', audience), product('console', 'internal')],
      stated: nothingStated,
    },
    parts: parts.map(({ name, version = '1.0.0', license }) => ({
      purl: version === null ? `pkg:npm/${name}` : `pkg:npm/${name}@${version}`,
      package: `pkg:npm/${name}`,
      ecosystem: 'npm',
      kind: 'software',
      name,
      version,
      licenses: license === undefined ? [] : [{ basis: 'declared', text: license }],
    })),
    documents: [0, 1].map((index) => ({ path: `${index}.json`, evidence: '', product: index })),
    occurrences: {
      count: parts.length * 2,
      part: Int32Array.from([...parts.keys(), ...parts.keys()]),
      document: Int32Array.from([...parts.map(() => 0), ...parts.map(() => 1)]),
      scope: new Uint8Array(parts.length * 2),
      directness: new Uint8Array(parts.length * 2),
      depth: new Uint8Array(parts.length * 2),
      at: Array.from({ length: parts.length * 2 }, (_, at) => `line ${at + 1}`),
    },
    projectLinks: [],
    upstream: nothingUpstream,
  } as unknown as Portfolio
  const terms = parts.map(({ name, license, openness }, part) => ({
    part,
    name,
    openness: openness ?? (license === undefined ? 'unknown' : 'open'),
    reciprocity: license === undefined ? null : 'none',
    portions: license === undefined ? [] : [{ portion: null, expression: license, text: license, chosen: [license] }],
  })) as unknown as readonly PartTerms[]
  return {
    portfolio,
    terms,
    vulnerabilities: vulnerabilities([]),
    states: new Map(parts.map(({ name }) => [`pkg:npm/${name}`, []])),
    familyOf: (license) => (license.startsWith('AGPL') ? 'network-copyleft' : undefined),
    policy: { name: 'policy.yaml', rules: [], waivers: [] },
    decisions: [],
    ...more,
  }
}

function vulnerabilities(
  found: readonly { readonly part: number; readonly id: string; readonly severity: Severity }[],
) {
  return {
    total: { id: 'vulnerabilities/total', figure: assumed(found.length, 'sample') },
    findings: found.map(({ part, id, severity }) => ({ part, id, aliases: [id, `${id}-ALIAS`], severity })),
    remedies: found.map(({ part }) => ({ part, version: part === 0 ? '1.2.0' : null, findings: 1 })),
    undecided: [],
  } as unknown as VulnerabilityAssessment
}

function rule(id: string, match: Partial<PolicyMatch>, more: Partial<PolicyRule> = {}): PolicyRule {
  return {
    id,
    outcome: 'deny',
    reason: `because of ${id}`,
    wayOut: null,
    until: null,
    ...more,
    match: {
      families: [],
      licenses: [],
      openness: [],
      reciprocity: [],
      severity: null,
      advisories: [],
      parts: [],
      versions: null,
      states: [],
      kinds: [],
      scopes: [],
      audience: [],
      origins: [],
      products: [],
      ...match,
    },
  }
}

const withRules = (...rules: readonly PolicyRule[]) => ({ policy: { name: 'policy.yaml', rules, waivers: [] } })

const waiver = (more: Partial<PolicyWaiver>): PolicyWaiver => ({
  id: 'w-1',
  rule: 'no-agpl',
  part: null,
  versions: null,
  advisory: null,
  product: null,
  by: 'p-1',
  reason: 'moved until then',
  until: day,
  ...more,
})

const decision = (more: Partial<Decision>): Decision => ({
  id: 'd-1',
  on: '2026-01-01',
  by: 'p-1',
  subject: { kind: 'part', package: 'pkg:npm/quay', versions: null },
  about: 'use',
  outcome: 'allow',
  option: null,
  lane: null,
  conditions: [],
  reason: 'looked at it',
  until: null,
  unit: null,
  product: null,
  replaces: [],
  evidence: '',
  at: '',
  ...more,
})

const agpl = { name: 'quay', license: 'AGPL-3.0-only' }
const noAgpl = rule('no-agpl', { licenses: ['AGPL-3.0-only'] })

describe('a policy', () => {
  it('denies a forbidden license with rule, reason, place and way out [row 48]', () => {
    const { findings } = checkPolicy(sample([agpl, { name: 'mole', license: 'MIT' }], withRules(noAgpl)))
    expect(findings).toEqual([
      {
        purl: 'pkg:npm/quay@1.0.0',
        name: 'quay',
        version: '1.0.0',
        products: ['portal', 'console'],
        aspect: 'license',
        outcome: 'deny',
        rule: 'policy:no-agpl',
        reason: 'because of no-agpl',
        what: 'AGPL-3.0-only',
        severity: null,
        wayOut: [
          { code: 'replace', by: null },
          { code: 'ask-exception', rule: 'no-agpl', part: 'pkg:npm/quay@1.0.0' },
        ],
        file: '0.json',
        at: 'line 1',
      },
    ])
  })

  it('lets an exception pass until its day and no longer [row 48]', () => {
    const on = (until: string) =>
      checkPolicy(sample([agpl], { policy: { name: 'p', rules: [noAgpl], waivers: [waiver({ until })] } }))
    expect(on(day)).toMatchObject({
      findings: [],
      waived: [{ rule: 'policy:no-agpl', waiver: { id: 'policy:w-1', until: day } }],
    })
    expect(on('2026-11-21')).toMatchObject({ findings: [{ outcome: 'deny' }], waived: [] })
  })

  it('takes an exception for what it names only', () => {
    const passes = (more: Partial<WaiverFields>) =>
      checkPolicy(sample([agpl], { policy: { name: 'p', rules: [noAgpl], waivers: [waiver(more)] } })).findings
        .length === 0
    type WaiverFields = PolicyWaiver
    expect(passes({ part: 'pkg:npm/quay' })).toBe(true)
    expect(passes({ part: 'pkg:npm/mole' })).toBe(false)
    expect(passes({ versions: 'vers:npm/<1.0.0' })).toBe(false)
    expect(passes({ rule: 'other' })).toBe(false)
    // The other product still finds it.
    expect(passes({ product: 'portal' })).toBe(false)
  })

  it('asks rules in order: the first that fits answers, also by letting pass', () => {
    const allow = rule('ours', { parts: ['pkg:npm/qu*'] }, { outcome: 'allow' })
    expect(checkPolicy(sample([agpl], withRules(allow, noAgpl))).findings).toEqual([])
    expect(checkPolicy(sample([agpl], withRules(noAgpl, allow))).findings).toHaveLength(1)
  })

  it('looks at audience, origin, family and version', () => {
    const denies = (match: Partial<PolicyMatch>, part: SamplePart = agpl) =>
      checkPolicy(sample([part], withRules(rule('one', match)))).findings.flatMap(({ products }) => products)
    expect(denies({ families: ['network-copyleft'], audience: ['public'] })).toEqual(['portal'])
    expect(denies({ families: ['network-copyleft'], audience: ['partners'] })).toEqual([])
    expect(denies({ parts: ['pkg:npm/quay'], versions: 'vers:npm/<1.0.1' })).toContain('portal')
    expect(denies({ parts: ['pkg:npm/quay'], versions: 'vers:npm/<1.0.0' })).toEqual([])
    expect(denies({ parts: ['pkg:npm/quay'], versions: 'vers:npm/<1.0.1' }, { ...agpl, version: null })).toEqual([])
    expect(denies({ origins: ['bought'], openness: ['open'] })).toEqual([])
  })

  it('ends a rule on its day', () => {
    const until = (last: string) =>
      checkPolicy(sample([agpl], withRules(rule('no-agpl', { licenses: ['AGPL-3.0-only'] }, { until: last })))).findings
        .length
    expect([until(day), until('2026-11-21')]).toEqual([1, 0])
  })

  it('grades vulnerabilities, and takes a weakness that nobody graded for no high one', () => {
    const found = vulnerabilities([
      { part: 0, id: 'CVE-1', severity: 'critical' },
      { part: 0, id: 'CVE-2', severity: 'medium' },
      { part: 1, id: 'CVE-3', severity: 'unknown' },
    ])
    const parts = [
      { name: 'quay', license: 'MIT' },
      { name: 'mole', license: 'MIT' },
    ]
    const all = (...rules: readonly PolicyRule[]) =>
      checkPolicy(sample(parts, { vulnerabilities: found, ...withRules(...rules) })).findings
    const high = rule('high', { severity: 'high' })
    const any = rule('any', { severity: 'none' }, { outcome: 'review' })
    expect(all(high).map(({ what }) => what)).toEqual(['CVE-1'])
    expect(all(high)[0]?.wayOut[0]).toEqual({ code: 'upgrade', version: '1.2.0' })
    expect(all(high, any).map(({ what, outcome }) => [what, outcome])).toEqual([
      ['CVE-1', 'deny'],
      ['CVE-2', 'review'],
      ['CVE-3', 'review'],
    ])
    expect(all(rule('one', { advisories: ['CVE-3-ALIAS'] }))[0]).toMatchObject({
      what: 'CVE-3',
      wayOut: [{ code: 'no-fix-known' }, {}],
    })
  })

  it('judges states of projects, and says when it could not', () => {
    const unsupported = rule('dead', { states: ['unsupported'] })
    const states = new Map([['pkg:npm/quay', ['unsupported'] as const]])
    const parts = [agpl, { name: 'mole', license: 'MIT' }]
    const check = checkPolicy(sample(parts, { ...withRules(unsupported), states }))
    expect(check.findings).toMatchObject([
      { aspect: 'health', what: 'unsupported', wayOut: [{}, { code: 'engage' }, {}] },
    ])
    expect(check.notJudged).toEqual([{ aspect: 'health', parts: 1, of: 2 }])
  })

  it('never takes not looked up for nothing found', () => {
    const high = rule('high', { severity: 'high' })
    const check = checkPolicy(sample([agpl, { name: 'mole' }], { ...withRules(high, noAgpl), vulnerabilities: null }))
    expect(check.notJudged).toEqual([
      { aspect: 'license', parts: 1, of: 2 },
      { aspect: 'vulnerability', parts: 2, of: 2 },
    ])
  })
})

describe('decisions', () => {
  it('answer before the policy: a refusal denies, a permission lets pass until its day', () => {
    const refused = checkPolicy(
      sample([{ name: 'quay', license: 'MIT' }], { decisions: [decision({ outcome: 'refuse' })] }),
    )
    expect(refused.findings).toMatchObject([{ outcome: 'deny', rule: 'decision:d-1', reason: 'looked at it' }])
    const allowed = (until: string) =>
      checkPolicy(sample([agpl], { ...withRules(noAgpl), decisions: [decision({ until })] }))
    expect(allowed(day)).toMatchObject({ findings: [], waived: [{ waiver: { id: 'decision:d-1', until: day } }] })
    expect(allowed('2026-11-21').findings).toHaveLength(1)
  })

  it('on a license hold for every part under it', () => {
    const subject = { kind: 'license', license: 'AGPL-3.0-only' } as const
    const check = checkPolicy(sample([agpl], { decisions: [decision({ subject, outcome: 'review' })] }))
    expect(check.findings).toMatchObject([{ outcome: 'review', what: 'AGPL-3.0-only' }])
  })

  it('to use something do not excuse a known vulnerability in it', () => {
    const found = vulnerabilities([{ part: 0, id: 'CVE-1', severity: 'critical' }])
    const input = sample([agpl], {
      ...withRules(rule('critical', { severity: 'critical' })),
      vulnerabilities: found,
      decisions: [decision({})],
    })
    expect(checkPolicy(input).findings).toMatchObject([{ what: 'CVE-1', outcome: 'deny' }])
  })
})

describe('the answer to one question', () => {
  const part = 'pkg:npm/quay@1.0.0'
  const check = checkPolicy(sample([{ name: 'quay', license: 'MIT' }], withRules(noAgpl)))
  const denied = checkPolicy(sample([agpl], withRules(noAgpl)))

  it('names the rule: the finding, the decision, or the policy', () => {
    expect(answerUse({ part, check: denied, decisions: [] })).toMatchObject({ outcome: 'deny', rule: 'policy:no-agpl' })
    const conditional = decision({ outcome: 'allow-with-conditions', conditions: ['behind the gateway'] })
    expect(answerUse({ part, check, decisions: [conditional] })).toMatchObject({
      outcome: 'allow-with-conditions',
      rule: 'decision:d-1',
      conditions: ['behind the gateway'],
    })
    expect(answerUse({ part, check, decisions: [] })).toMatchObject({ outcome: 'allow', rule: 'policy:policy.yaml' })
  })

  it('gives no permission where nobody could look', () => {
    const blind = checkPolicy(
      sample([{ name: 'quay', license: 'MIT' }], {
        ...withRules(rule('high', { severity: 'high' })),
        vulnerabilities: null,
      }),
    )
    expect(answerUse({ part, check: blind, decisions: [] })).toMatchObject({ outcome: 'unknown', rule: null })
  })

  it('sends the first contribution through full review and opens lanes after', () => {
    const ask = (decisions: readonly Decision[], hasContributed = false) =>
      answerContribute({ part, check, decisions }, { hasContributed })
    expect(ask([])).toMatchObject({ outcome: 'review', rule: 'lane:full-review', lane: 'full-review' })
    expect(ask([], true)).toMatchObject({ lane: 'small-change' })
    const approved = decision({ about: 'contribute', lane: 'release-cycle' })
    expect(ask([approved])).toMatchObject({ outcome: 'allow', rule: 'decision:d-1', lane: 'release-cycle' })
    expect(ask([decision({ about: 'contribute' })])).toMatchObject({ lane: 'pre-approved-project' })
    expect(ask([decision({ about: 'contribute', outcome: 'refuse' })])).toMatchObject({ outcome: 'deny', lane: null })
    expect(ask([decision({ outcome: 'engage', option: 5 })])).toMatchObject({ outcome: 'allow', lane: 'full-review' })
    expect(ask([decision({ outcome: 'engage', option: 1 })])).toMatchObject({ outcome: 'review' })
    expect(answerContribute({ part, check: denied, decisions: [] }, { hasContributed: true })).toMatchObject({
      lane: 'full-review',
    })
  })
})

describe('what the rules say to the terms of a package', () => {
  const standing = (parts: readonly SamplePart[], rules: readonly PolicyRule[]) => {
    const input = sample(parts, withRules(...rules))
    const standings = licenseStandings(input.portfolio, input.terms, checkPolicy(input), (at) => `licenses/terms/${at}`)
    const figure = standings.get('pkg:npm/quay')
    return figure?.known === true ? figure.value : figure?.why
  }

  it('is the strictest of its versions, and unknown where terms are', () => {
    const fine = { name: 'quay', license: 'MIT' }
    const unclear = { name: 'quay', version: '2.0.0' }
    expect(standing([fine], [noAgpl])).toBe('ok')
    expect(standing([fine, { ...agpl, version: '2.0.0' }], [noAgpl])).toBe('refused')
    expect(standing([fine, unclear], [noAgpl])).toBe('not-collected')
    expect(standing([agpl, unclear], [noAgpl])).toBe('refused')
    const review = rule('look', { openness: ['open'] }, { outcome: 'review' })
    expect(standing([fine], [review])).toBe('conditional')
    // That a policy lets a person look at unknown terms does not make them known.
    expect(standing([unclear], [rule('look', { openness: ['unknown'] }, { outcome: 'review' })])).toBe('not-collected')
  })
})

it('matches names by globs and takes everything else literally', () => {
  expect(fitsGlob('pkg:npm/left-*', 'pkg:npm/left-pad')).toBe(true)
  expect(fitsGlob('pkg:npm/left-*', 'pkg:npm/right-pad')).toBe(false)
  expect(fitsGlob('*/harbor.example/*', 'pkg:golang/harbor.example/tide/wheel')).toBe(true)
  expect(fitsGlob('pkg:npm/a.b', 'pkg:npm/axb')).toBe(false)
  expect(fitsGlob('pkg:npm/(a|b)', 'pkg:npm/a')).toBe(false)
})
