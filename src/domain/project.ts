/**
 * The upstream undertaking behind parts: repositories, the packages it publishes, governance. Linked to parts by
 * evidence (SBOM references, lockfile fields, registry metadata, the user's own map); unknown stays unknown.
 */

import type { EvidenceId } from './evidence.ts'

export type ProjectId = string

export type Project = {
  /** The canonical address of its main repository without scheme, for example `github.com/lodash/lodash`. */
  readonly id: ProjectId
  readonly name: string
  readonly repositories: readonly string[]
}

export type ProjectLink = {
  /** Package URL without version. */
  readonly package: string
  readonly project: ProjectId
  readonly basis: 'sbom-reference' | 'lockfile-field' | 'registry-metadata' | 'declared'
  readonly evidence: EvidenceId
  readonly at: string
}
