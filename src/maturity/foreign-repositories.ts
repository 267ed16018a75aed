import type { RepositoryContribution } from '#domain/assessment/contribution.ts'
import type { MaturityEvidence } from './evidence.ts'
import type { Scope } from './scope.ts'

/**
 * Repositories of others that histories were read of; null when nothing was read, and for units: what a unit did in which
 * repository is not counted.
 */
export function foreignRepositories(
  { portfolio, contribution }: MaturityEvidence,
  { unit }: Scope,
): readonly RepositoryContribution[] | null {
  if (contribution === null || contribution === undefined || unit !== null) return null
  const own = new Set(portfolio.organization.products.flatMap(({ published }) => published ?? []))
  const foreign = contribution.repositories.filter(({ project }) => project !== null && !own.has(project))
  return foreign.length === 0 ? null : foreign
}
