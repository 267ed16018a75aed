/** Opens a store that holds a generated portfolio of the size asked for: SQLite, or PostgreSQL where `DATABASE_URL` names one. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store } from '#store/store.ts'
import { print } from './figure.ts'
import { writePortfolio, type WrittenPortfolio } from './portfolio.ts'

export type BenchPortfolio = { readonly store: Store; readonly written: WrittenPortfolio; readonly label: string }

export async function withPortfolio(bench: string, use: (portfolio: BenchPortfolio) => Promise<void>): Promise<void> {
  const asked = process.argv.find((word) => word.startsWith('--size='))?.slice('--size='.length)
  const products = asked === undefined ? 10_000 : Number(asked)
  const databaseUrl = process.env['DATABASE_URL']
  const home = mkdtempSync(join(tmpdir(), 'headwater-bench-'))
  const store = await openStore(databaseUrl ? { databaseUrl } : { home })
  try {
    const started = performance.now()
    const written = await writePortfolio(store, { products, partsEach: 500, findingsEach: 2 }, 'generated')
    const label = `${store.engine}, ${products} products`
    const told = (figure: string, value: number, unit: string): void =>
      print({ bench, figure: `${label}: ${figure}`, value, unit })
    told('writing', (performance.now() - started) / 1000, 's')
    told('occurrences', written.occurrences, 'occurrences')
    told('findings as counted', written.findingsAsCounted, 'findings')
    told('unique findings', written.findings, 'findings')
    await use({ store, written, label })
  } finally {
    await store.close()
    rmSync(home, { recursive: true, force: true })
  }
}
