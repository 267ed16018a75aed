import { lift, unknown } from '#domain/figure.ts'
import { recordFigureId, recordsIn } from '#maturity/records.ts'
import { defineIndicator, stateOf, unmeasured } from '#maturity/indicator.ts'
import { foreignRepositories } from '#maturity/foreign-repositories.ts'

/** What git shows was merged. The share of what was offered comes from a record; without it few can be told, many cannot. */
export const indicator = defineIndicator({
  id: 'ib2-merged-changes',
  indicator: 'IB2',
  version: 1,
  measure: (evidence, scope, { pass, needs }) => {
    const foreign = foreignRepositories(evidence, scope)
    if (foreign === null) return unmeasured()
    const merged = foreign.reduce((sum, { own }) => sum + own.commits, 0)
    const [ratio] = recordsIn(evidence, scope, 'merge-ratio')
    const value = lift(merged, { id: 'maturity/ib2-merged-changes', version: 1 }, [
      'contribution/activity',
      ...(ratio === undefined ? [] : [recordFigureId(ratio)]),
    ])
    const byNumber = stateOf(pass, merged)
    const rule = needs.find(({ kind }) => kind === 'merge-ratio')
    if (byNumber !== 'met') return { value, state: byNumber, grade: 'A' }
    if (ratio === undefined || rule === undefined || ratio.value === null)
      return { value: unknown('not-collected', value.from), state: 'unknown', grade: 'A' }
    const isEnough = stateOf(rule, ratio.value) === 'met'
    return { value, state: isEnough ? 'met' : 'partly', grade: ratio.basis === 'document' ? 'B' : 'C' }
  },
})
