/**
 * S5: documents of 500 parts that come in without pause, how many a second are analyzed, and how much memory the server takes;
 * on SQLite and on PostgreSQL. `HEADWATER_S5_SECONDS` (ten minutes unless set; the bar is for an hour) sets how long.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startPostgres } from '#test/postgres.ts'
import { startCommand } from '#test/running.ts'
import { packageLock } from '#test/sample-folder.ts'
import type { Engine } from '#store/dialect.ts'
import { figuresOf, printSideBySide } from './figure.ts'
import { residentMebibytes } from './process.ts'

const seconds = Number(process.env['HEADWATER_S5_SECONDS'] ?? 600)
/** `HEADWATER_S5_ENGINES` names fewer. */
const engines = (process.env['HEADWATER_S5_ENGINES'] ?? 'sqlite,postgresql').split(',')
const senders = 2
/** `packageLock` has four of its own. */
const generatedParts = 496

export async function run(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'headwater-s5-'))
  const postgres = await startPostgres()
  try {
    if (engines.includes('sqlite')) await measure('sqlite', join(scratch, 'home'), {})
    if (!engines.includes('postgresql')) return
    if (postgres === undefined) process.stderr.write('S5: PostgreSQL is not installed; SQLite alone\n')
    else await measure('postgresql', join(scratch, 'pg-home'), { DATABASE_URL: await postgres.createDatabase() })
    printSideBySide('S5')
  } finally {
    await postgres?.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function measure(engine: Engine, home: string, environment: Readonly<Record<string, string>>): Promise<void> {
  const server = await startCommand(['serve', '--home', home, '--port', '0'], environment)
  try {
    const started = performance.now()
    const tokens: string[] = []
    const send = async (sender: number): Promise<void> => {
      for (let number = 0; performance.now() - started < seconds * 1000; number += 1) {
        const query = `product=product-${sender}-${number % 50}&path=package-lock.json&create=true`
        // The name differs each time, so that no document is one that was seen before.
        const body = packageLock(generatedParts).replace('harbor-site', `harbor-${sender}-${number}`)
        const answer = await fetch(`${server.address}/api/v1/documents?${query}`, { method: 'POST', body })
        if (answer.status !== 202) throw new Error(`refused with ${answer.status}`)
        tokens.push(((await answer.json()) as { token: string }).token)
        // As many wait as two pipelines bring, not as many as memory holds.
        while ((await waiting(server.address)) > 4 * senders) await wait(20)
      }
    }
    await Promise.all(Array.from({ length: senders }, (_, sender) => send(sender)))
    while ((await waiting(server.address)) > 0) await wait(50)
    const took = (performance.now() - started) / 1000
    const figure = figuresOf('S5', engine, `for ${seconds} s`)
    figure('documents of 500 parts analyzed a second', tokens.length / took, '1/s', 5, 'at-least')
    figure('memory of the server', await residentMebibytes(server.address), 'MiB', 1024)
  } finally {
    await server.stop()
  }
}

/** Jobs of uploads that are not done. */
async function waiting(address: string): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text()
  const counts = [...text.matchAll(/^headwater_jobs\{kind="(?:ingest-document|assess-product)",[^}]*\} (\d+)$/gm)]
  return counts.reduce((sum, [, count]) => sum + Number(count), 0)
}
