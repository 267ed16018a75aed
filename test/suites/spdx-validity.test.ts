import { expect, it } from 'vitest'
import { describeWithShared } from '#test/shared-data.ts'
import { run } from './spdx-validity.ts'

describeWithShared('SPDX documents of the specification and its tools', 'sboms/sboms.tar.gz', () => {
  it('are judged as they are meant, and every miss has its reason', async () => {
    const { passed, total, misses } = await run()
    expect(misses.filter(({ reason }) => reason === undefined)).toEqual([])
    expect(total - passed).toBeLessThanOrEqual(8)
    expect(passed).toBeGreaterThanOrEqual(78)
  })
})
