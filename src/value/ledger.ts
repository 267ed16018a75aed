/** One line per package: its size, effort and money as figures, computed in typed arrays and lifted at the end. */

import type { LeftOutPackages, ValueAssumption, ValueAssumptionId } from '#domain/assessment/value.ts'
import type { Figure, NamedFigure } from '#domain/figure.ts'
import { assumed, compute, observed, unknown } from '#domain/figure.ts'
import type { Band, Currency, MoneyBand } from '#domain/money.ts'
import { band } from '#domain/money.ts'
import type { AssumptionSetting, LaborRate } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { fail } from '#domain/problem.ts'
import { method } from '#value/methods/replacement-cost.ts'
import type { Banded } from './assumption.ts'
import type { DoubleCountingRule } from './double-counting.ts'
import { doubleCountingRules } from './double-counting.ts'
import type { EffortColumns, PackageColumns } from './method.ts'
import type { ValuedPackage } from './packages.ts'
import { packagesToValue } from './packages.ts'
import { assumptionIdOf, problemOfMistake, readAssumptions, type ValueSettings } from './settings.ts'

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

/** What lines add to a total, one element per line, for loops over millions of entries. */
export type LineSums = {
  readonly isKnown: Uint8Array
  readonly deduplicated: Float64Array
  readonly work: Banded<Float64Array>
  readonly cost: Banded<Float64Array>
}

export type ValueLedger = {
  /** In the order of package URLs. */
  readonly lines: readonly LedgerLine[]
  /** For each part of the portfolio the index of its line, or -1. */
  readonly lineOfPart: Int32Array
  readonly leftOut: readonly LeftOutPackages[]
  readonly rate: LaborRate
  readonly assumptions: readonly ValueAssumption[]
  readonly settings: ValueSettings
  readonly assumptionFigures: ReadonlyMap<ValueAssumptionId, NamedFigure>
  readonly wageFigure: NamedFigure
  /** Packages with a known size, in the order of their lines. */
  readonly columns: PackageColumns
  readonly sums: LineSums
  /** Person-months of the known packages as one program. */
  readonly asOneProgram: NamedFigure<Band>
  readonly currency: Currency
}

export type LedgerOptions = {
  /** What keeps work from counting twice; without any, every package with lines counts by itself. */
  readonly rules?: readonly DoubleCountingRule[]
  /** Tried out for this question, over what the organization states. */
  readonly whatIf?: readonly AssumptionSetting[]
}

const effortMethod = { id: `${method.id}-effort`, version: method.version }
const oneProgramMethod = { id: 'one-program', version: 2 }

/** Fails with `config-invalid` or `usage` for an assumption or a labor rate that cannot be. */
export function valueLedger(portfolio: Portfolio, options: LedgerOptions = {}): ValueLedger {
  const { laborRate: rate, stated } = portfolio.organization
  checkRate(rate)
  const read = readAssumptions(rate, stated.assumptions, options.whatIf)
  if (!read.ok) return fail(problemOfMistake(read.mistakes[0]))
  const { assumptions, settings } = read
  const figures = figuresOf(portfolio, assumptions)
  const wageFigure = wageOf(portfolio)
  const { packages, leftOut, packageOfPart } = packagesToValue(portfolio, options.rules ?? doubleCountingRules)

  const sized = packages.filter(({ size }) => size !== null)
  const columns = columnsOf(sized)
  const added = method.effort(columns, settings)
  const own = method.effort({ ...columns, isInBoughtOnly: new Uint8Array(columns.count) }, settings)
  const acting = actingFigures(figures, settings)
  const laborRate = figures.get('A3-labor-rate')

  let known = 0
  const lines = packages.map((of): LedgerLine => {
    const size: NamedFigure<SizeValue> = { id: `value/size/${of.key}`, figure: sizeFigure(of) }
    const row = of.size === null ? null : known++
    const personMonths = row === null ? null : bandAt(added, row)
    const bands = personMonths === null ? null : { personMonths, money: price(personMonths, settings, rate) }
    const inputs = [size, ...acting(of)] as const
    return {
      of,
      size,
      effort: { id: `value/effort/${of.key}`, figure: compute(effortMethod, inputs, () => bands?.personMonths) },
      money: {
        id: `value/replacement/${of.key}`,
        figure: compute(
          method,
          [...inputs, wageFigure, ...(laborRate === undefined ? [] : [laborRate])],
          () => bands?.money,
        ),
      },
      bands,
      listed:
        row === null || !of.isInBoughtOnly
          ? null
          : price({ ...bandAt(own, row), low: bandAt(added, row).low }, settings, rate),
    }
  })
  return {
    lines,
    lineOfPart: packageOfPart,
    leftOut,
    rate,
    assumptions,
    settings,
    assumptionFigures: figures,
    wageFigure,
    columns,
    sums: sumsOf(lines),
    asOneProgram: oneProgram(lines, acting, () => method.effortAsOneProgram(columns, settings)),
    currency: rate.currency,
  }
}

