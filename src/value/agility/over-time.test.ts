import { describe, expect, it } from 'vitest'
import type { AgilityAssessment, MeasuredOverTime } from '#domain/assessment/agility.ts'
import type { AffectedVersion, UpdateHistory } from '#domain/update-history.ts'
import { assessAgility } from './assess.ts'
import { datedPortfolio, sampleChanges, sampleHistory, sampleTag, type SampleReleases } from './agility.sample.ts'
import { isRepairSubject } from './faulty-tags.ts'
import { stableTagVersion } from './version-numbers.ts'

const releases: Readonly<Record<string, SampleReleases>> = {
  'pkg:npm/mast': { '1.0.0': '2025-01-01', '1.1.0': '2026-01-10', '1.2.0': '2026-03-01', '1.2.1': '2026-05-01' },
  'pkg:npm/sail': { '2.0.0': '2025-06-01', '2.1.0': '2026-02-01' },
}
const uses = [
  { purl: 'pkg:npm/mast@1.2.0', product: 'portal' },
  { purl: 'pkg:npm/sail@2.1.0', product: 'portal' },
] as const
const portal = sampleChanges(
  ['2025-12-01', 'mast - 1.0.0', 'sail - 2.0.0'],
  ['2026-01-20', 'mast 1.0.0 1.1.0'],
  ['2026-02-01', 'sail 2.0.0 2.1.0'],
  ['2026-03-31', 'mast 1.1.0 1.2.0', 'knot - 1.0.0'],
)

function assessed(
  histories: readonly UpdateHistory[],
  affected: readonly AffectedVersion[] | null = [],
): AgilityAssessment {
  return assessAgility(datedPortfolio(uses, releases), histories, affected)
}

function told({ overTime }: AgilityAssessment, id: MeasuredOverTime['measure'], product: string | null = null) {
  const found = overTime.find((one) => one.product === product)?.measures.find(({ measure }) => measure === id)
  if (found === undefined) throw new Error(`${id} is not told`)
  const { figure, coverage } = found.value
  return { ...(figure.known ? figure.value : { value: figure.why, p90: null }), coverage, before: found.before }
}

function affects(version: string, published: string | null, more: Partial<AffectedVersion> = {}): AffectedVersion {
  return {
    package: 'pkg:npm/mast',
    version,
    advisory: 'HW-2026-1',
    severity: 'high',
    published,
    evidence: ['advisory'],
    fixed: ['1.2.0'],
    ...more,
  }
}

describe('updates', () => {
  const assessment = assessed([sampleHistory(portal)])

  it('reach the main line some days after their publication', () => {
    // 1.1.0 after 10 days, 2.1.0 on its day, 1.2.0 after 30.
    expect(told(assessment, 'update-latency')).toMatchObject({
      value: 10,
      p90: 30,
      coverage: { known: 3, of: 3, unit: 'updates' },
    })
  })

  it('follow one another, and are counted for a month', () => {
    expect(told(assessment, 'update-cadence')).toMatchObject({ value: 50, p90: 58 })
    // Three in the 357 days from 1 December 2025 to 22 November 2026; the addition is none.
    expect(told(assessment, 'updates-merged').value).toBeCloseTo((3 / 357) * 30, 9)
  })

  it('whose day is not known, or lies after their adoption, are left out and counted as such', () => {
    const odd = sampleChanges(
      ['2026-01-01', 'mast - 1.0.0', 'oar - 1.0.0'],
      ['2026-01-05', 'mast 1.0.0 1.1.0', 'oar 1.0.0 1.1.0'],
    )
    expect(told(assessed([sampleHistory(odd)]), 'update-latency')).toMatchObject({
      value: 'not-collected',
      coverage: { known: 0, of: 2, unit: 'updates' },
    })
  })

  it('back to an older version are updates, but not adopted news', () => {
    const back = sampleChanges(['2026-01-01', 'mast - 1.1.0'], ['2026-02-01', 'mast 1.1.0 1.0.0'])
    expect(told(assessed([sampleHistory(back)]), 'update-latency').coverage.of).toBe(0)
    expect(told(assessed([sampleHistory(back)]), 'updates-merged').value).toBeGreaterThan(0)
  })

  it('are unknown without a history, not zero', () => {
    for (const { value } of assessed([]).overTime[0]?.measures ?? []) expect(value.figure.known).toBe(false)
    expect(assessed([]).withHistory).toEqual({ known: 0, of: 2, unit: 'products' })
  })

  it('tell since when a version is in use', () => {
    expect(assessment.behind).toMatchObject([{ package: 'pkg:npm/mast', introducedOn: '2026-03-31' }])
  })
})

