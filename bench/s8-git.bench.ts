/**
 * S8: git histories. Our commits per second against `git log --numstat` into nothing on the same repository in the same run,
 * the second run with nothing new, and the memory for 10,000 and 40,000 commits. The repositories are those of `HEADWATER_BENCH_CLONES` (folders, separated by the
 * path delimiter of the system), by default the checkout itself.
 */

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import { print } from './figure.ts'
import { runHeadwater } from './process.ts'

const runs = 5

export async function run(): Promise<void> {
  const given = process.env['HEADWATER_BENCH_CLONES']
  const clones = given === undefined ? [join(import.meta.dirname, '..')] : given.split(delimiter)
  for (const clone of clones) await measure(clone)
  await measureMemory()
}

/** The runs take turns, ours beside theirs, and the median counts: others at work on the machine slow both of a turn. */
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
  print({ bench: 'S8', figure: `${name}: commits a second`, value: commits / median(ours), unit: 'commits/s' })
  if (isWhole) {
    const ratio = median(theirs.map((seconds, turn) => seconds / (ours[turn] ?? 1)))
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
  print({ bench: 'S8', figure: `${name}: second run, nothing new`, value: median(second), unit: 's', bar: 1 })
  print({ bench: 'S8', figure: `${name}: peak memory`, value: peak, unit: 'MiB' })
}

/** Four times as many commits must not need more memory: what is kept grows with the authors. */
async function measureMemory(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-s8-memory-'))
  const peaks: number[] = []
  try {
    for (const commits of [10_000, 40_000]) {
      const clone = join(folder, String(commits))
      execFileSync('git', ['init', '--quiet', '--bare', clone])
      execFileSync('git', ['-C', clone, 'fast-import', '--quiet', '--done'], { input: history(commits) })
      execFileSync('git', ['-C', clone, 'symbolic-ref', 'HEAD', 'refs/heads/main'])
      const turns: number[] = []
      for (let turn = 0; turn < 3; turn += 1) {
        const home = join(folder, `home-${commits}-${turn}`)
        turns.push((await runHeadwater(['contrib', 'collect', clone, '--json', '--home', home])).peakMebibytes)
      }
      peaks.push(median(turns))
      print({ bench: 'S8', figure: `${commits} commits: peak memory`, value: median(turns), unit: 'MiB' })
    }
    const [small = 1, large = 0] = peaks
    print({ bench: 'S8', figure: 'memory of four times the commits', value: large / small, unit: 'ratio', bar: 1.25 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Small changes by a hundred people. */
function history(commits: number): string {
  const lines: string[] = []
  for (let number = 0; number < commits; number += 1) {
    const who = `Person ${number % 100} <p${number % 100}@harbor.example> ${1_600_000_000 + number * 3600} +0200`
    const content = `${number}\n`
    lines.push(`commit refs/heads/main\nauthor ${who}\ncommitter ${who}\ndata 6\nChange\n`)
    lines.push(`M 100644 inline f${number % 50}.txt\ndata ${content.length}\n${content}`)
  }
  return `${lines.join('')}done\n`
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
