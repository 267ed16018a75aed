import { describe, expect, it } from 'vitest'
import { yearUpTo } from '#domain/activity-window.ts'
import { mostFilesOfOneCommit, type Commit } from '#domain/contribution.ts'
import { ActivityTally, type ActivityRules } from './activity-tally.ts'
import { affiliationsBy } from './affiliation.ts'
import { sampleCommit } from './commit.sample.ts'

const about = { path: 'a', project: null, tip: null, issues: [] }
const ida = { name: 'Ida', email: 'ida@harbor.example' }
const otto = { name: 'Otto', email: 'otto@harbor.example' }
const outsider = { name: 'Pax', email: 'pax@riverton.example' }

function rules(): ActivityRules {
  return {
    ...yearUpTo('2026-11-22'),
    organization: 'harbor',
    affiliate: affiliationsBy({
      employments: [{ person: 'p-1', organization: 'harbor', addresses: [ida.email], from: null, to: null }],
      domains: [{ domain: 'harbor.example', organization: 'harbor', from: null, to: null }],
      domainsStandForOrganizations: true,
    }),
    unitOf: new Map([['p-1', 'quay']]),
  }
}

function tallied(...repositories: readonly (readonly Partial<Commit>[])[]): ReturnType<ActivityTally['histories']> {
  const tally = new ActivityTally(rules())
  for (const commits of repositories) {
    const repository = tally.repository(about)
    for (const commit of commits) repository.add(sampleCommit(commit))
  }
  return tally.histories()
}

describe('activity in repositories', () => {
  it('counts a day once when a person worked in two repositories on it', () => {
    const day = { author: ida, authoredAt: '2026-05-04T10:00:00+02:00' }
    const { total, repositories } = tallied([day], [{ ...day, authoredAt: '2026-05-04T23:00:00+02:00' }])
    expect(total).toEqual({ commits: 2, people: 1, activeDays: 1 })
    expect(repositories.map(({ recent }) => recent.own.activeDays)).toEqual([1, 1])
  })

  it('takes the day of the author, wherever the author was', () => {
    const commits = [
      { author: ida, authoredAt: '2026-05-04T23:30:00-08:00' },
      { author: ida, authoredAt: '2026-05-05T08:30:00+02:00' },
    ]
    expect(tallied(commits).total.activeDays).toBe(2)
  })

  it('adds no lines of a mass change, of copies in a fork, and of vendored files', () => {
    const change = { ...sampleCommit({}).change, authoredFiles: 1, authoredAdded: 30, shape: 'x' }
    const own = { author: ida, authoredAt: '2026-05-04T10:00:00Z', change }
    const mass = {
      ...own,
      change: { ...change, authoredFiles: mostFilesOfOneCommit + 1, authoredAdded: 9000, shape: 'y' },
    }
    const { repositories } = tallied([own, mass], [own])
    expect(repositories[0]?.recent.own).toMatchObject({ commits: 2, linesAdded: 30, capped: 1, copies: 0 })
    expect(repositories[1]?.recent.own).toMatchObject({ commits: 1, linesAdded: 0, capped: 0, copies: 1 })
  })

  it('tells who is active and on no list, and counts sign-offs under work of others as stewardship', () => {
    const { repositories, byUnit } = tallied([
      { author: ida, signedOff: [ida] },
      { author: otto },
      { author: outsider, signedOff: [outsider, ida], reviewers: [ida] },
      { author: { name: 'dependabot[bot]', email: 'bot@harbor.example' } },
      { author: ida, parents: ['a', 'b'] },
    ])
    const own = repositories[0]?.recent.own
    expect(own).toMatchObject({
      commits: 2,
      people: 2,
      stewardship: 1,
      unregistered: { commits: 1, people: 1, activeDays: 1 },
    })
    expect(byUnit.map(({ unit, commits }) => [unit, commits])).toEqual([
      [null, 1],
      ['quay', 1],
    ])
  })

  it('looks back twelve months and no day further', () => {
    expect(yearUpTo('2026-11-22')).toEqual({ from: '2025-11-23', to: '2026-11-22' })
    expect(yearUpTo('2024-02-29').from).toBe('2023-03-02')
    const { repositories } = tallied([
      { author: ida, authoredAt: '2025-11-22T23:59:59Z' },
      { author: ida, authoredAt: '2025-11-23T00:00:00Z' },
    ])
    expect(repositories[0]?.own.commits).toBe(2)
    expect(repositories[0]?.recent.own.commits).toBe(1)
  })
})
