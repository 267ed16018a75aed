import { expect, it } from 'vitest'
import { describeWithShared } from '#test/shared-data.ts'
import { run } from './version-order.ts'

describeWithShared('pairs of versions in their order', 'conformance/version-order.jsonl.gz', () => {
  it('are ordered as their ecosystems do', async () => {
    const { misses, total } = await run()
    expect(misses).toEqual([])
    expect(total).toBeGreaterThan(40_000)
  })
})
