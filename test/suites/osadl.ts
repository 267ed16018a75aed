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

/** Why our rules and the matrix differ, by the inbound license; rules that name their clause stay as they are. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/^LGPL-2\.0-or-later into L/, 'the license text allows any later version of the library license'],
  [
    /^LGPL-2\.0-or-later into AGPL|^LGPL-2\.0-only into AGPL/,
    'section 3 turns it into GPL 3; the matrix says so of LGPL 2.1 alone',
  ],
  [/^EUPL-1\.1 into CPL/, 'the appendix of EUPL 1.1 names the CPL'],
  [/into GPL-1\.0-or-later/, 'version 1 stays among the versions that the work would go out under'],
  [/^AGPL-3\.0.* into LGPL-2/, 'the LGPL 2 has no clause that leaves room for it'],
  [/^EPL-2\.0 into LGPL/, 'the secondary license that EPL 2.0 provides for is the GPL'],
  [
    /^EUPL-1\.1 into GPL-2\.0-only WITH/,
    'an exception cannot be added to material that comes without it; the matrix says No of EUPL 1.2',
  ],
  [/^bzip2/, 'the list calls both the same license'],
  [/^MPL-2\.0 into (?:LGPL-2\.0|MPL-2\.0-no|EUPL)/, 'not among the secondary licenses of MPL 2.0'],
  [/^(?:IPL|CPL|EPL)-1\.0 into (?:IPL|CPL|EPL)/, 'no clause of the text says so'],
]

type Pair = { readonly outbound: string; readonly inbound: string; readonly expected: string }

function judge(suite: string, pairs: readonly Pair[], answer: (pair: Pair) => string): SuiteResult {
  const misses = pairs.flatMap((pair): Miss[] => {
    const got = answer(pair)
    const name = `${pair.inbound} into ${pair.outbound}`
    const reason = reasons.find(([pattern]) => pattern.test(name))?.[1]
    return got === pair.expected
      ? []
      : [{ case: name, expected: pair.expected, got, ...(reason === undefined ? {} : { reason }) }]
  })
  return { suite, passed: pairs.length - misses.length, total: pairs.length, misses }
}
