import { lift } from '#domain/figure.ts'
import { declarationFigureId } from '#maturity/declared-records.ts'
import { declarationsIn, documentFigure } from '#maturity/evidence.ts'
import { defineIndicator, judged, nothingToJudge, unmeasured } from '#maturity/indicator.ts'

/** Asked: a list came, was refused, or is waited for. A product with neither list nor word about it counts as not asked. */
export const indicator = defineIndicator({
  id: 'ic4-suppliers-asked',
  indicator: 'IC4',
  version: 1,
  measure: (evidence, scope, { pass }) => {
    const { organization } = evidence.portfolio
    const bought = scope.products.filter((product) => organization.products[product]?.origin === 'bought')
    if (bought.length === 0) return nothingToJudge
    const answers = declarationsIn(evidence, scope, 'part-list')
    const documents = bought.flatMap((product) => evidence.documentsOf(product))
    if (answers.length === 0 && documents.length === 0) return unmeasured()
    const asked = bought.filter(
      (product) =>
        evidence.documentsOf(product).length > 0 ||
        answers.some((answer) => answer.product === organization.products[product]?.id),
    )
    return judged(
      lift(asked.length / bought.length, { id: 'maturity/ic4-suppliers-asked', version: 1 }, [
        ...documents.map((document) => documentFigure(evidence.portfolio, document)),
        ...answers.map(declarationFigureId),
      ]),
      pass,
    )
  },
})
