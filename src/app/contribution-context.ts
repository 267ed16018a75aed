/** What the contribution area reads of others: from the figures that an assessment kept, and from the portfolio. */

import { emptyContext, type ContributionContext } from '#contribution/context.ts'
import type { OutwardList } from '#domain/contribution.ts'
import { criticalityOfPackages } from '#domain/criticality.ts'
import type { FigureId, NamedFigure } from '#domain/figure.ts'
import type { MoneyBand } from '#domain/money.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { cocomo2 } from '#value/cocomo2.ts'

const takeId = 'value/annual-rebuild'

/** @param figures of the value area by id; what is not among them is unknown */
export function contributionContext(
  portfolio: Portfolio,
  figures: ReadonlyMap<FigureId, NamedFigure>,
  outward: readonly OutwardList[],
): ContributionContext {
  const critical = criticalityOfPackages(portfolio)
    .map(({ package: name, k }) => ({ package: name, criticality: k }))
    .sort((a, b) => b.criticality - a.criticality || (a.package < b.package ? -1 : 1))
  return {
    ...emptyContext,
    take: (figures.get(takeId) as NamedFigure<MoneyBand> | undefined) ?? emptyContext.take,
    packageValue: (name) => figures.get(`value/replacement/${name}`) as NamedFigure<MoneyBand> | undefined,
    packageLines: (name) => figures.get(`value/size/${name}`) as NamedFigure<{ deduplicated: number }> | undefined,
    effort: cocomo2().effort,
    critical,
    outward,
  }
}
