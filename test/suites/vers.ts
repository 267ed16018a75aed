/** The tests of the vers specification: order, equality, parse, validate, containment, translation from native ranges. */

import { parseVers, versContains, versFromNative } from '#ecosystems/vers.ts'
import { versionOrder } from '#ecosystems/versions.ts'
import { sharedData } from '#test/shared-data.ts'
import { readZipJson } from './read-suite.ts'
import type { Miss, SuiteResult } from './suite.ts'
import { absent, tally } from './tally.ts'

type VersTest = {
  readonly test_type: string
  readonly input: unknown
  readonly expected_output?: unknown
  readonly expected_failure?: boolean
}
type Versions = { readonly input_scheme: string; readonly versions: readonly string[] }

export async function run(): Promise<SuiteResult> {
  const path = sharedData('conformance/vers-spec.zip')
  if (path === undefined) return absent('vers')
  return tally(
    'vers',
    readZipJson(path, /tests\/.*\.json$/).flatMap(({ name, json }) =>
      (json as { tests: readonly VersTest[] }).tests.map((test) => judge(name, test)),
    ),
  )
}

function judge(file: string, test: VersTest): Miss {
  return {
    case: `${file}: ${test.test_type} ${JSON.stringify(test.input)}`,
    expected: test.expected_failure ? 'refused' : JSON.stringify(expectedOf(test)),
    got: answer(test),
  }
}

function answer({ test_type, input }: VersTest): string {
  switch (test_type) {
    case 'comparison':
      if (versionOrder((input as Versions).input_scheme) === undefined) return 'no order'
      return JSON.stringify(ranksOf(input as Versions, sort(input as Versions)))
    case 'equality': {
      const { input_scheme, versions } = input as Versions
      return JSON.stringify(versionOrder(input_scheme)?.compare(versions[0] ?? '', versions[1] ?? '') === 0)
    }
    case 'containment': {
      const { vers, version } = input as { vers: string; version: string }
      return JSON.stringify(versContains(vers, version))
    }
    case 'from_native': {
      const { scheme, native_range } = input as { scheme: string; native_range: string }
      const read = versFromNative(scheme, native_range)
      return read.ok ? JSON.stringify(read.canonical) : 'refused'
    }
    case 'validate': {
      const read = parseVers(input as string)
      return read.ok ? JSON.stringify(read.canonical) : 'refused'
    }
    case 'parse': {
      const read = parseVers(input as string)
      if (!read.ok) return 'refused'
      const { scheme, constraints } = read.range
      return JSON.stringify({
        scheme,
        version_constraints: constraints.map(({ operator, version }) => [operator, version]),
      })
    }
    default:
      return `no judge for ${test_type}`
  }
}

/** Some expected lists spell a version in another, equal way: versions are compared by their place in the order. */
function expectedOf({ test_type, input, expected_output }: VersTest): unknown {
  return test_type === 'comparison' ? ranksOf(input as Versions, expected_output as string[]) : expected_output
}

function sort({ input_scheme, versions }: Versions): string[] {
  return versions.toSorted(versionOrder(input_scheme)?.compare)
}

/** For each version the first one of the input that it is equal to. */
function ranksOf({ input_scheme, versions }: Versions, list: readonly string[]): number[] {
  const order = versionOrder(input_scheme)
  if (order === undefined) return []
  return list.map((version) => versions.findIndex((other) => order.compare(version, other) === 0))
}
