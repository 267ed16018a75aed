import { lift } from '#domain/figure.ts'
import { defineIndicator, stateOf, unmeasured } from '#maturity/indicator.ts'

/** Five people, or one in fifty developers. Of a unit only groups that are large enough to be shown are counted. */
export const indicator = defineIndicator({
  id: 'ib4-contributors',
  indicator: 'IB4',
  version: 1,
  measure: ({ portfolio, contribution }, { unit }, { pass }) => {
    if (contribution === null || contribution === undefined) return unmeasured()
    const { figure } = contribution.activity
    if (!figure.known) return unmeasured(figure.why)
    const people =
      unit === null ? figure.value.people : contribution.byUnit.find((one) => one.unit === unit)?.activity.people
    if (people === null || people === undefined) return unmeasured('withheld')
    const { developers } = portfolio.organization.stated
    const isEnoughByShare =
      unit === null && developers !== null && pass.share !== null && people / developers.count >= pass.share
    const value = lift(people, { id: 'maturity/ib4-contributors', version: 1 }, [contribution.activity.id])
    return { value, state: isEnoughByShare ? 'met' : stateOf(pass, people), grade: 'A' }
  },
})
