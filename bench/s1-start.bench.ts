/** S1: `--version` and `--help` answer within 150 ms; beside them what a bare Node process takes on the same machine. */

import { spawnSync } from 'node:child_process'
import { median, print } from './figure.ts'
import { commandEntry } from './process.ts'

const runs = 21

export async function run(): Promise<void> {
  print({ bench: 'S1', figure: `node -e 0, median of ${runs}`, value: timed(['-e', '0']), unit: 'ms' })
  for (const flag of ['--version', '--help']) {
    print({
      bench: 'S1',
      figure: `headwater ${flag}, median of ${runs}`,
      value: timed([commandEntry, flag]),
      unit: 'ms',
      bar: 150,
    })
  }
}

/** Nothing is preloaded into the process: what is timed is what a person waits for. */
function timed(args: readonly string[]): number {
  const times = Array.from({ length: runs + 1 }, () => {
    const started = performance.now()
    const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' })
    if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`)
    return performance.now() - started
  })
  return median(times.slice(1))
}
