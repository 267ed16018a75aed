import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Commit } from '#domain/contribution.ts'
import { affiliationsBy } from './affiliation.ts'
import { sampleCommit } from './commit.sample.ts'
import { ProjectTally, type ProjectHistory } from './project-tally.ts'

const asOf = '2026-11-22'
const affiliate = affiliationsBy({ employments: [], domains: [], domainsStandForOrganizations: true })
const ida = { name: 'Ida Quay', email: 'ida@harbor.example' }
const otto = { name: 'Otto Pier', email: 'otto@riverton.example' }
const bot = { name: 'renovate[bot]', email: 'bot@renovate.example' }

function told(commits: readonly Partial<Commit>[]): ProjectHistory {
  const tally = new ProjectTally(asOf, affiliate)
  for (const commit of commits) tally.add(sampleCommit(commit))
  return tally.history()
}

function many(count: number, author: Commit['author'], day: string): Partial<Commit>[] {
  return Array.from({ length: count }, () => ({ author, authoredAt: `${day}T10:00:00Z` }))
}

describe('the history of a project', () => {
  it('counts in the windows, each with both its ends', () => {
    const { year, yearBefore, halfYear, quarter } = told([
      ...many(1, ida, '2024-11-22'),
      ...many(2, ida, '2024-11-23'),
      ...many(4, ida, '2025-11-22'),
      ...many(8, ida, '2025-11-23'),
      ...many(16, otto, '2026-05-23'),
      ...many(32, ida, '2026-11-22'),
    ])
    expect([yearBefore.from, yearBefore.to, yearBefore.plainCommits]).toEqual(['2024-11-23', '2025-11-22', 6])
    expect([year.from, year.to, year.plainCommits]).toEqual(['2025-11-23', '2026-11-22', 56])
    expect([halfYear.from, halfYear.plainCommits]).toEqual(['2026-05-23', 48])
    expect([quarter.from, quarter.plainCommits]).toEqual(['2026-08-23', 32])
    expect(year).toMatchObject({ authors: 2, absenceFactor: 1, elephantFactor: 1, attributable: 1 })
    expect(year.topAuthorShare).toBeCloseTo(40 / 56, 12)
    expect(year.topOrganizationShare).toBeCloseTo(40 / 56, 12)
  })

  it('takes addresses of one full name for one person', () => {
    const { year, authorsEver } = told([
      ...many(6, ida, '2026-03-01'),
      ...many(5, { name: 'Ida Quay', email: 'ida@home.example' }, '2026-03-02'),
      ...many(10, otto, '2026-03-03'),
    ])
    expect([authorsEver, year.authors, year.absenceFactor]).toEqual([2, 2, 1])
  })

  it('leaves out bots, merges, and what came in later', () => {
    const history = told([
      ...many(3, ida, '2026-03-01'),
      ...many(9, bot, '2026-06-01'),
      { author: ida, authoredAt: '2026-03-05T10:00:00Z', parents: ['a', 'b'] },
      { author: otto, authoredAt: '2026-03-01T10:00:00Z', committedAt: '2026-11-23T00:30:00Z' },
    ])
    expect(history).toMatchObject({ plainCommitsEver: 3, authorsEver: 1, lastCommitOn: '2026-03-05' })
    expect(history.reviewedShare).toBeCloseTo(1 / 4, 12)
    expect(history.byMonth).toEqual([{ month: '2026-03', commits: 3, authors: 1 }])
  })

  it('says whether the main author of the time before is still there [row 8]', () => {
    const before = [...many(9, ida, '2026-01-10'), ...many(3, otto, '2026-01-11')]
    expect(told(before).mainAuthor).toEqual({ share: 0.75, isActive: false, lastOn: '2026-01-10' })
    expect(told([...before, ...many(1, ida, '2026-10-01')]).mainAuthor).toEqual({
      share: 0.75,
      isActive: true,
      lastOn: '2026-10-01',
    })
    expect(told(many(9, ida, '2026-01-10')).mainAuthor).toBeNull()
  })

  it('takes of two with as many commits the one who is still there', () => {
    const { mainAuthor } = told([
      ...many(6, ida, '2026-01-10'),
      ...many(6, otto, '2026-01-09'),
      ...many(1, otto, '2026-10-01'),
    ])
    expect(mainAuthor).toMatchObject({ isActive: true, share: 0.5 })
  })

  it('withholds organizations below 60 % attributable', () => {
    const free = { name: 'Pax', email: 'pax@gmail.com' }
    expect(told([...many(6, ida, '2026-03-01'), ...many(4, free, '2026-03-01')]).year.elephantFactor).toBe(1)
    expect(told([...many(5, ida, '2026-03-01'), ...many(4, free, '2026-03-01')]).year).toMatchObject({
      elephantFactor: null,
      topOrganizationShare: null,
    })
  })

  it('tells nothing of an empty history', () => {
    expect(told([])).toMatchObject({ firstCommitOn: null, lastCommitOn: null, mainAuthor: null, reviewedShare: null })
  })

  it('does not depend on the order of commits', () => {
    const commit = fc.record({
      author: fc.constantFrom(ida, otto, bot, { name: 'Ida Quay', email: 'ida@home.example' }),
      authoredAt: fc
        .date({ min: new Date('2023-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
        .map((day) => day.toISOString()),
    })
    fc.assert(
      fc.property(fc.array(commit, { maxLength: 60 }), (commits) => {
        expect(told(commits.toReversed())).toEqual(told(commits))
      }),
    )
  })
})
