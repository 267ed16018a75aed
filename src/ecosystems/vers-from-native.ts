/**
 * Native ranges as constraints of vers. A range in vers is a flat list, so alternatives are put side by side, as the
 * specification's own tests do. For npm these tests read partial versions their own way (`<=1.0` is `<=1.0.0`, where npm says
 * below 1.1.0, and `>= 2.2.x` ends before 2.3.0); that reading is followed here, and `satisfies` follows npm.
 */

import { readConanRange } from './conan-range.ts'
import { caretEnd, raised, releaseNumbers, span, type Constraint, type ConstraintOperator } from './constraint.ts'
import { readIntervals } from './interval-notation.ts'
import { longestRange, singleSpaced } from './range.ts'
import { parseSpecifiers } from './pep440/specifier.ts'

type Translation = (native: string) => readonly Constraint[] | undefined

/** Undefined when the text is no range, or cannot be written as a list of constraints. None stands for any version. */
export function nativeConstraints(scheme: string, native: string): readonly Constraint[] | undefined {
  if (native.length > longestRange) return undefined
  return (translations[scheme] ?? fromPlain)(singleSpaced(native))
}

const translations: Readonly<Record<string, Translation>> = {
  npm: fromNpm,
  cargo: fromCaretDefault,
  pub: fromNpm,
  composer: fromComposer,
  hex: fromHex,
  gem: (native) => fromPessimistic(native, ','),
  pypi: fromPypi,
  conda: fromPypi,
  maven: fromIntervals,
  nuget: fromIntervals,
  conan: fromConan,
  nginx: fromNginx,
  openssl: fromList,
}

function fromNpm(native: string): Constraint[] | undefined {
  const constraints: Constraint[] = []
  for (const alternative of native.split('||')) {
    const text = alternative.trim()
    if (/^(?:[*xX]?|any)$/.test(text)) return []
    const hyphen = /^(\S+)\s+-\s+(\S+)$/.exec(text)
    const read =
      hyphen === null
        ? readWords(text.replace(/([<>=^~])\s+/g, '$1').split(/[\s,]+/), npmWord)
        : [bound('>=', filled(hyphen[1] as string)), bound('<=', filled(hyphen[2] as string))]
    if (read === undefined) return undefined
    constraints.push(...read)
  }
  return constraints
}

function npmWord(word: string): Constraint[] | undefined {
  const match =
    /^(~>?|\^|[<>]?=?)v?(\d+(?:\.(?:\d+|[xX*]))*(?:-?[A-Za-z][0-9A-Za-z.-]*|-[0-9A-Za-z.-]+)?)(?:\+[0-9A-Za-z.-]+)?$/.exec(
      word,
    )
  if (match === null) return undefined
  const [, operator = '', version = ''] = match
  const wildcard = /^(\d+(?:\.\d+)*)(?:\.[xX*])+$/.exec(version)
  const numbers = releaseNumbers(version)
  if (wildcard !== null) return span(filled(wildcard[1] as string), filled(raised(numbers, numbers.length - 1)))
  if (operator === '^') return span(filled(version), filled(caretEnd(numbers)))
  if (operator.startsWith('~')) return span(filled(version), filled(raised(numbers, Math.min(numbers.length - 1, 1))))
  return [bound(operator, filled(version))]
}

function fromCaretDefault(native: string): Constraint[] | undefined {
  if (/^[*]?$/.test(native)) return []
  return readWords(native.split(','), (word) =>
    npmWord(/^\d/.test(word.trim()) ? `^${word.trim()}` : word.replace(/\s+/g, '')),
  )
}

function fromComposer(native: string): Constraint[] | undefined {
  const constraints: Constraint[] = []
  for (const alternative of native.split(/\s*\|\|?\s*/)) {
    if (/^[*]?$/.test(alternative)) return []
    const hyphen = /^(\S+)\s+-\s+(\S+)$/.exec(alternative)
    const read =
      hyphen === null
        ? readWords(alternative.replace(/([<>=^~])\s+/g, '$1').split(/[\s,]+/), composerWord)
        : [bound('>=', hyphen[1] as string), bound('<=', hyphen[2] as string)]
    if (read === undefined) return undefined
    constraints.push(...read)
  }
  return constraints
}

function composerWord(word: string): Constraint[] | undefined {
  const match = /^(~|\^|[<>!]?=?|<>|==)v?(\d[^\s]*)$/.exec(word)
  if (match === null) return undefined
  const [, operator = '', version = ''] = match
  const numbers = releaseNumbers(version)
  const wildcard = /^(\d+(?:\.\d+)*)\.[*x]$/i.exec(version)
  if (wildcard !== null) return span(filled(wildcard[1] as string), filled(raised(numbers, numbers.length - 1)))
  if (operator === '^')
    return span(
      version,
      raised(
        numbers,
        Math.max(
          0,
          numbers.findIndex((number) => number !== 0n),
        ),
      ),
    )
  if (operator === '~') return span(version, raised(numbers, Math.max(numbers.length - 2, 0)))
  return [bound(operator === '<>' ? '!=' : operator, version)]
}

