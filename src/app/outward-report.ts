/** In which projects of a list of commits the organization's people contribute; nothing is kept. */

import { readFileSync, existsSync } from 'node:fs'
import { contributionAssumptions } from '#contribution/assumptions.ts'
import type { OutwardProject } from '#domain/contribution.ts'
import type { Issue } from '#domain/issue.ts'
import { fail } from '#domain/problem.ts'
import { affiliationsBy } from '#measure/activity/affiliation.ts'
import { discoverOutward } from '#measure/activity/outward.ts'
import { readCommitExport } from '#sources/git-commit-export.ts'
import { readOwnPeople } from './own-people.ts'

export type OutwardReport = {
  readonly rows: number
  readonly projects: readonly OutwardProject[]
  readonly issues: readonly Issue[]
}

/** Throws `path-missing` and `config-invalid`. */
export function outwardReport(file: string, organizationFile: string): OutwardReport {
  const { organization, affiliations } = readOwnPeople(organizationFile)
  if (!existsSync(file)) fail({ code: 'path-missing', path: file })
  const { rows, issues } = readCommitExport(readFileSync(file), file)
  const { smallestGroup } = contributionAssumptions(organization, null).counting
  const projects = discoverOutward(rows, affiliationsBy(affiliations), organization.id, smallestGroup)
  return { rows: rows.length, projects, issues }
}
