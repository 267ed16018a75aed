/** Published CVSS vectors with their scores, versions 2.0 to 4.0. */

import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { sharedData } from '#test/shared-data.ts'
import { scoreCvss } from '#vulnerabilities/cvss.ts'
import type { Miss, SuiteResult } from './suite.ts'

type Row = { readonly version: string; readonly vector: string; readonly scores: readonly (number | null)[] }

/** Compares every score the suite states with ours. Without the data the suite has no cases. */
export async function run(): Promise<SuiteResult> {
  const path = sharedData('conformance/cvss-vectors.jsonl.gz')
  if (path === undefined) return { suite: 'cvss', passed: 0, total: 0, misses: [] }
  const rows = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n')
  const misses = rows.flatMap((line) => judge(JSON.parse(line) as Row) ?? [])
  return { suite: 'cvss', passed: rows.length - misses.length, total: rows.length, misses }
}

function judge({ version, vector, scores }: Row): Miss | undefined {
  const result = scoreCvss(vector)
  const got = result.ok
    ? [result.version, ...[result.base, result.temporal, result.environmental].slice(0, scores.length)]
    : [result.message]
  const expected = [version, ...scores]
  return JSON.stringify(got) === JSON.stringify(expected)
    ? undefined
    : { case: vector, expected: JSON.stringify(expected), got: JSON.stringify(got) }
}
