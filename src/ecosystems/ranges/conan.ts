/** Conan ranges: bounds separated by white space, alternatives by `||`, prereleases only where asked for. */

import { allHold, type Constraint } from '#ecosystems/constraint.ts'
import { readConanRange } from '#ecosystems/conan-range.ts'
import { defineRangeSyntax } from '#ecosystems/range.ts'
import { compareTexts } from '#ecosystems/scheme.ts'
import { parseConan, scheme } from '#ecosystems/schemes/conan.ts'

const compare = compareTexts(scheme)

export const syntax = defineRangeSyntax({
  id: 'conan',
  label: 'Conan version ranges',
  source: 'https://docs.conan.io/2/tutorial/versioning/version_ranges.html',
  read: (text, options) => {
    const range = readConanRange(text)
    if (range === undefined) return undefined
    const prereleases = options.includePrerelease ?? options.prereleases ?? range.includePrerelease
    return (version) => {
      const key = parseConan(version)
      if (key === null) return false
      return range.alternatives.some(
        (constraints) =>
          allHold(constraints, version, compare) &&
          (key.prerelease === null || prereleases || constraints.some(isLowerPrerelease)),
      )
    }
  },
})

/** A lower bound that is a prerelease asks for prereleases: `>1-`. */
function isLowerPrerelease({ operator, version }: Constraint): boolean {
  return operator !== '<' && parseConan(version)?.prerelease !== null
}
