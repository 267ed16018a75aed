/** Hackage: dotted whole numbers; 1.0 is below 1.0.0. */

import { compareNumeralLists, numeral, type Numeral } from '#ecosystems/numeral.ts'
import { defineScheme } from '#ecosystems/scheme.ts'

function parseHackage(version: string): Numeral[] | null {
  return /^\d+(?:\.\d+)*$/.test(version) ? version.split('.').map(numeral) : null
}

export const scheme = defineScheme<Numeral[]>({
  id: 'hackage',
  label: 'Package Versioning Policy',
  source: 'https://pvp.haskell.org/',
  parse: parseHackage,
  compare: compareNumeralLists,
  isPrerelease: () => false,
})
