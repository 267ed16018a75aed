/**
 * The many wordings of the GNU licenses: `GPLv2+`, `LGPL 2.1 or later`, `GNU General Public License, version 2 with the GNU
 * Classpath Exception`. No version means any version, as the licenses themselves say.
 */

const kinds: readonly (readonly [RegExp, string])[] = [
  [/\baffero\b|\bagpl/i, 'AGPL'],
  [/\blesser\b|\blibrary general\b|\blgpl/i, 'LGPL'],
  [/\bfree documentation\b|\bgfdl|\bfdl\b/i, 'GFDL'],
  [/\bgeneral public li|\bgpl|\bgnu public\b|^gnu$/i, 'GPL'],
]

const firstVersions: Readonly<Record<string, string>> = { AGPL: '3.0', LGPL: '2.0', GFDL: '1.1', GPL: '1.0' }

const versions: Readonly<Record<string, readonly string[]>> = {
  AGPL: ['1.0', '3.0'],
  LGPL: ['2.0', '2.1', '3.0'],
  GFDL: ['1.1', '1.2', '1.3'],
  GPL: ['1.0', '2.0', '3.0'],
}

/** Exceptions by a word in the text, most telling first; the second is for version 3. */
const exceptions: readonly (readonly [RegExp, string, string?])[] = [
  [/classpath|\bcpe\b|\+ce\b|w\/ ?cpe/i, 'Classpath-exception-2.0'],
  [/autoconf/i, 'Autoconf-exception-2.0', 'Autoconf-exception-3.0'],
  [/libtool/i, 'Libtool-exception'],
  [/bison/i, 'Bison-exception-2.2'],
  [/syscall/i, 'Linux-syscall-note'],
  [/font/i, 'Font-exception-2.0'],
  [/gcc|runtime/i, 'GCC-exception-2.0', 'GCC-exception-3.1'],
]

/** Words that may stand in such a statement; anything else means that it says more than we can read. */
const harmless =
  /\b(?:gnu|the|affero|lesser|library|general|public|free|documentation|licen[cs]es?|version|versions|ver|v|only|or|any|and|later|newer|greater|above|higher|of|at|your|option|with|exceptions?|classpath|cpe|autoconf|libtool|bison|linux|syscall|note|font|embedding|gcc|runtime|software|foundation|fsf|under|terms|a?l?gpl|lgplv?|gplv?|agplv?|gfdl|fdl|s|foss|please|see|openssl|w)\b/gi

function namesOfSeveral(text: string): boolean {
  const outside = text.replace(/\([^)]*\)/g, ' ')
  return [...outside.matchAll(/gpl|fdl|public li|free documentation/gi)].length > 1
}

/** A canonical expression, or undefined when the text is not one GNU license. */
export function guessGnu(text: string): string | undefined {
  if (text.length > 160 || namesOfSeveral(text)) return undefined
  const kind = kinds.find(([pattern]) => pattern.test(text))?.[1]
  if (kind === undefined) return undefined
  const spaced = text
    .replace(/\([^)]*\)/g, (inner) => (/\d|later|\+/.test(inner) ? ` ${inner.slice(1, -1)} ` : ' '))
    .replace(/(gpl|fdl)v?[-_ ]?(?=\d)/gi, '$1 ')
    .replace(/(gpl|fdl)v?(?=[+])/gi, '$1 ')
    .replace(/\bv\.? ?(?=\d)/gi, ' ')
  const rest = spaced
    .replace(/\d+(?:\.\d+)*/g, ' ')
    .replace(harmless, ' ')
    .replace(/[^a-z]+/gi, '')
  if (rest !== '') return undefined
  const stated = new Set(
    [...spaced.matchAll(/(?<![\w.])(\d)(?:[.,-](\d))?(?:\.0)?(?![\w])/g)].map(
      ([, major, minor = '0']) => `${major}.${minor}`,
    ),
  )
  const known = versions[kind] ?? []
  const of = [...stated].filter((version) => known.includes(version))
  if (of.length !== stated.size || of.length > 1) return undefined
  const [version] = of
  const isLater =
    version === undefined ||
    /\d\+|\+$|\+(?=\s)|\b(?:or|and|,)?\s*(?:any\s+)?(?:later|newer|greater|above|higher)\b|>=/i.test(text)
  const license = `${kind}-${version ?? firstVersions[kind] ?? ''}-${isLater ? 'or-later' : 'only'}`
  const exception = exceptions.find(([pattern]) => pattern.test(text))
  if (exception === undefined) return license
  const [, older, newer] = exception
  return `${license} WITH ${version === '3.0' ? (newer ?? older) : older}`
}
