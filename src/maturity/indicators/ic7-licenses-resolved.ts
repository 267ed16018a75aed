import { lift } from '#domain/figure.ts'
import { defineIndicator, judged, nothingToJudge, unmeasured } from '#maturity/indicator.ts'

/** Part versions whose terms are known, of all; a part that two products use counts in both. */
export const indicator = defineIndicator({
  id: 'ic7-licenses-resolved',
  indicator: 'IC7',
  version: 1,
  measure: ({ portfolio, licenses }, { products }, { pass }) => {
    if (products.length === 0) return nothingToJudge
    if (licenses === null || licenses === undefined) return unmeasured()
    const ids = new Set(products.map((product) => portfolio.organization.products[product]?.id))
    const rows = licenses.products.flatMap((row, index) => (ids.has(row.product) ? [{ row, index }] : []))
    const parts = rows.reduce((sum, { row }) => sum + row.parts, 0)
    if (parts === 0) return unmeasured()
    const resolved = rows.reduce((sum, { row }) => sum + row.parts - row.byOpenness.unknown, 0)
    const inputs = rows.flatMap(({ index }) => licenses.productFigures[index]?.id ?? [])
    return judged(lift(resolved / parts, { id: 'maturity/ic7-licenses-resolved', version: 1 }, inputs), pass)
  },
})
