/**
 * S7: "which products contain X below Y, through which path, owned by whom", and the full list behind a new advisory. Sizes
 * as in S6.
 */

import type { Scope } from '#domain/access.ts'
import { lensOf } from '#app/lists/cut.ts'
import { openViews } from '#app/lists/views.ts'
import { partsAsked, partsOfAdvisory, usesOfParts } from '#app/lists/where-used.ts'
import { ProblemError } from '#domain/problem.ts'
import { percentile } from './figure.ts'
import { withPortfolio } from './with-portfolio.ts'

export async function run(): Promise<void> {
  await withPortfolio('S7', async ({ store, written, figure }) => {
    const scopes: readonly Scope[] = ['all', new Set(written.units.slice(0, 20).map(({ id }) => id))]
    for (const scope of scopes) await lensOf(store, await openViews(store), scope)
    const where: number[] = []
    const affected: number[] = []
    const found: number[] = []
    // From the most used to the least used ones.
    for (let step = 0; step < 60; step += 1)
      for (const scope of scopes) {
        const at = Math.floor((step / 60) ** 3 * written.packages.length)
        const lens = await lensOf(store, await openViews(store), scope)
        const asked = performance.now()
        if (
          !(await isFound(async () => {
            const { parts } = partsAsked(lens, {
              package: written.packages[at] ?? '',
              below: '4.0.0',
              version: undefined,
            })
            await usesOfParts(lens, parts, { after: null, limit: 50 })
          }))
        )
          continue
        where.push(performance.now() - asked)
        const advisory = written.advisories[Math.floor((step / 60) ** 3 * written.advisories.length)] ?? ''
        const news = performance.now()
        if (
          await isFound(async () => {
            const list = await usesOfParts(lens, partsOfAdvisory(lens, advisory), { after: null, limit: null })
            found.push(list.items.length)
          })
        )
          affected.push(performance.now() - news)
      }
    figure(
      `which products contain X below Y, with paths and owners, p95 of ${where.length}`,
      percentile(where, 95),
      'ms',
      100,
    )
    figure(
      `advisory to the full affected list with paths, p95 of ${affected.length}`,
      percentile(affected, 95),
      'ms',
      1000,
    )
    figure('products in the longest list', Math.max(...found), 'products')
    figure('the slowest full list', Math.max(...affected), 'ms', 1000)
  })
}

async function isFound(ask: () => Promise<void>): Promise<boolean> {
  try {
    await ask()
    return true
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'nothing-found') return false
    throw error
  }
}
