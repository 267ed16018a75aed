import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HealthAssessment, SubjectHealth } from '#domain/assessment/health.ts'
import { assessHealth, healthFigures } from './assess.ts'
import {
  activity,
  asOf,
  packageFacts,
  projectFacts,
  release,
  sampleHealth,
  type SampleHealth,
} from './portfolio.sample.ts'

const sluice = 'forge.example/harbor/sluice'
const gate = 'pkg:npm/sluice-gate'
const uses: SampleHealth['uses'] = [{ purl: `${gate}@1.2.0`, product: 'portal' }]
const links = [{ package: gate, project: sluice }]

function subjectOf(sample: Partial<SampleHealth>, id = sluice): SubjectHealth {
  const found = assessHealth(sampleHealth({ uses, links, ...sample })).subjects.find(({ subject }) => subject === id)
  if (found === undefined) throw new Error('no such subject')
  return found
}

function valueOf(subject: SubjectHealth): number | null {
  return subject.health.figure.known ? Number(subject.health.figure.value.toFixed(4)) : null
}

function warned(subject: SubjectHealth): readonly string[] {
  return subject.warnings.map(({ id }) => id)
}

describe('health', () => {
  it('is the weighted share of passed indicators among the known ones', () => {
    const good = subjectOf({ projects: [projectFacts(sluice)], packages: [packageFacts(gate)] })
    expect([valueOf(good), good.level]).toEqual([1, 'good'])
    // All but the end of life (3 of 46) is known.
    expect(good.known).toBeCloseTo(43 / 46, 12)
    const alone = subjectOf({
      projects: [projectFacts(sluice, { year: activity('2025-11-23', asOf, { absenceFactor: 1 }) })],
      packages: [packageFacts(gate)],
    })
    expect(valueOf(alone)).toBe(Number((40 / 43).toFixed(4)))
  })

  it('works for a lone package with the facts of its registry', () => {
    const lone = subjectOf({ links: [], packages: [packageFacts(gate)] }, gate)
    expect(lone).toMatchObject({ subject: gate, project: null, level: 'good' })
    expect(lone.known).toBeCloseTo(22 / 46, 12)
    expect(lone.absenceFactor.figure).toMatchObject({ known: true, value: 3 })
  })

  it('is withheld below 40 % of the weight, and lists nobody of whom nothing is known', () => {
    const few = packageFacts(gate, { releases: [], publishers: 2 })
    const { subjects, unlisted, assessed } = assessHealth(
      sampleHealth({ uses: [...uses, { purl: 'pkg:npm/unheard@1.0.0', product: 'shop' }], packages: [few] }),
    )
    expect(subjects.map(({ subject, level }) => [subject, level])).toEqual([[gate, 'withheld']])
    expect(subjects[0]?.health.figure).toMatchObject({ known: false, why: 'withheld' })
    expect(unlisted).toBe(1)
    expect(assessed).toMatchObject({ figure: { value: 0 }, coverage: { known: 0, of: 2 } })
  })

  it('never turns unknown into an answer: fewer facts, fewer known indicators', () => {
    const all = projectFacts(sluice)
    const empty = { ...all, tags: [], files: { ...all.files, total: 0 }, mainAuthor: null, reviewedShare: null }
    fc.assert(
      fc.property(fc.subarray(['tags', 'files', 'mainAuthor', 'reviewedShare'] as const), (removed) => {
        const less = Object.fromEntries(removed.map((key) => [key, empty[key]]))
        const [full, reduced] = [all, { ...all, ...less }].map((one) => subjectOf({ projects: [one] }))
        for (const { indicator, answer } of reduced?.indicators ?? [])
          expect(full?.indicators.find((one) => one.indicator === indicator)?.answer).toBe(answer)
      }),
    )
  })

  it('takes weights and thresholds from the organization, and says which', () => {
    const setting = { low: null, high: null, source: 'Council of the port' }
    const { subjects, assumptions } = assessHealth(
      sampleHealth({
        uses,
        links,
        packages: [packageFacts(gate, { publishers: 1 })],
        projects: [projectFacts(sluice)],
        stated: {
          assumptions: [
            { ...setting, id: 'H1-several-publishers', central: 46 },
            { ...setting, id: 'H3-good', central: -1 },
          ],
        },
      }),
    )
    expect(subjects[0]).toMatchObject({ level: 'fair' })
    expect(assumptions.find(({ id }) => id === 'H1-several-publishers')).toMatchObject({
      central: '46',
      source: 'Council of the port',
      isDefault: false,
    })
    expect(assumptions.find(({ id }) => id === 'H3-good')).toMatchObject({ central: '0.7', isDefault: true })
  })
})

