import { aggregate } from '#domain/figure.ts'
import { foreignRepositories } from '#maturity/foreign-repositories.ts'
import { defineIndicator, judged, unmeasured } from '#maturity/indicator.ts'

/** The largest own share in a project of others that is in use: beyond half of a project it is a risk, not a success. */
export const indicator = defineIndicator({
  id: 'il3-influence',
  indicator: 'IL3',
  version: 1,
  measure: (evidence, scope, { pass }) => {
    const used = (foreignRepositories(evidence, scope) ?? []).filter(({ packages }) => packages.length > 0)
    if (used.length === 0) return unmeasured()
    const largest = aggregate(
      { id: 'maturity/il3-influence', version: 1 },
      used.map(({ ownShare }) => ownShare),
      'projects',
      (shares) => Math.max(...shares),
    )
    return judged(largest.figure, pass)
  },
})
