/**
 * SPDX documents that come from the specification, its examples and its own tools: valid, unless the file name says
 * otherwise. The misses are examples that break the specification they illustrate.
 */

import { validateBytes } from '#app/validate-file.ts'
import { readSboms } from './read-sboms.ts'
import type { SuiteResult } from './suite.ts'
import { tally } from './tally.ts'

const published =
  /^spdx__(?:tools-python|spdx-examples|spdx-3-model)\/|\/spec-examples\/|^interlynk-io__sbomqs\/spdx3\//
const namedInvalid = /invalid|no-relationship-describes|\/person3\.json$/

/** Tests of a tool that judges by other measures than the specification, where its names mean the same. */
const named = /testdata\/bsi\/spdx\/(?:broken|valid|invalidMetadataTimestamp|missingDocumentNamespace)/

const reasons: readonly (readonly [RegExp, string])[] = [
  [/\.rdf(?:\.xml)?$|\/rdf\//, 'RDF/XML is not checked'],
  [/SPDXJSONExample-v2\.2-no-ranges/, 'a snippet without a range of bytes, which SPDX 2.2 makes mandatory'],
  [/example9\/spdx2\.2\/appbomination/, 'packages with filesAnalyzed false contain files, which SPDX 2.2 forbids'],
  [/converted_from_spdx_2/, 'a snippet without its file, and elements of its own namespace that are not there'],
  [/\/package1\.json$/, 'its package URL is none'],
]

export async function run(): Promise<SuiteResult> {
  const answers = []
  const documents = await readSboms(
    ({ kind, file }) => kind.startsWith('spdx') && (published.test(file) || named.test(file)),
  )
  for (const { entry, bytes } of documents) {
    const validation = await validateBytes(entry.file, bytes)
    const isInvalid = namedInvalid.test(entry.file) || /\/broken|\/missing/.test(entry.file)
    const reason = reasons.find(([pattern]) => pattern.test(entry.file))?.[1]
    answers.push({
      case: entry.file,
      expected: isInvalid ? 'invalid' : 'valid',
      got: validation === undefined ? 'not checked' : validation.valid ? 'valid' : 'invalid',
      ...(reason === undefined ? {} : { reason }),
    })
  }
  return tally('SPDX documents of the specification and its tools', answers)
}
