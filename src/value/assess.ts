/** The value of what is used: portfolio in, value assessment and its figures out. */

import type { NamedAggregate } from '#domain/assessment/aggregate.ts'
import type { PackageValue, ReuseBenchmark, ScopeValue, ValueAssessment } from '#domain/assessment/value.ts'
import type { FigureId, NamedFigure } from '#domain/figure.ts'
import { aggregate, compute } from '#domain/figure.ts'
import type { Band, MoneyBand } from '#domain/money.ts'
import { addBands, band } from '#domain/money.ts'
import type { OwnCode } from '#domain/own-code.ts'
import type { Scope } from '#domain/part.ts'
import { scopes } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { annualFigures } from './annual.ts'
import { valueLedger } from './ledger.ts'
import type { LedgerLine, LedgerOptions, ValueLedger } from './ledger.ts'
import { reuseOf } from './reuse.ts'
import { sensitivityOf } from './sensitivity.ts'
import { severalMajors } from './several-majors.ts'
import { linesOfProducts, subjectsOf, type PackageCondition } from './subjects.ts'

export type ValueOptions = LedgerOptions & {
  /** What other areas found about packages, for the value that stands under it. */
  readonly conditions?: readonly PackageCondition[]
  /** What was counted in the folders of own products. */
  readonly ownCode?: readonly OwnCode[]
  /** Published shares to stand beside the own share. */
  readonly benchmarks?: readonly ReuseBenchmark[]
}

const totalMethod = { id: 'usage-replacement', version: 1 }
const effortMethod = { id: 'usage-effort', version: 1 }
const boughtMethod = { id: 'replacement-in-bought-products', version: 1 }

/**
 * What it would cost to build again what the organization uses, each package once (`methods.md` 1.5). Totals cover the
 * packages whose size is known, and say how many those are; a total over unknown sizes only is unknown.
 *
 * Fails with `config-invalid` for assumptions or a labor rate that cannot be, with `usage` for what is tried out.
 */
export function assessValue(portfolio: Portfolio, options: ValueOptions = noOptions): ValueAssessment {
  return assessed(portfolio, options).assessment
}

/**
 * Every figure behind an assessment, in the order of explanation: totals, sub-totals, packages, sizes, assumptions. The
 * options are those that the assessment was made with.
 */
export function valueFigures(
  portfolio: Portfolio,
  assessment: ValueAssessment,
  options: ValueOptions = noOptions,
): NamedFigure[] {
  const { ledger, subTotals } = assessed(portfolio, options)
  const total: NamedFigure<MoneyBand> = { id: assessment.money.id, figure: assessment.money.figure }
  return [
    total,
    { id: assessment.personMonths.id, figure: assessment.personMonths.figure },
    assessment.oneProgram,
    { id: assessment.inBoughtOnly.money.id, figure: assessment.inBoughtOnly.money.figure },
    ...annualFigures(total, ledger.settings, ledger.assumptionFigures),
    ...assessment.sensitivity.map(({ swing }) => swing),
    ...scopes.flatMap((scope) => scopeFigures(ledger, scope)),
    ...subTotals,
    ...ledger.lines.flatMap(({ money, effort, size }) => [money, effort, size]),
    ...ledger.assumptionFigures.values(),
    ledger.wageFigure,
  ]
}

type Assessed = {
  readonly ledger: ValueLedger
  readonly assessment: ValueAssessment
  readonly subTotals: readonly NamedFigure[]
}

const noOptions: ValueOptions = {}

/** The figures are asked for right after the assessment, with the same options: the work is done once. */
const lastOf = new WeakMap<Portfolio, { readonly options: ValueOptions; readonly assessed: Assessed }>()

function assessed(portfolio: Portfolio, options: ValueOptions): Assessed {
  const last = lastOf.get(portfolio)
  if (last?.options === options) return last.assessed
  const fresh = assessAfresh(portfolio, options)
  lastOf.set(portfolio, { options, assessed: fresh })
  return fresh
}

