/** Pairs of versions with their order, from several ecosystems' own test data. */

import { compareVersions } from '#ecosystems/versions.ts'
import { sharedData } from '#test/shared-data.ts'
import { readGzipLines } from './read-suite.ts'
import type { SuiteResult } from './suite.ts'
import { absent, tally } from './tally.ts'

type Pair = { readonly ecosystem: string; readonly a: string; readonly b: string; readonly expected: number }

export async function run(): Promise<SuiteResult> {
  const path = sharedData('conformance/version-order.jsonl.gz')
  if (path === undefined) return absent('version-order')
  const pairs = readGzipLines(path) as Pair[]
  return tally(
    'version-order',
    pairs.map(({ ecosystem, a, b, expected }) => ({
      case: `${ecosystem}: ${a} against ${b}`,
      expected: String(expected),
      got: String(compareVersions(ecosystem, a, b)),
    })),
  )
}
