/** Lines of a whole repository, as a table that the user brings states them: what some tools charge each package with. */

import type { EvidenceId } from './evidence.ts'
import type { ProjectId } from './project.ts'

export type RepositorySize = {
  readonly project: ProjectId
  readonly lines: number
  readonly evidence: EvidenceId
  readonly at: string
}
