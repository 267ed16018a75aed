import { describe, expect, it } from 'vitest'
import type { Finding } from '#domain/finding.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { remediesOf } from './remedies.ts'

const portfolio = { parts: [{ ecosystem: 'npm', version: '4.17.4' }] } as unknown as Portfolio
const finding = (...fixed: string[]): Finding => ({ part: 0, fixed }) as unknown as Finding

describe('the version that ends all findings of a part', () => {
  it('is the highest of the nearest fixes', () => {
    expect(remediesOf(portfolio, [finding('4.17.5'), finding('4.17.21'), finding('4.17.19', '5.0.0')])).toEqual([
      { part: 0, version: '4.17.21', findings: 3 },
    ])
  })

  it('passes over fixes of older lines', () => {
    expect(remediesOf(portfolio, [finding('3.10.2', '4.17.9')])[0]?.version).toBe('4.17.9')
  })

  it('is unknown when a finding has no fix', () => {
    expect(remediesOf(portfolio, [finding('4.17.5'), finding()])[0]?.version).toBeNull()
  })
})
