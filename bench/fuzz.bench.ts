/**
 * Broken files by the million: `HEADWATER_FUZZ=10000000 npm run bench -- fuzz`; `HEADWATER_FUZZ_SEED` is the first seed.
 * A seed that is printed with a fault gives the same file again: `HEADWATER_FUZZ=1 HEADWATER_FUZZ_SEED=… npm run bench -- fuzz`.
 */

import { availableParallelism } from 'node:os'
import { runFuzz } from '#test/fuzz/run-fuzz.ts'
import { print } from './figure.ts'

const batch = 50_000

export async function run(): Promise<void> {
  const count = Number(process.env['HEADWATER_FUZZ'] ?? 100_000)
  const firstSeed = Number(process.env['HEADWATER_FUZZ_SEED'] ?? 1)
  const totals = { done: 0, faults: 0, bytes: 0, peakHeapBytes: 0, slowest: { seed: firstSeed, milliseconds: 0 } }
  let next = firstSeed
  const started = performance.now()
  const runBatches = async (): Promise<void> => {
    while (next < firstSeed + count) {
      const seed = next
      const size = Math.min(batch, firstSeed + count - seed)
      next += size
      // After a hang the rest of the batch is read by another thread.
      for (let done = 0; done < size;) {
        const report = await runFuzz(seed + done, size - done)
        for (const { seed: faulty, fault } of report.faults) process.stderr.write(`seed ${faulty}: ${fault}\n`)
        done += report.done
        totals.done += report.done
        totals.faults += report.faults.length
        totals.bytes += report.bytes
        totals.peakHeapBytes = Math.max(totals.peakHeapBytes, report.peakHeapBytes)
        if (report.slowest.milliseconds > totals.slowest.milliseconds) totals.slowest = report.slowest
      }
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, availableParallelism() - 1) }, runBatches))
  const seconds = (performance.now() - started) / 1000
  const figure = (name: string, value: number, unit: string): void =>
    print({ bench: 'fuzz', figure: name, value, unit })
  const last = firstSeed + count - 1
  print({
    bench: 'fuzz',
    figure: `faults, seeds ${firstSeed} to ${last}`,
    value: totals.faults,
    unit: 'faults',
    bar: 0,
  })
  figure('files read', totals.done, 'files')
  figure('bytes read', totals.bytes / 2 ** 20, 'MiB')
  figure('largest heap', totals.peakHeapBytes / 2 ** 20, 'MiB')
  const { seed, milliseconds } = totals.slowest
  print({ bench: 'fuzz', figure: `slowest file, seed ${seed}`, value: milliseconds, unit: 'ms', bar: 10_000 })
  figure('files a second', totals.done / seconds, 'files/s')
}