describe('states', () => {
  const state = (sample: Partial<SampleHealth>, id = sluice): unknown => {
    const { figure } = subjectOf(sample, id).state
    return figure.known ? figure.value : figure.why
  }
  const silent = { tags: [], halfYear: activity('2026-05-23', asOf, { plainCommits: 0 }) }

  it.each([
    ['2026-05-23', 'active'],
    ['2026-05-22', 'slow'],
    ['2024-11-23', 'slow'],
    ['2024-11-22', 'dormant'],
  ])('tells by a last change on %s that it is %s', (lastCommitOn, expected) => {
    expect(state({ projects: [projectFacts(sluice, { ...silent, lastCommitOn })] })).toBe(expected)
  })

  it('counts the age to the day on which somebody looked', () => {
    const seen = projectFacts(sluice, { ...silent, lastCommitOn: '2026-01-10', observedOn: '2026-03-01' })
    expect(state({ projects: [seen] })).toBe('active')
  })

  it('is unsupported when all packages in use are given up', () => {
    const given = (name: string, note: string | null): ReturnType<typeof packageFacts> =>
      packageFacts(name, { releases: [release('1.2.0', '2026-02-01', { deprecation: note })] })
    const lock = 'pkg:npm/sluice-lock'
    const both = {
      uses: [...uses, { purl: `${lock}@1.2.0`, product: 'shop' as const }],
      links: [...links, { package: lock, project: sluice }],
    }
    expect(state({ ...both, packages: [given(gate, 'old'), given(lock, 'old')] })).toBe('unsupported')
    expect(state({ ...both, packages: [given(gate, 'old'), given(lock, null)] })).toBe('slow')
    const half = assessHealth(sampleHealth({ ...both, packages: [given(gate, 'old'), given(lock, null)] }))
    expect(half.unsupported).toMatchObject({ figure: { value: 1 }, coverage: { known: 2, of: 2 } })
  })

  it('is unsupported when the README says so, and not when it speaks of a neighbor', () => {
    const says = (text: string): unknown =>
      state({
        projects: [projectFacts(sluice, { files: { ...projectFacts(sluice).files, texts: { 'README.md': text } } })],
      })
    expect(says('# Sluice\n\nThis repository has been archived.')).toBe('unsupported')
    expect(says('# Sluice [DEPRECATED]\n')).toBe('unsupported')
    expect(says('> **NOTE: no longer maintained!**\n')).toBe('unsupported')
    expect(says('[![Status](https://www.repostatus.org/badges/latest/abandoned.svg)]')).toBe('unsupported')
    expect(says('Dieses Projekt wird nicht mehr gepflegt.')).toBe('unsupported')
    expect(says('このプロジェクトはメンテナンスされていません。')).toBe('unsupported')
    expect(says('# Sluice\n\n## Deprecated\n\nopen() is deprecated.\n\nIt replaces the unmaintained weir.')).toBe(
      'active',
    )
    expect(says('# Sluice\n\nThe package lock-gate is deprecated; use this project.')).toBe('active')
  })

  it('is unsupported when every version in use is past its end', () => {
    const lifecycle = (end: string | boolean | null): Partial<SampleHealth> => ({
      packages: [packageFacts(gate)],
      lifecycles: [
        {
          product: 'sluice',
          packages: [gate],
          cycles: [
            { cycle: '1', releasedOn: null, end, supportEnd: null, latest: null },
            { cycle: '1.20', releasedOn: null, end: '2020-01-01', supportEnd: null, latest: null },
          ],
          evidence: 'c'.repeat(64),
          at: '/cycles',
          observedOn: asOf,
        },
      ],
    })
    expect(state(lifecycle('2026-11-22'))).toBe('unsupported')
    expect(state(lifecycle('2026-11-23'))).toBe('slow')
    expect(state(lifecycle(true))).toBe('unsupported')
    expect(state(lifecycle(null))).toBe('slow')
    expect(warned(subjectOf(lifecycle('2026-11-22')))).toContain('end-of-life')
  })

  it('is unknown without a day', () => {
    expect(state({ packages: [packageFacts(gate, { releases: [release('1.2.0', null)] })] })).toBe('not-collected')
  })
})

