import { lift } from '#domain/figure.ts'
import { declarationFigureId } from '#maturity/declared-records.ts'
import { defineIndicator, judged, nothingToJudge, unmeasured } from '#maturity/indicator.ts'

/** A declaration `support-route` names who helps; `none` says that nobody does. Without any such word nothing is known. */
export const indicator = defineIndicator({
  id: 'ic14-support-route',
  indicator: 'IC14',
  version: 1,
  measure: (evidence, scope, { pass }) => {
    const critical = evidence.criticalIn(scope)
    if (critical.length === 0)
      return scope.products.every((product) => evidence.documentsOf(product).length > 0) ? nothingToJudge : unmeasured()
    const { stated } = evidence.portfolio.organization
    const names = new Set(critical.map((one) => one.package))
    const routes = stated.declarations.filter(
      ({ subject, part, on }) =>
        subject === 'support-route' && part !== null && names.has(part) && on <= evidence.portfolio.asOf,
    )
    if (routes.length === 0) return unmeasured()
    const known = new Set(routes.filter(({ value }) => value !== 'none' && value !== false).map(({ part }) => part))
    const share = lift(known.size / critical.length, { id: 'maturity/ic14-support-route', version: 1 }, [
      ...routes.map(declarationFigureId),
    ])
    return judged(share, pass)
  },
})
