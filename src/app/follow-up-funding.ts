/** What became of the money and time that the ledger names: health before and now, out of the assessments that were kept. */

import type { FundingOutcome, Gift, HealthSnapshot } from '#domain/assessment/funding.ts'
import type { LedgerEntry } from '#domain/contribution.ts'
import type { Figure, IsoTime } from '#domain/figure.ts'
import type { Currency } from '#domain/money.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { fail } from '#domain/problem.ts'
import { followUpFunding } from '#health/funding/follow-up.ts'
import { listAssessments, listFigures } from '#store/assessments.ts'
import { loadFacts } from '#store/facts.ts'
import type { Store } from '#store/store.ts'
import { dayOf } from './clock.ts'
import { subjectOf } from './funding-candidates.ts'
import { loadPortfolio } from './load-portfolio.ts'

export type FundingFollowUp = {
  readonly currency: Currency
  /** False: nobody brought a ledger, so that nothing is known of what was given. */
  readonly hasLedger: boolean
  /** Days of the assessments that health is known on. */
  readonly assessedOn: readonly string[]
  readonly outcomes: readonly FundingOutcome[]
}

/** Throws `nothing-found` when nothing was assessed yet. */
export async function followUp(store: Store, now: IsoTime): Promise<FundingFollowUp> {
  const times = { asOf: dayOf(now), knownAt: now }
  const portfolio = await loadPortfolio(store, times)
  if (portfolio === undefined) return fail({ code: 'nothing-found', paths: [] })
  const ledgers = await loadFacts<{ readonly entries: readonly LedgerEntry[] }>(store, 'ledger', times)
  const entries = ledgers.flatMap(({ facts }) => facts.entries)
  const snapshots = await snapshotsOf(store)
  return {
    currency: portfolio.organization.laborRate.currency,
    hasLedger: ledgers.length > 0,
    assessedOn: snapshots.map(({ on }) => on),
    outcomes: followUpFunding(giftsOf(entries, portfolio), snapshots),
  }
}

/** An entry with several recipients counts equally for each; one for open source as a whole has no receiver to follow. */
function giftsOf(entries: readonly LedgerEntry[], portfolio: Portfolio): readonly Gift[] {
  const subject = subjectOf(portfolio)
  return entries.flatMap(({ on, amount, hours, recipients }) =>
    recipients.map((recipient) => ({
      subject: subject(recipient),
      on,
      amount: amount === null ? null : amount / recipients.length,
      hours: hours === null ? null : hours / recipients.length,
    })),
  )
}

/** One a day: the last assessment about it. */
async function snapshotsOf(store: Store): Promise<readonly HealthSnapshot[]> {
  const prefix = 'health/score/'
  const snapshots = new Map<string, HealthSnapshot>()
  for (const { id, asOf } of await listAssessments(store)) {
    if (snapshots.has(asOf)) continue
    const figures = await listFigures(store, prefix, id)
    if (figures.length === 0) continue
    const health = figures.map(
      (named) =>
        [named.id.slice(prefix.length), { id: `${named.id}@${asOf}`, figure: named.figure as Figure<number> }] as const,
    )
    snapshots.set(asOf, { on: asOf, health: new Map(health) })
  }
  return [...snapshots.values()].toSorted((a, b) => (a.on < b.on ? -1 : 1))
}
