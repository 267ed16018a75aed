/** Cases of `packaging`'s own tests for version specifiers; the test's name says what is asked. */

import { areDisjoint, isSubset, isUnsatisfiable } from '#ecosystems/pep440/intervals.ts'
import {
  canonicalSpecifiers,
  filterSpecified,
  formatSpecifier,
  isSpecified,
  namesPrerelease,
  parseSpecifiers,
  type Specifier,
} from '#ecosystems/pep440/specifier.ts'
import { parsePep440, isPep440Prerelease } from '#ecosystems/schemes/pep440.ts'
import { sharedData } from '#test/shared-data.ts'
import { readGzipLines } from './read-suite.ts'
import type { Miss, SuiteResult } from './suite.ts'
import { absent, tally } from './tally.ts'

type Case = { readonly file: string; readonly test: string; readonly args: Readonly<Record<string, unknown>> }
type Answer = { readonly expected: unknown; readonly got: unknown }

/** Tests that ask something other than which versions a specifier admits, and what they ask. */
export const outOfScope: Readonly<Record<string, string>> = {
  test_invalid_spdx_with_or_licenseref_forms: 'license expressions',
  test_pickle_specifier_roundtrip: 'pickling of Python objects',
  test_pickle_specifierset_roundtrip: 'pickling of Python objects',
  test_specifier_construction_is_lazy: 'when a Python object parses its text',
  test_specifierset_construction_is_lazy: 'when a Python object parses its text',
  test_spec_version_cache_consistency: 'the cache of a Python object',
  test_spec_version_cache_with_wildcards: 'the cache of a Python object',
  test_spec_version_cache_with_arbitrary_equality: 'the cache of a Python object',
  test_spec_version_cache_compatible_operator: 'the cache of a Python object',
  test_specifier_filter_with_key: 'the key function of a Python method, which the data does not hold',
  test_specifierset_filter_with_key: 'the key function of a Python method, which the data does not hold',
  test_empty_specifierset_filter_with_key: 'the key function of a Python method, which the data does not hold',
  test_set_relations_raise_on_prerelease_policy_mismatch: 'exceptions of a Python method',
  test_set_relations_require_specifierset: 'exceptions of a Python method',
  test_set_relations_reject_arbitrary_equality: 'exceptions of a Python method',
  test_contains_equivalent: 'ranges that the data does not hold',
  test_filter_equivalent: 'ranges that the data does not hold',
  test_to_specifier_set_roundtrip_matches: 'ranges that the data does not hold',
}

export async function run(): Promise<SuiteResult> {
  const path = sharedData('conformance/pypa-packaging-cases.jsonl.gz')
  if (path === undefined) return absent('pep440')
  const cases = readGzipLines(path) as Case[]
  return tally('pep440', cases.filter(({ test }) => outOfScope[test] === undefined).map(judge))
}

function judge({ test, args }: Case): Miss {
  const { expected, got } = judges[test]?.(args) ?? { expected: 'a known test', got: test }
  return { case: `${test} ${JSON.stringify(args)}`, expected: JSON.stringify(expected), got: JSON.stringify(got) }
}

type Judge = (args: Case['args']) => Answer

const contains: Judge = ({ specifier, spec_str, version, version_str, expected, prereleases }) => ({
  expected,
  got: has(specifier ?? spec_str, version ?? version_str, prereleases),
})

const filters: Judge = ({ specifier = '', specifier_prereleases, prereleases, input, versions, expected }) => ({
  expected,
  got: filterSpecified(read(specifier), (input ?? versions) as string[], flag(prereleases ?? specifier_prereleases)),
})

/** A policy is set after the fact: what is contained before and then. */
const prereleasesSet: Judge = (args) => ({
  expected: [args['initial_contains'], args['final_contains']],
  got: [args['initial_prereleases'], args['set_prereleases']].map((policy) =>
    has(args['specifier'] ?? args['spec_str'], args['version'], policy),
  ),
})

