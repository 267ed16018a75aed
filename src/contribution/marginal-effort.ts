/** The growth of a package in the window, priced as the difference of two wholes; `methods.md` 4.4. */

import type { RecentActivity } from '#domain/contribution.ts'
import type { Figure, NamedFigure } from '#domain/figure.ts'
import { compute, unknown } from '#domain/figure.ts'
import type { PurlText } from '#domain/part.ts'
import type { ContributionContext } from './context.ts'
import { marginalShare } from './give-take.ts'
import { methods } from './methods.ts'

/**
 * Person-months for the own share of the lines that were added. What the project had before is its size now without the
 * lines that came to it on balance, as git counts them; which of the added lines are still there is not looked up.
 */
export function marginalEffort(
  recent: NamedFigure<RecentActivity>,
  packages: readonly PurlText[],
  { packageLines, effort }: Pick<ContributionContext, 'packageLines' | 'effort'>,
): Figure<number> {
  const sizes = packages.flatMap((name) => packageLines(name) ?? [])
  if (sizes.length === 0 || effort === null) return unknown('not-collected')
  return compute(methods.marginal, [recent, ...sizes], ({ linesAdded, linesDeleted, own }, ...lines) => {
    const now = (lines as readonly { deduplicated: number }[]).reduce((sum, { deduplicated }) => sum + deduplicated, 0)
    const before = Math.min(now, Math.max(0, now - (linesAdded - linesDeleted)))
    return marginalShare(effort(before / 1000), effort(now / 1000), own.linesAdded, linesAdded)
  })
}
