import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AgilityAssessment, Distribution, PartMeasureId } from '#domain/assessment/agility.ts'
import type { IsoDate } from '#domain/figure.ts'
import type { Directness } from '#domain/part.ts'
import { assessAgility } from './assess.ts'
import { datedPortfolio, sampleRelease, type SampleReleases } from './agility.sample.ts'
import { partColumns } from './part-columns.ts'

/** One measure of one version in use. */
function told(id: PartMeasureId, purl: string, releases: SampleReleases, asOf?: IsoDate): number {
  const name = purl.replace(/@[^@]*$/, '')
  return partColumns(datedPortfolio([{ purl, product: 'portal' }], { [name]: releases }, asOf)).values[id][0] as number
}

function organization(
  assessment: AgilityAssessment,
  measure: PartMeasureId,
  directness: Directness = 'direct',
): Distribution | null {
  const group = assessment.freshness.find((one) => one.kind === 'organization' && one.directness === directness)
  const figure = group?.measures.find((one) => one.measure === measure)?.value.figure
  return figure?.known === true ? figure.value : null
}

describe('libyears', () => {
  it('are 0.9884 for Rails 5.0.0 when 5.1.2 is the newest', () => {
    const years = told('libyear', 'pkg:gem/rails@5.0.0', { '5.0.0': '2016-06-30', '5.1.2': '2017-06-26' })
    expect(years.toFixed(4)).toBe('0.9884')
    expect(years * 365.25).toBeCloseTo(361, 9)
  })

  it.each([
    // Days from each project's own release notes; the years are those that the libyear tool 0.2.1 published.
    ['pkg:pypi/urllib3@1.15.1', { '1.15.1': '2016-04-11', '1.25.7': '2019-11-11' }, '3.58'],
    ['pkg:pypi/django@1.11.23', { '1.11.23': '2019-08-01', '3.0': '2019-12-02' }, '0.34'],
    ['pkg:pypi/flake8@3.6.0', { '3.6.0': '2018-10-23', '3.7.9': '2019-10-28' }, '1.01'],
  ])('of %s are as published', (purl, releases, years) => {
    expect(told('libyear', purl, releases).toFixed(2)).toBe(years)
  })

  it('add up: one year and three years behind are four', () => {
    const assessment = assessAgility(
      datedPortfolio(
        [
          { purl: 'pkg:npm/a@1.0.0', product: 'portal' },
          { purl: 'pkg:npm/b@1.0.0', product: 'shop' },
        ],
        {
          'pkg:npm/a': { '1.0.0': '2021-01-01', '2.0.0': '2022-01-01' },
          'pkg:npm/b': { '1.0.0': '2021-01-01', '2.0.0': '2024-01-01' },
        },
      ),
      [],
      null,
    )
    const total = organization(assessment, 'libyear')
    expect(total?.sum).toBeCloseTo(4, 2)
    expect(total?.mean).toBeCloseTo(2, 2)
  })

  it('are 0 for a package that published nothing for a year, and the pulse tells', () => {
    const releases = { '1.0.0': '2025-11-22' }
    expect(told('libyear', 'pkg:npm/quiet@1.0.0', releases, '2026-11-22')).toBe(0)
    expect(told('pulse', 'pkg:npm/quiet@1.0.0', releases, '2026-11-22')).toBe(365)
  })

  it('are never negative for a back-port that is younger than the newest version', () => {
    // express: the tag 4.20.0 is dated one day after 5.0.0.
    const releases = { '5.0.0': '2024-09-09', '4.20.0': '2024-09-10' }
    expect(told('libyear', 'pkg:npm/express@4.20.0', releases)).toBe(0)
    expect(told('version-lag', 'pkg:npm/express@4.20.0', releases)).toBe(0)
    // … and 5.0.1 came after 5.1.0.
    const later = { '5.0.0': '2024-09-09', '5.1.0': '2025-03-31', '5.0.1': '2025-04-01' }
    expect(told('libyear', 'pkg:npm/express@5.0.1', later)).toBe(0)
    expect(told('version-lag', 'pkg:npm/express@5.1.0', later)).toBe(0)
    expect(told('version-lag', 'pkg:npm/express@5.0.0', later)).toBe(2)
  })

  it('leave out pre-releases by the rules of the ecosystem, withdrawn ones, and what came after the day', () => {
    const name = 'pkg:pypi/plainly-made-up'
    const columns = partColumns(
      datedPortfolio([{ purl: `${name}@1.0`, product: 'portal' }], {
        [name]: [
          sampleRelease('1.0', '2020-01-01'),
          sampleRelease('1.1', '2021-01-01'),
          sampleRelease('2.0rc1', '2022-01-01'),
          sampleRelease('2.0', '2023-01-01', { isWithdrawn: true }),
          sampleRelease('2.1', '2024-01-01', { isPrerelease: true }),
          sampleRelease('3.0', '2027-01-01'),
        ],
      }),
    )
    expect(columns.values.libyear[0]).toBeCloseTo(366 / 365.25, 9)
    expect(columns.values['version-lag'][0]).toBe(1)
  })

  it('know a version that is written in another way', () => {
    expect(told('libyear', 'pkg:pypi/made-up@1.0', { '1.0.0': '2020-01-01', '1.1.0': '2021-01-01' })).toBeCloseTo(1, 2)
  })

  it('are unknown where a day is not known, and 0 where none is needed', () => {
    expect(told('libyear', 'pkg:npm/a@1.0.0', { '1.0.0': null, '2.0.0': '2021-01-01' })).toBeNaN()
    expect(told('libyear', 'pkg:npm/a@1.0.0', { '1.0.0': '2020-01-01', '2.0.0': null })).toBeNaN()
    expect(told('libyear', 'pkg:npm/a@1.5.0', { '1.0.0': '2020-01-01', '2.0.0': '2021-01-01' })).toBeNaN()
    expect(told('libyear', 'pkg:npm/a@2.0.0', { '1.0.0': '2020-01-01', '2.0.0': null })).toBe(0)
    expect(told('libyear', 'pkg:npm/a@1.0.0', {})).toBeNaN()
  })

  it('are never negative, and zero for the newest, whatever was published when', () => {
    const day = fc
      .integer({ min: 0, max: 8000 })
      .map((n) => new Date(Date.UTC(2005, 0, 1 + n)).toISOString().slice(0, 10))
    const version = fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)).map((numbers) => numbers.join('.'))
    fc.assert(
      fc.property(fc.dictionary(version, fc.option(day), { minKeys: 1, maxKeys: 12 }), fc.nat(), (releases, at) => {
        const versions = Object.keys(releases)
        const used = versions[at % versions.length] as string
        const years = told('libyear', `pkg:npm/made-up@${used}`, releases, '2027-01-01')
        expect(Number.isNaN(years) || years >= 0).toBe(true)
        const newest = versions.toSorted((a, b) => compare(a, b)).at(-1) as string
        expect(told('libyear', `pkg:npm/made-up@${newest}`, releases, '2027-01-01')).toBe(0)
        expect(told('version-lag', `pkg:npm/made-up@${newest}`, releases, '2027-01-01')).toBe(0)
      }),
    )
  })
})

