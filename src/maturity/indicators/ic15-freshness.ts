import { compute } from '#domain/figure.ts'
import { defineIndicator, judged, unmeasured } from '#maturity/indicator.ts'

/** Not rising: the lag in libyears is at most what it was twelve months before. */
export const indicator = defineIndicator({
  id: 'ic15-freshness',
  indicator: 'IC15',
  version: 1,
  measure: ({ freshness }, { unit }, { pass }) => {
    const change = freshness?.get(unit)
    if (change === undefined) return unmeasured()
    return judged(
      compute({ id: 'maturity/ic15-freshness', version: 1 }, [change], (years) => years),
      pass,
    )
  },
})
