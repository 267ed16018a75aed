/**
 * Opens a store that holds a generated portfolio of the size asked for, on SQLite and then on a private PostgreSQL; on the
 * database that `DATABASE_URL` names alone where it is set. What both told stands side by side at the end.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store, type StoreOptions } from '#store/store.ts'
import { startPostgres } from '#test/postgres.ts'
import { figuresOf, printSideBySide, type EngineFigure } from './figure.ts'
import { writePortfolio, type WrittenPortfolio } from './portfolio.ts'

export type BenchPortfolio = {
  readonly store: Store
  readonly written: WrittenPortfolio
  /** Prints one figure of this engine. */
  readonly figure: EngineFigure
}

export async function withPortfolio(bench: string, use: (portfolio: BenchPortfolio) => Promise<void>): Promise<void> {
  const asked = process.argv.find((word) => word.startsWith('--size='))?.slice('--size='.length)
  const products = asked === undefined ? 10_000 : Number(asked)
  const named = process.env['DATABASE_URL']
  if (named) return measure({ databaseUrl: named }, bench, products, use)
  const home = mkdtempSync(join(tmpdir(), 'headwater-bench-'))
  const postgres = await startPostgres()
  try {
    await measure({ home }, bench, products, use)
    if (postgres === undefined) process.stderr.write(`${bench}: PostgreSQL is not installed; SQLite alone\n`)
    else await measure({ databaseUrl: await postgres.createDatabase() }, bench, products, use)
    printSideBySide(bench)
  } finally {
    await postgres?.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

async function measure(
  options: StoreOptions,
  bench: string,
  products: number,
  use: (portfolio: BenchPortfolio) => Promise<void>,
): Promise<void> {
  const store = await openStore(options)
  try {
    const figure = figuresOf(bench, store.engine, `${products} products`)
    const started = performance.now()
    const written = await writePortfolio(store, { products, partsEach: 500, findingsEach: 2 }, 'generated')
    figure('writing', (performance.now() - started) / 1000, 's')
    figure('occurrences', written.occurrences, 'occurrences')
    figure('findings as counted', written.findingsAsCounted, 'findings')
    figure('unique findings', written.findings, 'findings')
    await use({ store, written, figure })
  } finally {
    await store.close()
  }
}
