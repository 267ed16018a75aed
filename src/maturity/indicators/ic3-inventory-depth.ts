import { lift } from '#domain/figure.ts'
import { documentFigure } from '#maturity/evidence.ts'
import { defineIndicator, judged, nothingToJudge, unmeasured } from '#maturity/indicator.ts'

/** A list is deep when it tells of parts that come through others. What it declares about its completeness is not read. */
export const indicator = defineIndicator({
  id: 'ic3-inventory-depth',
  indicator: 'IC3',
  version: 1,
  measure: (evidence, { products }, { pass }) => {
    if (products.length === 0) return nothingToJudge
    const documents = products.flatMap((product) => evidence.documentsOf(product))
    if (documents.length === 0) return unmeasured()
    const share = documents.filter((document) => evidence.isDeep(document)).length / documents.length
    const inputs = documents.map((document) => documentFigure(evidence.portfolio, document))
    return judged(lift(share, { id: 'maturity/ic3-inventory-depth', version: 1 }, inputs), pass)
  },
})
