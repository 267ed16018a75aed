/** npm's own fixtures for versions and ranges. */

import { incrementNpmVersion, truncateNpmVersion, type IncrementOptions } from '#ecosystems/node-semver/increment.ts'
import { formatNpmRange, parseComparator, parseNpmRange, type NpmRangeOptions } from '#ecosystems/node-semver/range.ts'
import {
  doComparatorsIntersect,
  doRangesIntersect,
  isAboveNpmRange,
  isBelowNpmRange,
} from '#ecosystems/node-semver/relations.ts'
import { compareNpmVersions, parseNpmVersion } from '#ecosystems/node-semver/version.ts'
import { satisfies } from '#ecosystems/ranges.ts'
import { sharedData } from '#test/shared-data.ts'
import { readGzipJson } from './read-suite.ts'
import type { Miss, SuiteResult } from './suite.ts'
import { absent, tally } from './tally.ts'

type Row = readonly unknown[]
type Judge = (row: Row) => { readonly expected: unknown; readonly got: unknown }

export async function run(): Promise<SuiteResult> {
  const path = sharedData('conformance/node-semver-fixtures.json.gz')
  if (path === undefined) return absent('node-semver')
  const tables = readGzipJson(path) as Record<string, readonly Row[]>
  return tally(
    'node-semver',
    Object.entries(tables).flatMap(([table, rows]) => rows.map((row) => judge(table, row))),
  )
}

function judge(table: string, row: Row): Miss {
  const { expected, got } = judges[table]?.(row) ?? { expected: 'a known table', got: table }
  return {
    case: `${table} ${JSON.stringify(row)}`,
    expected: JSON.stringify(expected),
    got: JSON.stringify(got ?? null),
  }
}

const judges: Readonly<Record<string, Judge>> = {
  'comparator-intersection': ([a, b, expected, options]) => ({
    expected,
    got: doComparatorsIntersect(
      parseComparator(String(a)) ?? null,
      parseComparator(String(b)) ?? null,
      optionsOf(options),
    ),
  }),
  comparisons: ([a, b, options]) => ({ expected: 1, got: Math.sign(compare(a, b, options)) }),
  equality: ([a, b, options]) => ({ expected: 0, got: compare(a, b, options) }),
  increments: ([version, kind, expected, options, identifier, start]) => ({
    expected,
    got: incrementNpmVersion(String(version), String(kind), {
      loose: optionsOf(options).loose ?? false,
      // The third argument may be left out, then the identifier stands in its place.
      ...identifierOf(typeof options === 'string' ? options : identifier),
      ...startOf(start),
    }),
  }),
  truncations: ([version, kind, expected]) => ({ expected, got: truncateNpmVersion(String(version), String(kind)) }),
  'invalid-versions': ([version, , options]) => ({
    expected: null,
    got: typeof version === 'string' ? parseNpmVersion(version, optionsOf(options).loose) : null,
  }),
  'valid-versions': ([version, ...expected]) => {
    const parsed = parseNpmVersion(String(version))
    return { expected, got: parsed && [parsed.major, parsed.minor, parsed.patch, parsed.prerelease, parsed.build] }
  },
  'range-include': ([range, version, options]) => ({ expected: true, got: isSatisfied(range, version, options) }),
  'range-exclude': ([range, version, options]) => ({ expected: false, got: isSatisfied(range, version, options) }),
  'range-parse': ([range, expected, options]) => {
    const parsed = parseNpmRange(String(range), optionsOf(options))
    return { expected, got: parsed && formatNpmRange(parsed) }
  },
  'range-intersection': ([a, b, expected]) => ({ expected, got: intersect(String(a), String(b)) }),
  'version-gt-range': ([range, version, options]) => ({
    expected: true,
    got: outside(isAboveNpmRange, range, version, options),
  }),
  'version-not-gt-range': ([range, version, options]) => ({
    expected: false,
    got: outside(isAboveNpmRange, range, version, options),
  }),
  'version-lt-range': ([range, version, options]) => ({
    expected: true,
    got: outside(isBelowNpmRange, range, version, options),
  }),
  'version-not-lt-range': ([range, version, options]) => ({
    expected: false,
    got: outside(isBelowNpmRange, range, version, options),
  }),
}

function compare(a: unknown, b: unknown, options: unknown): number {
  const { loose = false } = optionsOf(options)
  const left = parseNpmVersion(String(a), loose)
  const right = parseNpmVersion(String(b), loose)
  return left === undefined || right === undefined ? Number.NaN : compareNpmVersions(left, right)
}

function isSatisfied(range: unknown, version: unknown, options: unknown): boolean | undefined {
  return satisfies('npm', String(range), String(version), optionsOf(options))
}

function intersect(a: string, b: string): boolean {
  const left = parseNpmRange(a)
  const right = parseNpmRange(b)
  return left !== undefined && right !== undefined && doRangesIntersect(left, right)
}

function outside(relation: typeof isAboveNpmRange, range: unknown, version: unknown, options: unknown): boolean {
  const parsedRange = parseNpmRange(String(range), optionsOf(options))
  const parsedVersion = parseNpmVersion(String(version), optionsOf(options).loose)
  return parsedRange !== undefined && parsedVersion !== undefined && relation(parsedRange, parsedVersion)
}

/** npm takes `true` for loose, and an object with truthy values. */
function optionsOf(options: unknown): NpmRangeOptions {
  if (options === true) return { loose: true }
  if (typeof options !== 'object' || options === null) return {}
  const { loose, includePrerelease } = options as { loose?: unknown; includePrerelease?: unknown }
  return { loose: Boolean(loose), includePrerelease: Boolean(includePrerelease) }
}

function identifierOf(identifier: unknown): Pick<IncrementOptions, 'identifier'> {
  return typeof identifier === 'string' ? { identifier } : {}
}

function startOf(start: unknown): Pick<IncrementOptions, 'start'> {
  if (start === undefined) return {}
  return { start: start === false ? 'none' : Number(start) === 1 ? 1 : 0 }
}
