import type { CriticalCoverage } from '#domain/assessment/contribution.ts'
import type { ContributionHistories, LedgerEntry, RecentActivity } from '#domain/contribution.ts'
import type { NamedFigure } from '#domain/figure.ts'
import { lift, unknown } from '#domain/figure.ts'
import type { LinkedContext } from './context.ts'
import { methods } from './methods.ts'

/** How many of the critical packages got something in the window: commits, or an entry of the ledger. */
export function criticalCoverage(
  histories: ContributionHistories | null,
  recent: readonly NamedFigure<RecentActivity>[],
  ledger: readonly NamedFigure<LedgerEntry>[],
  { critical, links }: LinkedContext,
): NamedFigure<CriticalCoverage> {
  const id = 'contribution/critical-coverage'
  const inputs = [...recent, ...ledger].map((input) => input.id)
  if (critical.length === 0 || inputs.length === 0) return { id, figure: unknown('not-collected') }
  const reached = new Set<string>([
    ...ledger.flatMap(({ figure }) => (figure.known ? figure.value.recipients : [])),
    ...(histories?.repositories ?? []).flatMap(({ project, recent: { own } }) =>
      project !== null && own.commits > 0 ? [project] : [],
    ),
  ])
  const isReached = (name: string): boolean =>
    reached.has(name) || links.some((link) => link.package === name && reached.has(link.project))
  const covered = critical.filter((one) => isReached(one.package)).length
  const value = { covered, of: critical.length, share: covered / critical.length }
  return { id, figure: lift(value, methods.critical, inputs) }
}
