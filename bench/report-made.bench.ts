/**
 * How long the report of a large organization takes to be made, and how quickly the server answers others meanwhile.
 * `--size=` tells how many products it has.
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startCommand } from '#test/running.ts'
import { percentile, print } from './figure.ts'
import { runHeadwater } from './process.ts'

const partsEach = 100
const barMilliseconds = 100

export async function run(): Promise<void> {
  const asked = process.argv.find((word) => word.startsWith('--size='))?.slice('--size='.length)
  const products = asked === undefined ? 10_000 : Number(asked)
  const folder = mkdtempSync(join(tmpdir(), 'headwater-report-'))
  const home = join(folder, 'home')
  try {
    writeProducts(join(folder, 'products'), products)
    const made = await runHeadwater(['assess', join(folder, 'products'), '--home', home, '--offline'])
    if (made.exitCode !== 0) throw new Error(made.stderr)
    const told = (figure: string, value: number, unit: string, bar?: number): void =>
      print({
        bench: 'report',
        figure: `${products} products: ${figure}`,
        value,
        unit,
        ...(bar === undefined ? {} : { bar }),
      })
    told('assessing', made.wallSeconds, 's')
    const server = await startCommand(['serve', '--home', home, '--port', '0'])
    try {
      // The one that is made ahead; afterwards nothing goes on.
      const latest = `${server.address}/api/v1/reports/latest`
      await untilMade(`${latest}?language=en`)
      const idle = await pauses(server.address, wait(5_000))
      told('99 of 100 answers of /healthz while nothing goes on', percentile(idle, 99), 'ms')
      told('longest answer of /healthz while nothing goes on', Math.max(...idle), 'ms')
      const started = performance.now()
      let bytes = 0
      const making = untilMade(`${latest}?language=de`).then((size) => (bytes = size))
      const during = await pauses(server.address, making)
      told('the report is made', (performance.now() - started) / 1000, 's')
      told('its size', bytes / 1e6, 'MB')
      told('answers of /healthz meanwhile', during.length, 'answers')
      told('99 of 100 answers of /healthz meanwhile', percentile(during, 99), 'ms', barMilliseconds)
      told('longest answer of /healthz meanwhile', Math.max(...during), 'ms', barMilliseconds)
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A lockfile each; few packages are used nearly everywhere and most by some products. */
function writeProducts(folder: string, count: number): void {
  for (let product = 0; product < count; product += 1) {
    const packages: Record<string, unknown> = { '': { name: `product-${product}`, version: '1.0.0' } }
    for (let part = 0; part < partsEach; part += 1) {
      const number = part < 10 ? part : 10 + ((product * 31 + part * part * 7) % (20 + count * 2))
      packages[`node_modules/package-${number}`] = { version: `1.${product % 3}.0`, license: 'MIT' }
    }
    const path = join(folder, `product-${product}`)
    mkdirSync(path, { recursive: true })
    const lock = { name: `product-${product}`, version: '1.0.0', lockfileVersion: 3, packages }
    writeFileSync(join(path, 'package-lock.json'), JSON.stringify(lock))
  }
}

async function untilMade(address: string): Promise<number> {
  for (;;) {
    const answer = await fetch(address)
    const { byteLength } = await answer.arrayBuffer()
    if (answer.status === 200) return byteLength
    if (answer.status !== 202) throw new Error(`${address}: ${answer.status}`)
    await wait(200)
  }
}

/** How many milliseconds each answer of `/healthz` took until something else has ended. */
async function pauses(address: string, end: Promise<unknown>): Promise<readonly number[]> {
  const took: number[] = []
  for (;;) {
    const started = performance.now()
    await (await fetch(`${address}/healthz`)).text()
    took.push(performance.now() - started)
    if (await Promise.race([end.then(() => true), wait(10, false)])) return took
  }
}
