import { expect, it } from 'vitest'
import { describeWithShared } from '#test/shared-data.ts'
import { run } from './licenses.ts'

describeWithShared('facts about licenses', 'conformance/spdx-license-list.zip', () => {
  it('agree with other people, but for differences with a reason', async () => {
    const results = await run()
    expect(results.flatMap(({ misses }) => misses.filter(({ reason }) => reason === undefined))).toEqual([])
    expect(results.map(({ suite, passed, total }) => [suite.replace('licenses: ', ''), passed, total])).toEqual([
      ['identifiers of the SPDX list', 727, 727],
      ['names of the SPDX list', 695, 695],
      ['addresses of the SPDX list', 160, 160],
      ['choices against spdx-satisfies', 480, 480],
      ['conditions of choosealicense.com', 47, 47],
      ['categories of ScanCode LicenseDB', 610, 685],
    ])
  })
})
