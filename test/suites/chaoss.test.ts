import { expect, it } from 'vitest'
import { run } from './chaoss.ts'

it('gives the numbers of the definitions and, where clones are at hand, of the measured repositories', async () => {
  for (const { misses, passed, total } of await run()) {
    expect(misses).toEqual([])
    expect(passed).toBe(total)
  }
})
