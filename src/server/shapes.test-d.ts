/**
 * Where the interface mirrors the domain, its shapes equal the domain's types. Nothing here runs: a difference does not
 * compile.
 */

import type { Static } from 'typebox'
import type { CoverageBody, moneyBand, unknownReason } from '#api/common.ts'
import type { severity, upload } from '#api/documents.ts'
import type { job } from '#api/jobs.ts'
import type { Job } from '#app/job-list.ts'
import type { UploadStatus } from '#app/upload-status.ts'
import type { Coverage, UnknownReason } from '#domain/figure.ts'
import type { Severity } from '#domain/finding.ts'

type Plain<T> = T extends readonly (infer One)[]
  ? Plain<One>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Plain<T[Key]> }
    : T

type Equal<A, B> = [Plain<A>] extends [Plain<B>] ? ([Plain<B>] extends [Plain<A>] ? true : false) : false

/** Fails to compile for anything but `true`. */
type Holds<_T extends true> = never

type Document = NonNullable<UploadStatus['document']>
type Loosened = Omit<Document, 'refused' | 'issues'> & {
  /** Codes are open in the interface: a later version may have more. */
  refused: { where: string; code: string }[]
  issues: { where: string; code: string; detail?: string }[]
}

export type Shapes = [
  Holds<Equal<Static<typeof unknownReason>, UnknownReason>>,
  Holds<Equal<CoverageBody, Coverage>>,
  Holds<Equal<Static<typeof severity>, Severity>>,
  Holds<Equal<Static<typeof job>, Omit<Job, 'priority'>>>,
  Holds<Equal<Omit<Static<typeof upload>, 'document'>, Omit<UploadStatus, 'document'>>>,
  Holds<Equal<NonNullable<Static<typeof upload>['document']>, Loosened>>,
  // Would notice a difference.
  Holds<Equal<Equal<Static<typeof moneyBand>, Coverage>, false>>,
]
