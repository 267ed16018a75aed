import { ledgerFigureId } from '#domain/contribution.ts'
import { lift } from '#domain/figure.ts'
import { ledgerIn } from '#maturity/evidence.ts'
import { defineIndicator, judged, unmeasured } from '#maturity/indicator.ts'

export const indicator = defineIndicator({
  id: 'ip4-working-groups',
  indicator: 'IP4',
  version: 1,
  measure: (evidence, scope, { pass }) => {
    const attended = ledgerIn(evidence, scope).filter(({ kind }) => kind === 'working-group' || kind === 'standards')
    if (attended.length === 0) return unmeasured()
    return judged(
      lift(attended.length, { id: 'maturity/ip4-working-groups', version: 1 }, attended.map(ledgerFigureId)),
      pass,
    )
  },
})
