import { defineIndicator, nothingToJudge, unmeasured } from '#maturity/indicator.ts'
import { declarationsIn, documentFigure } from '#maturity/evidence.ts'
import { lift } from '#domain/figure.ts'
import { declarationFigureId } from '#maturity/declared-records.ts'

/** Unconscious use: something was found, and everybody who was asked said there is nothing. */
export const indicator = defineIndicator({
  id: 'ic1-open-source-found',
  indicator: 'IC1',
  version: 1,
  measure: (evidence, scope) => {
    if (scope.products.length === 0) return nothingToJudge
    const documents = scope.products.flatMap((product) => evidence.documentsOf(product))
    const declared = declarationsIn(evidence, scope, 'open-source-parts').filter(
      ({ value }) => typeof value === 'number',
    )
    if (documents.length === 0 || declared.length === 0) return unmeasured()
    const isConscious = declared.some(({ value }) => Number(value) > 0) || evidence.packagesIn(scope) === 0
    const value = lift(isConscious, { id: 'maturity/ic1-open-source-found', version: 1 }, [
      ...documents.map((document) => documentFigure(evidence.portfolio, document)),
      ...declared.map(declarationFigureId),
    ])
    return { value, state: isConscious ? 'met' : 'not-met', grade: 'A' }
  },
})
