/**
 * Looks for what may already do what is needed, before something new is made: words of the need among names, keywords,
 * projects and own products. It knows what is in use here and nothing of the rest of the world.
 */

import type { ExistingCandidate } from '#domain/assessment/engagement.ts'
import type { PurlText } from '#domain/part.ts'
import { packageOf } from '#ecosystems/purl.ts'
import type { Prepared } from './context.ts'

/** Shorter words are compared whole; longer ones also as the beginning of others: `calendar` finds `calendars`. */
const shortestPrefix = 4
/** Words that say nothing about what something does. */
const fillers = new Set(['a', 'an', 'the', 'for', 'of', 'to', 'and', 'or', 'with', 'in', 'new', 'js', 'lib', 'library'])
const mostCandidates = 20

type Place = ExistingCandidate['foundIn'][number]
type Described = Omit<ExistingCandidate, 'words' | 'foundIn' | 'fit'> & {
  readonly texts: readonly { readonly place: Place; readonly text: string }[]
}

/** Candidates with at least half of the words, best fit first. Empty for a need without words. */
export function searchExisting(prepared: Prepared, need: string): readonly ExistingCandidate[] {
  const wanted = [...new Set(wordsOf(need))].filter((word) => !fillers.has(word))
  if (wanted.length === 0) return []
  return described(prepared)
    .flatMap(({ texts, ...candidate }): readonly ExistingCandidate[] => {
      const places = texts.map(({ place, text }) => ({ place, words: wordsOf(text), whole: text.toLowerCase() }))
      const hits = wanted.map((word) => places.find(({ words, whole }) => matches(word, words, whole)))
      const words = wanted.filter((_, at) => hits[at] !== undefined)
      const fit = words.length / wanted.length
      if (fit < 0.5) return []
      return [{ ...candidate, words, foundIn: [...new Set(hits.flatMap((hit) => hit?.place ?? []))], fit }]
    })
    .toSorted(
      (a, b) =>
        b.fit - a.fit ||
        (b.criticality ?? 0) - (a.criticality ?? 0) ||
        (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0),
    )
    .slice(0, mostCandidates)
}

function described(prepared: Prepared): readonly Described[] {
  const { portfolio, criticality, partsOf, projectOf, statements } = prepared
  const { products, stated } = portfolio.organization
  const keywords = new Map<PurlText, string[]>()
  const keyword = (name: PurlText, text: string): void => {
    keywords.set(name, [...(keywords.get(name) ?? []), text])
  }
  for (const { part, serves } of stated.substitutions) if (part !== null) keyword(packageOf(part), serves)
  const parts = [...criticality.values()].map(({ package: name, k, uses }): Described => {
    const said = statements.about({ part: name }, 'keywords')?.value
    const project = projectOf.get(name) ?? null
    const first = portfolio.parts[partsOf.get(name)?.[0] ?? -1]
    return {
      subject: name,
      name: first?.name ?? name,
      project,
      products: uses.flatMap(({ product }) => products[product]?.id ?? []),
      licenses: [...new Set((first?.licenses ?? []).map(({ expression, text }) => expression ?? text))],
      criticality: k,
      texts: [
        { place: 'name', text: decodeURIComponent(name.slice(name.indexOf('/') + 1)) },
        ...(typeof said === 'string' ? [said] : []).map((text) => ({ place: 'keyword' as const, text })),
        ...(keywords.get(name) ?? []).map((text) => ({ place: 'keyword' as const, text })),
        ...(project === null ? [] : [{ place: 'project' as const, text: project.slice(project.indexOf('/') + 1) }]),
      ],
    }
  })
  const own = products
    .filter(({ origin }) => origin === 'made')
    .map((product): Described => {
      const said = statements.about({ product: product.id }, 'keywords')?.value
      return {
        subject: product.published ?? product.id,
        name: product.name,
        project: product.published ?? null,
        products: [product.id],
        licenses: [],
        criticality: null,
        texts: [
          { place: 'product', text: `${product.id} ${product.name}` },
          ...(typeof said === 'string' ? [{ place: 'keyword' as const, text: said }] : []),
        ],
      }
    })
  return [...own, ...parts]
}

/** `DatePicker`, `date-picker` and `date_picker` are the same two words; a plural counts as its singular. */
export function wordsOf(text: string): readonly string[] {
  return text
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) =>
      word.length > shortestPrefix && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word,
    )
}

function matches(word: string, words: readonly string[], whole: string): boolean {
  if (words.includes(word)) return true
  if (word.length < shortestPrefix) return false
  // Names are often written together: `datepicker`.
  return words.some((one) => one.startsWith(word)) || whole.includes(word)
}
