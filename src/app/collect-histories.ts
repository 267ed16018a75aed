/** The histories that an assessment of contributions works on: repositories at hand, the people of the organization. */

import { yearUpTo } from '#domain/activity-window.ts'
import { ActivityTally } from '#measure/activity/activity-tally.ts'
import { affiliationsBy, type AffiliationFacts } from '#measure/activity/affiliation.ts'
import { authoredPaths } from '#measure/activity/authored-paths.ts'
import type { ContributionHistories } from '#domain/contribution.ts'
import type { IsoDate } from '#domain/figure.ts'
import type { Issue } from '#domain/issue.ts'
import type { Organization } from '#domain/organization.ts'
import { projectOfAddress, type ProjectId } from '#domain/project.ts'
import { openGitHistory } from '#sources/git-history.ts'
import { cacheFolder } from './cache-folder.ts'
import type { Progress } from './progress.ts'

export type RepositoryAtHand = {
  readonly path: string
  /** Null: told from the address it was cloned from. */ readonly project: ProjectId | null
}

export type CollectedHistories = {
  /** To be kept as evidence; its id completes the `ContributionHistories`. */
  readonly histories: Omit<ContributionHistories, 'evidence'>
  /** Paths that are no repository. */
  readonly issues: readonly Issue[]
}

/** @param asOf the last day; what is recent are the twelve months that end with it */
export async function collectHistories(
  repositories: readonly RepositoryAtHand[],
  people: { readonly organization: Organization; readonly affiliations: AffiliationFacts },
  asOf: IsoDate,
  home: string,
  progress: Progress,
): Promise<CollectedHistories> {
  const { organization, affiliations } = people
  const tally = new ActivityTally({
    ...yearUpTo(asOf),
    affiliate: affiliationsBy({ ...affiliations, domainsStandForOrganizations: true }),
    organization: organization.id,
    unitOf: new Map(organization.people.map(({ id, unit }) => [id, unit])),
  })
  const issues: Issue[] = []
  for (const { path, project } of repositories) {
    const opened = await openGitHistory(path, {
      cache: cacheFolder(home, 'git'),
      authored: authoredPaths,
      until: asOf,
      onProgress: (done, total) => progress.report({ step: 'reading', done, total }),
    })
    if (!opened.ok) {
      issues.push(opened.issue)
      continue
    }
    const { tip, origin, issues: found, commits } = opened.history
    const told = project ?? (origin === null ? undefined : projectOfAddress(origin)) ?? null
    const repository = tally.repository({ path, project: told, tip, issues: found })
    for await (const commit of commits()) repository.add(commit)
  }
  return { histories: tally.histories(), issues }
}
