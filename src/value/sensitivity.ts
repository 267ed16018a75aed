/** What moves the total: each assumption at its low and high reading while the others stay central. */

import type { Sensitivity, Swing } from '#domain/assessment/value.ts'
import { compute, type NamedFigure } from '#domain/figure.ts'
import type { MoneyBand } from '#domain/money.ts'
import { method } from '#value/methods/replacement-cost.ts'
import type { ValueLedger } from './ledger.ts'
import { readingOf, valuesOfBand, type Reading } from './settings.ts'

const sensitivityMethod = { id: 'sensitivity', version: 1 }

/** The annual figures have their own; they do not move the total. A6 and A7 have one reading. */
const unmoving = new Set(['A6-aggregation', 'A7-uniqueness', 'lifetime', 'maintenance-share'])

/** Widest swing first, in central money; assumptions whose readings are the same come last, with a swing of nothing. */
export function sensitivityOf(ledger: ValueLedger, total: NamedFigure<MoneyBand>): readonly Sensitivity[] {
  if (!total.figure.known) return []
  const swings = ledger.assumptions.flatMap(({ id, values }): Sensitivity[] => {
    const input = ledger.assumptionFigures.get(id)
    if (unmoving.has(id) || input === undefined) return []
    const at = (value: number | string) =>
      moneyAt(ledger, readingOf(valuesOfBand(ledger.assumptions, 'central').set(id, value)))
    const swing = compute(sensitivityMethod, [total, input], () =>
      swingOf(at(values.low), at(values.central), at(values.high), ledger.currency),
    )
    return [{ assumption: id, swing: { id: `value/sensitivity/${id}`, figure: swing } }]
  })
  const widthOf = ({ swing }: Sensitivity) => (swing.figure.known ? swing.figure.value.width : 0)
  return swings.toSorted((a, b) => widthOf(b) - widthOf(a))
}

function swingOf(low: number, central: number, high: number, currency: string): Swing {
  return { low, central, high, width: Math.max(low, central, high) - Math.min(low, central, high), currency }
}

function moneyAt({ columns, rate }: ValueLedger, reading: Reading): number {
  const months = method.effortAt(columns, reading).reduce((sum, each) => sum + each, 0)
  return (months * (rate.yearlyWage * reading.wageFactor)) / 12
}
