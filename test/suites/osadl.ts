/**
 * The OSADL compatibility matrix, 110 × 110 licenses: the same answer for every pair when the matrix is at hand, and how often
 * our own rules agree where they answer.
 */

import { compatibilityAnswerer } from '#app/answers/license.ts'
import { compatibilityByRules } from '#licensing/compat-rules.ts'
import { licenseIndex } from '#licensing/facts.ts'
import { loadLicenseTables } from '#sources/license-content.ts'
import { readLicenseMatrix } from '#sources/license-matrix.ts'
import { sharedData } from '#test/shared-data.ts'
import type { Miss, SuiteResult } from './suite.ts'

export async function run(): Promise<readonly SuiteResult[]> {
  const path = sharedData('conformance/osadl-matrix.json.gz')
  if (path === undefined) return [{ suite: 'osadl', passed: 0, total: 0, misses: [] }]
  const matrix = readLicenseMatrix(path)
  const pairs = [...matrix.answers].flatMap(([outbound, row]) =>
    [...row].map(([inbound, expected]) => ({ outbound, inbound, expected })),
  )
  const answer = compatibilityAnswerer(matrix)
  const index = licenseIndex(loadLicenseTables())
  return [
    judge('osadl', pairs, ({ outbound, inbound }) => {
      const got = answer({ outbound, inbound })
      return got.ok ? String(got['answer']) : got.message
    }),
    judge(
      'osadl against our own rules',
      pairs.filter(({ outbound, inbound, expected }) => {
        const own = compatibilityByRules(index, outbound, inbound)
        return own !== 'Unknown' && expected !== 'Unknown'
      }),
      ({ outbound, inbound }) => compatibilityByRules(index, outbound, inbound),
    ),
  ]
}

type Pair = { readonly outbound: string; readonly inbound: string; readonly expected: string }

function judge(suite: string, pairs: readonly Pair[], answer: (pair: Pair) => string): SuiteResult {
  const misses = pairs.flatMap((pair): Miss[] => {
    const got = answer(pair)
    return got === pair.expected
      ? []
      : [{ case: `${pair.inbound} into ${pair.outbound}`, expected: pair.expected, got }]
  })
  return { suite, passed: pairs.length - misses.length, total: pairs.length, misses }
}
