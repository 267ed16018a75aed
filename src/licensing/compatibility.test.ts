import { describe, expect, it } from 'vitest'
import type { LicenseMatrix } from '#domain/license-matrix.ts'
import { loadLicenseTables } from '#sources/license-content.ts'
import { compatibility } from './compatibility.ts'
import { licenseIndex } from './facts.ts'

const index = licenseIndex(loadLicenseTables())

function answer(outbound: string, inbound: string, matrix?: LicenseMatrix) {
  return compatibility(index, matrix, outbound, inbound)
}

describe('compatibility by our own rules', () => {
  it.each([
    ['MIT', 'Apache-2.0', 'Yes'],
    ['MIT', 'GPL-2.0-only', 'No'],
    ['GPL-2.0-only', 'MIT', 'Yes'],
    ['GPL-2.0-only', 'Apache-2.0', 'No'],
    ['GPL-3.0-only', 'Apache-2.0', 'Yes'],
    ['Apache-2.0', 'GPL-3.0-only', 'No'],
    ['GPL-2.0-only', 'GPL-3.0-only', 'No'],
    ['GPL-3.0-only', 'GPL-2.0-only', 'No'],
    ['GPL-3.0-only', 'GPL-2.0-or-later', 'Yes'],
    ['GPL-2.0', 'GPL-2.0-only', 'Same'],
    ['MPL-2.0', 'EUPL-1.2', 'Yes'],
    ['GPL-2.0-only', 'EPL-2.0', 'Check dependency'],
    ['AGPL-3.0-only', 'GPL-3.0-only', 'Check dependency'],
    ['GPL-2.0-only', 'BSD-4-Clause', 'No'],
    ['GPL-2.0-only', 'LGPL-2.1-only', 'Yes'],
    ['MIT', 'BUSL-1.1', 'No'],
    ['MIT', 'LicenseRef-Own', 'Unknown'],
    ['GPL-3.0-only', 'CC-BY-SA-4.0', 'Yes'],
  ])('%s takes in %s: %s', (outbound, inbound, expected) => {
    expect(answer(outbound, inbound)).toEqual({ answer: expected, source: 'headwater rules' })
  })

  it('takes the best of what the inbound side offers, and all of what the outbound side promises', () => {
    expect(answer('Apache-2.0', 'MIT OR GPL-2.0-only')?.answer).toBe('Yes')
    expect(answer('Apache-2.0', 'MIT AND GPL-2.0-only')?.answer).toBe('No')
    expect(answer('MIT OR GPL-2.0-only', 'GPL-2.0-only')?.answer).toBe('No')
    expect(answer('MIT AND ISC', 'ISC AND MIT')?.answer).toBe('Yes')
  })

  it('gives no answer for what is no expression', () => {
    expect(answer('MIT', 'no such thing')).toBeUndefined()
  })
})

describe('compatibility with an installed matrix', () => {
  const matrix: LicenseMatrix = {
    source: 'sample matrix',
    answers: new Map([['MIT', new Map([['GPL-2.0-only', 'Check dependency' as const]])]]),
  }

  it('answers from the matrix where it has the pair, and says so', () => {
    expect(answer('MIT', 'GPL-2.0-only', matrix)).toEqual({ answer: 'Check dependency', source: 'sample matrix' })
    expect(answer('MIT', 'GPL-2.0', matrix)).toEqual({ answer: 'Check dependency', source: 'sample matrix' })
  })

  it('falls back to our own rules for other pairs', () => {
    expect(answer('GPL-2.0-only', 'MIT', matrix)).toEqual({ answer: 'Yes', source: 'headwater rules' })
  })
})
