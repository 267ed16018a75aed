/**
 * How each method computes, in one line of notation, and where it comes from: what `explain` shows under a computed figure.
 * A contract test finds a method that has no entry here.
 */

import { texts as advice } from './method-texts/advice.ts'
import { texts as alternatives } from './method-texts/alternatives.ts'
import { texts as value } from './method-texts/value.ts'
import { texts as agility } from './method-texts/agility.ts'
import { texts as contribution } from './method-texts/contribution.ts'
import { texts as health } from './method-texts/health.ts'
import { texts as maturity } from './method-texts/maturity.ts'
import { texts as motivators } from './method-texts/motivators.ts'
import { texts as practices } from './method-texts/practices.ts'
import { texts as engagement } from './method-texts/engagement.ts'

export type MethodText = { readonly formula: string; readonly source: string }

const counted = (what: string): MethodText => ({ formula: `count of ${what}`, source: 'Headwater, docs/methods.md' })
const catalog: Readonly<Record<string, MethodText>> = {
  ...advice,
  ...agility,
  ...health,
  ...maturity,
  ...motivators,
  ...practices,
  ...engagement,
  'count-packages': counted('distinct package URLs without version over all documents'),
  'count-versions': counted('distinct part versions over all documents'),
  'count-occurrences': counted('entries taken from all documents'),
  'count-products': counted('products that have documents'),
  'count-projects': counted('distinct upstream projects that documents or module paths name'),
  'count-direct-packages': counted('packages that at least one product asks for itself'),
  'count-transitive-packages': counted('packages that come through other packages only'),
  'count-packages-of-unknown-directness': counted('packages of which no document tells how they came in'),
  'recorded/uses': counted('products whose documents name it'),
  'vulnerabilities/more-places': {
    formula: 'beyond the places named here, those in every product that uses it',
    source: 'Headwater, docs/methods.md',
  },
  'max-depth': {
    formula: 'max over occurrences of the fewest steps from the product',
    source: 'Headwater, docs/methods.md',
  },
  ...alternatives,
  ...value,
  ...contribution,
  'vulnerabilities/total': counted('unique part versions × advisories with their aliases folded'),
  'vulnerabilities/affected-parts': counted('part versions with at least one finding'),
  'vulnerabilities/affected-products': counted('products that use a part version with a finding'),
}

/** Without those of severities and licenses, which share one text each. */
export const methodIds: readonly string[] = Object.keys(catalog)

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
