/** How key figures moved over years: the last of each year, oldest first, and today. */

import type { TrendLine, TrendPoint } from '#domain/assessment/advice.ts'
import type { FigureId, IsoDate } from '#domain/figure.ts'
import type { AdviceFacts } from '#advice/facts.ts'

/** What is compared from year to year, as assessments keep it. */
export const trendFigures: readonly FigureId[] = [
  'inventory/packages',
  'inventory/products',
  'vulnerabilities/total',
  'value/usage-replacement',
  'contribution/active-days',
  'contribution/give',
  'maturity/level/whole/organization',
  'advice/handed-over',
]

export function trendLines({ earlier = [], figures, portfolio }: AdviceFacts): readonly TrendLine[] {
  return trendFigures.flatMap((figure): TrendLine[] => {
    const now = figures?.get(figure)
    const points = [
      ...earlier.flatMap(({ on, figures: then }): TrendPoint[] =>
        then.filter(({ id }) => id === figure).map((one) => ({ on, figure: one })),
      ),
      ...(now === undefined ? [] : [{ on: portfolio.asOf, figure: now }]),
    ].toSorted((a, b) => (a.on < b.on ? -1 : 1))
    const lastOfYear = new Map<string, TrendPoint>(points.map((point) => [yearOf(point.on), point]))
    return lastOfYear.size === 0 ? [] : [{ figure, points: [...lastOfYear.values()] }]
  })
}

function yearOf(day: IsoDate): string {
  return day.slice(0, 4)
}
