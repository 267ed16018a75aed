/**
 * Lockfile fixtures of two scanners. Of the first the path tells the format and the name what to expect: readable files are
 * read without an entry lost, broken ones give an Issue with a place. Of the second the printed number of packages counts.
 */

import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { ReadDocument } from '#domain/part.ts'
import { lockfiles } from '#inventory/lockfiles.generated.ts'
import type { Reader } from '#inventory/reader.ts'
import { sourceFile } from '#inventory/source-file.ts'
import { sharedData } from '#test/shared-data.ts'
import type { Miss, SuiteResult } from './suite.ts'
import { absent, tally } from './tally.ts'

const readersByFolder: Readonly<Record<string, string>> = {
  bunlock: 'bun-lock',
  cabal: 'cabal-freeze',
  cargolock: 'cargo-lock',
  condameta: 'conda-meta',
  cpan: 'cpan-meta',
  denojson: 'deno-json',
  denotssource: 'deno-json',
  depsjson: 'dotnet-deps',
  gleamtoml: 'gleam-toml',
  gradleverificationmetadataxml: 'gradle-verification',
  manifesttoml: 'julia-manifest',
  opam: 'opam-list',
  paketdependencies: 'paket-dependencies',
  projectassetsjson: 'nuget-assets',
  projecttoml: 'julia-project',
  setup: 'setup-py',
  wheelegg: 'python-metadata',
  cargotoml: 'cargo-toml',
  composerlock: 'composer-lock',
  conanlock: 'conan-lock',
  csproj: 'msbuild-project',
  gemfilelock: 'gemfile-lock',
  gomod: 'go-mod',
  gradlelockfile: 'gradle-lockfile',
  gradleversioncatalog: 'gradle-catalog',
  mixlock: 'mix-lock',
  nugetcpm: 'nuget-central',
  packagejson: 'package-json',
  packagelockjson: 'package-lock',
  packagesconfig: 'nuget-config',
  packageslockjson: 'nuget-lock',
  pdmlock: 'pdm-lock',
  pipfilelock: 'pipfile-lock',
  pnpmlock: 'pnpm-lock',
  podfilelock: 'podfile-lock',
  poetrylock: 'poetry-lock',
  pomxml: 'pom',
  pubspec: 'pubspec-lock',
  pylock: 'pylock',
  pyprojecttoml: 'pyproject',
  renvlock: 'renv-lock',
  requirements: 'requirements',
  stacklock: 'stack-lock',
  uvlock: 'uv-lock',
}

/** How many entries the fixture's name promises. */
const promised: readonly (readonly [RegExp, number])[] = [
  [/^(?:one-package|one-gem|one-pkg|source-git|source-path|source-sdk|indirect-1\.16|replace-no-version)\b/, 1],
  [/^(?:two-packages|two-dependencies)\b/, 2],
  [
    /^(?:empty|no-packages|no-gems|no-dependenc|only-comments|only-empty|metadata-only|dynamic_deps|no_project_table)/,
    0,
  ],
]

/** Names that promise another number than the file holds: two files list more than they are named after. */
const moreThanPromised = new Set(['pubspec/source-git.lock', 'cargolock/two-packages-with-local.lock'])

const broken = /^(?:invalid|not-|malformed|null\.|loop|other-loop)|\/invalid|^nopackage/

/** Named like broken ones, and as good as any. */
const notBroken = new Set(['packagejson/not-vscode.json'])

export function run(): readonly SuiteResult[] {
  return [readFixtures(), comparePrintedCounts()]
}

function readFixtures(): SuiteResult {
  const suite = 'lockfile fixtures'
  const path = sharedData('conformance/lockfile-fixtures.zip')
  if (path === undefined) return absent(suite)
  const files = unzipSync(readFileSync(path))
  return tally(
    suite,
    Object.keys(files)
      .filter((name) => !name.endsWith('/'))
      .toSorted()
      .map((name) => judge(name, files)),
  )
}

function judge(name: string, files: Readonly<Record<string, Uint8Array>>): Miss {
  const [, folder = '', fixture = ''] = /\/([^/]+)\/testdata\/(.+)$/.exec(name) ?? []
  const reader = readerFor(folder, fixture)
  const short = `${folder}/${fixture}`
  if (reader === undefined)
    return { case: short, expected: 'read', got: 'no reader', reason: 'a format that is not in the list of issue 3' }
  const document = read(reader, name, files)
  const complaints = document.issues.length + document.refused.length
  if (!isWhole(document))
    return { case: short, expected: 'found = taken + refused', got: JSON.stringify(document.counts) }
  if (broken.test(fixture) && !notBroken.has(short)) {
    const isSaid = complaints > 0 && [...document.issues, ...document.refused].every(({ where }) => where !== '')
    return { case: short, expected: 'issue with place', got: isSaid ? 'issue with place' : 'silence' }
  }
  const count = moreThanPromised.has(short) ? undefined : promised.find(([pattern]) => pattern.test(fixture))?.[1]
  if (count !== undefined)
    return { case: short, expected: `${count} found`, got: `${foundOf(document, fixture)} found` }
  const isRead = document.counts.found > 0 || complaints > 0 || readableWithoutEntries.has(short)
  return { case: short, expected: 'read', got: isRead ? 'read' : 'nothing' }
}

