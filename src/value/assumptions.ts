/** The named assumptions of the usage value, A1–A8 of `methods.md` 1.5, with their defaults and the words people read. */

import type { AssumptionValue } from '#domain/assessment/value.ts'
import type { LaborRate } from '#domain/organization.ts'
import { models } from '#value/models.generated.ts'
import { defineAssumption, type AssumptionDefinition, type Banded } from './assumption.ts'
import { customConstants } from './custom-model.ts'

/** Full cost ÷ base wage as sloccount and scc have it; the high band (A3). */
const sloccountOverhead = 2.4

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

const ours = 'Our own proposal'
const always = (isDefault: boolean) => () => isDefault
const same = (value: AssumptionValue): Banded<AssumptionValue> => ({ low: value, central: value, high: value })

export const assumptions: readonly AssumptionDefinition[] = [
  defineAssumption({
    id: 'A1-size',
    label: 'Size',
    source: `${ours}; both measured over 199 npm packages, where they differ by 1.6 in total`,
    isDefault: always(true),
    takes: { kind: 'word', words: ['deduplicated', 'raw'] },
    defaults: () => ({ low: 'deduplicated', central: 'deduplicated', high: 'raw' }),
    tell: (value) => (value === 'raw' ? 'Lines as shipped' : 'Deduplicated lines that people wrote'),
  }),
  defineAssumption({
    id: 'A2-model',
    label: 'Effort model',
    source: 'Boehm 1981 and 2000; the central model is that of Harvard Working Paper 24-038',
    isDefault: always(false),
    takes: { kind: 'model' },
    defaults: () => ({ low: 'cocomo81-organic', central: 'cocomo2', high: 'cocomo81-semi-detached' }),
    tell: (value) => {
      const own = customConstants(String(value))
      if (own !== undefined) return `Own constants: ${own.a} · KSLOC^${own.b} person-months`
      return models.find(({ id }) => id === value)?.formula ?? String(value)
    },
  }),
  defineAssumption({
    id: 'A2-eaf',
    label: 'Effort adjustment',
    source: 'All effort multipliers nominal, as in Harvard Working Paper 24-038',
    isDefault: always(false),
    takes: { kind: 'number', least: 0.01, most: 100, what: 'a factor on the effort', rises: true },
    defaults: () => same(1),
    tell: (value) => (value === 1 ? 'None: all effort multipliers are nominal' : `Effort × ${value}`),
  }),
  defineAssumption({
    id: 'A3-labor-rate',
    label: 'Labor rate',
    source: 'The base wage alone as in Harvard Working Paper 24-038; the base wage × 2.4 as in sloccount and scc',
    isDefault: ({ basis }) => basis === 'default',
    takes: { kind: 'number', least: 1, most: 10, what: 'a factor on the yearly wage', rises: true },
    // A rate above sloccount's overhead would otherwise lift the central band over the high one.
    defaults: ({ loadFactor }) => ({
      low: 1,
      central: loadFactor,
      high: Math.max(sloccountOverhead, loadFactor),
    }),
    tell: (value, { yearlyWage, currency }) => {
      const cost = Math.round(yearlyWage * Number(value)).toLocaleString('en-US')
      return `${cost} ${currency} a year: the base wage ${value === 1 ? 'alone' : `× ${value}`}`
    },
  }),
  defineAssumption({
    id: 'A4-scope',
    label: 'Scope',
    source: ours,
    isDefault: always(true),
    takes: { kind: 'word', words: ['runtime', 'runtime-and-optional', 'all'] },
    defaults: () => ({ low: 'runtime', central: 'all', high: 'all' }),
    tell: (value) =>
      ({
        runtime: 'Runtime packages only; a package whose scope is not known counts as runtime',
        'runtime-and-optional': 'Runtime and optional packages; a package whose scope is not known counts as runtime',
      })[String(value)] ?? 'All scopes; packages for development and optional ones stand in sub-totals of their own',
  }),
  defineAssumption({
    id: 'A5-use',
    label: 'Share in use',
    source: `${ours}: nobody would write again what is not used`,
    isDefault: always(true),
    takes: { kind: 'number', least: 0, most: 1, what: 'a share', rises: true },
    defaults: () => ({ low: 0.25, central: 1, high: 1 }),
    tell: (value) =>
      value === 1 ? 'The whole package' : `${value} of each large package that comes through other packages only`,
  }),
  defineAssumption({
    id: 'A5-large-lines',
    label: 'What is a large package',
    source: ours,
    isDefault: always(true),
    takes: { kind: 'number', least: 0, most: 1e9, what: 'a number of lines', rises: true },
    defaults: () => same(10_000),
    tell: (value) => `A package is large above ${value.toLocaleString('en-US')} deduplicated lines`,
  }),
  defineAssumption({
    id: 'A6-aggregation',
    label: 'Aggregation',
    source: 'As in Harvard Working Paper 24-038; as one program the result is higher, by 27 % for Fedora 9',
    isDefault: always(false),
    takes: {
      kind: 'fixed',
      value: 'per-package',
      reason:
        'nobody would build all packages again as one program, and its larger exponent would add value that no package has; that figure stands beside the total as a comparison (value/one-program)',
    },
    defaults: () => same('per-package'),
    tell: () => 'The model is applied to each package, and the results are added',
  }),
  defineAssumption({
    id: 'A7-uniqueness',
    label: 'Uniqueness',
    source: 'As in Harvard Working Paper 24-038: what is built again once serves the whole organization',
    isDefault: always(false),
    takes: {
      kind: 'fixed',
      value: 'once',
      reason: 'what is built again once serves the whole organization, so counting it per product would invent value',
    },
    defaults: () => same('once'),
    tell: () => 'Each package counts once for the organization, in how many products it may be',
  }),
  defineAssumption({
    id: 'A8-bought-products',
    label: 'Bought products',
    source: `${ours}: their use is paid for in the price of the product`,
    isDefault: always(true),
    takes: { kind: 'number', least: 0, most: 1, what: 'a share', rises: true },
    defaults: () => ({ low: 0, central: 0, high: 1 }),
    tell: (value) =>
      value === 0
        ? 'Packages that occur in bought products only are listed and not added'
        : value === 1
          ? 'Packages that occur in bought products only are added as embedded'
          : `${value} of packages that occur in bought products only is added`,
  }),
  defineAssumption({
    id: 'lifetime',
    label: 'Years over which software is written off',
    source: 'Straight line over three years: Harvard Working Paper 24-038, footnote 22',
    isDefault: always(false),
    takes: { kind: 'number', least: 0.5, most: 100, what: 'a number of years', rises: false },
    defaults: () => same(3),
    tell: (value) => `${value} years`,
  }),
  defineAssumption({
    id: 'maintenance-share',
    label: 'Maintenance in a year, of the cost of building',
    source:
      'Published support rates as a proxy of the market: 20 % SPSS, 22 % Oracle Database, 25 % SQL Server Software Assurance',
    isDefault: always(false),
    takes: { kind: 'number', least: 0, most: 1, what: 'a share', rises: true },
    defaults: () => ({ low: 0.2, central: 0.22, high: 0.25 }),
    tell: (value) => `${Number((Number(value) * 100).toFixed(4))} %`,
  }),
]
