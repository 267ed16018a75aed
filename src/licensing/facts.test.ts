import { describe, expect, it } from 'vitest'
import { licenseIndex, termsOfExpression } from './facts.ts'
import { sampleTables } from './tables.sample.ts'

const index = licenseIndex(sampleTables)

describe('terms of an expression', () => {
  it('picks the permissive branch of a choice and tells that there was one', () => {
    expect(termsOfExpression(index, 'GPL-2.0-only OR MIT', 'software')).toMatchObject({
      chosen: ['MIT'],
      isChoice: true,
      reciprocity: 'none',
    })
  })

  it('takes all duties of what holds at once, and the most demanding reciprocity', () => {
    expect(termsOfExpression(index, 'MIT AND GPL-2.0-only', 'software')).toMatchObject({
      reciprocity: 'strong',
      duties: ['keep-notices', 'offer-source'],
      isChoice: false,
    })
  })

  it('loosens copyleft by an exception for combining only', () => {
    const reciprocity = (text: string) => termsOfExpression(index, text, 'software')?.reciprocity
    expect(reciprocity('GPL-2.0-only WITH Classpath-exception-2.0')).toBe('weak')
    expect(reciprocity('GPL-2.0-only WITH Linux-syscall-note')).toBe('strong')
  })

  it('calls unknown what no table knows, never permissive', () => {
    const unknown = { openness: 'unknown', reciprocity: null }
    expect(termsOfExpression(index, 'LicenseRef-Own', 'software')).toMatchObject(unknown)
    expect(termsOfExpression(index, 'MIT AND LicenseRef-Own', 'software')).toMatchObject(unknown)
    expect(termsOfExpression(index, 'MIT AND NOASSERTION', 'software')).toMatchObject(unknown)
  })

  it('prefers a known open branch to an unknown one, and an unknown one to a closed one', () => {
    const chosen = (text: string) => termsOfExpression(index, text, 'software')?.chosen
    expect(chosen('LicenseRef-Own OR MIT')).toEqual(['MIT'])
    expect(chosen('LicenseRef-Own OR BUSL-1.1')).toEqual(['LicenseRef-Own'])
  })

  it('judges by the kind of asset', () => {
    const openness = (text: string, asset: 'software' | 'content' | 'model') =>
      termsOfExpression(index, text, asset)?.openness
    expect(openness('CC-BY-NC-4.0', 'content')).toBe('use-restricted')
    expect(openness('CC-BY-NC-4.0', 'software')).toBe('source-available')
    expect(openness('BUSL-1.1', 'software')).toBe('source-available')
    expect(openness('BUSL-1.1', 'model')).toBe('use-restricted')
  })

  it('takes a license that the OSI approved as open even where no family has it, and nothing more', () => {
    expect(termsOfExpression(index, 'ISC', 'software')).toMatchObject({ openness: 'open', reciprocity: null })
  })
})