/** What a fixture named `empty…` holds may be an entry with an empty field, which is refused. */
function foundOf(document: ReadDocument, fixture: string): number {
  return /^empty(?:include|version)$/.test(fixture) ? 0 : document.counts.found
}

const readableWithoutEntries = new Set([
  'denotssource/deno.json',
  'gleamtoml/no-deps.toml',
  'projecttoml/project.toml',
  'gemfilelock/no-gem-section.lock',
  'gemfilelock/no-spec-section.lock',
  'packagejson/vscode-extension.json',
  'packagejson/vscode-extension-only-required.json',
  'pomxml/profiles.xml',
  'pomxml/empty.xml',
])

function readerFor(folder: string, fixture: string): Reader | undefined {
  if (folder === 'gomod' && fixture.endsWith('.sum')) return readerNamed('go-sum')
  if (folder === 'yarnlock') return readerNamed(fixture.includes('.v2') ? 'yarn-berry' : 'yarn-classic')
  return readerNamed(readersByFolder[folder])
}

function readerNamed(id: string | undefined): Reader | undefined {
  return lockfiles.find((reader) => reader.id === id)
}

function read(reader: Reader, name: string, files: Readonly<Record<string, Uint8Array>>): ReadDocument {
  return reader.read(sourceFile(name, files[name] ?? new Uint8Array(), (path) => files[path]))
}

function isWhole({ counts, parts, refused }: ReadDocument): boolean {
  return (
    counts.found === counts.taken + counts.refused && counts.taken === parts.length && counts.refused === refused.length
  )
}

/** Where the other scanner counts otherwise on purpose. */
const disagreements: Readonly<Record<string, string>> = {
  'go.mod': 'it adds the Go standard library as a package',
  'replace-local.mod': 'it adds the Go standard library as a package',
  'requirements.txt': 'it leaves out requirements without an exact version',
  'requirements-transitive.txt': 'it resolves dependencies over the network',
  'unresolvable-requirements.txt': 'it resolves dependencies over the network',
  'pom.xml': 'it resolves dependencies over the network',
  'registry.xml': 'it resolves dependencies over the network',
  'Cargo.lock': 'it counts the project itself',
  'gems.locked': 'it counts a gem from a folder of the project',
}

function comparePrintedCounts(): SuiteResult {
  const suite = 'packages a scanner printed'
  const path = sharedData('conformance/osv-scanner-fixtures.zip')
  if (path === undefined) return absent(suite)
  const files = unzipSync(readFileSync(path))
  const names = Object.keys(files)
  const answers = new Map<string, Miss>()
  for (const snapshot of names.filter((name) => name.endsWith('.snap'))) {
    const root = snapshot.slice(0, snapshot.indexOf('__snapshots__'))
    const printed = strFromU8(files[snapshot] ?? new Uint8Array()).matchAll(
      /Scanned <rootdir>\/(\S+) file and found (\d+) package/g,
    )
    for (const [, file = '', count = ''] of printed) {
      const name = names.find((one) => one === `${root}${file}`)
      const reader = name === undefined ? undefined : recognised(name, files)
      if (name === undefined || reader === undefined || answers.has(`${name} ${count}`)) continue
      const document = read(reader, name, files)
      const unique = new Set(document.parts.map((part) => `${part.purl ?? part.name} ${part.version}`))
      const reason = disagreements[file.slice(file.lastIndexOf('/') + 1)]
      const answer = { case: file, expected: count, got: String(unique.size) }
      answers.set(`${name} ${count}`, reason === undefined ? answer : { ...answer, reason })
    }
  }
  return tally(suite, [...answers.values()])
}

function recognised(name: string, files: Readonly<Record<string, Uint8Array>>): Reader | undefined {
  const head = strFromU8((files[name] ?? new Uint8Array()).subarray(0, 65_536))
  // The scanner was told the format of these by a flag.
  if (name.endsWith('.mod')) return readerNamed('go-mod')
  return lockfiles.find((reader) => reader.recognisesName(name) && reader.recognisesContent(head))
}
