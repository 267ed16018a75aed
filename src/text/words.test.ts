import { describe, expect, it } from 'vitest'
import { issueCodes } from '#domain/issue.ts'
import { exitCodes, type ProblemCode } from '#domain/problem.ts'
import { formatsFor } from './formats.ts'
import { languageOf, languages } from './language.ts'
import { loadWords } from './load-words.ts'
import { say } from './phrase.ts'

/** An argument for every sentence: counts, slots and problems all find what they need in it. */
const anything = new Proxy<Record<string, unknown>>(
  { n: 2, shown: '#', why: 'levels', length: 1, join: () => '#', map: () => ['#'], slice: () => ['#'] },
  {
    get: (known, key) =>
      key === Symbol.toPrimitive ? () => '#' : key === 'paths' ? ['#'] : (known[key as string] ?? '#'),
  },
)

describe.each(languages)('the words in %s', (language) => {
  it('are complete: no text and no sentence is empty', async () => {
    const empty = walk(await loadWords(language), '').filter(
      ([path, text]) => text.trim() === '' && path !== '.report.sentenceSpace',
    )
    expect(empty.filter(([path]) => path !== '.report.sentenceSpace')).toEqual([])
  })

  it('name every problem and every issue', async () => {
    const words = await loadWords(language)
    expect(Object.keys(words.problems).toSorted()).toEqual(Object.keys(exitCodes).toSorted())
    expect(Object.keys(words.cli.problemCodes).toSorted()).toEqual(Object.keys(exitCodes).toSorted())
    expect(Object.keys(words.issues).toSorted()).toEqual(Object.keys(issueCodes).toSorted())
    for (const code of Object.keys(exitCodes) as ProblemCode[]) {
      const { what, why, next } = words.problems[code](anything as never)
      expect([what, why, next].filter((text) => text === '')).toEqual([])
    }
  })

  it('are not English left over', async () => {
    if (language === 'en') return
    const english = new Map(walk(await loadWords('en'), ''))
    const same = walk(await loadWords(language), '').filter(
      ([path, text]) => /[a-z]{4}.* .*[a-z]{4}/.test(text) && english.get(path) === text,
    )
    expect(same).toEqual([])
  })
})

describe('plurals', () => {
  it('follow the count in the slot', async () => {
    const { front } = await loadWords('en')
    expect(front.inProducts({ n: 1, shown: '1' }).join('')).toBe('in use in 1 product.')
    expect(front.inProducts({ n: 3, shown: '3' }).join('')).toBe('in use in 3 products.')
    const german = (await loadWords('de')).front
    expect(german.packages(1)).toBe('Paket')
    expect(german.packages(2)).toBe('Pakete')
  })
})

describe('say', () => {
  it('keeps slots apart from the words around them', () => {
    const slot = { figure: 1 }
    expect(say`a ${slot}${'b'} c`).toEqual(['a ', slot, 'b', ' c'])
  })
})

describe('formats', () => {
  it('write numbers and money as the language does', () => {
    expect(formatsFor('en').money(43_983_533, 'USD')).toBe('$44M')
    expect(formatsFor('de').money(43_983_533, 'EUR').replaceAll('\u00A0', ' ')).toBe('44 Mio. €')
    expect(formatsFor('ja').money(43_983_533, 'JPY')).toMatch(/4400万/)
    expect(formatsFor('de').count(1_204)).toBe('1.204')
    expect(formatsFor('en').money(5, 'florin')).toBe('5 florin')
  })

  it('never round a gap away', () => {
    expect(formatsFor('en').percent(0.999)).toBe('99%')
    expect(formatsFor('en').percent(0.001)).toBe('1%')
    expect(formatsFor('en').percent(1)).toBe('100%')
  })

  it('keep a foreign date that is none', () => {
    expect(formatsFor('en').date('soon')).toBe('soon')
    expect(formatsFor('de').date('2026-11-22')).toBe('22.11.2026')
  })
})

describe('languageOf', () => {
  it('understands locales and falls back to English', () => {
    expect(['de_AT.UTF-8', 'ja-JP', 'DE', 'C.UTF-8', ''].map(languageOf)).toEqual(['de', 'ja', 'de', 'en', 'en'])
  })
})

function walk(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return walk(value(anything, anything, anything, anything), `${path}()`)
  if (Array.isArray(value)) return [[path, value.map(String).join('')]]
  return Object.entries(value as object).flatMap(([key, inner]) => walk(inner, `${path}.${key}`))
}