describe('exposure', () => {
  it('ends with the version that is not affected [row 35]', () => {
    const { overTime } = assessed(
      [sampleHistory(portal)],
      [affects('1.0.0', '2025-12-21'), affects('1.1.0', '2025-12-21')],
    )
    // From 21 December over 1.1.0, which is affected too, to 31 March.
    expect(told({ overTime } as AgilityAssessment, 'time-to-remediate')).toMatchObject({
      value: 100,
      coverage: { known: 1, of: 1, unit: 'exposures' },
    })
    expect(told({ overTime } as AgilityAssessment, 'vulnerability-days').value).toBe(100)
    // The fix was published on 1 March.
    expect(told({ overTime } as AgilityAssessment, 'fix-availability-lag').value).toBe(70)
  })

  it('begins with the version when the advisory is older', () => {
    const assessment = assessed([sampleHistory(portal)], [affects('1.0.0', '2024-01-01')])
    expect(told(assessment, 'time-to-remediate').value).toBe(50)
  })

  it('to what was disclosed after it had left is none', () => {
    const assessment = assessed([sampleHistory(portal)], [affects('1.0.0', '2026-06-01')])
    expect(told(assessment, 'exposure-window')).toMatchObject({
      value: 'not-applicable',
      coverage: { known: 0, of: 0 },
    })
  })

  it('that is open grows to today, and nobody knows how long it takes while most are open [row 10]', () => {
    const assessment = assessed(
      [sampleHistory(portal)],
      [affects('1.2.0', '2026-08-14'), affects('1.0.0', '2026-01-01', { advisory: 'HW-2026-2' })],
    )
    expect(told(assessment, 'exposure-window')).toMatchObject({ value: (100 + 19) / 2, p90: 100 })
    expect(told(assessment, 'time-to-remediate').value).toBe(19)
    const open = assessed([sampleHistory(portal)], [affects('1.2.0', '2026-08-14')])
    expect(told(open, 'time-to-remediate')).toMatchObject({ value: 'not-applicable', coverage: { known: 1, of: 1 } })
  })

  it('without a history counts as one whose begin is not known', () => {
    expect(told(assessed([], [affects('1.2.0', '2026-08-14')]), 'exposure-window')).toMatchObject({
      value: 'not-collected',
      coverage: { known: 0, of: 1 },
    })
  })

  it('to what was there before a history that is cut off begins with the disclosure, if that came later', () => {
    const cut = sampleHistory(portal, { isWhole: false })
    expect(told(assessed([cut], [affects('1.0.0', '2026-01-10')]), 'time-to-remediate').value).toBe(10)
    expect(told(assessed([cut], [affects('1.0.0', '2025-01-10')]), 'time-to-remediate').coverage).toMatchObject({
      known: 0,
      of: 1,
    })
  })

  it('is unknown when no advisories were looked up', () => {
    expect(told(assessed([sampleHistory(portal)], null), 'time-to-remediate').value).toBe('not-collected')
  })
})