function fromHex(native: string): Constraint[] | undefined {
  return fromPessimistic(native, /\s+(?:and|or)\s+|,/)
}

/** `~> 2.0.8` is at least 2.0.8 and below 2.1. */
function fromPessimistic(native: string, separator: string | RegExp): Constraint[] | undefined {
  return readWords(native.replace(/["'[\]]/g, '').split(separator), (word) => {
    const match = /^(~>|[<>!]?=?|==)\s*(\d\S*)$/.exec(word.trim())
    if (match === null) return undefined
    const [, operator = '', version = ''] = match
    const numbers = releaseNumbers(version)
    return operator === '~>'
      ? span(version, raised(numbers, Math.max(numbers.length - 2, 0)))
      : [bound(operator, version)]
  })
}

/** Undefined for what a list of constraints cannot say: text equality, epochs, and all but a beginning (`!=1.*`). */
function fromPypi(native: string): Constraint[] | undefined {
  const constraints: Constraint[] = []
  const specifiers = parseSpecifiers(native)
  if (specifiers === undefined) return undefined
  for (const { operator, text, version, isPrefix } of specifiers) {
    const numbers = releaseNumbers(text)
    if (version === null || version.epoch !== 0 || (isPrefix && operator === '!=')) return undefined
    if (isPrefix) constraints.push(...span(text.slice(0, -2), raised(numbers, numbers.length - 1)))
    else if (operator === '~=') constraints.push(...span(text, raised(numbers, numbers.length - 2)))
    else constraints.push(bound(operator, text))
  }
  return constraints
}

function fromIntervals(native: string): Constraint[] | undefined {
  if (!/^[[(]/.test(native)) return /^[^\s,[\]()]+$/.test(native) ? [bound('>=', native)] : undefined
  const intervals = readIntervals(native)
  return intervals?.some((interval) => interval.length === 0) ? [] : intervals?.flat()
}

function fromConan(native: string): Constraint[] | undefined {
  // The hyphen that asks for prereleases is no part of a lower bound's version.
  return readConanRange(native)?.alternatives.flatMap((constraints) =>
    constraints.map(({ operator, version }) => ({
      operator,
      version: operator.startsWith('>') ? version.replace(/-$/, '') : version,
    })),
  )
}

/** nginx's advisories: `0.8.40+` up to the end of the branch, `0.7.52-0.8.39`, single versions, `all`, `none`. */
function fromNginx(native: string): Constraint[] | undefined {
  if (native === 'all') return []
  return readWords(native.split(','), (word) => {
    const text = word.trim()
    const onwards = /^(\d+(?:\.\d+)*)\+$/.exec(text)
    if (onwards !== null) return span(onwards[1] as string, filled(raised(releaseNumbers(text), 1)))
    const between = /^(\d+(?:\.\d+)*)-(\d+(?:\.\d+)*)$/.exec(text)
    if (between !== null) return [bound('>=', between[1] as string), bound('<=', between[2] as string)]
    return /^\d+(?:\.\d+)*$/.test(text) ? [bound('=', text)] : undefined
  })
}

/** Single versions, separated by commas. */
function fromList(native: string): Constraint[] | undefined {
  return readWords(native.split(','), (word) => (/^\s*\d\S*\s*$/.test(word) ? [bound('=', word.trim())] : undefined))
}

function fromPlain(native: string): Constraint[] | undefined {
  if (/^[*]?$/.test(native)) return []
  return readWords(native.replace(/([<>=!])\s+/g, '$1').split(/[\s,|]+/), (word) => {
    const match = /^([<>!]?=?|==|<<|>>)([^<>=!]+)$/.exec(word)
    return match === null ? undefined : [bound((match[1] as string).replace(/^([<>])\1$/, '$1'), match[2] as string)]
  })
}

function readWords(words: readonly string[], read: Translation): Constraint[] | undefined {
  const constraints: Constraint[] = []
  for (const word of words) {
    const some = read(word)
    if (some === undefined) return undefined
    constraints.push(...some)
  }
  return constraints
}

function bound(operator: string, version: string): Constraint {
  return { operator: (operator === '' || operator === '==' ? '=' : operator) as ConstraintOperator, version }
}

/** Three numbers, zeros for those that are missing. */
function filled(version: string): string {
  const match = /^v?(\d+(?:\.\d+)*)(.*)$/.exec(version)
  if (match === null) return version
  const numbers = (match[1] as string).split('.')
  while (numbers.length < 3) numbers.push('0')
  return numbers.join('.') + (match[2] as string)
}
