/**
 * What an organization calls otherwise, in finished texts: "open source" becomes its own term wherever we say it. Names of
 * products, packages and people are not ours to change, and neither are sentences around a name that has the term in it.
 */

import type { LocalText } from '#domain/maturity-model.ts'
import { commonTerms, type LabelSet } from '#domain/profile.ts'
import { languages, type Language } from './language.ts'
import type { PortalWords } from './portal-words.ts'

export type Say = (text: string) => string

/** @returns undefined where nothing is called otherwise */
function sayer(labels: LabelSet | undefined, language: Language): Say | undefined {
  const renamed = (Object.keys(commonTerms) as (keyof typeof commonTerms)[])
    .flatMap((id) => {
      const own = labels?.[id]
      return own === undefined ? [] : [{ usual: commonTerms[id][language], own }]
    })
    // Longer terms first: one may stand inside another.
    .toSorted((a, b) => b.usual.length - a.usual.length)
    .map(({ usual, own }) => ({ usual, own, pattern: patternOf(usual, language) }))
  if (renamed.length === 0) return undefined
  return (text) =>
    renamed.reduce(
      (done, { usual, own, pattern }) =>
        done.replaceAll(pattern, (found) =>
          found[0] === found[0]?.toUpperCase() && found[0] !== usual[0] ? capitalized(own) : own,
        ),
      text,
    )
}

/** Never inside another word; Japanese sets no spaces between words. */
function patternOf(usual: string, language: Language): RegExp {
  return new RegExp(language === 'ja' ? usual : `(?<![\\p{L}\\p{N}-])${usual}(?![\\p{L}\\p{N}-])`, 'giu')
}

function capitalized(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}

/** A finished text as the organization says it. */
export function inOwnTerms(text: string, labels: LabelSet | undefined, language: Language): string {
  return sayer(labels, language)?.(text) ?? text
}

const made = new WeakMap<object, Map<string, unknown>>()

/** All words of a language as the organization says them; made once for each set of labels. */
export function wordsInOwnTerms<W extends PortalWords>(words: W, labels: LabelSet | undefined, language: Language): W {
  const say = sayer(labels, language)
  if (say === undefined) return words
  const known = made.get(words) ?? new Map<string, unknown>()
  made.set(words, known)
  const key = JSON.stringify(labels)
  const found = (known.get(key) ?? renamed(words, say)) as W
  known.set(key, found)
  return found
}

function renamed(value: unknown, say: Say): unknown {
  if (typeof value === 'string') return say(value)
  if (typeof value === 'function')
    return (...slots: readonly unknown[]) => {
      const sentence: unknown = (value as (...slots: readonly unknown[]) => unknown)(...slots)
      return slots.some((slot) => isQuoting(slot, say)) ? sentence : renamedSentence(sentence, say)
    }
  if (Array.isArray(value)) return value.map((one) => renamed(one, say))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one, say)]))
}

/** What fills a slot of a sentence (a figure, an element) stays as it is. */
function renamedSentence(sentence: unknown, say: Say): unknown {
  if (typeof sentence === 'string') return say(sentence)
  const pieceOf = (one: unknown): unknown => (typeof one === 'string' ? say(one) : one)
  if (Array.isArray(sentence)) return sentence.map(pieceOf)
  if (typeof sentence !== 'object' || sentence === null) return sentence
  return Object.fromEntries(Object.entries(sentence).map(([key, one]) => [key, pieceOf(one)]))
}

function isQuoting(slot: unknown, say: Say): boolean {
  if (typeof slot === 'string') return say(slot) !== slot
  if (typeof slot !== 'object' || slot === null) return false
  return Object.values(slot).some((one) => typeof one === 'string' && say(one) !== one)
}

/** Content with texts in every language, each as the organization says it; all else stays as it is. */
export function textsInOwnTerms<T>(content: T, labels: LabelSet | undefined): T {
  const sayers = languages.flatMap((language) => {
    const say = sayer(labels, language)
    return say === undefined ? [] : [{ language, say }]
  })
  return sayers.length === 0 ? content : (renamedContent(content, sayers) as T)
}

type Sayers = readonly { readonly language: Language; readonly say: Say }[]

function renamedContent(value: unknown, sayers: Sayers): unknown {
  if (Array.isArray(value)) return value.map((one) => renamedContent(one, sayers))
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, renamedContent(one, sayers)]))
  if (typeof value !== 'object' || value === null) return value
  if (isLocal(value)) {
    const own = sayers.map(({ language, say }) => [language, saidIn(value[language], say)])
    return { ...value, ...Object.fromEntries(own) }
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamedContent(one, sayers)]))
}

type Local = Readonly<Record<keyof LocalText, string | readonly string[]>>

function isLocal(value: object): value is Local {
  return languages.every((language) => Object.hasOwn(value, language))
}

function saidIn(text: string | readonly string[], say: Say): string | readonly string[] {
  return typeof text === 'string' ? say(text) : text.map(say)
}
