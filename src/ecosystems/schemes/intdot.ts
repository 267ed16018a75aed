/** Dotted whole numbers, as `intdot` of vers: a letter or other text ends the part that counts. */

import { compareNumerals, numeral, withoutTrailingZeros, type Numeral } from '#ecosystems/numeral.ts'
import { defineScheme } from '#ecosystems/scheme.ts'

export const scheme = defineScheme<readonly Numeral[]>({
  id: 'intdot',
  label: 'Dotted integers',
  source: 'https://github.com/package-url/vers-spec',
  parse: (version) => {
    const match = /^\s*v?(\d+(?:\.\d+)*)/i.exec(version)
    return match === null ? null : withoutTrailingZeros((match[1] as string).split('.').map(numeral))
  },
  compare: (a, b) => {
    const length = Math.max(a.length, b.length)
    for (let index = 0; index < length; index += 1) {
      const order = compareNumerals(a[index] ?? 0, b[index] ?? 0)
      if (order !== 0) return order
    }
    return 0
  },
  isPrerelease: () => false,
  isValid: (version) => /^\d+(?:\.\d+)*$/.test(version),
})
