import { describe, expect, it } from 'vitest'
import { loadLicenseTables } from './license-content.ts'
import { loadEngagementOptions } from './engagement-content.ts'
import { defaultPolicy, defaultPolicyText, readPolicy } from './policy-file.ts'

function mistake(text: string): string {
  const read = readPolicy(new TextEncoder().encode(text), 'policy.yaml')
  return read.ok ? 'no mistake' : `${read.problem.where}: ${read.problem.what}`
}

const rule = (match: string) => `format: 1\nrules:\n  - { id: one, match: { ${match} }, outcome: deny, reason: no }\n`
const waiver = (more: string) =>
  `${rule('severity: high')}waivers:\n  - { id: w, rule: one, by: p-1, reason: r, until: 2026-12-31${more} }\n`

describe('a policy', () => {
  it('is the default one where there is no other, and can be kept as it is printed', () => {
    expect(mistake(defaultPolicyText())).toBe('no mistake')
    expect(defaultPolicy()).toMatchObject({ name: 'default', waivers: [] })
    const families = new Set(loadLicenseTables().families.map(({ id }) => id))
    for (const { match } of defaultPolicy().rules)
      for (const family of match.families) expect(families).toContain(family)
  })

  it.each([
    ['a license that the list does not have', rule('licenses: [GPLv2]'), 'line 3, rules[0].match.licenses[0]'],
    ['an openness that there is not', rule('openness: [shut]'), 'line 3, rules[0].match.openness[0]'],
    ['a range that is none', rule('versions: "<2"'), 'line 3, rules[0].match.versions'],
    ['a criterion that is not known', rule('color: red'), 'line 3, rules[0].match.color'],
    ['an empty list', rule('licenses: []'), 'line 3, rules[0].match.licenses: must name at least one'],
    ['an exception without an end', waiver('').replace(', until: 2026-12-31', ''), 'waivers[0].until'],
    ['an exception from nothing', waiver('').replace('rule: one', 'rule: two'), 'line 5, waivers[0].rule: names "two"'],
    ['an exception for a version', waiver(', part: pkg:npm/x@1'), 'line 5, waivers[0].part'],
    [
      'two rules of one id',
      `${rule('severity: high')}${rule('severity: low').split('\n')[2]}\n`,
      'line 4, rules[1].id',
    ],
  ])('refuses %s with the line', (_, text, expected) => {
    expect(mistake(text)).toContain(expected)
  })
})

describe('ways to engage', () => {
  it('are fourteen, in three languages, each with benefits and what it costs', () => {
    const options = loadEngagementOptions()
    expect(options.map(({ number }) => number)).toEqual(Array.from({ length: 14 }, (_, at) => at))
    for (const { label, explanation, benefits, cost } of options) {
      for (const text of [label, explanation]) expect(new Set([text.en, text.de, text.ja]).size).toBe(3)
      expect(benefits.length).toBeGreaterThan(0)
      expect(cost.isPriced || cost.hours !== null || cost.amount !== null).toBe(true)
    }
    expect(new Set(options.map(({ cost }) => cost.assumption)).size).toBe(14)
  })
})
