import { expect, it } from 'vitest'
import { describeWithShared } from '#test/shared-data.ts'
import { run } from './osv-answers.ts'

describeWithShared('recorded answers of OSV.dev', 'conformance/osv-query-answers.jsonl.gz', () => {
  it('are ours too, except where the record at hand is another', async () => {
    const { passed, total, misses } = await run()
    expect(misses.filter(({ reason }) => reason === undefined)).toEqual([])
    expect(misses.filter(({ expected }) => expected !== '')).toEqual([])
    expect([passed, total]).toEqual([35, 40])
  })
})
