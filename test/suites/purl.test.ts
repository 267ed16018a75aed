import { expect, it } from 'vitest'
import { describeWithShared } from '#test/shared-data.ts'
import { run } from './purl.ts'

describeWithShared('the package URL tests of the specification', 'conformance/purl-spec.zip', () => {
  it('pass, all of them', async () => {
    const { passed, total, misses } = await run()
    expect(misses).toEqual([])
    expect(total).toBeGreaterThan(300)
    expect(passed).toBe(total)
  })
})
