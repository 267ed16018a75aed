import { describe, expect, it } from 'vitest'
import { criticalityScore, originalCriticalityScore, weightedMean, zipfian } from './criticality-score.ts'
import { openCodeLevel } from './opencode-level.ts'

/** Kubernetes, as the program's own documentation states its figures. */
const kubernetes = {
  createdSinceMonths: 87,
  updatedSinceMonths: 0,
  contributors: 3999,
  organizations: 5,
  commitFrequency: 97.2,
  recentReleases: 70,
  updatedIssues: 5395,
  closedIssues: 3062,
  commentFrequency: 5.5,
  mentions: 454393,
}

describe('criticality_score', () => {
  it('agrees with its program on one project by both formulas', () => {
    expect(criticalityScore(kubernetes)?.score.toFixed(6)).toBe('0.897530')
    expect(originalCriticalityScore(kubernetes)?.toFixed(6)).toBe('0.991067')
  })

  it('agrees on a small library', () => {
    const library = {
      createdSinceMonths: 60,
      updatedSinceMonths: 2,
      contributors: 12,
      organizations: 2,
      commitFrequency: 0.5,
      recentReleases: 3,
      updatedIssues: 10,
      closedIssues: 4,
      commentFrequency: 1.2,
      mentions: 300,
    }
    expect(criticalityScore(library)?.score.toFixed(6)).toBe('0.435486')
  })

  it('agrees with the unit tests of the program', () => {
    expect(zipfian(300).toFixed(7)).toBe('5.7071103')
    expect(weightedMean([1, 2, 3, 4, 5].map((value) => ({ value, weight: value })))?.toFixed(7)).toBe('3.6666667')
  })

  it('counts only what is at hand, and says how much that is', () => {
    const partial = criticalityScore({ createdSinceMonths: 120, contributors: 5000 })
    expect(partial).toEqual({ score: 1, known: 3 / 10.5 })
    expect(criticalityScore({})).toBeNull()
    expect(originalCriticalityScore({})).toBeNull()
  })
})

describe('the level of openCode', () => {
  const all = {
    commitsOfHalfYear: 5,
    issueResponseDays: 6.9,
    hasReleaseOfHalfYear: true,
    absenceFactorOfHalfYear: 2,
  }
  it.each([
    ['everything', {}, { low: 3, high: 3 }],
    ['four commits', { commitsOfHalfYear: 4 }, { low: 0, high: 0 }],
    ['no release', { hasReleaseOfHalfYear: false }, { low: 1, high: 1 }],
    ['one person', { absenceFactorOfHalfYear: 1 }, { low: 2, high: 2 }],
    ['slow answers', { issueResponseDays: 7 }, { low: 0, high: 0 }],
    ['answers unknown', { issueResponseDays: null }, { low: 0, high: 3 }],
    ['answers unknown, four commits', { issueResponseDays: null, commitsOfHalfYear: 4 }, { low: 0, high: 0 }],
  ])('with %s', (_, change, expected) => {
    expect(openCodeLevel({ ...all, ...change })).toEqual(expected)
  })
})