function assessAfresh(portfolio: Portfolio, options: ValueOptions): Assessed {
  const ledger = valueLedger(portfolio, options)
  const ofProducts = linesOfProducts(portfolio, ledger)
  const { products, units, conditions } = subjectsOf(portfolio, ledger, ofProducts, options.conditions ?? [])
  const reuse = reuseOf(portfolio, ledger, ofProducts, options.ownCode ?? [], options.benchmarks ?? [])
  const money = totalMoney(ledger)
  const assessment: ValueAssessment = {
    personMonths: totalEffort(ledger),
    money,
    byScope: scopes.flatMap((scope) => scopeValue(ledger, scope)),
    packages: ledger.lines.flatMap((line) => packageValue(line) ?? []).toSorted(byCentralValue),
    assumptions: ledger.assumptions,
    inBoughtOnly: inBoughtOnly(ledger),
    oneProgram: ledger.asOneProgram,
    missing: missing(ledger.lines),
    leftOut: ledger.leftOut,
    sensitivity: sensitivityOf(ledger, money),
    byProduct: products.map(({ value }) => value),
    byUnit: units.map(({ value }) => value),
    atRisk: conditions.map(({ value }) => value),
    severalMajors: severalMajors(portfolio),
    reuse: reuse.assessment,
  }
  const subTotals = [...[...products, ...units, ...conditions].flatMap(({ figures }) => figures), ...reuse.figures]
  return { ledger, assessment, subTotals }
}

function totalMoney(
  { lines, currency }: ValueLedger,
  id: FigureId = 'value/usage-replacement',
): NamedAggregate<MoneyBand> {
  const inputs = lines.map(({ money }) => money)
  return { id, ...aggregate(totalMethod, inputs, 'packages', (known) => sumMoney(known, currency)) }
}

function totalEffort({ lines }: ValueLedger, id: FigureId = 'value/usage-effort'): NamedAggregate<Band> {
  const inputs = lines.map(({ effort }) => effort)
  return { id, ...aggregate(effortMethod, inputs, 'packages', sumBands) }
}

function ofScope(ledger: ValueLedger, scope: Scope): ValueLedger {
  return { ...ledger, lines: ledger.lines.filter((line) => line.of.scope === scope && line.bands !== null) }
}

function scopeValue(ledger: ValueLedger, scope: Scope): ScopeValue[] {
  const { lines, currency } = ofScope(ledger, scope)
  if (lines.length === 0) return []
  const bands = lines.flatMap((line) => line.bands ?? [])
  return [
    {
      scope,
      packages: lines.length,
      personMonths: sumBands(bands.map(({ personMonths }) => personMonths)),
      money: sumMoney(
        bands.map(({ money }) => money),
        currency,
      ),
    },
  ]
}

function scopeFigures(ledger: ValueLedger, scope: Scope): NamedFigure[] {
  const part = ofScope(ledger, scope)
  if (part.lines.length === 0) return []
  const money = totalMoney(part, `value/usage-replacement/scope:${scope}`)
  const effort = totalEffort(part, `value/usage-effort/scope:${scope}`)
  return [
    { id: money.id, figure: money.figure },
    { id: effort.id, figure: effort.figure },
  ]
}

function packageValue({ of, bands, money }: LedgerLine): PackageValue | undefined {
  const { size } = of
  if (size === null || bands === null) return undefined
  return {
    package: of.key,
    name: of.name,
    scope: of.scope,
    deduplicated: size.deduplicated,
    raw: size.raw,
    sizeSource: size.source,
    personMonths: bands.personMonths,
    money: bands.money,
    figure: money.id,
    products: of.products,
    isInBoughtOnly: of.isInBoughtOnly,
  }
}

function byCentralValue(a: PackageValue, b: PackageValue): number {
  return b.money.central - a.money.central || b.money.high - a.money.high || (a.package < b.package ? -1 : 1)
}

/** Their own value: low is what the total adds (A8), central and high are what they would cost if nobody had paid. */
function inBoughtOnly({ lines, currency }: ValueLedger): ValueAssessment['inBoughtOnly'] {
  const bought = lines.filter(({ of }) => of.isInBoughtOnly)
  const listed = bought.map(({ size, listed: money, money: { id } }): NamedFigure<MoneyBand> => ({
    id,
    figure: compute(boughtMethod, [size], () => money ?? undefined),
  }))
  const money = aggregate(boughtMethod, listed, 'packages', (known) => sumMoney(known, currency))
  return { packages: bought.length, money: { id: 'value/in-bought-products-only', ...money } }
}

function missing(lines: readonly LedgerLine[]): { ecosystem: string; packages: number }[] {
  const counts = new Map<string, number>()
  for (const { of } of lines) if (of.size === null) counts.set(of.ecosystem, (counts.get(of.ecosystem) ?? 0) + 1)
  return [...counts]
    .map(([ecosystem, packages]) => ({ ecosystem, packages }))
    .toSorted((a, b) => b.packages - a.packages || (a.ecosystem < b.ecosystem ? -1 : 1))
}

function sumBands(bands: readonly Band[]): Band {
  return bands.reduce(addBands, band(0, 0, 0))
}

function sumMoney(bands: readonly MoneyBand[], currency: string): MoneyBand {
  return { ...sumBands(bands), currency }
}
