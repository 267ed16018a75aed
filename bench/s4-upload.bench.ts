/**
 * S4: from handing in a document of 1,000 parts until it is analyzed, 95th percentile, while the whole organization is
 * assessed, from the first to the last moment of one assessment; on SQLite and on PostgreSQL. The pages of the portal follow
 * on the same organization (S10). `HEADWATER_S4_PRODUCTS` (400 unless set; the bar is for 10,000) sets the size.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Engine } from '#store/dialect.ts'
import type { StoreOptions } from '#store/store.ts'
import { chromiumPath } from '#test/chromium.ts'
import { startPostgres } from '#test/postgres.ts'
import { startCommand, type Running } from '#test/running.ts'
import { buildWeb } from '#tools/build-web.ts'
import { figuresOf, percentile, printSideBySide, type EngineFigure } from './figure.ts'
import { productName, sbomOf, writeOrganization } from './organization.ts'
import { measurePages } from './page-times.ts'
import { residentMebibytes } from './process.ts'

const products = Number(process.env['HEADWATER_S4_PRODUCTS'] ?? 400)
/** `HEADWATER_S4_ENGINES` names fewer. */
const engines = (process.env['HEADWATER_S4_ENGINES'] ?? 'sqlite,postgresql').split(',')
const uploadsAlone = 30
const uploadedParts = 1_000

export async function run(): Promise<void> {
  await buildWeb()
  const scratch = mkdtempSync(join(tmpdir(), 'headwater-s4-'))
  const postgres = await startPostgres()
  try {
    const home = join(scratch, 'home')
    if (engines.includes('sqlite')) await measure('sqlite', { home }, home, scratch)
    if (postgres === undefined) process.stderr.write('S4: PostgreSQL is not installed; SQLite alone\n')
    else if (engines.includes('postgresql'))
      await measure('postgresql', { databaseUrl: await postgres.createDatabase() }, join(scratch, 'pg-home'), scratch)
    for (const bench of ['S4', 'S10']) printSideBySide(bench)
  } finally {
    await postgres?.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function measure(engine: Engine, options: StoreOptions, home: string, scratch: string): Promise<void> {
  const figure = figuresOf('S4', engine, `${products} products`)
  const started = performance.now()
  await writeOrganization(options, { home, folder: join(scratch, 'advisories'), products })
  figure('writing the organization', (performance.now() - started) / 1000, 's')
  const environment: Record<string, string> = 'home' in options ? {} : { DATABASE_URL: options.databaseUrl }
  const server = await startCommand(['serve', '--home', home, '--port', '0'], environment)
  try {
    await measureUploads(server, figure)
    const pages = figuresOf('S10', engine, `${products} products`)
    const subjects = {
      product: `/products/${productName(7)}`,
      component: '/component?purl=pkg%3Anpm%2Fplank-7',
      'one advisory': '/vulnerabilities?finding=EXAMPLE-1',
    }
    if (chromiumPath === undefined) process.stderr.write('S10: no browser is installed; pages are not measured\n')
    else await measurePages(server.address, subjects, pages)
  } finally {
    await server.stop()
  }
}

async function measureUploads(server: Running, figure: EngineFigure): Promise<void> {
  const alone: number[] = []
  for (let number = 0; number < uploadsAlone; number += 1) alone.push(await upload(server, number))
  const during: number[] = []
  const started = performance.now()
  const assessment = await startAssessment(server)
  const ended = endOf(server, assessment)
  const over = new AbortController()
  void ended.then(() => over.abort())
  while (!over.signal.aborted) during.push(await upload(server, uploadsAlone + during.length))
  const { state, error } = await ended
  if (state !== 'done') throw new Error(`the assessment ended as ${state}: ${error}`)
  figure('one assessment of the organization, with uploads all the while', (performance.now() - started) / 1000, 's')
  figure('uploads during the assessment', during.length, 'uploads')
  figure('upload to analyzed, p50, nothing else going on', percentile(alone, 50), 's')
  figure('upload to analyzed, p50, during the assessment', percentile(during, 50), 's')
  figure('upload to analyzed, p95, during the assessment', percentile(during, 95), 's', 1)
  figure('upload to analyzed, longest', Math.max(...during), 's')
  figure('memory of the server', await residentMebibytes(server.address), 'MiB')
}

/** @returns seconds from sending to analyzed */
async function upload({ address }: Running, number: number): Promise<number> {
  const body = sbomOf(number, uploadedParts)
  const started = performance.now()
  const query = `product=${productName(number % products)}&path=bom`
  const answer = await fetch(`${address}/api/v1/documents?${query}`, { method: 'POST', body })
  const { token } = (await answer.json()) as { token: string }
  for (;;) {
    const { state } = (await (await fetch(`${address}/api/v1/uploads/${token}`)).json()) as { state: string }
    if (state === 'analyzed') return (performance.now() - started) / 1000
    if (state === 'failed') throw new Error('an upload failed')
    await wait(10)
  }
}

async function startAssessment({ address }: Running): Promise<string> {
  const { job } = (await (await fetch(`${address}/api/v1/assessments`, { method: 'POST' })).json()) as { job: string }
  return job
}

async function endOf({ address }: Running, id: string): Promise<{ state: string; error: string | null }> {
  for (;;) {
    const { items } = (await (await fetch(`${address}/api/v1/jobs`)).json()) as {
      items: { id: string; state: string; error: string | null }[]
    }
    const job = items.find((one) => one.id === id)
    if (job?.state === 'done' || job?.state === 'dead') return job
    await wait(200)
  }
}
