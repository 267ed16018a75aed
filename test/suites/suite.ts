/** What every suite of known answers returns. */

export type Miss = {
  readonly case: string
  readonly expected: string
  readonly got: string
  /** Why it is so, where it is known; a deliberate disagreement says so. */
  readonly reason?: string
}

export type SuiteResult = {
  readonly suite: string
  readonly passed: number
  readonly total: number
  readonly misses: readonly Miss[]
}
