/** R packages: whole numbers separated by dots or hyphens; 1.0 is below 1.0.0. */

import { compareNumeralLists, numeral, type Numeral } from '#ecosystems/numeral.ts'
import { defineScheme } from '#ecosystems/scheme.ts'

export const scheme = defineScheme<Numeral[]>({
  id: 'cran',
  label: 'R package versions',
  source: 'https://github.com/wch/r-source/blob/trunk/src/library/base/R/version.R',
  parse: (version) => (/^\d+(?:[.-]\d+)*$/.test(version) ? version.split(/[.-]/).map(numeral) : null),
  compare: compareNumeralLists,
  isPrerelease: () => false,
})