describe('warnings', () => {
  const year = activity('2025-11-23', asOf)
  it.each([
    ['one-person', { year: { ...year, absenceFactor: 1, topAuthorShare: 0.92 } }, '92 %'],
    ['main-author-gone', { mainAuthor: { share: 0.6, isActive: false, lastOn: '2026-01-31' } }, '2026-01-31'],
    ['single-organization', { year: { ...year, elephantFactor: 1, topOrganizationShare: 0.95 } }, '95 %'],
    ['activity-halved', { year: { ...year, plainCommits: 50 } }, '100 → 50'],
  ])('warn of %s', (id, facts, detail) => {
    const { warnings } = subjectOf({ projects: [projectFacts(sluice, facts)] })
    expect(warnings.map((one) => [one.id, one.detail])).toEqual([[id, detail]])
    expect(
      healthFigures(sampleHealth({ uses, links, projects: [projectFacts(sluice, facts)] })).map((figure) => figure.id),
    ).toContain(warnings[0]?.figure)
  })

  it('warn of a fall of health by what can be told for the year before', () => {
    const before = packageFacts(gate, {
      releases: [
        release('1.0.0', '2024-06-01'),
        release('1.1.0', '2024-09-01'),
        release('1.1.1', '2024-12-01'),
        release('1.2.0', '2025-03-01'),
      ],
    })
    const subject = subjectOf({ packages: [before] })
    // The release of the last year (5) and the rhythm (2) passed then; 22 of 46 are known.
    expect(subject.warnings).toEqual([
      { id: 'falling', figure: `health/falling/${sluice}`, detail: `1.00 → ${(15 / 22).toFixed(2)}` },
    ])
  })

  it('warn of new terms, and not of more choice', () => {
    const to = (license: string): readonly string[] =>
      warned(
        subjectOf({
          packages: [
            packageFacts(gate, {
              releases: [release('1.2.0', '2024-01-01'), release('2.0.0', '2026-09-01', { license })],
            }),
          ],
        }),
      )
    expect(to('BUSL-1.1')).toEqual(['license-changed'])
    expect(to('MIT OR Apache-2.0')).toEqual([])
    expect(to('see LICENSE')).toEqual([])
  })

  it('tell what a lockfile repeats of publishers, with its place, where no registry was asked', () => {
    const sample = { uses: [{ purl: `${gate}@1.2.0`, product: 'portal' as const, deprecation: 'Use lock-gate' }] }
    const { warnings, indicators, state } = subjectOf({ ...sample, links: [] }, gate)
    expect(warnings).toEqual([
      { id: 'deprecated', figure: `health/indicator/not-deprecated/${gate}`, detail: `${gate}@1.2.0: Use lock-gate` },
    ])
    expect(indicators.map(({ indicator, answer }) => [indicator, answer])).toEqual([['not-deprecated', 'failed']])
    // One version that should be left is no word about the package.
    expect(state.figure.known).toBe(false)
    const figures = new Map(healthFigures(sampleHealth({ ...sample, links: [] })).map((one) => [one.id, one.figure]))
    const fact = `health/fact/deprecation/${gate}@1.2.0`
    expect(figures.get(`health/indicator/not-deprecated/${gate}`)?.from).toMatchObject([{ inputs: [fact] }])
    expect(figures.get(fact)).toMatchObject({
      value: { version: '1.2.0', note: 'Use lock-gate' },
      from: [{ kind: 'observed', at: '/packages/node_modules~1gate' }],
    })
  })

  it('take silence of a lockfile for no answer', () => {
    const { indicators } = subjectOf({ projects: [projectFacts(sluice)] })
    expect(indicators.map(({ indicator }) => indicator)).not.toContain('not-deprecated')
  })

  it('speak of one account only where no clone tells of people', () => {
    const one = packageFacts(gate, { publishers: 1 })
    expect(warned(subjectOf({ packages: [one] }))).toEqual(['one-person'])
    expect(warned(subjectOf({ packages: [one], projects: [projectFacts(sluice)] }))).toEqual([])
  })
})

