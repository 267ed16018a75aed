import { describe, expect, it } from 'vitest'
import { rate } from './severity.ts'

const version3 = { type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }
const version4 = { type: 'CVSS_V4', score: 'CVSS:4.0/AV:P/AC:H/AT:P/PR:H/UI:A/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N' }

describe('how grave an advisory is', () => {
  it('is told by the vector of the highest version, also when that is milder', () => {
    expect(rate([version3, version4], 'CRITICAL')).toMatchObject({
      severity: 'low',
      basis: '4.0',
      vector: version4.score,
    })
    expect(rate([version3], 'LOW')).toMatchObject({ severity: 'critical', score: 9.8 })
  })

  it('is told by the graver of two vectors of one version', () => {
    const milder = { type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N' }
    expect(rate([milder, version3], null).score).toBe(9.8)
  })

  it('is told by a word where there is no vector that can be scored', () => {
    expect(rate([{ type: 'CVSS_V3', score: '9.8' }], 'MODERATE')).toMatchObject({ severity: 'medium', score: null })
    expect(rate([{ type: 'Ubuntu', score: 'negligible' }], null).severity).toBe('low')
    expect(rate([], 'Important').severity).toBe('high')
  })

  it('is unknown otherwise, and never none', () => {
    expect(rate([], null)).toMatchObject({ severity: 'unknown', score: null })
    expect(rate([], 'unclear')).toMatchObject({ severity: 'unknown', score: null })
  })
})
