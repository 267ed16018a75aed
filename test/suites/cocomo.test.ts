import { expect, it } from 'vitest'
import { run } from './cocomo.ts'

it('gives every number that papers and tools print, to the printed digits', () => {
  const { misses, passed, total } = run()
  expect(misses).toEqual([])
  expect(total).toBeGreaterThan(70)
  expect(passed).toBe(total)
})
