import { expect, it } from 'vitest'
import { syntheticOrganization } from '#test/synthetic-organization.ts'
import { run } from './attribution.ts'

it('puts at least 99 % of the commits of 10,000 identities down to the right people', async () => {
  const { identities, commits } = syntheticOrganization(10_000, 20_261_122)
  expect(identities).toBeGreaterThanOrEqual(10_000)
  // The hard kinds are all in it, and own work is no small part.
  expect(new Set(commits.map(({ kind }) => kind)).size).toBe(8)
  expect(commits.filter(({ truth }) => truth !== null).length / commits.length).toBeGreaterThan(0.2)
  const { passed, total, misses } = await run()
  process.stdout.write(`attribution: ${passed} of ${total} right, ${((passed / total) * 100).toFixed(3)} %\n`)
  expect(total).toBe(commits.length)
  expect(passed / total).toBeGreaterThanOrEqual(0.99)
  // Some are wrong, as nobody told of them; a test without misses would not be hard.
  expect(misses.length).toBeGreaterThan(0)
  expect(misses.filter(({ reason }) => reason === undefined)).toEqual([])
})