const judges: Readonly<Record<string, Judge>> = {
  test_boundary_closure_short_release: contains,
  test_invalid_version: contains,
  test_arbitrary_equality: contains,
  test_arbitrary_equality_normalization: contains,
  test_contains_exclusionary_bridges: contains,
  test_contains_post_release_boundary_intersection: contains,
  test_contains_arbitrary_equality_contains: contains,
  test_contains_arbitrary_equality_normalization: contains,
  test_comparison_ignores_local: contains,
  test_contains_rejects_invalid_specifier: ({ specifier, input }) => ({
    expected: false,
    got: has(specifier, input, undefined),
  }),
  test_specifier_filter: filters,
  test_specifier_filter_arbitrary_equality_normalization: filters,
  test_filter_exclusionary_bridges: filters,
  test_empty_specifier_arbitrary_string: filters,
  test_empty_specifier_ordering_with_arbitrary: filters,
  test_specifier_prereleases_set: prereleasesSet,
  test_specifier_prereleases_explicit: prereleasesSet,
  test_specifiers_prereleases: ({ specifier, version, spec_pre, contains_pre, expected }) => ({
    expected,
    got: has(specifier, version, contains_pre ?? spec_pre),
  }),
  test_specifier_contains_installed_prereleases: (args) => {
    const { specifier, version, spec_prereleases, contains_prereleases, installed, expected } = args
    const key = parsePep440(String(version))
    const isInstalledPrerelease = installed === true && key !== null && isPep440Prerelease(key)
    return {
      expected,
      got: has(specifier, version, isInstalledPrerelease ? true : (contains_prereleases ?? spec_prereleases)),
    }
  },
  test_specifier_prereleases_detection: ({ specifier, expected }) => ({
    expected,
    got: read(specifier).some(namesPrerelease),
  }),
  test_specifiers_invalid: ({ specifier }) => ({ expected: null, got: parseSpecifiers(String(specifier)) ?? null }),
  test_specifiers_normalized: ({ version }) => ({
    expected: true,
    got: (String(version).includes('+') ? ['==', '!='] : ['~=', '==', '!=', '<=', '>=', '<', '>']).every(
      (operator) => parseSpecifiers(`${operator}${String(version)}`) !== undefined,
    ),
  }),
  test_specifiers_str_and_repr: ({ specifier, expected }) => ({
    expected,
    got: read(specifier).map(formatSpecifier).join(','),
  }),
  test_comparison_canonicalizes: ({ left, right }) => ({
    expected: canonicalSpecifiers(read(left)),
    got: canonicalSpecifiers(read(right)),
  }),
  test_specifiers_combine: ({ left, right, expected }) => ({
    expected: canonicalSpecifiers(read(expected)),
    got: canonicalSpecifiers([...read(left), ...read(right)]),
  }),
  test_specifier_operator_property: ({ spec, op }) => ({ expected: op, got: read(spec)[0]?.operator }),
  test_specifier_version_property: ({ spec, version }) => ({ expected: version, got: read(spec)[0]?.text }),
  test_length: ({ spec_str, expected_length }) => ({ expected: expected_length, got: read(spec_str).length }),
  test_iteration: ({ spec_str, expected_items }) => ({
    expected: expected_items,
    got: read(spec_str).map(formatSpecifier),
  }),
  test_is_subset: ({ left, right, expected }) => ({ expected, got: isSubset(read(left), read(right)) }),
  test_is_superset: ({ left, right, expected }) => ({ expected, got: isSubset(read(right), read(left)) }),
  test_is_disjoint: ({ left, right, expected }) => ({ expected, got: areDisjoint(read(left), read(right)) }),
  test_post_release_boundary_unsatisfiable: ({ spec_str }) => ({
    expected: true,
    got: isUnsatisfiable(read(spec_str)),
  }),
  test_arbitrary_equality_is_intersection_preserving: ({ spec1, spec2, input_versions }) => {
    const versions = input_versions as string[]
    return {
      expected: filterSpecified(read(spec2), filterSpecified(read(spec1), versions)),
      got: filterSpecified([...read(spec1), ...read(spec2)], versions),
    }
  },
  test_contains_identical_across_canonicalization: ({ spec, versions }) => ({
    expected: (versions as string[]).map((version) => has(spec, version, undefined)),
    got: (versions as string[]).map((version) => has(canonicalSpecifiers(read(spec)), version, undefined)),
  }),
}

function has(specifiers: unknown, version: unknown, prereleases: unknown): boolean {
  return isSpecified(read(specifiers), String(version), flag(prereleases))
}

function read(specifiers: unknown): readonly Specifier[] {
  const parsed = parseSpecifiers(String(specifiers))
  if (parsed === undefined) throw new Error(`not a specifier: ${String(specifiers)}`)
  return parsed
}

function flag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}