describe('facts', () => {
  it('of a shallow clone count only where its history reaches', () => {
    const shallow = subjectOf({
      projects: [projectFacts(sluice, { isShallow: true, firstCommitOn: '2026-03-01' })],
    })
    const answers = new Map(shallow.indicators.map(({ indicator, answer }) => [indicator, answer]))
    expect(answers.has('absence-factor')).toBe(false)
    expect(shallow.open).toContainEqual({ indicator: 'main-author-active', why: 'not-collected' })
    expect(answers.get('recent-activity')).toBe('passed')
    expect(shallow.absenceFactor.figure.known).toBe(false)
  })

  it('that are too old are unknown', () => {
    const { subjects, unlisted } = assessHealth(
      sampleHealth({ uses, links, projects: [projectFacts(sluice, { observedOn: '2025-11-22' })] }),
    )
    expect([subjects, unlisted]).toEqual([[], 1])
  })
})

describe('second readings', () => {
  it('leave the level of openCode open where nobody knows how fast issues are answered', () => {
    expect(subjectOf({ projects: [projectFacts(sluice)] }).openCodeLevel.figure).toMatchObject({
      known: true,
      value: { low: 0, high: 3 },
    })
  })

  it('say how much of criticality_score is known', () => {
    const { criticalityScore, criticalityScoreKnown } = subjectOf({ projects: [projectFacts(sluice)] })
    expect(criticalityScore.figure.known).toBe(true)
    expect(criticalityScoreKnown).toBeCloseTo(5.5 / 10.5, 12)
  })
})

describe('the list of projects', () => {
  const named = (name: string): string => `pkg:npm/${name}`
  const weak = { year: activity('2025-11-23', asOf, { absenceFactor: 1, topAuthorShare: 1, elephantFactor: 1 }) }
  const assessed = (): HealthAssessment =>
    assessHealth(
      sampleHealth({
        uses: [
          { purl: `${named('weir')}@1.2.0`, product: 'portal', criticality: 'mission' },
          { purl: `${named('dyke')}@1.2.0`, product: 'portal' },
          { purl: `${named('pump')}@1.2.0`, product: 'shop', criticality: 'low' },
        ],
        links: ['weir', 'dyke', 'pump'].map((name) => ({
          package: named(name),
          project: `forge.example/harbor/${name}`,
        })),
        projects: [
          projectFacts('forge.example/harbor/weir'),
          projectFacts('forge.example/harbor/dyke', weak),
          projectFacts('forge.example/harbor/pump', weak),
        ],
      }),
    )

  it('begins with what is critical and weak', () => {
    expect(assessed().subjects.map(({ subject }) => subject.split('/').at(-1))).toEqual(['dyke', 'weir', 'pump'])
  })

  it('names where help does most, and every cell of the quadrant', () => {
    const { whereToHelp, quadrant, leaningOnOne } = assessed()
    expect(whereToHelp).toEqual(['forge.example/harbor/dyke'])
    expect(quadrant).toHaveLength(12)
    expect(quadrant.reduce((sum, { count }) => sum + (count.figure.known ? count.figure.value : 0), 0)).toBe(3)
    expect(leaningOnOne).toMatchObject({ figure: { value: 2 }, coverage: { known: 3, of: 3, unit: 'packages' } })
  })

  it('can be narrowed to a unit', () => {
    const portfolio = sampleHealth({
      uses: [
        { purl: `${named('weir')}@1.2.0`, product: 'portal' },
        { purl: `${named('pump')}@1.2.0`, product: 'shop' },
      ],
      packages: [packageFacts(named('weir')), packageFacts(named('pump'))],
    })
    const { subjects, withProject } = assessHealth(portfolio, { unit: 'quay' })
    expect(subjects.map(({ subject }) => subject)).toEqual([named('weir')])
    expect(withProject).toEqual({ known: 0, of: 1, unit: 'packages' })
  })
})

describe('the figures', () => {
  it('rest on one another down to the originals', () => {
    const figures = healthFigures(
      sampleHealth({ uses, links, projects: [projectFacts(sluice)], packages: [packageFacts(gate)] }),
    )
    const ids = new Set(figures.map(({ id }) => id))
    expect(ids.size).toBe(figures.length)
    const missing = figures.flatMap(({ figure }) =>
      figure.from.flatMap((source) =>
        source.kind === 'computed' ? source.inputs.filter((id) => !ids.has(id) && !id.startsWith('inventory/')) : [],
      ),
    )
    expect(missing).toEqual([])
  })
})