function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split('.').map(Number))
  for (const index of [0, 1, 2])
    if (left?.[index] !== right?.[index]) return (left?.[index] ?? 0) - (right?.[index] ?? 0)
  return 0
}

describe('version lag', () => {
  const releases = {
    '1.0.0': '2020-01-01',
    '1.0.1': '2020-02-01',
    '1.0.2': '2020-03-01',
    '1.1.0': '2020-04-01',
    '2.0.0': '2020-05-01',
    '2.0.1': '2020-06-01',
    '1.1.1': '2020-07-01',
  }

  it('is split by the first number that differs', () => {
    const of = (id: PartMeasureId) => told(id, 'pkg:npm/a@1.0.1', releases)
    expect(of('version-lag')).toBe(5)
    expect([of('major-lag'), of('minor-lag'), of('patch-lag')]).toEqual([2, 2, 1])
  })

  it('makes drift: parts with a newer release of those that are known', () => {
    const { freshness } = assessAgility(
      datedPortfolio(
        [
          { purl: 'pkg:npm/a@1.0.1', product: 'portal' },
          { purl: 'pkg:npm/b@2.0.1', product: 'portal' },
          { purl: 'pkg:npm/c@1.0.0', product: 'portal' },
        ],
        { 'pkg:npm/a': releases, 'pkg:npm/b': releases },
      ),
      [],
      null,
    )
    expect(freshness[0]?.drift).toMatchObject({
      figure: { known: true, value: 0.5 },
      coverage: { known: 2, of: 3, unit: 'versions' },
    })
  })
})

