/**
 * S6: the first page of every list in every sort and filter it offers, cut to what somebody may see, on a generated
 * portfolio. `--size=N` products (default 10,000; 500 parts each, findings as counted twice the occurrences);
 * `DATABASE_URL` selects PostgreSQL.
 */

import { openViews } from '#app/lists/views.ts'
import { lensOf, type Lens } from '#app/lists/cut.ts'
import { pageOf } from '#app/lists/list.ts'
import { lists, triedFilters } from '#app/lists/registry.ts'
import { search } from '#app/lists/search.ts'
import { orders } from '#domain/lists.ts'
import type { Scope } from '#domain/access.ts'
import { percentile } from './figure.ts'
import { withPortfolio } from './with-portfolio.ts'

export async function run(): Promise<void> {
  await withPortfolio('S6', async ({ store, written, figure }) => {
    const started = performance.now()
    const views = await openViews(store)
    figure('reading the rows of the views once', performance.now() - started, 'ms')
    const units = written.units.map(({ id }) => id)
    const scopes: Record<string, Scope> = {
      everything: 'all',
      'a fifth of the units': new Set(units.filter((_, index) => index % 5 === 1)),
      'one unit': new Set(units.slice(-3, -2)),
    }
    const times: number[] = []
    const firstTimes: number[] = []
    for (const [who, scope] of Object.entries(scopes)) {
      const cutting = performance.now()
      const lens = await lensOf(store, views, scope)
      figure(`cutting to ${who}, once for each state`, performance.now() - cutting, 'ms')
      for (const list of lists) {
        const ofList: number[] = []
        for (const sort of Object.keys(list.sorts))
          for (const order of orders)
            for (const filters of triedFilters(list, lens)) {
              // As a request does: whether the rows are still the newest is asked each time.
              const page = async (): Promise<number> => {
                const asked = performance.now()
                const now: Lens = await lensOf(store, await openViews(store), scope)
                pageOf(list, { sort, order, after: null, limit: 50, filters }, now)
                return performance.now() - asked
              }
              firstTimes.push(await page())
              for (let round = 0; round < 3; round += 1) ofList.push(await page())
            }
        times.push(...ofList)
        figure(`${list.id}, ${who}, p95 of ${ofList.length} pages`, percentile(ofList, 95), 'ms', 150)
      }
      const searches: number[] = []
      for (const question of ['anchor', 'weir 12', 'GEN-17-1', 'pier jetty', 'zzz', 'a'])
        for (let round = 0; round < 5; round += 1) {
          const asked = performance.now()
          search(await lensOf(store, await openViews(store), scope), question, 8)
          searches.push(performance.now() - asked)
        }
      figure(`search, ${who}, p95`, percentile(searches, 95), 'ms', 150)
    }
    figure(`every list, sort, filter and reader, p95 of ${times.length} pages`, percentile(times, 95), 'ms', 300)
    figure('the slowest page', Math.max(...times), 'ms', 300)
    figure('asked for the first time since rows changed, p95', percentile(firstTimes, 95), 'ms', 300)
    figure('asked for the first time since rows changed, slowest', Math.max(...firstTimes), 'ms')
    figure('memory of the process', process.memoryUsage().rss / 2 ** 20, 'MiB')
  })
}