/** Person-months × the yearly wage × the factor of the same band ÷ 12. */
export function price(personMonths: Band, settings: ValueSettings, { yearlyWage, currency }: LaborRate): MoneyBand {
  const cost = (key: keyof Band) => (personMonths[key] * (yearlyWage * settings[key].wageFactor)) / 12
  return { low: cost('low'), central: cost('central'), high: cost('high'), currency }
}

function sumsOf(lines: readonly LedgerLine[]): LineSums {
  const column = (of: (line: LedgerLine) => number) => Float64Array.from(lines, of)
  const banded = (of: (line: LedgerLine) => Band | undefined): Banded<Float64Array> => ({
    low: column((line) => of(line)?.low ?? 0),
    central: column((line) => of(line)?.central ?? 0),
    high: column((line) => of(line)?.high ?? 0),
  })
  return {
    isKnown: Uint8Array.from(lines, ({ bands }) => (bands === null ? 0 : 1)),
    deduplicated: column(({ of }) => of.size?.deduplicated ?? 0),
    work: banded(({ bands }) => bands?.personMonths),
    cost: banded(({ bands }) => bands?.money),
  }
}

/** Files are checked when they are read; a rate from elsewhere must not turn a total negative. */
function checkRate({ yearlyWage, loadFactor, currency }: LaborRate): void {
  const refuse = (field: string, what: string) =>
    fail({ code: 'config-invalid', file: 'organization.yaml', where: `laborRate.${field}`, what })
  if (!(yearlyWage > 0 && Number.isFinite(yearlyWage)))
    refuse('yearlyWage', `must be more than zero, not ${yearlyWage}`)
  if (!(loadFactor >= 1 && Number.isFinite(loadFactor))) refuse('loadFactor', `must be at least 1, not ${loadFactor}`)
  if (!/^[A-Z]{3}$/.test(currency)) refuse('currency', `must be an ISO 4217 code such as EUR, not "${currency}"`)
}

export function assumptionFigureId(id: ValueAssumptionId): string {
  return `value/assumption/${id}`
}

/** One figure per assumption: read from the organization's file where it states it, otherwise assumed. */
function figuresOf(
  { organization, organizationFile }: Portfolio,
  assumptions: readonly ValueAssumption[],
): ReadonlyMap<ValueAssumptionId, NamedFigure> {
  const places = new Map(
    organization.stated.assumptions.map(({ id }, index) => [assumptionIdOf(id), `/assumptions/${index}`]),
  )
  return new Map(
    assumptions.map(({ id, values, basis }) => {
      const place = places.get(id) ?? '/laborRate'
      const figure =
        basis === 'stated' && organizationFile !== null
          ? observed(values, organizationFile, place)
          : assumed(values, id)
      return [id, { id: assumptionFigureId(id), figure }]
    }),
  )
}

