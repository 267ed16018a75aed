/** Project facts with invented content for tests. */

import type { ProjectActivity, ReadFiles } from '#domain/upstream.ts'
import type { ClonedProject } from './assess.ts'

export function sampleFiles(texts: Readonly<Record<string, string>>, more: Partial<ReadFiles> = {}): ReadFiles {
  const paths = Object.keys(texts).sort()
  return { total: paths.length, paths, texts, binaries: [], ...more }
}

export function sampleActivity(plainCommits: number): ProjectActivity {
  return {
    from: '2025-11-23',
    to: '2026-11-22',
    plainCommits,
    authors: 3,
    absenceFactor: 1,
    topAuthorShare: 0.6,
    attributable: null,
    elephantFactor: null,
    topOrganizationShare: null,
  }
}

/** A project of three years with a commit a week. */
export function sampleFacts(more: Partial<ClonedProject> = {}): ClonedProject {
  return {
    evidence: 'e'.repeat(64),
    at: '',
    observedOn: '2026-11-22',
    project: 'forge.example/lantern/wick',
    tip: 'a'.repeat(40),
    isShallow: false,
    firstCommitOn: '2023-11-01',
    lastCommitOn: '2026-11-20',
    authorsEver: 5,
    plainCommitsEver: 150,
    year: sampleActivity(52),
    yearBefore: sampleActivity(50),
    halfYear: sampleActivity(26),
    quarter: sampleActivity(13),
    byMonth: [],
    mainAuthor: null,
    reviewedShare: null,
    tags: [],
    files: sampleFiles({}),
    ...more,
  }
}
