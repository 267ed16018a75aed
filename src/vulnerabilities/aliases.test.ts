import { describe, expect, it } from 'vitest'
import { compareIds, foldAliases } from './aliases.ts'

describe('records about the same vulnerability', () => {
  it('are one when they name one another or the same third', () => {
    const records = [
      { id: 'GHSA-1', aliases: ['CVE-1'] },
      { id: 'PYSEC-1', aliases: ['CVE-1'] },
      { id: 'GHSA-2', aliases: [] },
      { id: 'OTHER-1', aliases: ['GHSA-1'] },
    ]
    expect(foldAliases(records)).toEqual([[0, 1, 3], [2]])
  })

  it('are one through a chain that closes late', () => {
    const records = [
      { id: 'A', aliases: ['X'] },
      { id: 'B', aliases: ['Y'] },
      { id: 'C', aliases: ['Y', 'X'] },
    ]
    expect(foldAliases(records)).toEqual([[0, 1, 2]])
  })

  it('prefer CVE, then GHSA, then the alphabet', () => {
    expect(['PYSEC-1', 'GHSA-2', 'CVE-9', 'GHSA-1', 'BIT-1'].sort(compareIds)).toEqual([
      'CVE-9',
      'GHSA-1',
      'GHSA-2',
      'BIT-1',
      'PYSEC-1',
    ])
  })
})
