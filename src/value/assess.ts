/** The value of what is used: portfolio in, value assessment and its figures out. */

import type { NamedAggregate } from '#domain/assessment/aggregate.ts'
import type { PackageValue, ScopeValue, ValueAssessment } from '#domain/assessment/value.ts'
import type { FigureId, NamedFigure } from '#domain/figure.ts'
import { aggregate, compute, unknown } from '#domain/figure.ts'
import type { Band, MoneyBand } from '#domain/money.ts'
import { addBands, band } from '#domain/money.ts'
import type { Scope } from '#domain/part.ts'
import { scopes } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { annualFigures } from './annual.ts'
import { printedAssumption } from './assumptions.ts'
import { doubleCountingRules } from './double-counting.ts'
import type { DoubleCountingRule } from './double-counting.ts'
import { valueLedger } from './ledger.ts'
import type { LedgerLine, ValueLedger } from './ledger.ts'

const totalMethod = { id: 'usage-replacement', version: 1 }
const effortMethod = { id: 'usage-effort', version: 1 }
const boughtMethod = { id: 'replacement-in-bought-products', version: 1 }
const oneProgramMethod = { id: 'one-program', version: 1 }

/**
 * What it would cost to build again what the organization uses, each package once (`methods.md` 1.5). Totals cover the
 * packages whose size is known, and say how many those are; a total over unknown sizes only is unknown.
 *
 * `rules` keep work from counting twice; without them every package with lines counts by itself.
 */
export function assessValue(
  portfolio: Portfolio,
  rules: readonly DoubleCountingRule[] = doubleCountingRules,
): ValueAssessment {
  const ledger = valueLedger(portfolio, rules)
  return {
    personMonths: totalEffort(ledger),
    money: totalMoney(ledger),
    byScope: scopes.flatMap((scope) => scopeValue(ledger, scope)),
    packages: ledger.lines.flatMap((line) => packageValue(line) ?? []).toSorted(byCentralValue),
    assumptions: ledger.assumptions.map(printedAssumption),
    inBoughtOnly: inBoughtOnly(ledger),
    oneProgram: oneProgram(ledger),
    missing: missing(ledger.lines),
    leftOut: ledger.leftOut,
  }
}

/** Every figure behind an assessment, in the order of explanation: totals, packages, sizes, assumptions. */
export function valueFigures(
  portfolio: Portfolio,
  assessment: ValueAssessment,
  rules: readonly DoubleCountingRule[] = doubleCountingRules,
): NamedFigure[] {
  const ledger = valueLedger(portfolio, rules)
  const total: NamedFigure<MoneyBand> = { id: assessment.money.id, figure: assessment.money.figure }
  return [
    total,
    { id: assessment.personMonths.id, figure: assessment.personMonths.figure },
    assessment.oneProgram,
    { id: assessment.inBoughtOnly.money.id, figure: assessment.inBoughtOnly.money.figure },
    ...annualFigures(total),
    ...scopes.flatMap((scope) => scopeFigures(ledger, scope)),
    ...ledger.lines.flatMap(({ money, effort, size }) => [money, effort, size]),
    ...ledger.assumptionFigures,
  ]
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

/** Their own value: low is nothing (A8), central is what is listed beside the total, high is what the total adds. */
function inBoughtOnly({ lines, currency }: ValueLedger): ValueAssessment['inBoughtOnly'] {
  const bought = lines.filter(({ of }) => of.isInBoughtOnly)
  const listed = bought.map(({ size, listed: money, money: { id } }): NamedFigure<MoneyBand> => ({
    id,
    figure: compute(boughtMethod, [size], () => money ?? undefined),
  }))
  const money = aggregate(boughtMethod, listed, 'packages', (known) => sumMoney(known, currency))
  return { packages: bought.length, money: { id: 'value/in-bought-products-only', ...money } }
}

function oneProgram({ lines, assumptionFigures, asOneProgram }: ValueLedger): NamedFigure<Band> {
  const id = 'value/one-program'
  const known = lines.filter(({ size }) => size.figure.known)
  if (known.length === 0 && lines.length > 0) return { id, figure: unknown('not-collected') }
  const sizes = known.map(({ size }) => size)
  const [first, ...rest] = [...sizes, ...assumptionFigures.filter(({ id: input }) => !input.includes('A3-'))]
  if (first === undefined) return { id, figure: unknown('not-applicable') }
  return { id, figure: compute(oneProgramMethod, [first, ...rest], () => asOneProgram) }
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
