import { lift } from '#domain/figure.ts'
import { daysBetween } from '#domain/office.ts'
import { defineIndicator, judged, nothingToJudge } from '#maturity/indicator.ts'
import { documentFigure, type Prepared } from '#maturity/evidence.ts'

/**
 * A list of a product that is made or run is read anew with each assessment. A bought one is as old as the day somebody
 * said it came.
 */
export const indicator = defineIndicator({
  id: 'ic2-inventory-coverage',
  indicator: 'IC2',
  version: 1,
  measure: (evidence, { products }, { pass }) => {
    if (products.length === 0) return nothingToJudge
    const current = products.filter(
      (product) => evidence.documentsOf(product).length > 0 && ageDays(evidence, product) <= (pass.days ?? Infinity),
    )
    const inputs = products.flatMap((product) =>
      evidence.documentsOf(product).map((document) => documentFigure(evidence.portfolio, document)),
    )
    return judged(
      lift(current.length / products.length, { id: 'maturity/ic2-inventory-coverage', version: 1 }, inputs),
      pass,
    )
  },
})

function ageDays({ portfolio }: Prepared, product: number): number {
  const { id, origin } = portfolio.organization.products[product] ?? { id: '', origin: 'made' }
  if (origin !== 'bought') return 0
  const days = portfolio.organization.stated.declarations.flatMap((one) =>
    one.subject === 'part-list' && one.product === id && one.on <= portfolio.asOf ? [one.on] : [],
  )
  const newest = days.sort().at(-1)
  return newest === undefined ? 0 : daysBetween(newest, portfolio.asOf)
}
