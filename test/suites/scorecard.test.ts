import { expect, it } from 'vitest'
import { run } from './scorecard.ts'

it('recomputes every recorded aggregate and, where clones are at hand, answers as the tool itself', async () => {
  for (const { misses, passed, total } of await run()) {
    expect(misses).toEqual([])
    expect(passed).toBe(total)
  }
})
