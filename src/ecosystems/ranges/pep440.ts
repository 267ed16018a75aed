/** PEP 440 specifiers, by `pep440/specifier.ts`. */

import { isSpecified, parseSpecifiers } from '#ecosystems/pep440/specifier.ts'
import { defineRangeSyntax } from '#ecosystems/range.ts'

export const syntax = defineRangeSyntax({
  id: 'pep440',
  label: 'PEP 440 specifiers',
  source: 'https://packaging.python.org/en/latest/specifications/version-specifiers/',
  read: (text, options) => {
    const specifiers = parseSpecifiers(text)
    if (specifiers === undefined) return undefined
    return (version) => isSpecified(specifiers, version, options.prereleases)
  },
})
