import { expect, it } from 'vitest'
import { describeWithShared } from '#test/shared-data.ts'
import { run } from './cyclonedx-validity.ts'

describeWithShared('CycloneDX documents named valid and invalid', 'sboms/sboms.tar.gz', () => {
  it('are all accepted and all rejected', { timeout: 300_000 }, async () => {
    const results = await run()
    expect(results.flatMap(({ misses }) => misses)).toEqual([])
    expect(results.map(({ total }) => total)).toEqual([227, 267, 125])
  })
})