function wageOf({ organization: { laborRate }, organizationFile }: Portfolio): NamedFigure {
  const { yearlyWage: amount, currency, basis } = laborRate
  const value = { amount, currency }
  return {
    id: 'value/yearly-wage',
    figure:
      basis === 'organization' && organizationFile !== null
        ? observed(value, organizationFile, '/laborRate/yearlyWage')
        : assumed(value, 'yearly-wage'),
  }
}

/** The assumptions that act on the effort of a package: an explanation names no others. */
function actingFigures(
  figures: ReadonlyMap<ValueAssumptionId, NamedFigure>,
  { low, central, high }: ValueSettings,
): (of: ValuedPackage) => NamedFigure[] {
  const smallestLarge = Math.min(low.largeLines, central.largeLines, high.largeLines)
  const known = new Map<string, NamedFigure[]>()
  return (of) => {
    const isRuntime = isNeededAtRuntime(of)
    const isLarge = (of.size?.deduplicated ?? Infinity) > smallestLarge
    const key = `${isRuntime} ${of.isTransitiveOnly} ${isLarge} ${of.isInBoughtOnly}`
    const before = known.get(key)
    if (before !== undefined) return before
    const ids: ValueAssumptionId[] = [
      'A1-size',
      'A2-model',
      'A2-eaf',
      ...(isRuntime ? [] : ['A4-scope' as const]),
      ...(of.isTransitiveOnly && isLarge ? ['A5-use' as const] : []),
      ...(of.isTransitiveOnly ? ['A5-large-lines' as const] : []),
      'A6-aggregation',
      'A7-uniqueness',
      ...(of.isInBoughtOnly ? ['A8-bought-products' as const] : []),
    ]
    const acting = ids.flatMap((id) => figures.get(id) ?? [])
    known.set(key, acting)
    return acting
  }
}

function oneProgram(
  lines: readonly LedgerLine[],
  acting: (of: ValuedPackage) => NamedFigure[],
  effort: () => Band,
): NamedFigure<Band> {
  const id = 'value/one-program'
  const known = lines.filter(({ size }) => size.figure.known)
  if (known.length === 0 && lines.length > 0) return { id, figure: unknown('not-collected') }
  const named = new Map(known.flatMap(({ of }) => acting(of)).map((figure) => [figure.id, figure]))
  const [first, ...rest] = [...known.map(({ size }) => size), ...[...named.values()].toSorted(byId)]
  if (first === undefined) return { id, figure: unknown('not-applicable') }
  return { id, figure: compute(oneProgramMethod, [first, ...rest], effort) }
}

function sizeFigure({ size }: ValuedPackage): Figure<SizeValue> {
  if (size === null) return unknown('not-collected')
  return observed({ deduplicated: size.deduplicated, raw: size.raw }, size.evidence, size.at)
}

function columnsOf(packages: readonly ValuedPackage[]): PackageColumns {
  const flags = (of: (one: ValuedPackage) => boolean) => Uint8Array.from(packages, (one) => (of(one) ? 1 : 0))
  return {
    count: packages.length,
    deduplicated: Float64Array.from(packages, ({ size }) => size?.deduplicated ?? 0),
    raw: Float64Array.from(packages, ({ size }) => size?.raw ?? 0),
    isRuntime: flags(isNeededAtRuntime),
    isOptional: flags(({ scope }) => scope === 'optional'),
    isTransitiveOnly: flags(({ isTransitiveOnly }) => isTransitiveOnly),
    isInBoughtOnly: flags(({ isInBoughtOnly }) => isInBoughtOnly),
  }
}

function isNeededAtRuntime({ scope }: ValuedPackage): boolean {
  return scope === 'runtime' || scope === 'unknown'
}

function bandAt({ low, central, high }: EffortColumns, row: number): Band {
  return band(low[row] ?? 0, central[row] ?? 0, high[row] ?? 0)
}

function byId(a: NamedFigure, b: NamedFigure): number {
  return a.id < b.id ? -1 : 1
}
