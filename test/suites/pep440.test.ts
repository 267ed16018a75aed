import { expect, it } from 'vitest'
import { describeWithShared } from '#test/shared-data.ts'
import { run } from './pep440.ts'

describeWithShared("packaging's own cases for specifiers", 'conformance/pypa-packaging-cases.jsonl.gz', () => {
  it('pass, all that ask about specifiers', async () => {
    const { misses, total } = await run()
    expect(misses).toEqual([])
    expect(total).toBeGreaterThan(500)
  })
})
