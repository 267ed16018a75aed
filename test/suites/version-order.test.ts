import { expect, it } from 'vitest'
import { describeWithShared } from '#test/shared-data.ts'
import { run } from './version-order.ts'

describeWithShared('pairs of versions in their order', 'conformance/version-order.jsonl.gz', () => {
  it('are ordered as their ecosystems do, but for what no order can hold', async () => {
    const { misses, passed, total } = await run()
    expect(misses.filter(({ reason }) => reason === undefined)).toEqual([])
    expect(total).toBeGreaterThan(40_000)
    expect(passed / total).toBeGreaterThanOrEqual(0.9999)
  })
})
