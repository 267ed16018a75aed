import { describe, expect, it } from 'vitest'
import { assessAdvice, scenarioIds } from './assess.ts'
import { healthyFacts, sampleOrganization, samplePortfolio } from './facts.sample.ts'
import { profiles } from './profiles.generated.ts'
import type { Profile } from '#domain/profile.ts'

const assessed = (profile: Profile | null, labels = {}) =>
  assessAdvice(healthyFacts({ portfolio: samplePortfolio(sampleOrganization({ profile, labels })) }))

describe('a profile [row 1]', () => {
  it('changes thresholds, questions, reasons, wording and what is asked', () => {
    const [company, university, administration] = [
      assessed('company'),
      assessed('university'),
      assessed('public-administration'),
    ]
    const limit = (advice: typeof company, id: string) => advice.assumptions.find((one) => one.id === id)?.central
    expect([limit(company, 'S8-silence-days'), limit(administration, 'S8-silence-days')]).toEqual(['182', '365'])
    expect(university.start.reasons[0]?.reason).toBe('open-knowledge')
    expect(company.start.reasons[0]?.reason).toBe('manage-compliance')
    expect(administration.start.questions.map(({ id }) => id)).toContain('public-law')
    const stateOf = (advice: typeof company, id: string) => advice.scenarios.find((one) => one.id === id)?.state
    expect(stateOf(administration, 'sales-or-marketing-tool')).toBe('not-applicable')
    expect(stateOf(company, 'sales-or-marketing-tool')).toBe('silent')
    const steps = (advice: typeof company) =>
      advice.scenarios.find(({ id }) => id === 'no-executive-support')?.action.de.join(' ')
    expect(steps(administration)).toContain('Verwaltungsspitze')
    expect(steps(university)).toContain('Hochschulleitung')
  })

  it('acts where it is stated only: a company is taken otherwise, and said so', () => {
    expect(assessed(null)).toMatchObject({ profile: 'company', isProfileStated: false })
    expect(assessed('vendor')).toMatchObject({ profile: 'vendor', isProfileStated: true })
  })

  it('leaves out only scenarios that exist, and says each reason once', () => {
    for (const { leavesOut, id } of profiles) {
      expect(leavesOut.filter((one) => !scenarioIds.includes(one))).toEqual([])
      expect(new Set(assessed(id).start.reasons.map(({ reason }) => reason)).size).toBe(7)
    }
  })
})

describe('labels [row 57]', () => {
  const labels = { 'open-source': 'open technology', 'open-source-program-office': 'open technology desk' }

  it('stand in every step that names the thing', () => {
    const { scenarios } = assessed('company', labels)
    const texts = scenarios.flatMap(({ action }) => [...action.en, ...action.de, ...action.ja])
    expect(texts.some((text) => text.includes('open technology desk'))).toBe(true)
    expect(texts.filter((text) => /open source/.test(text))).toEqual([])
  })
})
