import { describe, expect, it } from 'vitest'
import { yearUpTo } from '#domain/activity-window.ts'
import { mostFilesOfOneCommit, mostLinesOfOneCommit, type Commit } from '#domain/contribution.ts'
import type { ActivityRules } from './activity-rules.ts'
import { ActivityTally } from './activity-tally.ts'
import { affiliationsBy } from './affiliation.ts'
import { sampleCommit } from './commit.sample.ts'

const about = { path: 'a', project: null, tip: null, issues: [], isOwn: false }
const ida = { name: 'Ida', email: 'ida@harbor.example' }
const otto = { name: 'Otto', email: 'otto@harbor.example' }
const outsider = { name: 'Pax', email: 'pax@riverton.example' }

function rules(changed: Partial<ActivityRules> = {}): ActivityRules {
  return {
    ...yearUpTo('2026-11-22'),
    organization: 'harbor',
    affiliate: affiliationsBy({
      employments: [{ person: 'p-1', organization: 'harbor', addresses: [ida.email], from: null, to: null }],
      domains: [{ domain: 'harbor.example', organization: 'harbor', from: null, to: null }],
      domainsStandForOrganizations: true,
    }),
    unitOf: new Map([['p-1', 'quay']]),
    smallestGroup: 1,
    coAuthors: 'split',
    mostFiles: mostFilesOfOneCommit,
    mostLines: mostLinesOfOneCommit,
    ...changed,
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

  it('shares a commit among its authors, or credits each with one, and says what the total then is', () => {
    const commits = [
      { author: outsider, coAuthors: [ida, ida, { name: 'x[bot]', email: 'x@x.example' }] },
      { author: ida },
    ]
    const of = (coAuthors: ActivityRules['coAuthors']): unknown => {
      const tally = new ActivityTally(rules({ coAuthors }))
      const repository = tally.repository(about)
      for (const commit of commits) repository.add(sampleCommit(commit))
      const { credits, plainCommits, own } = tally.histories().repositories[0]?.recent ?? {}
      return { plainCommits, credits, own: own?.credits, commits: own?.commits }
    }
    expect(of('split')).toEqual({ plainCommits: 2, credits: 2, own: 1.5, commits: 2 })
    expect(of('each')).toEqual({ plainCommits: 2, credits: 3, own: 2, commits: 2 })
  })

  it('takes a patch with the same identity for one commit, whoever applied it when and where', () => {
    const change = sampleCommit({}).change
    const tally = new ActivityTally(rules())
    const [first, second] = [tally.repository(about), tally.repository({ ...about, path: 'b', isOwn: true })]
    const applied = { hash: 'b', author: ida, authoredAt: '2026-06-04T10:00:00Z', change: { ...change, shape: 'y' } }
    second.add(sampleCommit(applied))
    first.add(sampleCommit({ hash: 'a', author: otto, change: { ...change, shape: 'x' } }))
    expect(tally.histories().total).toEqual({ commits: 2, people: 2, activeDays: 2 })
    expect([...first.comparable(), ...second.comparable()]).toEqual(['a', 'b'])
    const same = new Map([
      ['a', 'patch'],
      ['b', 'patch'],
    ])
    const { total, upstream, repositories } = tally.histories(same)
    expect(total).toEqual({ commits: 1, people: 1, activeDays: 1 })
    expect(upstream).toEqual(total)
    expect(repositories.map(({ recent: { own } }) => [own.commits, own.copies, own.linesAdded])).toEqual([
      [1, 0, 10],
      [1, 1, 0],
    ])
  })

  it('counts everybody whose organization is known', () => {
    const stranger = { name: 'A', email: 'a@gmail.com' }
    const { attribution } = tallied([{ author: ida }, { author: stranger }], [{ author: outsider }])
    expect(attribution).toEqual({ known: 2, of: 3 })
  })

  it('does not tell how concentrated the work is where that would tell about few own people', () => {
    const by = (...emails: readonly string[]): unknown => {
      const tally = new ActivityTally(rules({ smallestGroup: 3 }))
      const repository = tally.repository(about)
      for (const email of emails) repository.add(sampleCommit({ author: { name: '', email } }))
      const { authors, absenceFactor, topAuthorShare } = tally.histories().repositories[0]?.recent ?? {}
      return { authors, absenceFactor, topAuthorShare }
    }
    const withheld = { authors: null, absenceFactor: null, topAuthorShare: null }
    expect(by(ida.email, otto.email)).toEqual(withheld)
    expect(by(ida.email, outsider.email)).toEqual(withheld)
    expect(by(outsider.email)).toEqual({ authors: 1, absenceFactor: 1, topAuthorShare: 1 })
    expect(by(ida.email, 'a@a.example', 'b@b.example')).toMatchObject({ authors: 3, absenceFactor: 2 })
  })
})
