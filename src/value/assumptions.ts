/** The named assumptions of the usage value, A1–A8 of `methods.md` 1.5, with the numbers that act and the words people read. */

import type { Assumption } from '#domain/assessment/value.ts'
import type { EvidenceId, Evidence } from '#domain/evidence.ts'
import type { AssumptionId, NamedFigure } from '#domain/figure.ts'
import { assumed, observed } from '#domain/figure.ts'
import type { MoneyBand } from '#domain/money.ts'
import type { LaborRate } from '#domain/organization.ts'

/** An assumption with the values that its bands stand for. */
export type ValueAssumption<T = unknown> = Assumption & {
  readonly id: AssumptionId
  readonly values: { readonly low: T; readonly central: T; readonly high: T }
}

/** A package is large above this many deduplicated lines (A5). */
export const largePackageLines = 10_000
/** The share of a large package that is counted when it comes through others only and nothing tells what is used (A5). */
export const unreachedShare = 0.25
/** Full cost ÷ base wage as sloccount and scc have it; the high band (A3). */
export const sloccountOverhead = 2.4

/**
 * The rate that stands in when the organization states none: a public wage that is dated, and a load factor that is a
 * placeholder. Both ask to be replaced.
 */
export function defaultLaborRate(): LaborRate {
  return {
    yearlyWage: 132_930,
    currency: 'USD',
    loadFactor: 1.4,
    source:
      'Placeholder: mean yearly wage of software developers in the United States, Bureau of Labor Statistics, May 2022; the load factor 1.4 has no source. Replace both with your own numbers.',
    asOf: '2022-05-31',
    basis: 'default',
  }
}

/** Cost of one person for one year in three bands: the base wage, the loaded rate, and the base wage × 2.4. */
export function yearlyCost({ yearlyWage, loadFactor, currency }: LaborRate): MoneyBand {
  return {
    low: yearlyWage,
    central: yearlyWage * loadFactor,
    // A rate above sloccount's overhead would otherwise lift the central band over the high one.
    high: yearlyWage * Math.max(sloccountOverhead, loadFactor),
    currency,
  }
}

/** A1–A8 for an organization: only the labor rate differs between organizations. */
export function valueAssumptions(rate: LaborRate): readonly ValueAssumption[] {
  return [...assumptionsBeforeRate, laborRateAssumption(rate), ...assumptionsAfterRate]
}

/** The assumption without its values: what reports print. */
export function printedAssumption({ id, label, low, central, high, source, isDefault }: ValueAssumption): Assumption {
  return { id, label, low, central, high, source, isDefault }
}

export function assumptionFigureId(id: AssumptionId): string {
  return `value/assumption/${id}`
}

/**
 * One figure per assumption. The labor rate is read from the organization's file when the organization states it there;
 * all others are assumed.
 */
export function assumptionFigures(
  assumptions: readonly ValueAssumption[],
  rate: LaborRate,
  evidence: ReadonlyMap<EvidenceId, Evidence>,
): readonly NamedFigure[] {
  const stated = rate.basis === 'organization' ? organizationFile(evidence) : undefined
  return assumptions.map(({ id, values }) => ({
    id: assumptionFigureId(id),
    figure: id === laborRateId && stated !== undefined ? observed(values, stated) : assumed(values, id),
  }))
}

const laborRateId = 'A3-labor-rate'

function organizationFile(evidence: ReadonlyMap<EvidenceId, Evidence>): EvidenceId | undefined {
  return [...evidence.values()]
    .filter(({ kind }) => kind === 'organization')
    .map(({ id }) => id)
    .toSorted()[0]
}

function laborRateAssumption(rate: LaborRate): ValueAssumption<number> {
  const { low, central, high, currency } = yearlyCost(rate)
  const words = (amount: number, how: string) =>
    `${Math.round(amount).toLocaleString('en-US')} ${currency} a year: ${how}`
  return {
    id: laborRateId,
    label: 'Labor rate',
    low: words(low, 'the base wage alone'),
    central: words(central, `the base wage × ${rate.loadFactor}`),
    high: words(high, `the base wage × ${Math.max(sloccountOverhead, rate.loadFactor)}`),
    source: `${rate.source} (as of ${rate.asOf})`,
    isDefault: rate.basis === 'default',
    values: { low, central, high },
  }
}

const ours = 'Our own proposal'

const assumptionsBeforeRate: readonly ValueAssumption[] = [
  {
    id: 'A1-size',
    label: 'Size',
    low: 'Deduplicated lines that people wrote',
    central: 'Deduplicated lines that people wrote',
    high: 'Lines as shipped',
    source: `${ours}; both measured over 199 npm packages, where they differ by 1.6 in total`,
    isDefault: true,
    values: { low: 'deduplicated', central: 'deduplicated', high: 'raw' },
  },
  {
    id: 'A2-model',
    label: 'Effort model',
    low: 'Basic COCOMO 81, organic: 2.4 · KSLOC^1.05 person-months',
    central: 'COCOMO II, nominal: 2.94 · KSLOC^1.0997 person-months',
    high: 'Basic COCOMO 81, semi-detached: 3.0 · KSLOC^1.12 person-months',
    source: 'Boehm 1981 and 2000; the central model is that of Harvard Working Paper 24-038',
    isDefault: false,
    values: { low: 'cocomo81-organic', central: 'cocomo2', high: 'cocomo81-semi-detached' },
  },
]

const assumptionsAfterRate: readonly ValueAssumption[] = [
  {
    id: 'A4-scope',
    label: 'Scope',
    low: 'Runtime packages only; a package whose scope is not known counts as runtime',
    central: 'All scopes; packages for development and optional ones stand in sub-totals of their own',
    high: 'All scopes',
    source: ours,
    isDefault: true,
    values: { low: 'runtime', central: 'all', high: 'all' },
  },
  {
    id: 'A5-use',
    label: 'Share in use',
    low: 'A quarter of each package over 10,000 lines that comes through other packages only',
    central: 'The whole package',
    high: 'The whole package',
    source: `${ours}: nobody would write again what is not used`,
    isDefault: true,
    values: { low: unreachedShare, central: 1, high: 1 },
  },
  {
    id: 'A6-aggregation',
    label: 'Aggregation',
    low: 'The model is applied to each package, and the results are added',
    central: 'The model is applied to each package, and the results are added',
    high: 'The model is applied to each package, and the results are added',
    source: 'As in Harvard Working Paper 24-038; as one program the result is higher, by 27 % for Fedora 9',
    isDefault: false,
    values: { low: 'per-package', central: 'per-package', high: 'per-package' },
  },
  {
    id: 'A7-uniqueness',
    label: 'Uniqueness',
    low: 'Each package counts once for the organization, in how many products it may be',
    central: 'Each package counts once for the organization, in how many products it may be',
    high: 'Each package counts once for the organization, in how many products it may be',
    source: 'As in Harvard Working Paper 24-038: what is built again once serves the whole organization',
    isDefault: false,
    values: { low: 'once', central: 'once', high: 'once' },
  },
  {
    id: 'A8-bought-products',
    label: 'Bought products',
    low: 'Packages that occur in bought products only count nothing',
    central: 'They are listed and not added, because their use is paid for in the price of the product',
    high: 'They are added as embedded',
    source: ours,
    isDefault: true,
    values: { low: 0, central: 0, high: 1 },
  },
]
