/** Commits for the tests of this area. */

import type { Commit } from '#domain/contribution.ts'

export function sampleCommit(parts: Partial<Commit>): Commit {
  const author = parts.author ?? { name: 'Ida', email: 'ida@harbor.example' }
  const authoredAt = parts.authoredAt ?? '2026-05-04T10:00:00+02:00'
  return {
    hash: '0'.repeat(40),
    parents: ['1'.repeat(40)],
    author,
    authoredAt,
    committer: author,
    committedAt: authoredAt,
    signedOff: [],
    coAuthors: [],
    reviewers: [],
    change: {
      files: 1,
      binaries: 0,
      added: 10,
      deleted: 2,
      authoredFiles: 1,
      authoredAdded: 10,
      authoredDeleted: 2,
      shape: '',
      isMissing: false,
    },
    ...parts,
  }
}
