import { lift } from '#domain/figure.ts'
import { declarationFigureId } from '#maturity/declared-records.ts'
import { declarationsIn } from '#maturity/evidence.ts'
import { defineIndicator, judged, unmeasured } from '#maturity/indicator.ts'

/** Forks of organization.yaml with a plan, of all that are known; that none is known does not say that there is none. */
export const indicator = defineIndicator({
  id: 'ib7-carried-patches',
  indicator: 'IB7',
  version: 1,
  measure: (evidence, scope, { pass }) => {
    const { organization } = evidence.portfolio
    const ids = new Set(scope.products.map((product) => organization.products[product]?.id))
    const forks = organization.stated.forks.filter(
      ({ product }) => scope.within === null || (product !== null && ids.has(product)),
    )
    const named = new Set(forks.map(({ part }) => part))
    const declared = declarationsIn(evidence, scope, 'carried-patches').filter(
      ({ part, value }) => value !== 0 && (part === null || !named.has(part)),
    )
    const all = forks.length + declared.length
    if (all === 0) return unmeasured()
    const planned = forks.filter(({ plan }) => plan !== null).length
    const inputs = [...forks.map(({ id }) => `maturity/fork/${id}`), ...declared.map(declarationFigureId)]
    return judged(lift(planned / all, { id: 'maturity/ib7-carried-patches', version: 1 }, inputs), pass)
  },
})
