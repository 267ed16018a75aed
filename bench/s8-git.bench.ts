/**
 * S8: git histories. Our commits per second against `git log --numstat` into nothing on the same repository in the same run,
 * and the second run with nothing new. The repositories are those of `HEADWATER_BENCH_CLONES` (folders, separated by the
 * path delimiter of the system), by default the checkout itself.
 */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import { print } from './figure.ts'
import { runHeadwater } from './process.ts'

const runs = 3

export async function run(): Promise<void> {
  const given = process.env['HEADWATER_BENCH_CLONES']
  const clones = given === undefined ? [join(import.meta.dirname, '..')] : given.split(delimiter)
  for (const clone of clones) await measure(clone)
}

/** The runs take turns and the fastest of each counts: others at work on the machine slow both, never speed one up. */
async function measure(clone: string): Promise<void> {
  const name = basename(clone)
  const ours: number[] = []
  const theirs: number[] = []
  const second: number[] = []
  let commits = 0
  let peak = 0
  let isWhole = true
  for (let turn = 0; turn < runs; turn += 1) {
    const home = mkdtempSync(join(tmpdir(), 'headwater-s8-'))
    try {
      const started = performance.now()
      const plain = spawnSync('git', ['-C', clone, 'log', '--numstat'], { stdio: ['ignore', 'ignore', 'pipe'] })
      theirs.push((performance.now() - started) / 1000)
      isWhole &&= plain.status === 0
      const first = await runHeadwater(['contrib', 'collect', clone, '--json', '--home', home])
      ours.push(first.wallSeconds)
      peak = Math.max(peak, first.peakMebibytes)
      commits = (JSON.parse(first.stdout) as { repositories: { commits: number }[] }).repositories[0]?.commits ?? 0
      second.push((await runHeadwater(['contrib', 'collect', clone, '--json', '--home', home])).wallSeconds)
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  }
  print({ bench: 'S8', figure: `${name}: commits`, value: commits, unit: 'commits' })
  print({ bench: 'S8', figure: `${name}: commits a second`, value: commits / Math.min(...ours), unit: 'commits/s' })
  if (isWhole) {
    const ratio = Math.min(...theirs) / Math.min(...ours)
    print({
      bench: 'S8',
      figure: `${name}: of git log --numstat`,
      value: ratio,
      unit: 'ratio',
      bar: 0.9,
      direction: 'at-least',
    })
  } else
    print({ bench: 'S8', figure: `${name}: git log --numstat gives up, contents are missing`, value: 0, unit: 'ratio' })
  print({ bench: 'S8', figure: `${name}: second run, nothing new`, value: Math.min(...second), unit: 's', bar: 1 })
  print({ bench: 'S8', figure: `${name}: peak memory`, value: peak, unit: 'MiB' })
}
