/** Hackage and intdot: dotted whole numbers; 1.0 is below 1.0.0. */

import { compareNumeralLists, numeral, type Numeral } from '#ecosystems/numeral.ts'
import { defineScheme } from '#ecosystems/scheme.ts'

export const scheme = defineScheme<Numeral[]>({
  id: 'hackage',
  label: 'Package Versioning Policy',
  source: 'https://pvp.haskell.org/',
  parse: (version) => (/^\d+(?:\.\d+)*$/.test(version) ? version.split('.').map(numeral) : null),
  compare: compareNumeralLists,
  isPrerelease: () => false,
})
