/** How grave an advisory is: by its best vector, or by the word its database gives. */

import type { Severity } from '#domain/finding.ts'
import type { SeverityStatement } from './advisory.ts'
import type { CvssVersion } from './cvss-grammar.ts'
import { scoreCvss } from './cvss.ts'

export type Rating = {
  readonly severity: Severity
  /** Base score 0–10; null when there is no vector that can be scored. */
  readonly score: number | null
  readonly vector: string | null
  /** What it rests on, weakest first: nothing, a word, a vector of version 2.0, 3.0, 3.1, 4.0. */
  readonly basis: 'nothing' | 'word' | CvssVersion
}

export const ratingBases: readonly Rating['basis'][] = ['nothing', 'word', '2.0', '3.0', '3.1', '4.0']

export const unrated: Rating = { severity: 'unknown', score: null, vector: null, basis: 'nothing' }

/** The vector of the highest CVSS version wins, of two of the same version the graver one; without a vector the word. */
export function rate(statements: readonly SeverityStatement[], word: string | null): Rating {
  let best = unrated
  for (const { type, score } of statements) {
    const rating = type.startsWith('CVSS_') ? rateVector(score) : rateWord(score)
    if (isStronger(rating, best)) best = rating
  }
  const worded = word === null ? unrated : rateWord(word)
  return isStronger(worded, best) ? worded : best
}

/** Whether `a` rests on more than `b` does, or on the same and is graver. */
export function isStronger(a: Rating, b: Rating): boolean {
  if (a.basis !== b.basis) return ratingBases.indexOf(a.basis) > ratingBases.indexOf(b.basis)
  if (a.score !== b.score) return (a.score ?? -1) > (b.score ?? -1)
  return a.basis === 'word' && gravity.indexOf(a.severity) < gravity.indexOf(b.severity)
}

const gravity: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'none', 'unknown']

const known = new Map<string, Rating>()

function rateVector(vector: string): Rating {
  const cached = known.get(vector)
  if (cached !== undefined) return cached
  const score = scoreCvss(vector)
  const rating: Rating = score.ok
    ? { severity: score.severity, score: score.base, vector: vector.trim(), basis: score.version }
    : unrated
  // Advisories share some thousand distinct vectors; the bound keeps invented ones from filling the memory.
  if (known.size < 50_000) known.set(vector, rating)
  return rating
}

/** Words of GitHub, Red Hat, Ubuntu, Debian, Microsoft and npm for the five levels. */
const words: ReadonlyMap<string, Severity> = new Map([
  ['critical', 'critical'],
  ['high', 'high'],
  ['important', 'high'],
  ['medium', 'medium'],
  ['moderate', 'medium'],
  ['low', 'low'],
  ['negligible', 'low'],
  ['minor', 'low'],
  ['unimportant', 'low'],
  ['none', 'none'],
  ['info', 'none'],
  ['informational', 'none'],
])

function rateWord(word: string): Rating {
  const severity = words.get(word.trim().toLowerCase())
  return severity === undefined ? unrated : { severity, score: null, vector: null, basis: 'word' }
}
