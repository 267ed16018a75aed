/** Every registered indicator: its words, its needs, and that what is not known is never answered. */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { assert, property, subarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IndicatorId } from '#domain/assessment/health.ts'
import { assessIndicator } from '#health/indicator.ts'
import { indicators } from '#health/indicators.generated.ts'
import { activity, asOf, projectFacts, release, sampleSubject } from '#health/portfolio.sample.ts'
import { cloneKeys, registryKeys, type FactKey, type SubjectFacts } from '#health/subject.ts'
import { loadWords } from '#text/load-words.ts'

const { facts, days } = sampleSubject()
const keys: readonly FactKey[] = [...cloneKeys, ...registryKeys, 'releaseDays', 'deprecations']
const year = activity('2025-11-23', asOf)
const { files } = projectFacts('forge.example/harbor/sluice')
const only = (...paths: readonly string[]): SubjectFacts => ({
  files: { ...files, paths, texts: { 'README.md': '# Sluice' } },
})
const published = (...releases: readonly ReturnType<typeof release>[]): SubjectFacts => ({
  releases: [{ package: 'pkg:npm/sluice-gate', releases, inUse: ['1.2.0'] }],
})
const released = (...of: readonly string[]): SubjectFacts => ({
  releaseDays: { days: of, seenOn: asOf, basis: 'tags' },
})

/** Facts by which each is answered with no. */
const failing: Readonly<Record<IndicatorId, SubjectFacts>> = {
  'absence-factor': { year: { ...year, absenceFactor: 1 } },
  'code-of-conduct': only('README.md'),
  'continuous-integration': only('README.md', 'scripts/.travis.yml'),
  'contributing-guide': only('README.md', 'src/contributing.ts'),
  'declared-maintained': {
    files: { ...files, texts: { 'README.md': '# Sluice\n\nThis project is no longer maintained.' } },
  },
  'dependency-updates': only('package.json'),
  'funding-route': { fundingLinks: [], ...only('README.md') },
  'license-file': only('README.md', 'src/license.ts'),
  'license-stable': published(release('1.2.0', '2023-01-01'), release('2.0.0', '2026-01-01', { license: 'BUSL-1.1' })),
  'main-author-active': { mainAuthor: { share: 0.9, isActive: false, lastOn: '2026-02-01' } },
  'named-maintainers': only('README.md'),
  'not-deprecated': published(release('1.2.0', '2026-01-01', { deprecation: 'Use lock-gate' })),
  'not-past-end-of-life': { cycles: [{ ...facts.cycles?.[0], end: asOf }] as NonNullable<SubjectFacts['cycles']> },
  'not-withdrawn': published(release('1.2.0', '2026-01-01', { isWithdrawn: true }), release('1.3.0', '2026-02-01')),
  'recent-activity': { halfYear: activity('2026-05-23', asOf, { plainCommits: 0 }) },
  'recent-release': released('2020-01-01'),
  'release-rhythm': released('2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01'),
  'review-rules': only('README.md'),
  'reviewed-changes': { reviewedShare: 0, year: { ...year, authors: 1 } },
  'security-policy': only('README.md'),
  'several-organizations': { year: { ...year, elephantFactor: 1 } },
  'several-publishers': { publishers: [{ package: 'pkg:npm/sluice-gate', publishers: 1 }] },
  tests: only('package.json', 'src/latest.ts'),
  'top-author-share': { year: { ...year, topAuthorShare: 0.81 } },
}

it('are the files of the folder', () => {
  const files = readdirSync(join(import.meta.dirname, '..', '..', 'src', 'health', 'indicators'))
  expect(indicators.map(({ id }) => `${id}.ts`)).toEqual(files.toSorted())
})

describe.each(indicators.map((indicator) => [indicator.id, indicator] as const))('%s', (id, indicator) => {
  it('passes where everything is well', () => {
    expect(assessIndicator(indicator, facts, days)).toMatchObject({ answer: 'passed' })
  })

  it('fails on what it asks for', () => {
    expect(assessIndicator(indicator, { ...facts, ...failing[id] }, days)).toMatchObject({ answer: 'failed' })
  })

  it('is unknown when what it needs is unknown, whatever else is known', () => {
    const others = keys.filter((key) => !indicator.needs.includes(key))
    assert(
      property(subarray([...others]), (known) => {
        expect(assessIndicator(indicator, pick(known), days).answer).toBe('unknown')
      }),
    )
  })

  it('reads nothing but what it says it needs', () => {
    assert(
      property(subarray([...keys]), (known) => {
        const needed = known.filter((key) => indicator.needs.includes(key))
        expect(assessIndicator(indicator, pick(known), days)).toEqual(assessIndicator(indicator, pick(needed), days))
      }),
    )
  })

  it('takes null for unknown', () => {
    const empty = Object.fromEntries(keys.map((key) => [key, null])) as SubjectFacts
    expect(assessIndicator(indicator, empty, days).answer).toBe('unknown')
  })

  it('has its words in each language', async () => {
    const [english, german, japanese] = await Promise.all([loadWords('en'), loadWords('de'), loadWords('ja')])
    const { label, question, why, remedy } = indicator
    expect(english.health.indicators[id]).toEqual({ label, question, why, remedy })
    expect(german.health.indicators[id].question).not.toBe(question)
    expect(japanese.health.indicators[id].question).toMatch(/[\u3040-\u30ff]/)
  })
})

function pick(known: readonly FactKey[]): SubjectFacts {
  return Object.fromEntries(known.map((key) => [key, facts[key]]))
}
