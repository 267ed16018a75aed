/**
 * OpenSSF Scorecard, two ways. Recorded results: the aggregate recomputed from the checks of each equals the recorded one
 * to one decimal; results without checks, or of checks that do not exist, have nothing to recompute. Check by check: what
 * the tool itself (40c1e359, `--local`, without network, 2026-11-26) said of twelve repositories, for the clones in the
 * folder that `HEADWATER_CLONES` names (`OWNER__NAME`) that hold the commit. License is left out: the tool asks the host
 * which license it is, which it cannot on a local folder, and we read the text; so is Fuzzing, which failed there.
 */

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { aggregateScore, isCheckName, weightOfCheck } from '#domain/scorecard.ts'
import type { ReadFiles } from '#domain/upstream.ts'
import { assessScorecard } from '#health/scorecard/assess.ts'
import { sampleFacts } from '#health/scorecard/facts.sample.ts'
import { readFilesAt } from '#sources/files-at.ts'
import { readScorecardFile } from '#sources/scorecard-file.ts'
import { sharedData } from '#test/shared-data.ts'
import type { Miss, SuiteResult } from './suite.ts'
import { absent, tally } from './tally.ts'

export async function run(): Promise<readonly SuiteResult[]> {
  const path = sharedData('health/scorecard-results.zip')
  const aggregates = 'scorecard: recorded aggregates'
  return [
    path === undefined ? absent(aggregates) : tally(aggregates, recorded(path)),
    tally('scorecard: checks of the tool itself', measured()),
  ]
}

function recorded(path: string): Miss[] {
  return [...readFilesAt(path, (name) => name.endsWith('.json'), 2 ** 24)].flatMap((file) => {
    if ('issue' in file) return []
    return readScorecardFile(file.bytes, file.name).results.flatMap(({ at, checks, aggregate }) => {
      if (checks.length === 0 || checks.some(({ name }) => !isCheckName(name))) return []
      const weighed = checks.flatMap(({ name, score }) =>
        isCheckName(name) ? [{ score, weight: weightOfCheck(name) }] : [],
      )
      return [
        {
          case: `${file.name}${at}`,
          expected: (aggregate ?? -1).toFixed(1),
          got: aggregateScore(weighed).toFixed(1),
        },
      ]
    })
  })
}

type Measured = {
  readonly repository: string
  readonly commit: string
  readonly checks: Readonly<Record<string, number>>
}

function measured(): Miss[] {
  const clones = process.env['HEADWATER_CLONES']
  if (clones === undefined) return []
  const lines = readFileSync(join(import.meta.dirname, 'scorecard-local.jsonl'), 'utf8')
    .trim()
    .split('\n')
  return lines.flatMap((line) => {
    const { repository, commit, checks } = JSON.parse(line) as Measured
    const clone = join(clones, repository.replace('/', '__'))
    if (!existsSync(clone)) return []
    const found = assessScorecard(sampleFacts({ files: filesAt(clone, commit) })).checks
    return Object.entries(checks).map(([name, score]) => ({
      case: `${repository} ${name}`,
      expected: String(score),
      got: String(found.find(({ check }) => check === name)?.score),
    }))
  })
}

const worthReading =
  /^\.github\/workflows\/[^/]+$|(?:^|\/)[^/]*dockerfile[^/]*$|\.(?:sh|bash)$|(?:^|\/)(?:pom\.xml|security\.[a-z]+)$|renovate|dependabot/i
const binary =
  /\.(?:crx|deb|dex|dey|elf|o|a|so|macho|iso|class|jar|bundle|dylib|lib|msi|dll|drv|efi|exe|ocx|pyc|pyo|par|rpm|wasm|whl)$/

function filesAt(clone: string, commit: string): ReadFiles {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', clone, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 })
  const paths = git('ls-tree', '-r', '-z', '--name-only', commit).split('\0').filter(Boolean)
  return {
    total: paths.length,
    paths,
    texts: Object.fromEntries(
      paths.filter((path) => worthReading.test(path)).map((path) => [path, git('show', `${commit}:${path}`)]),
    ),
    binaries: paths.filter((path) => binary.test(path)),
  }
}
