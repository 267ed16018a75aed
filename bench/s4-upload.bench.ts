/**
 * S4: from handing in a document of 1,000 parts until it is analyzed, 95th percentile, while the whole organization is
 * assessed again and again; on SQLite and on PostgreSQL. `HEADWATER_S4_PRODUCTS` (400 unless set; the bar is for 10,000) and
 * `HEADWATER_S4_UPLOADS` (30) set the size.
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { importAdvisories } from '#app/import-advisories.ts'
import { silent } from '#app/progress.ts'
import type { ReadDocument } from '#domain/part.ts'
import { defaultOrganization } from '#sources/organization-file.ts'
import { saveEvidence } from '#store/evidence.ts'
import { saveOrganization } from '#store/organization.ts'
import { saveRevision } from '#store/revisions.ts'
import { openStore, type StoreOptions } from '#store/store.ts'
import { startPostgres } from '#test/postgres.ts'
import { startCommand, type Running } from '#test/running.ts'
import { defaultLaborRate } from '#value/assumptions.ts'
import { print } from './figure.ts'

const products = Number(process.env['HEADWATER_S4_PRODUCTS'] ?? 400)
const uploads = Number(process.env['HEADWATER_S4_UPLOADS'] ?? 30)
const partsPerProduct = 600
const uniqueParts = 20_000
const uploadedParts = 1_000
const advisories = 3_000

export async function run(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'headwater-s4-'))
  const postgres = await startPostgres()
  try {
    await measure('SQLite', { home: join(scratch, 'home') }, join(scratch, 'home'), scratch)
    if (postgres === undefined) process.stderr.write('S4: PostgreSQL is not installed; SQLite alone\n')
    else
      await measure('PostgreSQL', { databaseUrl: await postgres.createDatabase() }, join(scratch, 'pg-home'), scratch)
  } finally {
    await postgres?.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function measure(engine: string, options: StoreOptions, home: string, scratch: string): Promise<void> {
  await prepare(options, home, join(scratch, 'advisories'))
  const environment: Record<string, string> = 'home' in options ? {} : { DATABASE_URL: options.databaseUrl }
  const server = await startCommand(['serve', '--home', home, '--port', '0'], environment)
  try {
    const alone = await timesOf(server, uploads, 0)
    const busy = { share: 0, rounds: 0 }
    const stopReassessing = keepReassessing(server, busy)
    await wait(1_000)
    const during = await timesOf(server, uploads, uploads)
    await stopReassessing()
    const size = `${products} products`
    print({
      bench: 'S4',
      figure: `${engine}, ${size}: upload to analyzed, p50, nothing else going on`,
      value: at(alone, 0.5),
      unit: 's',
    })
    print({
      bench: 'S4',
      figure: `${engine}, ${size}: upload to analyzed, p50, during re-analysis`,
      value: at(during, 0.5),
      unit: 's',
    })
    print({
      bench: 'S4',
      figure: `${engine}, ${size}: upload to analyzed, p95, during re-analysis`,
      value: at(during, 0.95),
      unit: 's',
      bar: 1,
    })
    print({ bench: 'S4', figure: `${engine}, ${size}: longest`, value: at(during, 1), unit: 's' })
    print({
      bench: 'S4',
      figure: `${engine}, ${size}: share of the time that a re-analysis ran`,
      value: busy.share,
      unit: '',
    })
  } finally {
    await server.stop()
  }
}

/** Products with parts out of one pool, as they share them in practice, and advisories about some. */
async function prepare(options: StoreOptions, home: string, folder: string): Promise<void> {
  const store = await openStore(options)
  const now = '2026-11-01T00:00:00.000Z'
  const ids = Array.from({ length: products }, (_, index) => `product-${index}`)
  const declared = ids.map((id) => {
    const rest = { unit: null, criticality: null, audience: null, supplier: null, paths: [], owner: null }
    return { id, name: id, origin: 'made' as const, ...rest }
  })
  await saveOrganization(store, defaultOrganization(declared, defaultLaborRate()), {
    validFrom: '2026-11-01',
    recordedAt: now,
    evidence: null,
  })
  for (const [index, product] of ids.entries()) {
    const bytes = Buffer.from(product)
    const [evidence] = await saveEvidence(store, [
      { kind: 'sbom', name: product, bytes, retrievedAt: now, recordedAt: now },
    ])
    const document = documentOf(index * 37, partsPerProduct)
    await saveRevision(store, {
      product,
      label: '1',
      validFrom: '2026-11-01',
      recordedAt: now,
      documents: [{ path: 'bom', evidence: evidence?.id ?? '', document }],
      unread: [],
    })
  }
  mkdirSync(join(folder, 'npm'), { recursive: true })
  for (let number = 0; number < advisories; number += 1)
    writeFileSync(join(folder, 'npm', `EXAMPLE-${number}.json`), advisoryOf(number))
  await importAdvisories(store, home, folder, now, silent)
  await store.close()
}

