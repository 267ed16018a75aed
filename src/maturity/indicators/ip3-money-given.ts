import { ledgerFigureId } from '#domain/contribution.ts'
import { lift } from '#domain/figure.ts'
import { ledgerIn } from '#maturity/evidence.ts'
import { defineIndicator, judged, unmeasured } from '#maturity/indicator.ts'

/** A ledger without entries of money is not a proof that none was given: records are then asked. */
export const indicator = defineIndicator({
  id: 'ip3-money-given',
  indicator: 'IP3',
  version: 1,
  measure: (evidence, scope, { pass }) => {
    const given = ledgerIn(evidence, scope).filter(({ amount }) => amount !== null)
    if (given.length === 0) return unmeasured()
    return judged(lift(given.length, { id: 'maturity/ip3-money-given', version: 1 }, given.map(ledgerFigureId)), pass)
  },
})
