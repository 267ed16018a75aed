/** Pairs of versions with their order, from several ecosystems' own test data. */

import { compareVersions } from '#ecosystems/versions.ts'
import { sharedData } from '#test/shared-data.ts'
import { readGzipLines } from './read-suite.ts'
import type { SuiteResult } from './suite.ts'
import { absent, tally } from './tally.ts'

type Pair = { readonly ecosystem: string; readonly a: string; readonly b: string; readonly expected: number }

/** Pairs on which we differ on purpose. */
const circle =
  'Maven 3.8 puts 2.9-1 below 2.9.0.RC1, that below 2.9, and 2.9 below 2.9-1: no order can hold all three; ours, as Maven 3.9, puts a release candidate below its release'
const disagreements: Readonly<Record<string, string>> = {
  'Maven: 1.0.0-gradle-rework-beta3 against 1.0.0.RC7-3': circle,
  'Maven: 2.9.0-1 against 2.9.0.RC1': circle,
  'Maven: 1.1.0-01-glassfish against 1.1.0.Beta1': circle,
}

export async function run(): Promise<SuiteResult> {
  const path = sharedData('conformance/version-order.jsonl.gz')
  if (path === undefined) return absent('version-order')
  const pairs = readGzipLines(path) as Pair[]
  return tally(
    'version-order',
    pairs.map(({ ecosystem, a, b, expected }) => {
      const name = `${ecosystem}: ${a} against ${b}`
      const reason = disagreements[name]
      const answer = { case: name, expected: String(expected), got: String(compareVersions(ecosystem, a, b)) }
      return reason === undefined ? answer : { ...answer, reason }
    }),
  )
}
