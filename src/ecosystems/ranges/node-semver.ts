/** npm's ranges, by `node-semver/range.ts`. */

import { isInNpmRange, parseNpmRange } from '#ecosystems/node-semver/range.ts'
import { parseNpmVersion } from '#ecosystems/node-semver/version.ts'
import { defineRangeSyntax } from '#ecosystems/range.ts'

export const syntax = defineRangeSyntax({
  id: 'node-semver',
  label: 'npm ranges',
  source: 'https://github.com/npm/node-semver#ranges',
  read: (text, options) => {
    const range = parseNpmRange(text, options)
    if (range === undefined) return undefined
    return (version) => {
      const parsed = parseNpmVersion(version, options.loose)
      return parsed !== undefined && isInNpmRange(range, parsed)
    }
  },
})
