/**
 * Reads a table of whole repositories (CSV): `project` is the address of a repository, `lines` what a counter says of it.
 * Lines that cannot be taken are issues with their place; the others go on.
 */

import { issue, type Issue } from '#domain/issue.ts'
import { projectOfAddress, type ProjectId } from '#domain/project.ts'
import type { RepositorySize } from '#domain/repository-size.ts'
import { readCsvLines } from './csv-lines.ts'

export type RepositorySizes = {
  readonly sizes: readonly Omit<RepositorySize, 'evidence'>[]
  readonly issues: readonly Issue[]
}

/** @param path of the file; it stands in issues about the file as a whole */
export function readRepositorySizes(bytes: Uint8Array, path: string): RepositorySizes {
  const table = readCsvLines(bytes, path, ['project', 'lines'])
  const issues = [...table.issues]
  const sizes = new Map<ProjectId, Omit<RepositorySize, 'evidence'>>()
  for (const { at, field } of table.lines) {
    const address = field('project')
    // An id as Headwater writes it has no scheme.
    const project = projectOfAddress(address) ?? projectOfAddress(`https://${address}`)
    const lines = /^\d{1,12}$/.test(field('lines')) ? Number(field('lines')) : undefined
    if (project === undefined) issues.push(issue('syntax', at, address))
    else if (lines === undefined) issues.push(issue('wrong-type', at, field('lines')))
    else if (sizes.has(project)) issues.push(issue('duplicate-reference', at, project))
    else sizes.set(project, { project, lines, at })
  }
  return { sizes: [...sizes.values()], issues }
}
