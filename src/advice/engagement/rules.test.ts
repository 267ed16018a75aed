import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { engagementRuleIds, type EngagementRuleId } from '#domain/engagement.ts'
import { factsFrom, type SampleFacts } from './facts.sample.ts'
import { judge } from './rule.ts'
import { rules } from './rules.generated.ts'

/** For each rule facts on which it holds, what it then offers, and facts that miss by one. */
const cases: Record<
  EngagementRuleId,
  { readonly fires: SampleFacts; readonly options: readonly number[]; readonly misses: readonly SampleFacts[] }
> = {
  'license-refused': { fires: { license: 'refused' }, options: [0], misses: [{ license: 'conditional' }] },
  'low-and-healthy': {
    fires: { criticality: 0.1, health: 'good', gap: false },
    options: [1],
    misses: [
      { criticality: 0.6, health: 'good', gap: false },
      { criticality: 0.1, health: 'fair', gap: false },
      { criticality: 0.1, health: 'good', gap: true },
    ],
  },
  'low-and-weak': {
    fires: { criticality: 0.59, health: 'weak', alternative: true },
    options: [0, 1],
    misses: [
      { criticality: 0.6, health: 'weak', alternative: true },
      { criticality: 0.1, health: 'fair', abandoned: false },
    ],
  },
  'high-and-healthy': {
    fires: { criticality: 0.6, health: 'good', gap: false, foundation: true, regulated: true },
    options: [9, 1],
    misses: [
      { criticality: 0.59, health: 'good', gap: false },
      { criticality: 0.6, health: 'good', gap: true },
    ],
  },
  'support-without-skill': {
    fires: { criticality: 0.7, skill: false, supportNeeded: true },
    options: [2, 8],
    misses: [
      { criticality: 0.7, skill: true, supportNeeded: true },
      { criticality: 0.7, skill: false, supportNeeded: false },
    ],
  },
  'gap-upstream': {
    fires: { gap: true, acceptsChanges: true },
    options: [5, 3],
    misses: [
      { gap: true, acceptsChanges: false },
      { gap: false, acceptsChanges: true },
    ],
  },
  'old-patches': {
    fires: { patches: 1, patchReleases: 3 },
    options: [5, 4],
    misses: [
      { patches: 1, patchReleases: 2 },
      { patches: 0, patchReleases: 3 },
    ],
  },
  'falling-on-few': {
    fires: { criticality: 0.7, falling: true, governance: 'few', skill: true },
    options: [7, 8],
    misses: [
      { criticality: 0.7, falling: true, governance: 'many' },
      { criticality: 0.7, falling: false, governance: 'few' },
      { criticality: 0.5, falling: true, governance: 'few' },
    ],
  },
  'single-vendor-risk': {
    fires: { criticality: 0.7, governance: 'single-vendor', licenseRisk: true, alternative: true },
    options: [0, 4, 9],
    misses: [
      { criticality: 0.7, governance: 'single-vendor', licenseRisk: false },
      { criticality: 0.7, governance: 'foundation', licenseRisk: true },
    ],
  },
  'roadmap-depends': {
    fires: { criticality: 0.7, roadmap: true, ownShare: 0.05 },
    options: [7, 6],
    misses: [
      { criticality: 0.59, roadmap: true },
      { criticality: 0.7, roadmap: false },
    ],
  },
  'asymmetric-agreement': {
    fires: { agreement: 'asymmetric', agreementCleared: false },
    options: [1, 8],
    misses: [
      { agreement: 'asymmetric', agreementCleared: true },
      { agreement: 'symmetric', agreementCleared: false },
    ],
  },
  abandoned: {
    fires: { criticality: 0.7, abandoned: true, alternative: false },
    options: [4, 0],
    misses: [
      { criticality: 0.59, abandoned: true, alternative: false },
      { criticality: 0.7, abandoned: false, alternative: false },
    ],
  },
  'new-need': {
    fires: { existingFits: false, differentiating: false, sharedNeed: true, sponsor: true, longTermPeople: true },
    options: [10, 11],
    misses: [{ existingFits: false, differentiating: false, sharedNeed: true, sponsor: true, longTermPeople: false }],
  },
  'own-project-shared': {
    fires: { severalFirms: true },
    options: [12, 7],
    misses: [{ severalFirms: false, neutrality: false }],
  },
  'own-project-idle': {
    fires: { idle: true, unfixed: true },
    options: [13, 12],
    misses: [{ idle: true, unfixed: false }],
  },
  differentiating: { fires: { differentiating: true }, options: [11, 7], misses: [{ differentiating: false }] },
  'commercial-steward': { fires: { sustainsCommercial: true }, options: [], misses: [{ sustainsCommercial: false }] },
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('rule %s', (id, rule) => {
  const { fires, options, misses } = cases[id]

  it('holds on facts that say so, and offers nothing it does not list', () => {
    const verdict = judge(rule, factsFrom(fires))
    expect(verdict).toMatchObject({ state: 'applies', answer: { options } })
    expect(rule.offers).toEqual(expect.arrayContaining([...options]))
  })

  it.each(misses.map((facts) => [JSON.stringify(facts), facts] as const))('does not hold on %s', (_, facts) => {
    expect(judge(rule, factsFrom(facts)).state).toBe('not-met')
  })

  it('says what is missing when a fact that it needs is not known', () => {
    for (const name of Object.keys(fires) as (keyof SampleFacts)[]) {
      if (!rule.needs.some(({ facts }) => facts.length === 1 && facts[0] === name)) continue
      const verdict = judge(rule, factsFrom({ ...fires, [name]: undefined }))
      expect(verdict.state === 'unknown' && verdict.missing).toContain(name)
    }
  })
})

describe('rules that choose among options', () => {
  const answerOf = (id: EngagementRuleId, facts: SampleFacts) => {
    const rule = rules.find((one) => one.id === id)
    const verdict = rule === undefined ? undefined : judge(rule, factsFrom(facts))
    return verdict?.state === 'applies' ? [verdict.answer.options[0], verdict.answer.reason] : verdict?.state
  }

  it('keep a weak part with a day to look again where nothing else is known', () => {
    const weak = { criticality: 0.2, health: 'weak' } as const
    expect(answerOf('low-and-weak', { ...weak, alternative: false })).toEqual([1, 'weak-no-alternative'])
    expect(answerOf('low-and-weak', weak)).toEqual([1, 'weak-alternative-unknown'])
    expect(answerOf('low-and-weak', { criticality: 0.2, abandoned: true, alternative: true })).toEqual([
      0,
      'replace-weak',
    ])
  })

  it('carry a patch that was handed in, and give back one that was not', () => {
    expect(answerOf('gap-upstream', { gap: true, acceptsChanges: true, patchUnderWay: true })).toEqual([
      3,
      'patch-waits',
    ])
  })

  it('keep a fork for a recorded reason or where nobody takes changes', () => {
    const old = { patches: 2, patchReleases: 5 }
    expect(answerOf('old-patches', { ...old, forkReason: true })).toEqual([4, 'fork-kept'])
    expect(answerOf('old-patches', { ...old, acceptsChanges: false })).toEqual([4, 'fork-kept'])
    expect(answerOf('old-patches', { ...old, forkReason: false })).toEqual([5, 'patch-old'])
  })

  it('give time before money where the skill is there, and say when nobody knows', () => {
    const falling = { criticality: 0.9, falling: true, governance: 'one-person' } as const
    expect(answerOf('falling-on-few', { ...falling, skill: false })).toEqual([8, 'give-money'])
    expect(answerOf('falling-on-few', falling)).toEqual([8, 'give-money-skill-unknown'])
  })

  it('leave a vendor by the way that there is', () => {
    const vendor = { criticality: 0.9, governance: 'single-vendor', licenseRisk: true } as const
    expect(answerOf('single-vendor-risk', { ...vendor, alternative: false })).toEqual([4, 'vendor-fork'])
    expect(answerOf('single-vendor-risk', vendor)).toEqual([9, 'vendor-find-exit'])
  })

  it('replace what was given up where there is something else', () => {
    const given = { criticality: 0.9, abandoned: true } as const
    expect(answerOf('abandoned', { ...given, alternative: true })).toEqual([0, 'abandoned-replace'])
    expect(answerOf('abandoned', given)).toBe('unknown')
  })

  it('join before they found, and open what exists', () => {
    expect(answerOf('new-need', { existingFits: true })).toEqual([5, 'join-existing'])
    const planned = {
      existingFits: false,
      differentiating: false,
      sharedNeed: true,
      sponsor: true,
      longTermPeople: true,
      codeExists: true,
    }
    expect(answerOf('new-need', planned)).toEqual([11, 'open-internal-project'])
  })

  it('keep an own project only with the people for it', () => {
    expect(answerOf('own-project-shared', { severalFirms: true, controlWanted: true, staffed: true })).toEqual([
      7,
      'keep-with-open-governance',
    ])
    expect(answerOf('own-project-shared', { neutrality: true, controlWanted: true })).toEqual([12, 'neutral-home'])
  })
})

it('are the seventeen of the guide, one file each, no two of a rank that could meet', () => {
  const files = readdirSync(join(import.meta.dirname, 'rules')).map((file) => file.replace(/\.ts$/, ''))
  expect(rules.map(({ id }) => id).toSorted()).toEqual(files.toSorted())
  expect([...engagementRuleIds].toSorted()).toEqual(files.toSorted())
  expect(rules.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 17 }, (_, at) => at + 1),
  )
  for (const of of ['used', 'own', 'new'] as const) {
    const ranks = rules.filter(({ cases: list }) => list.includes(of)).map(({ rank }) => rank)
    expect(new Set(ranks).size).toBe(ranks.length)
  }
})
