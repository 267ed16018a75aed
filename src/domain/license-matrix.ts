/**
 * May material under the inbound license go into a work that is handed on under the outbound license? A derivative work is
 * assumed; programs that merely stand side by side need no such answer.
 */
export type Compatibility = 'Same' | 'Yes' | 'No' | 'Unknown' | 'Check dependency'

export const compatibilities: readonly Compatibility[] = ['Same', 'Yes', 'No', 'Unknown', 'Check dependency']

/** A published table of answers that the user has installed; never part of this repository. */
export type LicenseMatrix = {
  /** Name and day, as answers cite it: `OSADL matrix 2024-05-25`. */
  readonly source: string
  /** outbound → inbound → answer */
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, Compatibility>>
}
