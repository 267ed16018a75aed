/**
 * Guesses: what a free-text license statement may mean. A guess always names the rule that made it, and is never turned into
 * a concluded license. Text that no rule reads stays unread.
 */

import { parseLicenseExpression } from '#domain/license-expression.ts'
import { aliases, unversioned } from './aliases.ts'
import { guessGnu } from './guess-gnu.ts'
import { guessModelTerms } from './guess-model-terms.ts'
import { readLicenseList } from './guess-list.ts'
import { licenseAddresses } from './license-addresses.ts'
import { listedLicenses } from './license-list.ts'

export type GuessRule =
  | 'spelling'
  | 'listed-name'
  | 'alias'
  | 'gnu-wording'
  | 'family-without-version'
  | 'address'
  | 'classifier'
  | 'model-terms'
  | 'list'
  | 'list-partly-read'
  | 'refers-to-file'
  | 'says-nothing'
  | 'unread'

export type LicenseGuess = {
  /** Canonical expression; null when nothing could be read. Terms nobody could read stand in it as `LicenseRef-unread-…`. */
  readonly expression: string | null
  readonly rule: GuessRule
}

const longest = 400

/** @param text a statement that is no license expression by itself */
export function guessLicense(text: string): LicenseGuess {
  const known = guesses.get(text)
  if (known !== undefined) return known
  const guess = freshGuess(text)
  // Statements repeat: a portfolio of a hundred thousand parts has some hundred texts. Bounded, because texts are foreign.
  if (guesses.size > 20_000) guesses.clear()
  guesses.set(text, guess)
  return guess
}

const guesses = new Map<string, LicenseGuess>()

function freshGuess(text: string): LicenseGuess {
  const plain = text.trim().replace(/\s+/g, ' ')
  if (plain === 'UNLICENSED') return { expression: 'LicenseRef-Proprietary', rule: 'alias' }
  if (/^see licen[cs]e in\b|^file:|^licen[cs]e(?:\.(?:md|txt|rst))?$/i.test(plain)) {
    return { expression: null, rule: 'refers-to-file' }
  }
  if (saysNothing.has(plain.toLowerCase().replace(/[.\s]+$/, ''))) return { expression: null, rule: 'says-nothing' }
  if (plain.length > longest) return { expression: null, rule: 'unread' }
  return guessOne(plain) ?? guessList(plain) ?? { expression: null, rule: 'unread' }
}

const saysNothing: ReadonlySet<string> = new Set([
  '',
  'unknown',
  'none',
  'noassertion',
  'n/a',
  'na',
  'null',
  'undefined',
  'other',
  'custom',
  'license',
  'licence',
  'dual license',
  'other license',
  'see license',
  'free',
  'unlicensed',
  'undisclosed',
  'not specified',
  'open source',
  'osi approved',
  'component not include',
  'component not included',
])

/** One license, not a list. */
function guessOne(text: string): LicenseGuess | undefined {
  if (/^licen[cs]e ?::/i.test(text)) return guessClassifier(text)
  if (/^<?(?:https?:)?\/\/|^www\./i.test(text)) return guessAddress(text)
  const folds = foldsOf(text)
  for (const fold of folds) {
    for (const rule of ['spelling', 'listed-name', 'alias'] as const) {
      const license = fold === '' ? undefined : dictionaries[rule].get(rule === 'spelling' ? squeezed(fold) : fold)
      if (license !== undefined) return { expression: license, rule }
    }
  }
  const gnu = guessGnu(text)
  if (gnu !== undefined) return { expression: gnu, rule: 'gnu-wording' }
  for (const fold of folds) {
    const license = dictionaries['family-without-version'].get(fold)
    if (license !== undefined) return { expression: license, rule: 'family-without-version' }
  }
  const model = guessModelTerms(text)
  return model === undefined ? undefined : { expression: model, rule: 'model-terms' }
}

/** The text, the text without what stands in parentheses, and, where it names one thing only, what stands in them. */
function foldsOf(text: string): readonly string[] {
  const inner = /[,;/]|\s(?:and|or)\s/i.test(text) ? '' : (/\(([^)]+)\)/.exec(text)?.[1] ?? '')
  return [...new Set([text, text.replace(/\([^)]*\)/g, ' '), inner].map(folded))]
}

function guessClassifier(text: string): LicenseGuess | undefined {
  const last = text.split('::').at(-1)?.trim() ?? ''
  const guess = guessOne(last)
  return guess === undefined ? undefined : { expression: guess.expression, rule: 'classifier' }
}

function guessAddress(text: string): LicenseGuess | undefined {
  const address = text
    .toLowerCase()
    .replace(/[<>]/g, '')
    .replace(/[?#].*$/, '')
    .replace(/\/(?:legalcode|deed)?(?:\.\w\w)?$/, '')
  for (const { pattern, license } of licenseAddresses) {
    const match = pattern.exec(address)
    if (match === null) continue
    const name = license(...match.slice(1))
    const parsed = parseLicenseExpression(name)
    const expression = parsed.ok ? parsed.canonical : guessOne(name)?.expression
    if (expression !== undefined && expression !== null) return { expression, rule: 'address' }
  }
  return undefined
}

function guessList(text: string): LicenseGuess | undefined {
  const list = readLicenseList(text, (word) => guessOne(word)?.expression ?? undefined)
  if (list === undefined) return undefined
  return { expression: list.expression, rule: list.isWhole ? 'list' : 'list-partly-read' }
}

/** Lower case, words apart by one blank, without words that every license has in its name. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(
      /^(?:this (?:software|project|package) is )?(?:licen[cs]ed|released|distributed|available) under(?: the)?(?: terms of)?(?: the)?\s/,
      '',
    )
    .replace(/common development and distribution/g, 'common development & distribution')
    .replace(/[^a-z0-9.+&*]+/g, ' ')
    .replace(/\b(?:the|licen[cs]es?|versions?|ver|terms)\b\.?/g, ' ')
    .replace(/\bv\.? ?(?=\d)/g, '')
    .replace(/\.(?=\s|$)/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function squeezed(text: string): string {
  return text.replace(/[\s.-]/g, '')
}

function dictionary(entries: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  const twice = new Set<string>()
  for (const [key, license] of entries) {
    const earlier = map.get(key)
    if (earlier !== undefined && earlier !== license) twice.add(key)
    map.set(key, license)
  }
  for (const key of twice) map.delete(key)
  return map
}

const present = listedLicenses.filter(({ isDeprecated }) => !isDeprecated)

const dictionaries = {
  spelling: dictionary(present.map(({ id }) => [squeezed(folded(id)), id])),
  'listed-name': dictionary(present.map(({ id, name }) => [folded(name), id])),
  alias: dictionary(namesOf(aliases)),
  'family-without-version': dictionary(namesOf(unversioned)),
} as const

function namesOf(table: Readonly<Record<string, readonly string[]>>): (readonly [string, string])[] {
  return Object.entries(table).flatMap(([license, names]) =>
    names.map((name) => [folded(name), license.trim()] as const),
  )
}
