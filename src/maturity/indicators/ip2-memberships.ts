import { ledgerFigureId } from '#domain/contribution.ts'
import { lift } from '#domain/figure.ts'
import { recordsIn } from '#maturity/records.ts'
import { defineIndicator, unmeasured } from '#maturity/indicator.ts'
import { ledgerIn } from '#maturity/evidence.ts'

/** The ledger shows that a membership is paid; who tends it and when it was reviewed, records tell. */
export const indicator = defineIndicator({
  id: 'ip2-memberships',
  indicator: 'IP2',
  version: 1,
  measure: (evidence, scope) => {
    const paid = ledgerIn(evidence, scope).filter(({ kind }) => kind === 'membership')
    if (paid.length === 0 || recordsIn(evidence, scope, 'membership').length > 0) return unmeasured()
    const value = lift(paid.length, { id: 'maturity/ip2-memberships', version: 1 }, paid.map(ledgerFigureId))
    return { value, state: 'partly', grade: 'A' }
  },
})
