import { expect, it } from 'vitest'
import { sharedData } from '#test/shared-data.ts'
import { run } from './sbomqs.ts'

it('scores worked examples and real SBOMs as sbomqs does', async () => {
  const [examples, totals, features] = await run()
  expect(examples?.misses).toEqual([])
  expect(examples?.passed).toBe(7)
  expect(totals?.misses).toEqual([])
  expect(totals?.total).toBe(155)
  if (sharedData('sboms/sboms.tar.gz') === undefined) return
  expect(features?.total).toBe(4960)
  expect(features?.misses.filter(({ reason }) => reason === undefined)).toEqual([])
  expect(features?.passed).toBeGreaterThanOrEqual(4916)
}, 60_000)
