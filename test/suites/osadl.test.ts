import { expect, it } from 'vitest'
import { describeWithShared } from '#test/shared-data.ts'
import { run } from './osadl.ts'

describeWithShared('the OSADL matrix', 'conformance/osadl-matrix.json.gz', () => {
  it('gets the same answer for every pair when it is installed', async () => {
    const [installed] = await run()
    expect(installed).toMatchObject({ passed: 12_100, total: 12_100 })
  })

  it('agrees with our own rules wherever both answer, but for differences with a reason', async () => {
    const [, own] = await run()
    expect([own?.passed, own?.total]).toEqual([10_225, 10_258])
    expect(own?.misses.filter(({ reason }) => reason === undefined)).toEqual([])
  })
})
