import { expect, it } from 'vitest'
import { describeWithShared } from '#test/shared-data.ts'
import { run } from './cvss.ts'

describeWithShared('published CVSS vectors', 'conformance/cvss-vectors.jsonl.gz', () => {
  it('get the published scores, all of them', async () => {
    const { passed, total, misses } = await run()
    expect(misses).toEqual([])
    expect([passed, total]).toEqual([5148, 5148])
  })
})
