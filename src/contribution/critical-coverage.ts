import type { CriticalCoverage, CriticalPackage } from '#domain/assessment/contribution.ts'
import type { ContributionHistories, LedgerEntry, RecentActivity } from '#domain/contribution.ts'
import type { NamedFigure } from '#domain/figure.ts'
import { lift, unknown } from '#domain/figure.ts'
import type { LinkedContext } from './context.ts'
import { methods } from './methods.ts'

export type Criticals = {
  readonly coverage: NamedFigure<CriticalCoverage>
  readonly packages: readonly CriticalPackage[]
}

/**
 * How many of the critical packages got something in the window: commits, or an entry of the ledger.
 *
 * @param most how many of the most critical packages are looked at
 */
export function criticalCoverage(
  histories: ContributionHistories | null,
  recent: readonly NamedFigure<RecentActivity>[],
  ledger: readonly NamedFigure<LedgerEntry>[],
  context: LinkedContext,
  most: number,
): Criticals {
  const id = 'contribution/critical-coverage'
  const { links } = context
  const critical = context.critical.slice(0, most)
  const inputs = [...recent, ...ledger].map((input) => input.id)
  if (critical.length === 0 || inputs.length === 0)
    return { coverage: { id, figure: unknown('not-collected') }, packages: [] }
  const reached = new Set<string>([
    ...ledger.flatMap(({ figure }) => (figure.known ? figure.value.recipients : [])),
    ...(histories?.repositories ?? []).flatMap(({ project, recent: { own } }) =>
      project !== null && own.commits > 0 ? [project] : [],
    ),
  ])
  const isReached = (name: string): boolean =>
    reached.has(name) || links.some((link) => link.package === name && reached.has(link.project))
  const packages = critical.map((one) => ({ ...one, isReached: isReached(one.package) }))
  const covered = packages.filter((one) => one.isReached).length
  const value = { covered, of: critical.length, share: covered / critical.length }
  return { coverage: { id, figure: lift(value, methods.critical, inputs) }, packages }
}
