/**
 * S9: line counting. The time is compared with scc's on the same tree in the same run, and the lines of each language with
 * those of scc and cloc over the same files, when they are on PATH. The tree is `HEADWATER_BENCH_TREE`, by default the
 * installed packages of the checkout.
 *
 * Known reasons for differences: scc takes a quote or slash-star inside a regular expression for the start of a string or
 * comment, and counts blank lines inside strings as code; cloc looks for comments inside strings and takes `#include` of
 * assembly for a comment. Checked against Python's own tokenizer over its installed packages, our count is within 0.04 %.
 */

import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { countLines } from '#measure/count-lines.ts'
import type { LanguageName } from '#measure/language-syntaxes.ts'
import { languageOfPath } from '#measure/languages.ts'
import { median, print } from './figure.ts'

const runs = 3
/** Languages with fewer lines say nothing in percent. */
const fewestLines = 1000
const largestOutput = 1024 * 1024 * 1024

/** File → lines of code, as another counter sees it. */
type OtherCount = ReadonlyMap<string, number>

export async function run(): Promise<void> {
  const tree = resolve(process.env['HEADWATER_BENCH_TREE'] ?? join(import.meta.dirname, '..', 'node_modules'))
  const files = programsIn(tree)
  const ours = new Map<string, number>()
  let bytes = 0
  const seconds = timed(() => {
    bytes = 0
    for (const [path, language] of files) {
      const content = readFileSync(path)
      bytes += content.length
      ours.set(path, countLines(content, language).code)
    }
  })
  print({ bench: 'S9', figure: 'files counted', value: files.size, unit: 'files' })
  print({ bench: 'S9', figure: 'reading and counting on one thread', value: bytes / 1e6 / seconds, unit: 'MB/s' })

  const sccArguments = [
    '--no-cocomo',
    '--no-complexity',
    '--no-ignore',
    '--no-gitignore',
    '--by-file',
    '--format',
    'json',
    tree,
  ]
  if (isThere('scc')) {
    let output = ''
    const theirs = timed(() => {
      output = execFileSync('scc', sccArguments, { encoding: 'utf8', maxBuffer: largestOutput })
    })
    print({
      bench: 'S9',
      figure: 'our time ÷ time of scc, which uses all processors',
      value: seconds / theirs,
      unit: 'ratio',
    })
    compare('scc', files, ours, sccCount(output))
  } else print({ bench: 'S9', figure: 'scc is not on PATH: not compared', value: 0, unit: 'files' })
  if (isThere('cloc')) compare('cloc', files, ours, clocCount(tree))
  else print({ bench: 'S9', figure: 'cloc is not on PATH: not compared', value: 0, unit: 'files' })
}

/** Median seconds. */
function timed(work: () => void): number {
  return median(
    Array.from({ length: runs }, () => {
      const started = performance.now()
      work()
      return (performance.now() - started) / 1000
    }),
  )
}

function programsIn(tree: string): Map<string, LanguageName> {
  const files = new Map<string, LanguageName>()
  const pending = [tree]
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop())
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      const language = entry.isFile() ? languageOfPath(path) : undefined
      if (entry.isDirectory() && entry.name !== '.git') pending.push(path)
      else if (language !== undefined) files.set(path, language)
    }
  return files
}

function isThere(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function sccCount(output: string): OtherCount {
  const languages = JSON.parse(output) as { Files: { Location: string; Code: number }[] }[]
  return new Map(
    languages.flatMap(({ Files }) => Files.map(({ Location, Code }) => [resolve(Location), Code] as const)),
  )
}

function clocCount(tree: string): OtherCount {
  const options = ['--skip-uniqueness', '--by-file', '--json', '--quiet', '--timeout', '0', tree]
  const output = execFileSync('cloc', options, {
    encoding: 'utf8',
    maxBuffer: largestOutput,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const counts = JSON.parse(output.slice(output.indexOf('{'))) as Record<string, { code?: number }>
  return new Map(Object.entries(counts).map(([path, { code }]) => [resolve(path), code ?? 0]))
}

/** Over the files that both counted, so that it is lines that are compared and not choices of files. */
function compare(
  other: string,
  files: ReadonlyMap<string, LanguageName>,
  ours: ReadonlyMap<string, number>,
  theirs: OtherCount,
): void {
  const sums = new Map<LanguageName, { ours: number; theirs: number }>()
  for (const [path, language] of files) {
    const theirCode = theirs.get(path)
    if (theirCode === undefined) continue
    const sum = sums.get(language) ?? { ours: 0, theirs: 0 }
    sums.set(language, { ours: sum.ours + (ours.get(path) ?? 0), theirs: sum.theirs + theirCode })
  }
  for (const [language, sum] of [...sums].toSorted(([, a], [, b]) => b.theirs - a.theirs)) {
    if (sum.theirs < fewestLines) continue
    const difference = Math.abs(sum.ours / sum.theirs - 1)
    const figure = `${language}: difference from ${other} over ${sum.theirs} lines`
    print({ bench: 'S9', figure, value: difference, unit: 'share', bar: 0.02 })
  }
}
