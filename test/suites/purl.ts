/** The package URL tests of the specification: parse, build, validate. */

import type { Purl } from '#domain/purl.ts'
import { buildPurl, parsePurl, validatePurl } from '#ecosystems/purl.ts'
import { sharedData } from '#test/shared-data.ts'
import { readZipJson } from './read-suite.ts'
import type { Miss, SuiteResult } from './suite.ts'
import { absent, tally } from './tally.ts'

type PurlTest = {
  readonly description: string
  readonly test_type: 'parse' | 'build' | 'validate'
  readonly input: string | Purl
  readonly expected_output?: unknown
  readonly expected_failure?: boolean
}

export async function run(): Promise<SuiteResult> {
  const path = sharedData('conformance/purl-spec.zip')
  if (path === undefined) return absent('purl')
  const files = readZipJson(path, /tests\/.*\.json$/)
  return tally(
    'purl',
    files.flatMap(({ name, json }) => (json as { tests: readonly PurlTest[] }).tests.map((test) => judge(name, test))),
  )
}

function judge(file: string, test: PurlTest): Miss {
  const name = `${file}: ${test.test_type} ${JSON.stringify(test.input)}`
  const expected = test.expected_failure ? 'refused' : stable(test.expected_output)
  return { case: name, expected, got: answer(test) }
}

function answer(test: PurlTest): string {
  if (test.test_type === 'build') {
    const built = buildPurl(test.input as Purl)
    return built.ok ? stable(built.purl) : 'refused'
  }
  if (test.test_type === 'validate') {
    const validated = validatePurl(test.input as string)
    return validated.canonical === null ? 'refused' : stable(validated.canonical)
  }
  const parsed = parsePurl(test.input as string)
  return parsed.ok ? stable(parsed.purl) : 'refused'
}

/** JSON with sorted keys, so that objects compare by content. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
