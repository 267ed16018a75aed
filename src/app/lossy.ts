import type { IssueCode } from '#domain/issue.ts'
import type { Portfolio } from '#domain/portfolio.ts'

const lossy: ReadonlySet<IssueCode> = new Set([
  'empty-file',
  'not-text',
  'not-json',
  'not-yaml',
  'not-toml',
  'not-xml',
  'truncated',
  'trailing-data',
  'too-large',
  'too-deep',
  'not-what-it-says',
  'unsupported-version',
  'unreadable',
  'symlink-skipped',
])

/** Whether an issue means that something in the file was not read: the work is then done in part. */
export function isLossy(code: IssueCode): boolean {
  return lossy.has(code)
}

/** Whether a file of the portfolio could not be read, or not to its end. */
export function isPartial({ unread, documents }: Pick<Portfolio, 'unread' | 'documents'>): boolean {
  return (
    unread.some(({ code }) => isLossy(code)) || documents.some(({ issues }) => issues.some(({ code }) => isLossy(code)))
  )
}
