/** One line per package: its size, effort and money as figures, computed in typed arrays and lifted at the end. */

import type { LeftOutPackages } from '#domain/assessment/value.ts'
import type { Figure, NamedFigure } from '#domain/figure.ts'
import { compute, observed, unknown } from '#domain/figure.ts'
import type { Band, Currency, MoneyBand } from '#domain/money.ts'
import { band } from '#domain/money.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { method } from '#value/methods/replacement-cost.ts'
import type { ValueAssumption } from './assumptions.ts'
import { assumptionFigures, valueAssumptions, yearlyCost } from './assumptions.ts'
import type { DoubleCountingRule } from './double-counting.ts'
import type { EffortColumns, PackageColumns } from './method.ts'
import type { ValuedPackage } from './packages.ts'
import { packagesToValue } from './packages.ts'

/** Lines of code of one package, as the evidence states them. */
export type SizeValue = { readonly deduplicated: number; readonly raw: number }

export type LedgerLine = {
  readonly of: ValuedPackage
  /** `value/size/PACKAGE`, `value/effort/PACKAGE`, `value/replacement/PACKAGE`. */
  readonly size: NamedFigure<SizeValue>
  readonly effort: NamedFigure<Band>
  readonly money: NamedFigure<MoneyBand>
  /** The values of the figures above, null when the size is not known. */
  readonly bands: { readonly personMonths: Band; readonly money: MoneyBand } | null
  /** For packages in bought products only: what is listed beside the total (A8). */
  readonly listed: MoneyBand | null
}

export type ValueLedger = {
  /** In the order of package URLs. */
  readonly lines: readonly LedgerLine[]
  readonly leftOut: readonly LeftOutPackages[]
  readonly assumptions: readonly ValueAssumption[]
  readonly assumptionFigures: readonly NamedFigure[]
  /** Person-months of the known packages as one program. */
  readonly asOneProgram: Band
  readonly currency: Currency
}

const effortMethod = { id: `${method.id}-effort`, version: method.version }

export function valueLedger(portfolio: Portfolio, rules: readonly DoubleCountingRule[]): ValueLedger {
  const { laborRate } = portfolio.organization
  const { packages, leftOut } = packagesToValue(portfolio, rules)
  const assumptions = valueAssumptions(laborRate)
  const figures = assumptionFigures(assumptions, laborRate, portfolio.evidence)
  const effortInputs = figures.filter(({ id }) => !id.includes('/A3-'))

  const columns = columnsOf(packages.filter(({ size }) => size !== null))
  const added = method.effort(columns)
  const own = method.effort({ ...columns, isInBoughtOnly: new Uint8Array(columns.count) })
  const cost = yearlyCost(laborRate)

  let known = 0
  const lines = packages.map((of): LedgerLine => {
    const size: NamedFigure<SizeValue> = { id: `value/size/${of.key}`, figure: sizeFigure(of) }
    const row = of.size === null ? null : known++
    const personMonths = row === null ? null : bandAt(added, row)
    const bands = personMonths === null ? null : { personMonths, money: price(personMonths, cost) }
    return {
      of,
      size,
      effort: {
        id: `value/effort/${of.key}`,
        figure: compute(effortMethod, [size, ...effortInputs], () => bands?.personMonths),
      },
      money: { id: `value/replacement/${of.key}`, figure: compute(method, [size, ...figures], () => bands?.money) },
      bands,
      listed: row === null || !of.isInBoughtOnly ? null : price({ ...bandAt(own, row), low: 0 }, cost),
    }
  })
  const asOneProgram = method.effortAsOneProgram(columns)
  return { lines, leftOut, assumptions, assumptionFigures: figures, asOneProgram, currency: laborRate.currency }
}

function sizeFigure({ size }: ValuedPackage): Figure<SizeValue> {
  if (size === null) return unknown('not-collected')
  return observed({ deduplicated: size.deduplicated, raw: size.raw }, size.evidence, size.at)
}

function columnsOf(packages: readonly ValuedPackage[]): PackageColumns {
  return {
    count: packages.length,
    deduplicated: Float64Array.from(packages, ({ size }) => size?.deduplicated ?? 0),
    raw: Float64Array.from(packages, ({ size }) => size?.raw ?? 0),
    isRuntime: Uint8Array.from(packages, ({ scope }) => (scope === 'runtime' || scope === 'unknown' ? 1 : 0)),
    isTransitiveOnly: Uint8Array.from(packages, ({ isTransitiveOnly }) => (isTransitiveOnly ? 1 : 0)),
    isInBoughtOnly: Uint8Array.from(packages, ({ isInBoughtOnly }) => (isInBoughtOnly ? 1 : 0)),
  }
}

function bandAt({ low, central, high }: EffortColumns, row: number): Band {
  return band(low[row] ?? 0, central[row] ?? 0, high[row] ?? 0)
}

/** Person-months × the yearly cost of the same band ÷ 12. */
function price(personMonths: Band, cost: MoneyBand): MoneyBand {
  return {
    low: (personMonths.low * cost.low) / 12,
    central: (personMonths.central * cost.central) / 12,
    high: (personMonths.high * cost.high) / 12,
    currency: cost.currency,
  }
}
