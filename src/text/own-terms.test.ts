import { describe, expect, it } from 'vitest'
import { loadWords } from './load-words.ts'
import { languages } from './language.ts'
import { inOwnTerms, textsInOwnTerms, wordsInOwnTerms } from './own-terms.ts'
import type { Words } from './words.ts'

const labels = { 'open-source': 'open technology', 'open-source-program-office': 'open technology desk' }

describe('own terms', () => {
  it('rename a finished text, whole words only, capitals as they were', () => {
    expect(inOwnTerms('Open source in use; the open source program office.', labels, 'en')).toBe(
      'Open technology in use; the open technology desk.',
    )
    expect(inOwnTerms('das Open-Source-Büro für Open Source', labels, 'de')).toBe(
      'das open technology desk für open technology',
    )
    expect(inOwnTerms('オープンソースの利用', labels, 'ja')).toBe('open technologyの利用')
    expect(inOwnTerms('reopen sourced', labels, 'en')).toBe('reopen sourced')
    expect(inOwnTerms('Open source', undefined, 'en')).toBe('Open source')
  })

  it('stand in all words, in sentences around their slots too, and make the same words once', async () => {
    const words = await loadWords('en')
    const own = wordsInOwnTerms(words, labels, 'en')
    expect(own.worth.reuse).toBe('Share of open technology in what is delivered')
    expect(words.worth.reuse).toBe('Share of open source in what is delivered')
    expect(wordsInOwnTerms(words, { ...labels }, 'en')).toBe(own)
    expect(wordsInOwnTerms(words, undefined, 'en')).toBe(words)
    expect(wordsInOwnTerms(words, { units: 'offices' }, 'en')).toBe(words)
    const quoting: Words = { ...words, usage: { ...words.usage, reuseShare: (share) => `${share} open source` } }
    const { reuseShare } = wordsInOwnTerms(quoting, labels, 'en').usage
    expect(reuseShare('5 %', '1', '2')).toBe('5 % open technology')
    expect(reuseShare('Open Source Portal:', '1', '2')).toBe('Open Source Portal: open source')
  })

  it('leave no usual term in the words of a language where it stands alone', async () => {
    for (const language of languages) {
      const own = wordsInOwnTerms(await loadWords(language), labels, language)
      const usual = language === 'ja' ? /オープンソース/u : /(?<![\p{L}\p{N}-])open source(?![\p{L}\p{N}-])/iu
      expect(JSON.stringify(own)).not.toMatch(usual)
    }
  })

  it('rename content in each language and keep everything else', () => {
    const content = {
      id: 'open source',
      label: { en: 'Open source', de: 'Für Open Source', ja: 'オープンソース' },
      steps: { en: ['Open source'], de: ['Nichts'], ja: ['何もない'] },
      rest: [1, null],
    }
    expect(textsInOwnTerms(content, labels)).toEqual({
      id: 'open source',
      label: { en: 'Open technology', de: 'Für open technology', ja: 'open technology' },
      steps: { en: ['Open technology'], de: ['Nichts'], ja: ['何もない'] },
      rest: [1, null],
    })
    expect(textsInOwnTerms(content, {})).toBe(content)
  })
})
