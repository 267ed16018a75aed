/**
 * Reads the ledger of what is given besides commits: money and hours, a line each (CSV). Columns: date, kind, amount,
 * currency, rate, hours, recipients (separated by spaces), allocation (equal, usage, value), unit, note. A line holds money
 * or hours. What cannot be taken is an issue with its line, never a zero.
 */

import type { AllocationKey, LedgerEntry, LedgerKind } from '#domain/contribution.ts'
import { ledgerKinds } from '#domain/contribution.ts'
import type { IsoDate } from '#domain/figure.ts'
import { issue, type Issue } from '#domain/issue.ts'
import type { Currency } from '#domain/money.ts'
import type { ExchangeRate } from '#domain/organization.ts'
import { isCalendarDay, readCsvLines, type CsvLine } from './csv-lines.ts'

export type LedgerFile = { readonly entries: readonly LedgerEntry[]; readonly issues: readonly Issue[] }

export type LedgerRules = {
  /**
   * The organization's currency: amounts in another need a `rate`, the worth of one unit of theirs in ours, or one among
   * the organization's own.
   */
  readonly currency: Currency
  readonly rates?: readonly ExchangeRate[]
  /** Later days are refused. */
  readonly today: IsoDate
}

/** @param path of the file; it stands in issues about the file as a whole */
export function readLedgerFile(bytes: Uint8Array, path: string, rules: LedgerRules): LedgerFile {
  const table = readCsvLines(bytes, path, ['date', 'kind'])
  const entries: LedgerEntry[] = []
  const issues = [...table.issues]
  for (const line of table.lines) {
    const entry = entryOf(line, rules)
    if ('code' in entry) issues.push(entry)
    else entries.push(entry)
  }
  return { entries, issues }
}

function entryOf({ at, field }: CsvLine, { currency, today, rates = [] }: LedgerRules): LedgerEntry | Issue {
  const on = field('date')
  if (!isCalendarDay(on)) return issue('wrong-type', at, on)
  if (on > today) return issue('in-the-future', at, on)
  const kind = ledgerKinds.find((known): known is LedgerKind => known === field('kind'))
  if (kind === undefined) return issue('syntax', at, field('kind'))
  const allocation = allocationOf(field('allocation'))
  if (allocation === undefined) return issue('syntax', at, field('allocation'))
  const recipients = field('recipients').split(/\s+/).filter(Boolean)
  if (new Set(recipients).size !== recipients.length) return issue('duplicate-reference', at, field('recipients'))

  const stated = numberOf(field('amount'))
  const hours = numberOf(field('hours'))
  if (stated === undefined || hours === undefined)
    return issue('wrong-type', at, `${field('amount')} ${field('hours')}`)
  // Without either the line says nothing, and with both nobody could tell whether they are the same thing.
  if ((stated === null) === (hours === null)) return issue('missing-field', at, 'amount or hours')
  if ((stated ?? 1) <= 0 || (hours ?? 1) <= 0) return issue('amount-negative', at, String(stated ?? hours))
  const common = { on, kind, recipients, allocation, unit: field('unit') || null, note: field('note'), at }
  if (stated === null) return { ...common, amount: null, stated: null, hours }
  const theirs = field('currency')
  if (!/^[A-Z]{3}$/.test(theirs)) return issue('missing-field', at, 'currency')
  if (theirs === currency) return { ...common, amount: stated, stated: null, hours: null }
  const known = rates.find((one) => one.from === theirs && one.to === currency)?.rate ?? null
  const rate = field('rate') === '' ? known : numberOf(field('rate'))
  if (rate === undefined || rate === null || rate <= 0) return issue('currency-without-rate', at, theirs)
  return { ...common, amount: stated * rate, stated: { amount: stated, currency: theirs }, hours: null }
}

function allocationOf(text: string): AllocationKey | undefined {
  if (text === '') return 'equal'
  return (['equal', 'usage', 'value'] as const).find((known) => known === text)
}

/** Null for an empty field, undefined for what is no number. */
function numberOf(text: string): number | null | undefined {
  if (text === '') return null
  return /^-?\d{1,12}(?:\.\d{1,6})?$/.test(text) ? Number(text) : undefined
}
