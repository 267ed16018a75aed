/** Every accepted original: stored unchanged, named by the SHA-256 of its bytes. */

import type { IsoTime } from './figure.ts'

/** The SHA-256 of the original bytes, 64 lower-case hexadecimal digits. */
export type EvidenceId = string

export type EvidenceKind =
  | 'sbom'
  | 'lockfile'
  | 'manifest'
  | 'advisory'
  | 'organization'
  | 'measurement'
  | 'git-extract'
  | 'registry-answer'
  | 'answer'

export type Evidence = {
  readonly id: EvidenceId
  readonly kind: EvidenceKind
  /** The path or address it was read from, relative to what the user named. */
  readonly name: string
  readonly sizeBytes: number
  /** When the original was obtained from where it came from. */
  readonly retrievedAt: IsoTime
  /** When Headwater came to know it. */
  readonly recordedAt: IsoTime
}
