/** What the organization wrote itself: using it is no open source received from others (`methods.md` 1.5, checklist). */

import type { PurlText } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { projectsOfPackages, type ProjectId } from '#domain/project.ts'
import { packageOf } from '#ecosystems/purl.ts'

/**
 * Packages that one of its published products or a repository on its own domain publishes, and those that the documents of
 * its own products describe as themselves. A changed copy that is carried along under the name of the original stays
 * the work of others.
 */
export function ownPackages({ organization, documents, projectLinks }: Portfolio): ReadonlySet<PurlText> {
  const own = new Set<PurlText>()
  const published = new Set(organization.products.flatMap((product) => product.published ?? []))
  for (const [of, { project }] of projectsOfPackages(projectLinks))
    if (published.has(project) || isOnOwnDomain(project, organization.domains)) own.add(of)
  for (const { subject, product } of documents)
    if (subject?.purl != null && organization.products[product]?.origin === 'made') own.add(packageOf(subject.purl))
  return own
}

function isOnOwnDomain(project: ProjectId, domains: readonly string[]): boolean {
  const host = project.slice(0, project.indexOf('/'))
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`))
}
