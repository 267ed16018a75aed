/**
 * Recorded results of OpenSSF Scorecard: the aggregate recomputed from the checks of each equals the recorded one to one
 * decimal. Results without checks, or of checks that do not exist, have nothing to recompute.
 */

import { aggregateScore, isCheckName, weightOfCheck } from '#domain/scorecard.ts'
import { readFilesAt } from '#sources/files-at.ts'
import { readScorecardFile } from '#sources/scorecard-file.ts'
import { sharedData } from '#test/shared-data.ts'
import type { Miss, SuiteResult } from './suite.ts'
import { tally } from './tally.ts'

export async function run(): Promise<readonly SuiteResult[]> {
  const path = sharedData('health/scorecard-results.zip')
  return path === undefined ? [] : [tally('scorecard: recorded aggregates', recorded(path))]
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