function nameOf(number: number): string {
  return `plank-${number % uniqueParts}`
}

function versionOf(number: number): string {
  return `1.${number % 7}.${number % 3}`
}

function documentOf(first: number, count: number): ReadDocument {
  const numbers = Array.from({ length: count }, (_, index) => (first + index * 31) % uniqueParts)
  return {
    format: 'CycloneDX',
    specVersion: '1.5',
    reader: 'cyclonedx-json',
    subject: null,
    counts: { found: count, taken: count, refused: 0, edges: count - 1, services: 0 },
    parts: numbers.map((number, index) => ({
      ref: String(index),
      at: `/components/${index}`,
      kind: 'software',
      purl: `pkg:npm/${nameOf(number)}@${versionOf(number)}`,
      name: nameOf(number),
      version: versionOf(number),
      scope: 'runtime',
      directness: index % 10 === 0 ? 'direct' : 'transitive',
      licenses: [],
      hashes: [],
    })),
    edges: numbers.slice(1).map((_, index) => [Math.floor(index / 10), index + 1]),
    refused: [],
    issues: [],
  }
}

function advisoryOf(number: number): string {
  return JSON.stringify({
    schema_version: '1.6.0',
    id: `EXAMPLE-${number}`,
    modified: '2026-01-01T00:00:00Z',
    affected: [
      {
        package: { ecosystem: 'npm', name: nameOf(number * 7) },
        ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.4.0' }] }],
      },
    ],
  })
}

function sbomOf(number: number): string {
  const components = Array.from({ length: uploadedParts }, (_, index) => {
    const part = number * 101 + index * 17
    const purl = `pkg:npm/${nameOf(part)}@${versionOf(part)}`
    return { type: 'library', 'bom-ref': String(index), name: nameOf(part), version: versionOf(part), purl }
  })
  const dependencies = components.slice(1).map((_, index) => {
    return { ref: String(Math.floor(index / 10)), dependsOn: [String(index + 1)] }
  })
  return JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, components, dependencies })
}

/** Seconds, ascending. */
async function timesOf({ address }: Running, count: number, from: number): Promise<number[]> {
  const times: number[] = []
  for (let number = from; number < from + count; number += 1) {
    const body = sbomOf(number)
    const started = performance.now()
    const query = `product=product-${number % products}&path=bom`
    const answer = await fetch(`${address}/api/v1/documents?${query}`, { method: 'POST', body })
    const { token } = (await answer.json()) as { token: string }
    for (;;) {
      const { state } = (await (await fetch(`${address}/api/v1/uploads/${token}`)).json()) as { state: string }
      if (state === 'analyzed') break
      if (state === 'failed') throw new Error('an upload failed')
      await wait(10)
    }
    times.push((performance.now() - started) / 1000)
  }
  return times.sort((a, b) => a - b)
}

/** Asks for another re-analysis whenever none runs. @returns what ends it */
function keepReassessing({ address }: Running, busy: { share: number; rounds: number }): () => Promise<void> {
  const ending = new AbortController()
  let running = 0
  const ended = (async () => {
    while (!ending.signal.aborted) {
      const { items } = (await (await fetch(`${address}/api/v1/jobs`)).json()) as {
        items: { kind: string; state: string }[]
      }
      const own = items.filter(({ kind }) => kind === 'assess-organization')
      busy.rounds += 1
      if (own.some(({ state }) => state === 'running')) running += 1
      else await fetch(`${address}/api/v1/assessments`, { method: 'POST' })
      busy.share = running / busy.rounds
      await wait(50)
    }
  })()
  return async () => {
    ending.abort()
    await ended
  }
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
