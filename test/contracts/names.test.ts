/** What has an id has a name in every language: assumptions, methods, families of licenses, duties. */

import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { costAssumptions } from '#advice/engagement/assumptions.ts'
import { scenarioAssumptions } from '#advice/scenarios/assumptions.ts'
import { methodIds, methodText } from '#app/method-catalog.ts'
import { contributionAssumptions } from '#contribution/assumptions.ts'
import type { Assumption } from '#domain/assessment/value.ts'
import type { AssumptionSetting } from '#domain/organization.ts'
import { fundingAssumptions } from '#health/funding/assumptions.ts'
import { healthAssumptions } from '#health/assumptions.ts'
import { maturityAssumptions } from '#maturity/assumptions.ts'
import { motivatorAssumptions } from '#motivators/assumptions.ts'
import { loadEngagementOptions } from '#sources/engagement-content.ts'
import { loadLicenseTables } from '#sources/license-content.ts'
import { loadMaturityModel } from '#sources/maturity-content.ts'
import { assumptionLabel } from '#text/assumption-label.ts'
import { languages } from '#text/language.ts'
import { dutyWords, familyWords } from '#text/license-label.ts'
import { loadWords } from '#text/load-words.ts'
import { methodWords } from '#text/method-label.ts'
import { backlogOf, hoursAssumption } from '#value/agility/backlog.ts'
import { alternativeAssumptions } from '#value/alternatives/assumptions.ts'
import { assumptions as valueAssumptions } from '#value/assumptions.ts'
import { sampleHealth } from '#health/portfolio.sample.ts'

const portfolio = sampleHealth({ uses: [] })
const hours: AssumptionSetting = { id: hoursAssumption, low: 1, central: 2, high: 3, source: 'sample' }
const stated = {
  ...portfolio,
  organization: { ...portfolio.organization, stated: { ...portfolio.organization.stated, assumptions: [hours] } },
}
const terms = { budget: 1, floor: 1, cap: 1, most: 1, currency: 'EUR' } as const

/** Every assumption that any area prints. */
const registered: readonly (Pick<Assumption, 'id' | 'about'> & { readonly label: string })[] = [
  ...valueAssumptions,
  ...backlogOf(stated, []).assumptions,
  ...alternativeAssumptions(portfolio).printed,
  ...contributionAssumptions(portfolio.organization, null).printed,
  ...healthAssumptions([]).printed,
  ...fundingAssumptions(terms),
  ...maturityAssumptions(loadMaturityModel(), []),
  ...motivatorAssumptions(),
  ...costAssumptions(portfolio, loadEngagementOptions()).printed,
  ...scenarioAssumptions([], 'company', {}),
]
const source = join(import.meta.dirname, '..', '..', 'src')

describe('assumptions', () => {
  it('are those of every file that defines some', () => {
    const printing = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !/\.(?:test|sample)\.ts$/.test(path) && !path.startsWith('text'))
      .filter((path) =>
        /: Assumption\b|defineAssumption\(\{|readonly Assumption\[\] \{|printed: readonly Assumption\[\]/.test(
          readFileSync(join(source, path), 'utf8'),
        ),
      )
      .map((path) => path.replaceAll('\\', '/'))
    expect(printing.toSorted()).toEqual([
      'advice/engagement/assumptions.ts',
      'advice/scenarios/assumptions.ts',
      'contribution/assumptions.ts',
      'health/assumptions.ts',
      'health/funding/assumptions.ts',
      'maturity/assumptions.ts',
      'motivators/assumptions.ts',
      'value/agility/backlog.ts',
      'value/alternatives/assumptions.ts',
      'value/assumptions.ts',
    ])
    expect(registered.length).toBeGreaterThan(150)
  })

  it('are called in English what programs read', async () => {
    const words = await loadWords('en')
    const other = registered.flatMap((one) => {
      const label = assumptionLabel(one, words, 'en')
      return label === one.label ? [] : [[one.id, label, one.label]]
    })
    expect(other).toEqual([])
  })

  it.each(['de', 'ja'] as const)('have words of their own in %s', async (language) => {
    const words = await loadWords(language)
    const withoutWords = registered.filter((one) => {
      const { label, ...named } = one
      const own = assumptionLabel(named, words, language)
      return own === label || own === one.id || own.trim() === ''
    })
    expect(withoutWords.map(({ id }) => id)).toEqual([])
  })

  it('that are named by their ids alone, in chains, have words too', async () => {
    const words = await loadWords('de')
    const ids = ['H1-weights', 'F0-terms', 'yearly-wage', 'criticality-of-product', 'organization', 'what-if']
    expect(ids.filter((id) => assumptionLabel({ id }, words, 'de') === id)).toEqual([])
    expect(assumptionLabel({ id: 'H1-absence-factor' }, words, 'de')).toMatch(/^Gewicht: /)
    expect(assumptionLabel({ id: 'price-book/sluice-db' }, words, 'de')).toBe('Preis von sluice-db im Preisbuch')
    expect(assumptionLabel({ id: 'constructor' }, words, 'de')).toBe('constructor')
    // An assessment of an earlier version names what it is about in English alone.
    expect(assumptionLabel({ id: 'M8-gone', label: 'Threshold: gone' }, words, 'de')).toBe('Threshold: gone')
  })
})

describe.each(languages)('methods in %s', (language) => {
  it('have a name and a sentence each, and no words stand for a method that is gone', async () => {
    const words = await loadWords(language)
    const methods = [...methodIds, 'vulnerabilities/severity/high', 'licenses/strong']
    const withoutWords = methods.filter((method) => methodWords(method, words) === undefined)
    expect(withoutWords).toEqual([])
    expect(methods.filter((method) => !/[.?。？]$/.test(methodWords(method, words)?.meaning ?? ''))).toEqual([])
    expect(Object.keys(words.methods.named).filter((method) => methodText(method) === undefined)).toEqual([])
  })
})

describe('families of licenses and duties', () => {
  const { families, duties } = loadLicenseTables()

  it('are called in English as content has them', async () => {
    const words = await loadWords('en')
    for (const { id, label, note } of families)
      expect(familyWords({ id, label: '', note: '' }, words)).toEqual({ label, note })
    for (const { id, label, text } of duties)
      expect(dutyWords({ id, label: '', text: '' }, words)).toEqual({ label, text })
    expect(Object.keys(words.licenseTerms.families).toSorted()).toEqual(families.map(({ id }) => id).toSorted())
    expect(Object.keys(words.licenseTerms.duties).toSorted()).toEqual(duties.map(({ id }) => id).toSorted())
  })

  it.each(['de', 'ja'] as const)('have words of their own in %s', async (language) => {
    const words = await loadWords(language)
    const same = [
      ...families.filter(
        (one) => familyWords(one, words).label === one.label || familyWords(one, words).note === one.note,
      ),
      ...duties.filter((one) => dutyWords(one, words).label === one.label || dutyWords(one, words).text === one.text),
    ]
    expect(same.map(({ id }) => id)).toEqual([])
  })

  it('of tables that somebody else brings keep their own words', async () => {
    const own = { id: 'toString', label: 'Ours', note: 'As we say' }
    expect(familyWords(own, await loadWords('ja'))).toBe(own)
  })
})
