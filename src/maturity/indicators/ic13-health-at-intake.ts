import { compute } from '#domain/figure.ts'
import { defineIndicator, judged, unmeasured } from '#maturity/indicator.ts'

export const indicator = defineIndicator({
  id: 'ic13-health-at-intake',
  indicator: 'IC13',
  version: 1,
  measure: ({ intake }, { unit }, { pass }) => {
    const decisions = intake?.get(unit)
    if (decisions === undefined) return unmeasured()
    const share = compute({ id: 'maturity/ic13-health-at-intake', version: 1 }, [decisions], ({ decided, checked }) =>
      decided === 0 ? undefined : checked / decided,
    )
    return judged(share, pass)
  },
})
