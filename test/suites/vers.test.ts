import { expect, it } from 'vitest'
import { describeWithShared } from '#test/shared-data.ts'
import { run } from './vers.ts'

describeWithShared('the tests of the vers specification', 'conformance/vers-spec.zip', () => {
  it('pass, all of them', async () => {
    const { misses, total } = await run()
    expect(misses).toEqual([])
    expect(total).toBeGreaterThan(1800)
  })
})
