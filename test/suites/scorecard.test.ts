import { expect, it } from 'vitest'
import { sharedData } from '#test/shared-data.ts'
import { run } from './scorecard.ts'

it('recomputes every recorded aggregate', async (context) => {
  if (sharedData('health/scorecard-results.zip') === undefined) return context.skip()
  const [result] = await run()
  expect(result?.misses).toEqual([])
  expect(result?.total).toBe(9)
})