describe('tags', () => {
  const day = 86_400
  const tags = [
    sampleTag('v1.0.0', '2025-02-01', { leadSeconds: [1 * day, 3 * day] }),
    sampleTag('v1.1.0', '2026-01-01', { leadSeconds: [2 * day, 4 * day, 30 * day] }),
    sampleTag('v1.1.1', '2026-01-04', { leadSeconds: [1 * day] }),
    sampleTag('v1.2.0-rc.1', '2026-02-01', { leadSeconds: [9 * day] }),
    sampleTag('v1.2.0', '2026-03-01', { leadSeconds: [] }),
    sampleTag('v1.2.1', '2026-04-01', { leadSeconds: [5 * day], repairs: 1 }),
    sampleTag('v1.2.2', '2026-09-01', { leadSeconds: [6 * day] }),
  ]
  const assessment = assessed([sampleHistory(portal, { tags })])

  it('stand in for deployments: lead time, frequency, failures, recovery', () => {
    expect(told(assessment, 'change-lead-time')).toMatchObject({ value: 4.5, p90: 30, coverage: { known: 4, of: 5 } })
    expect(told(assessment, 'deployment-frequency').value).toBeCloseTo((5 / 365) * 7, 9)
    // 1.1.1 three days after 1.1.0; 1.2.1 takes something back.
    expect(told(assessment, 'change-fail-rate')).toMatchObject({ value: 0.4, coverage: { known: 5, of: 5 } })
    expect(told(assessment, 'recovery-time').value).toBe((3 + 31) / 2)
  })

  it('are compared with the year before, and with nobody else [row 34]', () => {
    const { before } = told(assessment, 'change-lead-time')
    expect(before).toMatchObject({ id: 'agility/change-lead-time/year-before', figure: { value: { value: 2 } } })
  })

  it('of several packages in one repository are kept apart', () => {
    expect(stableTagVersion('mast@1.2.3')).toEqual({ series: 'mast', numbers: [1, 2, 3] })
    expect(stableTagVersion('release-1.2')).toEqual({ series: 'release', numbers: [1, 2, 0] })
    expect(stableTagVersion('v2.0.0-beta.1')).toBeNull()
    expect(stableTagVersion('nightly')).toBeNull()
    expect(stableTagVersion('v7')).toBeNull()
  })

  it('know a repair by its subject', () => {
    for (const subject of ['Revert "feat: sails"', 'revert: sails', 'fix(api): hotfix for sails', 'Hot-fix'])
      expect(isRepairSubject(subject), subject).toBe(true)
    for (const subject of ['fix: sails', 'Explain how to revert', 'Add hotfixture'])
      expect(isRepairSubject(subject)).toBe(false)
  })
})

describe('the backlog in money', () => {
  const behind = datedPortfolio(
    [...uses, { purl: 'pkg:npm/mast@1.0.0', product: 'shop' }, { purl: 'pkg:npm/sail@2.0.0', product: 'shop' }],
    releases,
  )
  const stating = (central: number | string | null) => ({
    ...behind,
    organizationFile: 'organization',
    organization: {
      ...behind.organization,
      laborRate: { ...behind.organization.laborRate, yearlyWage: 172_000, loadFactor: 1, currency: 'EUR' },
      stated: {
        ...behind.organization.stated,
        assumptions: [{ id: 'agility-hours-per-update', low: 1, central, high: 8, source: 'time sheets of 2026' }],
      },
    },
  })

  it('is unknown until the organization says what an update takes', () => {
    const { backlog, assumptions } = assessAgility(behind, [], null)
    expect(backlog.updates.figure).toMatchObject({ known: true, value: 3 })
    expect(backlog.hours.figure).toMatchObject({ known: false, why: 'not-collected' })
    expect(backlog.money.figure).toMatchObject({ known: false, why: 'not-collected' })
    expect(assumptions).toEqual([])
    expect(assessAgility(stating('some'), [], null).backlog.money.figure.known).toBe(false)
  })

  it('is updates × hours × rate', () => {
    const { backlog, assumptions } = assessAgility(stating(2), [], null)
    expect(backlog.hours.figure).toMatchObject({ value: { low: 3, central: 6, high: 24 } })
    expect(backlog.money.figure).toMatchObject({ value: { low: 300, central: 600, high: 2400, currency: 'EUR' } })
    expect(assumptions.map(({ id, source }) => [id, source])).toContainEqual([
      'agility-hours-per-update',
      'time sheets of 2026',
    ])
  })

  it('does not take parts for updates of which nobody knows who asked for them', () => {
    const { backlog } = assessAgility(
      datedPortfolio([{ purl: 'pkg:npm/mast@1.0.0', product: 'shop', directness: 'unknown' }], releases),
      [],
      null,
    )
    expect(backlog.updates).toMatchObject({ figure: { known: false }, coverage: { known: 0, of: 1 } })
  })
})
