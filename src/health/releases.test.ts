import { expect, it } from 'vitest'
import { cycleOf } from '#health/lifecycle/state.ts'
import { release } from './portfolio.sample.ts'
import { finishedTags, newestRelease, releaseDaysOf } from './releases.ts'

const days = { asOf: '2026-11-22', clone: '2026-11-01', registry: '2026-11-20' }

it.each(['v1.0.0-rc.1', '2.0.0-beta', '1.0a1', '3.0.0.dev4', 'v1.0.0-M2', 'v2-preview', '1.0rc2'])(
  'takes %s for no finished version',
  (name) => {
    const tags = [name, 'v0.9.0'].map((one) => ({ name: one, on: '2026-01-01', isSigned: false }))
    expect(finishedTags(tags).map((tag) => tag.name)).toEqual(['v0.9.0'])
  },
)

it.each(['v1.0.0', 'release-2.1', 'curl-8_1_0', 'go1.21', 'REL_15_2', 'spring-5.0'])(
  'takes %s for finished',
  (name) => {
    const tags = [{ name, on: '2026-01-01', isSigned: false }]
    expect(finishedTags([...tags, { name: 'v9.0.0-rc1', on: '2026-01-01', isSigned: false }])).toEqual(tags)
  },
)

it('takes the newest release that one may take', () => {
  const [first, second] = [release('1.0.0', '2026-01-01'), release('1.1.0', '2026-02-01')]
  const pulled = release('1.2.0', '2026-03-01', { isWithdrawn: true })
  const early = release('2.0.0-rc.1', '2026-04-01', { isPrerelease: true })
  expect(newestRelease([first, second, pulled, early])).toBe(second)
  expect(newestRelease([pulled, early])).toBe(early)
  expect(newestRelease([pulled])).toBeUndefined()
})

it('tells release days by registries before tags', () => {
  const tags = [{ name: 'v1.0.0', on: '2026-05-01', isSigned: false }]
  const published = (...of: readonly ReturnType<typeof release>[]) => [
    { package: 'pkg:npm/sluice-gate', releases: of, inUse: [] },
  ]
  expect(releaseDaysOf(published(release('1.0.0', '2026-02-01')), tags, days)).toEqual({
    days: ['2026-02-01'],
    seenOn: '2026-11-20',
    basis: 'releases',
  })
  expect(releaseDaysOf(published(release('1.0.0', null)), tags, days)).toEqual({
    days: ['2026-05-01'],
    seenOn: '2026-11-01',
    basis: 'tags',
  })
  expect(releaseDaysOf([], [], days)).toBeUndefined()
})

it('finds the release line of a version', () => {
  const cycle = (name: string) => ({ cycle: name, releasedOn: null, end: null, supportEnd: null, latest: null })
  const lifecycle = {
    product: 'sluice',
    packages: [],
    cycles: ['3', '3.1', '3.11', '20'].map(cycle),
    evidence: '',
    at: '',
    observedOn: '2026-11-22',
  }
  const lineOf = (version: string): string | undefined => cycleOf(version, lifecycle.cycles)?.cycle
  expect(['3.11.4', '3.1.2', '3.12.0', 'v20.1.0', '3', '2.0', '30.1'].map(lineOf)).toEqual([
    '3.11',
    '3.1',
    '3',
    '20',
    '3',
    undefined,
    undefined,
  ])
})
