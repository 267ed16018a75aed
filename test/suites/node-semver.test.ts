import { expect, it } from 'vitest'
import { describeWithShared } from '#test/shared-data.ts'
import { run } from './node-semver.ts'

describeWithShared("npm's own fixtures of versions and ranges", 'conformance/node-semver-fixtures.json.gz', () => {
  it('pass, all of them', async () => {
    const { misses, total } = await run()
    expect(misses).toEqual([])
    expect(total).toBe(650)
  })
})
