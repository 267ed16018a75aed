import { expect } from 'vitest'
import { it } from 'vitest'
import { sharedData } from '#test/shared-data.ts'
import { run } from './git-history.ts'

it.skipIf(sharedData('git-history') === undefined)(
  'sums eight real histories as a plain count of the files does',
  { timeout: 60_000 },
  async () => {
    const [sums] = await run()
    expect(sums?.misses).toEqual([])
    expect(sums?.total).toBeGreaterThan(100)
  },
)
