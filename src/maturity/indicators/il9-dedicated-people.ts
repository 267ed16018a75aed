import { lift } from '#domain/figure.ts'
import { recordsIn } from '#maturity/records.ts'
import { defineIndicator, judged, unmeasured } from '#maturity/indicator.ts'
import { holds } from '#maturity/scope.ts'

/** People listed with a role of the office stand in for full-time equivalents until a staffing record says how much. */
export const indicator = defineIndicator({
  id: 'il9-dedicated-people',
  indicator: 'IL9',
  version: 1,
  measure: (evidence, scope, { pass }) => {
    const { organization, asOf } = evidence.portfolio
    if (recordsIn(evidence, scope, 'office-staffing').length > 0) return unmeasured()
    const people = organization.people.filter(
      ({ unit, roles, from, to }) =>
        holds(scope, unit) &&
        roles.some((role) => role.startsWith('ospo')) &&
        (from === null || from <= asOf) &&
        (to === null || asOf <= to),
    )
    if (people.length === 0) return unmeasured()
    return judged(
      lift(people.length, { id: 'maturity/il9-dedicated-people', version: 1 }, ['maturity/people']),
      pass,
      'C',
    )
  },
})
