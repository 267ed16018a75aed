import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreCvss, severityOfScore } from './cvss.ts'

const log4shell = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H'

describe('scores of vectors', () => {
  it('scores Log4Shell 10 in version 3.1', () => {
    expect(scoreCvss(log4shell)).toMatchObject({ ok: true, version: '3.1', base: 10, severity: 'critical' })
  })

  it('gives version 4.0 one score, over all metrics given', () => {
    const vector = 'CVSS:4.0/AV:P/AC:H/AT:P/PR:H/UI:A/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/E:A'
    expect(scoreCvss(vector)).toEqual({
      ok: true,
      version: '4.0',
      base: 7.3,
      temporal: null,
      environmental: null,
      severity: 'high',
    })
  })

  it('leaves scores of version 2.0 out when none of their metrics is given', () => {
    expect(scoreCvss('(AV:L/AC:L/Au:N/C:N/I:P/A:C)')).toMatchObject({ base: 5.6, temporal: null, environmental: null })
  })

  it('rounds the decimal number 8.55 up, which no binary fraction is', () => {
    expect(scoreCvss('AV:N/AC:L/Au:S/C:C/I:C/A:C/E:F/RL:U/RC:C')).toMatchObject({ base: 9, temporal: 8.6 })
  })

  it('gives an environmental score of its own to 3.1 with changed scope, also without environmental metrics', () => {
    expect(scoreCvss('CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:H/I:H/A:H')).toMatchObject({ base: 9.6, environmental: 9.7 })
  })

  it('does not care about the order of metrics in 3.1', () => {
    expect(scoreCvss('CVSS:3.1/A:H/I:H/C:H/S:C/UI:N/PR:N/AC:L/AV:N')).toMatchObject({ ok: true, base: 10 })
  })

  it('puts the borders of the bands where the specifications put them', () => {
    expect([0, 0.1, 3.9, 4, 6.9, 7, 8.9, 9].map((score) => severityOfScore(score, '3.1'))).toEqual([
      'none',
      'low',
      'low',
      'medium',
      'medium',
      'high',
      'high',
      'critical',
    ])
    expect(severityOfScore(10, '2.0')).toBe('high')
  })
})

describe('vectors that are refused', () => {
  it.each([
    ['', 'no metric'],
    ['9.8', 'no metric'],
    ['CVSS:3.2/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H', 'no known version'],
    ['cvss:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H', 'no metric'],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H', 'A is missing'],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:C', 'A cannot be'],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H/', 'no metric'],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H:H', 'A cannot be'],
    ['CVSS:3.1/AV:N/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H', 'given twice'],
    ['CVSS:4.0/AC:L/AV:N/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H', 'wrong place'],
  ])('refuses %s', (vector, reason) => {
    const score = scoreCvss(vector)
    expect(score).toMatchObject({ ok: false, code: 'cvss-invalid' })
    expect(score.ok ? '' : score.message).toContain(reason)
  })

  it('answers any text without throwing', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(log4shell.length), (noise, at) => {
        const score = scoreCvss(log4shell.slice(0, at) + noise + log4shell.slice(at))
        expect(score.ok ? score.base : score.code).toBeDefined()
      }),
    )
  })
})
