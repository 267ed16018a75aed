/**
 * How each method computes, in one line of notation, and where it comes from: what `explain` shows under a computed figure.
 * A contract test finds a method that has no entry here.
 */

import { texts as maturity } from './method-texts/maturity.ts'
import { texts as motivators } from './method-texts/motivators.ts'

export type MethodText = { readonly formula: string; readonly source: string }

const counted = (what: string): MethodText => ({ formula: `count of ${what}`, source: 'Headwater, docs/methods.md' })
const replacement =
  'Hoffmann, Nagle, Zhou: The Value of Open Source Software, Harvard Working Paper 24-038 (2024), labor approach, for one organization'

const catalog: Readonly<Record<string, MethodText>> = {
  ...maturity,
  ...motivators,
  'count-packages': counted('distinct package URLs without version over all documents'),
  'count-versions': counted('distinct part versions over all documents'),
  'count-occurrences': counted('entries taken from all documents'),
  'count-products': counted('products that have documents'),
  'count-projects': counted('distinct upstream projects that documents or module paths name'),
  'count-direct-packages': counted('packages that at least one product asks for itself'),
  'count-transitive-packages': counted('packages that come through other packages only'),
  'count-packages-of-unknown-directness': counted('packages of which no document tells how they came in'),
  'max-depth': {
    formula: 'max over occurrences of the fewest steps from the product',
    source: 'Headwater, docs/methods.md',
  },
  'replacement-cost-effort': {
    formula:
      'person-months = a · (lines / 1000)^b · s · u; low 2.4, 1.05 on deduplicated lines (COCOMO 81 organic), central 2.94, 1.0997 (COCOMO II nominal), high 3.0, 1.12 on lines as shipped (COCOMO 81 semi-detached); s scope factor (A4), u use factor (A5)',
    source: replacement,
  },
  'replacement-cost': {
    formula: 'money = person-months · yearly wage · f / 12; f = 1 low, the load factor central, 2.4 high (A3)',
    source: replacement,
  },
  'usage-effort': {
    formula: 'Σ person-months over packages, each package once for the whole organization (A6, A7)',
    source: replacement,
  },
  'usage-replacement': {
    formula: 'Σ money over packages, each package once for the whole organization (A6, A7)',
    source: replacement,
  },
  'replacement-in-bought-products': {
    formula: 'Σ money over packages that occur in bought products only; listed, not added to the central total (A8)',
    source: replacement,
  },
  'one-program': {
    formula: 'person-months = a · (Σ lines / 1000)^b: the model once on the total; a comparison only (A6)',
    source: 'The aggregation of sloccount by default; see docs/methods.md',
  },
  'annual-rebuild': {
    formula: 'value / 3: straight line over three years; never added to the value itself',
    source: `${replacement}, footnote 22`,
  },
  'avoided-maintenance': {
    formula: 'value · m; m = 0.20 low, 0.22 central, 0.25 high; never added to the value itself',
    source:
      'Published support rates as a market proxy: 20 % SPSS, 22 % Oracle Database, 25 % SQL Server Software Assurance',
  },
  'vulnerabilities/total': counted('unique part versions × advisories with their aliases folded'),
  'vulnerabilities/affected-parts': counted('part versions with at least one finding'),
  'vulnerabilities/affected-products': counted('products that use a part version with a finding'),
}

const licenseFormula: MethodText = {
  formula:
    'count of part versions whose effective statement (concluded before declared before found) has this property',
  source: 'SPDX license expressions; license families of content/licenses, each with its source',
}

const severityFormula: MethodText = {
  formula:
    'count of findings whose strongest CVSS base score (4.0 before 3.1, 3.0, 2.0), or the word of the advisory, gives this severity',
  source: 'FIRST, CVSS qualitative severity rating scale',
}

/** @returns undefined for a method without an entry */
export function methodText(method: string): MethodText | undefined {
  if (method.startsWith('vulnerabilities/severity/')) return severityFormula
  return method.startsWith('licenses/') ? licenseFormula : catalog[method]
}
