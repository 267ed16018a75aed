import { lift } from '#domain/figure.ts'
import { foreignRepositories } from '#maturity/foreign-repositories.ts'
import { defineIndicator, judged, unmeasured } from '#maturity/indicator.ts'

export const indicator = defineIndicator({
  id: 'ib3-work-where-used',
  indicator: 'IB3',
  version: 1,
  measure: (evidence, scope, { pass }) => {
    const foreign = foreignRepositories(evidence, scope)
    const all = (foreign ?? []).reduce((sum, { own }) => sum + own.commits, 0)
    if (foreign === null || all === 0) return unmeasured()
    const used = foreign.reduce((sum, { own, packages }) => sum + (packages.length > 0 ? own.commits : 0), 0)
    return judged(
      lift(
        used / all,
        { id: 'maturity/ib3-work-where-used', version: 1 },
        foreign.map(({ ownShare }) => ownShare.id),
      ),
      pass,
    )
  },
})
