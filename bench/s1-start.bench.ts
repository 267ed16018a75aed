/** S1: `--version` and `--help` answer within 150 ms. */

import { median, print } from './figure.ts'
import { runHeadwater } from './process.ts'

const runs = 11

export async function run(): Promise<void> {
  for (const flag of ['--version', '--help']) {
    const times: number[] = []
    for (let number = 0; number < runs; number += 1) times.push((await runHeadwater([flag])).wallSeconds * 1000)
    print({ bench: 'S1', figure: `headwater ${flag}, median of ${runs}`, value: median(times), unit: 'ms', bar: 150 })
  }
}
