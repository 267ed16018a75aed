/** The lines of the ledger as figures, and their sums. */

import type { LedgerTotal } from '#domain/assessment/contribution.ts'
import type { ContributionLedger, KeptLedgerEntry, LedgerEntry } from '#domain/contribution.ts'
import { ledgerFigureId, ledgerKinds } from '#domain/contribution.ts'
import type { NamedFigure } from '#domain/figure.ts'
import { aggregate, compute, observed, unknown } from '#domain/figure.ts'
import type { MoneyBand } from '#domain/money.ts'
import { band } from '#domain/money.ts'
import type { ContributionAssumptions } from './assumptions.ts'
import { methods } from './methods.ts'

export type LedgerLine = NamedFigure<LedgerEntry>

export function ledgerFigures(entries: readonly KeptLedgerEntry[]): readonly LedgerLine[] {
  return entries.map(({ evidence, file, ...entry }) => ({
    id: ledgerFigureId({ file, at: entry.at }),
    figure: observed(entry, evidence, entry.at),
  }))
}

/** Unknown without a ledger: that nobody wrote anything down is no zero. */
export function loggedTimeFigure(
  lines: readonly LedgerLine[],
  ledger: ContributionLedger | null,
  { rate }: ContributionAssumptions,
  currency: string,
): NamedFigure<MoneyBand> {
  const id = 'contribution/logged-time'
  if (ledger === null) return { id, figure: unknown('not-collected') }
  const timed = lines.filter(({ figure }) => figure.known && figure.value.hours !== null)
  const figure = compute(methods.time, [rate, ...timed], (hourly, ...values) => {
    const hours = (values as readonly LedgerEntry[]).reduce((total, entry) => total + (entry.hours ?? 0), 0)
    return { ...band(hours * hourly, hours * hourly, hours * hourly), currency }
  })
  return { id, figure }
}

export function moneyFigure(
  lines: readonly LedgerLine[],
  ledger: ContributionLedger | null,
  currency: string,
): NamedFigure<MoneyBand> {
  const id = 'contribution/money'
  if (ledger === null) return { id, figure: unknown('not-collected') }
  const paid = lines.filter(({ figure }) => figure.known && figure.value.amount !== null)
  const { figure } = aggregate(methods.money, paid, 'entries', (entries) => {
    const amount = entries.reduce((total, entry) => total + (entry.amount ?? 0), 0)
    return { ...band(amount, amount, amount), currency }
  })
  return { id, figure }
}

export function ledgerTotals(entries: readonly LedgerEntry[]): readonly LedgerTotal[] {
  return ledgerKinds.flatMap((kind) => {
    const some = entries.filter((entry) => entry.kind === kind)
    if (some.length === 0) return []
    const hours = some.reduce((total, entry) => total + (entry.hours ?? 0), 0)
    const amount = some.reduce((total, entry) => total + (entry.amount ?? 0), 0)
    return [{ kind, entries: some.length, hours, amount }]
  })
}
