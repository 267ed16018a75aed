import { describe, expect, it } from 'vitest'
import { decisionsAbout, decisionsInForce, type Decision, type DecisionQuestion } from './decision.ts'

const decision = (id: string, more: Partial<Decision> = {}): Decision => ({
  id,
  on: '2026-01-01',
  by: 'p-1',
  subject: { kind: 'part', package: 'pkg:npm/tidewheel', versions: null },
  about: 'use',
  outcome: 'allow',
  option: null,
  lane: null,
  conditions: [],
  reason: 'said so',
  until: null,
  unit: null,
  product: null,
  replaces: [],
  evidence: '',
  at: '',
  ...more,
})

const question: DecisionQuestion = {
  package: 'pkg:npm/tidewheel',
  version: '1.4.0',
  project: 'forge.example/tide/wheel',
  licenses: ['MIT'],
  product: 'portal',
  units: ['quay', 'city'],
  about: 'use',
}

/** Enough for tests: one version, or all below one. */
const inRange = (range: string, version: string): boolean =>
  range.startsWith('<') ? version < range.slice(1) : version === range

const ids = (list: readonly Decision[], asked: Partial<DecisionQuestion> = {}): readonly string[] =>
  decisionsAbout(list, { ...question, ...asked }, inRange).map(({ id }) => id)

describe('decisions in force', () => {
  it('hold from their day to their last day, both counted', () => {
    const list = [decision('a', { until: '2026-06-30' })]
    const on = (day: string) => decisionsInForce(list, day).length
    expect([on('2025-12-31'), on('2026-01-01'), on('2026-06-30'), on('2026-07-01')]).toEqual([0, 1, 1, 0])
  })

  it('end where another begins that replaces them', () => {
    const list = [decision('a'), decision('b', { on: '2026-05-01', replaces: ['a'] })]
    expect(decisionsInForce(list, '2026-04-30').map(({ id }) => id)).toEqual(['a'])
    expect(decisionsInForce(list, '2026-05-01').map(({ id }) => id)).toEqual(['b'])
  })
})

describe('the decision that counts first', () => {
  it('is the nearest: a version, a part, its project, its license', () => {
    const list = [
      decision('license', { subject: { kind: 'license', license: 'MIT' }, outcome: 'refuse' }),
      decision('project', { subject: { kind: 'project', project: 'forge.example/tide/wheel' } }),
      decision('part'),
      decision('version', { subject: { kind: 'part', package: 'pkg:npm/tidewheel', versions: '1.4.0' } }),
    ]
    expect(ids(list)).toEqual(['version', 'part', 'project', 'license'])
    expect(ids(list, { version: '1.5.0' })).toEqual(['part', 'project', 'license'])
  })

  it('is that of the product before the unit before all', () => {
    const list = [decision('all'), decision('unit', { unit: 'city' }), decision('product', { product: 'portal' })]
    expect(ids(list)).toEqual(['product', 'unit', 'all'])
    expect(ids(list, { product: 'console', units: ['mill'] })).toEqual(['all'])
  })

  it('is a refusal before a permission, and the newer one before the older', () => {
    expect(
      ids([decision('old'), decision('new', { on: '2026-02-01' }), decision('no', { outcome: 'refuse' })]),
    ).toEqual(['no', 'new', 'old'])
  })

  it('may refuse a version that nobody knows, and does not permit one', () => {
    const subject = { kind: 'part', package: 'pkg:npm/tidewheel', versions: '<1.5.0' } as const
    expect(
      ids([decision('no', { subject, outcome: 'refuse' }), decision('yes', { subject })], { version: null }),
    ).toEqual(['no'])
  })

  it('is about what was asked; ways to engage answer both questions', () => {
    const list = [decision('contribute', { about: 'contribute' }), decision('engage', { outcome: 'engage', option: 5 })]
    expect(ids(list)).toEqual(['engage'])
    expect(ids(list, { about: 'contribute' })).toEqual(['contribute', 'engage'])
  })
})