describe('releases', () => {
  /** axios tags from 2024-02-12 to 2024-12-04. */
  const gaps = [32, 13, 52, 1, 1, 72, 12, 10, 7, 1, 82, 4, 9]
  const axios = Object.fromEntries(
    [0, ...gaps.keys()].map((_, index) => [
      `1.${index}.0`,
      new Date(Date.UTC(2024, 1, 12 + gaps.slice(0, index).reduce((a, b) => a + b, 0))).toISOString().slice(0, 10),
    ]),
  )

  it('of axios in 2024 are ten days apart, in the middle', () => {
    expect(Object.keys(axios)).toHaveLength(14)
    expect(Object.values(axios).at(-1)).toBe('2024-12-04')
    expect(told('release-gap', 'pkg:npm/axios@1.0.0', axios, '2024-12-31')).toBe(10)
    expect(told('release-frequency', 'pkg:npm/axios@1.0.0', axios, '2024-12-31')).toBe(14)
  })

  it('before the year do not count', () => {
    expect(told('release-frequency', 'pkg:npm/axios@1.0.0', axios, '2025-12-04')).toBe(0)
    expect(told('release-frequency', 'pkg:npm/axios@1.0.0', axios, '2025-12-03')).toBe(1)
    expect(told('release-gap', 'pkg:npm/axios@1.0.0', axios, '2025-12-03')).toBeNaN()
  })
})

describe('groups', () => {
  const releases = { '1.0.0': '2020-01-01', '2.0.0': '2021-01-01' }
  const portfolio = datedPortfolio(
    [
      { purl: 'pkg:npm/a@1.0.0', product: 'portal', directness: 'direct' },
      { purl: 'pkg:npm/a@1.0.0', product: 'shop', directness: 'transitive' },
      { purl: 'pkg:npm/b@1.0.0', product: 'shop', directness: 'transitive', scope: 'development' },
      { purl: 'pkg:npm/c@1.0.0', product: 'shop', directness: 'transitive' },
    ],
    { 'pkg:npm/a': releases, 'pkg:npm/b': releases },
  )
  const { freshness, withReleaseDates, missing } = assessAgility(portfolio, [], null)
  const group = (kind: string, id: string, directness: Directness) =>
    freshness.find((one) => one.kind === kind && one.id === id && one.directness === directness)

  it('never mix direct parts with those that came along', () => {
    expect(group('organization', '', 'direct')?.parts).toBe(1)
    expect(group('organization', '', 'transitive')?.parts).toBe(2)
    expect(group('product', 'portal', 'direct')?.parts).toBe(1)
    expect(group('product', 'shop', 'transitive')?.parts).toBe(3)
    expect(group('product', 'shop', 'direct')).toBeUndefined()
    expect(group('scope', 'development', 'transitive')?.parts).toBe(1)
    expect(group('ecosystem', 'npm', 'transitive')?.parts).toBe(2)
  })

  it('count a part once and state what is known', () => {
    const libyear = group('product', 'shop', 'transitive')?.measures.find(({ measure }) => measure === 'libyear')?.value
    expect(libyear?.coverage).toEqual({ known: 2, of: 3, unit: 'versions' })
    expect(withReleaseDates).toEqual({ known: 2, of: 3, unit: 'versions' })
    expect(missing).toEqual([{ ecosystem: 'npm', parts: 1 }])
  })

  it('are unknown, not zero, when nothing is known', () => {
    const assessment = assessAgility(datedPortfolio([{ purl: 'pkg:npm/a@1.0.0', product: 'portal' }], {}), [], null)
    for (const { measures, drift } of assessment.freshness)
      for (const { figure } of [...measures.map(({ value }) => value), drift])
        expect(figure).toMatchObject({ known: false, why: 'not-collected' })
    expect(assessment.backlog.updates.figure.known).toBe(false)
  })

  it('can be looked at for one product alone, in full', () => {
    const focused = assessAgility(portfolio, [], null, { product: 'shop' })
    expect(focused.freshness.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['product shop'])
    expect(focused.freshness[0]?.measures).toHaveLength(8)
    expect(focused.behind.map(({ package: name }) => name)).toEqual(['pkg:npm/a', 'pkg:npm/b'])
    expect(focused.behind[0]).toMatchObject({ directness: 'transitive', latest: '2.0.0', latestOn: '2021-01-01' })
  })
})
