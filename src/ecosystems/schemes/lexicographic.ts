/** Plain text by the bytes of its UTF-8 form, the order of last resort. */

import { defineScheme } from '#ecosystems/scheme.ts'

/** Code points order as the bytes of UTF-8 do; UTF-16 units do not, beyond the basic plane. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index += 1) {
    if (a.charCodeAt(index) !== b.charCodeAt(index)) return rank(a.charCodeAt(index)) - rank(b.charCodeAt(index))
  }
  return a.length - b.length
}

/** Surrogates belong above the rest of the basic plane. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}

export const scheme = defineScheme<string>({
  id: 'lexicographic',
  label: 'Lexicographic',
  source: 'https://github.com/package-url/vers-spec',
  parse: (version) => version,
  compare: compareCodePoints,
  isPrerelease: () => false,
})
