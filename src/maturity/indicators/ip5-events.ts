import { ledgerFigureId } from '#domain/contribution.ts'
import { lift } from '#domain/figure.ts'
import { ledgerIn } from '#maturity/evidence.ts'
import { defineIndicator, judged, unmeasured } from '#maturity/indicator.ts'

export const indicator = defineIndicator({
  id: 'ip5-events',
  indicator: 'IP5',
  version: 1,
  measure: (evidence, scope, { pass }) => {
    const events = ledgerIn(evidence, scope).filter(({ kind }) => kind === 'event')
    if (events.length === 0) return unmeasured()
    return judged(lift(events.length, { id: 'maturity/ip5-events', version: 1 }, events.map(ledgerFigureId)), pass)
  },
})
