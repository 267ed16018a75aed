import { describe, expect, it } from 'vitest'
import { isLockfilePath, isToldElsewhere, versionChanges } from './locked-versions.ts'

function changes(before: readonly string[], after: readonly string[]): readonly string[] {
  const of = (versions: readonly string[]) => new Map(versions.length === 0 ? [] : [['pkg:npm/mast', versions]])
  return versionChanges(of(before), of(after)).map(({ from, to }) => `${from ?? '-'} → ${to ?? '-'}`)
}

describe('changes between two contents of a lockfile', () => {
  it('pair what came with the highest version below it that went', () => {
    expect(changes(['1.0.0'], ['1.1.0'])).toEqual(['1.0.0 → 1.1.0'])
    expect(changes(['0.9.0', '1.1.0'], ['1.2.0'])).toEqual(['1.1.0 → 1.2.0', '0.9.0 → -'])
    expect(changes(['1.0.0', '2.0.0'], ['1.1.0'])).toEqual(['1.0.0 → 1.1.0', '2.0.0 → -'])
    expect(changes(['1.9.0', '1.10.0'], ['1.9.1', '1.10.1'])).toEqual(['1.9.0 → 1.9.1', '1.10.0 → 1.10.1'])
  })

  it('know steps back, additions and removals', () => {
    expect(changes(['2.0.0'], ['1.0.0'])).toEqual(['2.0.0 → 1.0.0'])
    expect(changes([], ['1.0.0', '2.0.0'])).toEqual(['- → 1.0.0', '- → 2.0.0'])
    expect(changes(['1.0.0', '2.0.0'], ['2.0.0'])).toEqual(['1.0.0 → -'])
    expect(changes(['1.0.0'], ['1.0.0'])).toEqual([])
  })
})

describe('paths of lockfiles', () => {
  it('are told by name; a companion does not count twice', () => {
    expect(isLockfilePath('a/package-lock.json')).toBe(true)
    expect(isLockfilePath('a/package.json')).toBe(false)
    expect(isToldElsewhere('a/go.sum', new Set(['a/go.mod', 'a/go.sum']))).toBe(true)
    expect(isToldElsewhere('a/go.sum', new Set(['go.mod', 'a/go.sum']))).toBe(false)
  })
})
