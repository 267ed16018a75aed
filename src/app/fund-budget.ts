/** Shares a budget out over what was last recorded of the organization. */

import type { FundingPlan } from '#domain/assessment/funding.ts'
import type { IsoTime, NamedFigure } from '#domain/figure.ts'
import type { Currency } from '#domain/money.ts'
import type { UnitId } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import { allocateBudget } from '#health/funding/allocate-budget.ts'
import { fundingDefaults } from '#health/funding/assumptions.ts'
import { fromMinor, minorDigits, toMinor } from '#health/funding/minor-units.ts'
import type { Store } from '#store/store.ts'
import { dayOf } from './clock.ts'
import { fundingCandidates, healthKept } from './funding-candidates.ts'
import { loadPortfolio } from './load-portfolio.ts'

export type FundingRequest = {
  /** As the user wrote them: amounts in whole units of the currency, the cap as a share. Undefined takes the default. */
  readonly budget: string
  readonly currency: Currency | undefined
  readonly floor: string | undefined
  readonly cap: string | undefined
  /** Receivers at most. */
  readonly most: number | undefined
  readonly unit: UnitId | undefined
}

export type Funded = {
  readonly plan: FundingPlan
  /** The shares and everything they open into. */
  readonly figures: readonly NamedFigure[]
}

/** Throws `usage` for amounts and units that make no sense, `nothing-found` when nothing was assessed yet. */
export async function fundBudget(store: Store, request: FundingRequest, now: IsoTime): Promise<Funded> {
  const portfolio = await loadPortfolio(store, { asOf: dayOf(now), knownAt: now })
  if (portfolio === undefined) return fail({ code: 'nothing-found', paths: [] })
  const { organization } = portfolio
  const { unit } = request
  const currency = request.currency ?? organization.laborRate.currency
  if (!/^[A-Z]{3}$/.test(currency))
    fail({ code: 'usage', what: `--currency ${currency}: a code such as USD or EUR is needed` })
  if (unit !== undefined && !organization.units.some(({ id }) => id === unit))
    fail({ code: 'usage', what: `--unit ${unit}: known are ${organization.units.map(({ id }) => id).join(', ')}` })
  const defaults = fundingDefaults(organization.stated.assumptions)
  const budget = amountOf('budget', request.budget, currency)
  const floor =
    request.floor === undefined ? toMinor(defaults.floor, currency) : amountOf('floor', request.floor, currency)
  const cap = request.cap === undefined ? defaults.cap : capOf(request.cap)
  if (request.floor !== undefined && floor > Math.floor(budget * cap))
    fail({
      code: 'usage',
      what: `--floor ${request.floor}: more than the cap of ${fromMinor(Math.floor(budget * cap), currency)}`,
    })
  const candidates = fundingCandidates(portfolio, await healthKept(store), unit)
  return allocateBudget(candidates, { budget, floor, cap, most: request.most ?? defaults.most, currency })
}

function amountOf(option: string, text: string, currency: Currency): number {
  const amount = /^\d{1,10}(?:\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN
  const minor = toMinor(amount, currency)
  const isExact = Math.abs(amount * 10 ** minorDigits(currency) - minor) < 1e-6
  return isExact ? minor : fail({ code: 'usage', what: `--${option} ${text}: an amount in ${currency} is needed` })
}

function capOf(text: string): number {
  const cap = /^\d(?:\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN
  return cap > 0 && cap <= 1
    ? cap
    : fail({ code: 'usage', what: `--cap ${text}: a share above 0 and up to 1 is needed` })
}
