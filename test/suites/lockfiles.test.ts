import { expect, it } from 'vitest'
import { describeWithShared } from '#test/shared-data.ts'
import { run } from './lockfiles.ts'

describeWithShared('lockfiles of other scanners', 'conformance/lockfile-fixtures.zip', () => {
  it('are read where a reader for the format exists, and every miss has its reason', () => {
    const [fixtures, printed] = run()
    expect(fixtures?.total).toBe(294)
    expect(fixtures?.misses.filter(({ reason }) => reason === undefined)).toEqual([])
    expect(fixtures?.passed).toBeGreaterThanOrEqual(237)
    expect(printed?.misses.filter(({ reason }) => reason === undefined)).toEqual([])
    expect(printed?.passed).toBeGreaterThanOrEqual(46)
  })
})
