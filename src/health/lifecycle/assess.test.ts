import { describe, expect, it } from 'vitest'
import type { LifecycleNames } from '#domain/lifecycle.ts'
import type { Part } from '#domain/portfolio.ts'
import { nothingUpstream, type Lifecycle, type LifecycleCycle } from '#domain/upstream.ts'
import { packageOf } from '#ecosystems/purl.ts'
import { assessLifecycles, lifecycleFigures } from './assess.ts'
import { cycleOf, stateOn } from './state.ts'

const cycle = (name: string, more: Partial<LifecycleCycle> = {}): LifecycleCycle => ({
  cycle: name,
  releasedOn: null,
  end: '2028-04-30',
  supportEnd: null,
  extendedEnd: null,
  latest: null,
  at: 'line 3-6',
  ...more,
})

const product = (name: string, packages: readonly string[], cycles: readonly LifecycleCycle[]): Lifecycle => ({
  evidence: 'e'.repeat(64),
  at: '',
  observedOn: '2026-08-22',
  product: name,
  packages,
  cycles,
})

const part = (purl: string | null, name = '', version: string | null = null): Part => ({
  purl,
  package: purl === null ? null : packageOf(purl),
  ecosystem: null,
  kind: 'software',
  name,
  version: version ?? (purl === null ? null : (/@([^?#]+)/.exec(purl.slice(5))?.[1] ?? null)),
  licenses: [],
})

const names: LifecycleNames = {
  products: [{ product: 'lantern', packages: ['pkg:npm/lantern-wick'] }],
  distributions: [
    {
      product: 'harborix',
      packages: 'deb/harborix',
      prefixes: ['harborix-', ''],
      images: ['pkg:docker/library/harborix'],
      codenames: { gull: '12' },
    },
  ],
}
const lifecycles = [
  product('lantern', ['pkg:npm/lantern'], [cycle('3'), cycle('3.2', { end: '2026-01-31' }), cycle('2', { end: true })]),
  product('harborix', [], [cycle('12', { end: '2026-07-11', extendedEnd: '2028-06-30' })]),
]

function assess(...parts: readonly Part[]) {
  return assessLifecycles({ parts, asOf: '2026-11-22', upstream: { ...nothingUpstream, lifecycles } }, names)
}

function valueOf(one: Part): unknown {
  const status = assess(one).parts[0]?.status.figure
  return status?.known === true ? status.value : status?.why
}

describe('the state of a release line', () => {
  it('follows the dates; the day of an end is the first after it', () => {
    const dated = cycle('1', { supportEnd: '2026-10-20', end: '2028-04-30' })
    expect(stateOn('2026-10-19', dated)).toEqual({ state: 'supported', until: '2026-10-20', extendedUntil: null })
    expect(stateOn('2026-10-20', dated)).toEqual({ state: 'security-only', until: '2028-04-30', extendedUntil: null })
    expect(stateOn('2028-04-30', dated)).toEqual({ state: 'ended', until: '2028-04-30', extendedUntil: null })
  })

  it('takes yes and no where no day is stated, and nothing for nothing', () => {
    expect(stateOn('2026-01-01', cycle('1', { end: true }))).toMatchObject({ state: 'ended', until: null })
    expect(stateOn('2026-01-01', cycle('1', { end: false }))).toMatchObject({ state: 'supported', until: null })
    expect(stateOn('2026-01-01', cycle('1', { end: false, supportEnd: true }))).toMatchObject({
      state: 'security-only',
    })
    expect(stateOn('2026-01-01', cycle('1', { end: null }))).toBeUndefined()
  })
})

it('a version belongs to the longest line that begins it', () => {
  const cycles = [cycle('3'), cycle('3.1'), cycle('3.12')]
  const of = (version: string) => cycleOf(version, cycles)?.cycle
  expect(['3.12.4', '3.1.9', '3.2', 'v3', '3.12-slim', '3.120', '30', '2'].map(of)).toEqual([
    '3.12',
    '3.1',
    '3',
    '3',
    '3.12',
    '3',
    undefined,
    undefined,
  ])
})

describe('parts', () => {
  it('are found by the identifiers of the product and by known names', () => {
    expect(valueOf(part('pkg:npm/lantern@3.1.0'))).toMatchObject({ product: 'lantern', cycle: '3', state: 'supported' })
    expect(valueOf(part('pkg:npm/lantern-wick@3.2.9'))).toMatchObject({
      cycle: '3.2',
      state: 'ended',
      until: '2026-01-31',
    })
    expect(assess(part('pkg:npm/lantern-wick@3.2.9')).parts[0]?.basis).toBe('known-name')
    expect(assess(part('pkg:npm/other@1.0.0'))).toEqual({ parts: [], coverage: { known: 0, of: 1, unit: 'parts' } })
  })

  it('of a distribution follow its release and not the upstream one', () => {
    const ended = { product: 'harborix', cycle: '12', state: 'ended', until: '2026-07-11', extendedUntil: '2028-06-30' }
    for (const distro of ['harborix-12', 'harborix-12.5', 'gull', '12'])
      expect(valueOf(part(`pkg:deb/harborix/lantern@3.1.0-1?distro=${distro}`)), distro).toEqual(ended)
    expect(assess(part('pkg:deb/harborix/lantern@3.1.0-1')).parts).toEqual([])
    expect(valueOf(part('pkg:docker/library/harborix@gull-slim'))).toEqual(ended)
    expect(valueOf(part(`pkg:docker/library/harborix@sha256:${'a'.repeat(64)}?tag=12`))).toEqual(ended)
    expect(valueOf(part(null, 'harborix', '12'))).toEqual(ended)
  })

  it('with a version that no line covers are unknown, not ended', () => {
    const found = assess(part('pkg:npm/lantern@4.0.0'), part('pkg:npm/lantern@2.0.0'))
    expect(found.coverage).toEqual({ known: 1, of: 2, unit: 'parts' })
    expect(found.parts[0]?.status.figure).toMatchObject({ known: false, why: 'not-collected' })
  })

  it('open into the release line in the product file', () => {
    const figures = lifecycleFigures(assess(part('pkg:npm/lantern@3.1.0')), lifecycles)
    expect(figures.map(({ id }) => id)).toEqual([
      'health/lifecycle/pkg:npm/lantern@3.1.0',
      'health/lifecycle-cycle/lantern/3',
    ])
    expect(figures[1]?.figure.from).toEqual([{ kind: 'observed', evidence: 'e'.repeat(64), at: 'line 3-6' }])
  })
})
