/** Every lockfile reader on samples of our own, on damaged ones, and on the files of real repositories. */

import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { unpackTar } from 'modern-tar'
import { describe, expect, it } from 'vitest'
import type { ReadDocument } from '#domain/part.ts'
import { lockfiles } from '#inventory/lockfiles.generated.ts'
import type { Reader, SourceFile } from '#inventory/reader.ts'
import { headOf, sourceFile } from '#inventory/source-file.ts'
import { placesIn } from '#inventory/text/place.ts'
import { expectedLockfiles } from '#test/samples/lockfiles/expected.ts'
import { describeWithShared } from '#test/shared-data.ts'

const samples = join(import.meta.dirname, '..', 'samples', 'lockfiles')

function readerNamed(id: string): Reader {
  const found = lockfiles.find((reader) => reader.id === id)
  if (found === undefined) throw new Error(`no reader ${id}`)
  return found
}

/** A file of a sample's folder; its siblings are the other files there. */
function sample(folder: string, path: string, bytes?: Uint8Array): SourceFile {
  const read = (name: string) => {
    const location = join(samples, folder, name)
    return existsSync(location) && statSync(location).isFile() ? readFileSync(location) : undefined
  }
  return sourceFile(path, bytes ?? read(path) ?? new Uint8Array(), read)
}

const cases = Object.entries(expectedLockfiles).map(([folder, expected]) => {
  return { folder, expected, reader: readerNamed(folder.replace(/-\d+$/, '')) }
})

/** What every reading must keep, whatever it read; the list is of what it did not. */
function faults({ counts, parts, edges, refused, issues }: ReadDocument): string[] {
  const found: string[] = []
  if (counts.found !== counts.taken + counts.refused) found.push('found is not taken and refused')
  if (counts.taken !== parts.length || counts.refused !== refused.length || counts.edges !== edges.length)
    found.push('counts')
  if (new Set(parts.map(({ ref }) => ref)).size !== parts.length) found.push('a reference occurs twice')
  if (edges.some(([from, to]) => from < -1 || to < 0 || Math.max(from, to) >= parts.length))
    found.push('an edge leads nowhere')
  if ([...refused, ...issues].some(({ where }) => where === '')) found.push('an issue without a place')
  if (parts.some(({ at, name }) => at === '' || name === '')) found.push('a part without a place or a name')
  return found
}

/** Formats whose versions may stand elsewhere: in a property, a table of versions, a parent or a central file. */
const versionsElsewhere = new Set(['pom', 'gradle-catalog', 'nuget-central', 'msbuild-project', 'vcpkg', 'cargo-toml'])

/** The parts whose place does not hold their name and version. */
function misplaced(document: ReadDocument, file: SourceFile): string[] {
  const textAt = placesIn(file)
  return document.parts
    .filter(({ at, name, version }) => {
      const text = textAt(at)
      const isVersionThere =
        version === null || text?.includes(version) === true || versionsElsewhere.has(document.reader)
      return !isVersionThere || text?.includes(shortName(name)) !== true
    })
    .map(({ name, version, at }) => `${name} ${version} at ${at}`)
}

/** Of Maven the artifact; of a Gradle plugin its id, after which its artifact is named. */
function shortName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1).replace(/\.gradle\.plugin$/, '')
}

describe('a sample of each format', () => {
  it('is there for every reader', () => {
    const missing = lockfiles.map(({ id }) => id).filter((id) => !Object.hasOwn(expectedLockfiles, id))
    expect(missing).toEqual([])
    expect(
      readdirSync(samples)
        .filter((name) => name !== 'expected.ts')
        .toSorted(),
    ).toEqual(Object.keys(expectedLockfiles).toSorted())
  })

  it.each(cases)('$folder gives the parts, edges, refusals and issues kept for it', ({ folder, expected, reader }) => {
    const file = sample(folder, expected.file)
    expect(reader.recognisesName(expected.file)).toBe(true)
    expect(reader.recognisesContent(headOf(file.bytes))).toBe(true)
    const document = reader.read(file)
    expect(faults(document)).toEqual([])
    expect(document.reader).toBe(reader.id)
    const parts = document.parts.map(({ purl, name, version, scope, directness, at }) => {
      return `${purl ?? `none ${name} ${version}`} ${scope} ${directness} ${at}`
    })
    expect(parts).toEqual(expected.parts)
    expect(document.edges).toEqual(expected.edges)
    expect(document.refused.map(({ code, where }) => `${code} ${where}`)).toEqual(expected.refused)
    expect(document.issues.map(({ code, where }) => `${code} ${where}`)).toEqual(expected.issues)
    expect(misplaced(document, file)).toEqual([])
  })

  it('brings hashes to one form', () => {
    const read = (folder: string, path: string) =>
      readerNamed(folder)
        .read(sample(folder, path))
        .parts.map(({ hashes }) => hashes)
    expect(read('yarn-classic', 'yarn.lock')[0]).toEqual([
      { algorithm: 'SHA-1', value: 'aac4e2b7734a740867aeb16bf02aad556a1e7a01' },
    ])
    expect(read('go-mod', 'go.mod')[0]?.[0]?.value).toBe(
      Buffer.from('NIvaJDMOsjHA8n1jAhLSgzrAzy1Hgr+hNrb57e+94F0=', 'base64').toString('hex'),
    )
    expect(read('poetry-lock', 'poetry.lock')[0]).toHaveLength(1)
    expect(read('package-lock', 'package-lock.json')[0]?.[0]?.value).toHaveLength(128)
  })

  it.each(['package-lock', 'npm-shrinkwrap'])('%s tells which versions their publishers deprecated', (id) => {
    const entry = (deprecated: unknown) => ({ version: '1.0.0', deprecated })
    const lock = {
      lockfileVersion: 3,
      packages: {
        'node_modules/a': entry(' use b\n<script>alert(1)</script> '),
        'node_modules/b': { version: '1.0.0' },
        'node_modules/c': entry(''),
        'node_modules/d': entry(false),
        'node_modules/e': entry('so '.repeat(1000)),
      },
    }
    const bytes = new TextEncoder().encode(JSON.stringify(lock))
    const { parts } = readerNamed(id).read(sourceFile(`${id}.json`, bytes))
    expect(parts.map(({ deprecation }) => deprecation?.slice(0, 30))).toEqual([
      'use b\n<script>alert(1)</script>'.slice(0, 30),
      undefined,
      undefined,
      undefined,
      'so '.repeat(10),
    ])
    expect(parts.at(-1)?.deprecation).toHaveLength(500)
  })

  it('names no registry: version control and other addresses stand in qualifiers, without passwords', () => {
    const lock = {
      lockfileVersion: 3,
      packages: {
        '': { dependencies: { a: '1' } },
        'node_modules/a': { version: '1.0.0', resolved: 'git+https://user:secret@host.example/a.git#abc' },
        'node_modules/b': { version: '1.0.0', resolved: 'https://user:secret@host.example/b.tgz' },
      },
    }
    const file = sourceFile('package-lock.json', new TextEncoder().encode(JSON.stringify(lock)))
    const purls = readerNamed('package-lock')
      .read(file)
      .parts.map(({ purl }) => decodeURIComponent(purl ?? ''))
    expect(purls).toEqual([
      'pkg:npm/a@1.0.0?vcs_url=git+https://host.example/a.git@abc',
      'pkg:npm/b@1.0.0?download_url=https://host.example/b.tgz',
    ])
  })
})

describe('a damaged file', () => {
  it.each(cases)('$folder: no bytes at all is an issue with a place', ({ folder, expected, reader }) => {
    const document = reader.read(sample(folder, expected.file, new Uint8Array()))
    expect(document.issues).toContainEqual({ code: 'empty-file', where: 'line 1' })
    expect(document.counts.found).toBe(document.parts.length + document.refused.length)
  })

  it.each(cases)(
    '$folder: cut off, flipped or mixed up never throws and loses nothing silently',
    ({ folder, expected, reader }) => {
      const original = sample(folder, expected.file).bytes
      fc.assert(
        fc.property(damage(original), (bytes) => {
          expect(faults(reader.read(sample(folder, expected.file, bytes)))).toEqual([])
        }),
        { numRuns: 200, seed: 20_261_122 },
      )
    },
  )

  it.each(cases)('$folder: bytes of anything never throw', ({ reader, expected }) => {
    fc.assert(
      fc.property(
        fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.string().map(encode), fc.json().map(encode)),
        (bytes) => {
          expect(faults(reader.read(sourceFile(expected.file, bytes)))).toEqual([])
        },
      ),
      { numRuns: 100, seed: 20_261_122 },
    )
  })

  it.each([
    ['yarn-classic', 0.75],
    ['requirements', 0.75],
    ['gemfile-lock', 0.75],
    ['gradle-lockfile', 0.75],
    ['cargo-lock', 0.75],
    ['poetry-lock', 0.5],
  ] as const)('%s: what stands complete before the end of a cut file is still read', (folder, share) => {
    const { expected, reader } = cases.find((one) => one.folder === folder) ?? {
      expected: undefined,
      reader: undefined,
    }
    if (expected === undefined || reader === undefined) throw new Error(`no sample ${folder}`)
    const whole = sample(folder, expected.file)
    const lines = whole.text().split('\n')
    const half = encode(lines.slice(0, Math.ceil(lines.length * share)).join('\n'))
    const document = reader.read(sample(folder, expected.file, half))
    const names = new Set(reader.read(whole).parts.map(({ purl }) => purl))
    expect(document.parts.length).toBeGreaterThan(0)
    expect(document.parts.filter(({ purl, version }) => version !== null && !names.has(purl))).toEqual([])
  })

  it.each([
    ['package-lock', '{\n "lockfileVersion": 3,\n "packages": {\n', 'not-json', 'line 4'],
    ['package-lock', '{\n "lockfileVersion": 3,\n "packages" {}\n}', 'not-json', 'line 3'],
    [
      'cargo-lock',
      '[[package]]\nname = "a"\nversion = "1"\nsource = "x"\n\n[[package]]\nname = \n',
      'not-toml',
      'line 7',
    ],
    [
      'pnpm-lock',
      "lockfileVersion: '9.0'\npackages:\n  a@1.0.0:\n    resolution: {integrity: x\n",
      'not-yaml',
      'line 5',
    ],
    ['pom', '<project>\n<dependencies>\n<dependency></project>', 'not-xml', 'line 3'],
  ])('%s names the line where it breaks', (id, text, code, where) => {
    const { issues } = readerNamed(id).read(sourceFile('file', encode(text)))
    expect(issues.map((issue) => [issue.code, issue.where])).toContainEqual([code, where])
  })

  it.each([
    ['package-lock', `{"packages":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`],
    [
      'package-lock',
      `{"dependencies":${'{"a":{"version":"1.0.0","dependencies":'.repeat(20_000)}{}${'}}'.repeat(20_000)}}`,
    ],
    [
      'npm-list',
      `{"dependencies":${'{"a":{"version":"1.0.0","dependencies":'.repeat(20_000)}{}${'}}'.repeat(20_000)}}`,
    ],
    [
      'package-lock',
      `{"packages":{"${'node_modules/a/'.repeat(20_000)}node_modules/b":{"version":"1.0.0","dependencies":{"c":"1"}}}}`,
    ],
    ['pnpm-lock', `packages:\n${Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth + 1)}a:`).join('\n')}`],
    [
      'pnpm-lock',
      `a: &a [x,x]\n${Array.from({ length: 40 }, (_, n) => `b${n}: &b${n} [*a,*a,*${n === 0 ? 'a' : `b${n - 1}`},*${n === 0 ? 'a' : `b${n - 1}`}]`).join('\n')}`,
    ],
    ['pnpm-lock', `packages: ${'['.repeat(50_000)}`],
    ['cargo-lock', `a = ${'['.repeat(50_000)}`],
    ['cargo-lock', '[[package]]\nname = "a"\nversion = "1"\nsource = "x"\ndependencies = ["a"]\n'.repeat(3000)],
    ['bun-lock', '/* '.repeat(100_000)],
    ['bun-lock', `"${'\\"'.repeat(100_000)}`],
    ['pom', '<project>'.repeat(20_000)],
    [
      'pom',
      `<!DOCTYPE x [<!ENTITY a "aaaa">${Array.from({ length: 20 }, (_, n) => `<!ENTITY b${n} "&a;&a;">`).join('')}]><project>&b19;</project>`,
    ],
    [
      'pom',
      `<project><properties>${Array.from({ length: 60 }, (_, n) => `<p${n}>\${p${n + 1}}\${p${n + 1}}</p${n}>`).join('')}</properties><dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId><version>\${p0}</version></dependency></dependencies></project>`,
    ],
    ['requirements', '\\\n'.repeat(50_000)],
    ['mix-lock', `"a": {:hex, :a, "1.0.0", ${'{:'.repeat(50_000)}`],
  ])('%s: a text made to hurt comes back', (id, text) => {
    const document = readerNamed(id).read(sourceFile('file', encode(text)))
    expect(document.counts.found).toBe(document.counts.taken + document.counts.refused)
    expect(document.edges.length).toBeLessThan(1_000_000)
  })
})

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** A cut, a few flipped bytes, a doubled or a lost piece. */
function damage(original: Uint8Array): fc.Arbitrary<Uint8Array> {
  const position = fc.nat({ max: original.length })
  return fc.oneof(
    position.map((end) => original.slice(0, end)),
    fc.array(fc.tuple(position, fc.nat({ max: 255 })), { minLength: 1, maxLength: 5 }).map((flips) => {
      const bytes = original.slice()
      for (const [at, byte] of flips) if (at < bytes.length) bytes[at] = byte
      return bytes
    }),
    fc
      .tuple(position, position)
      .map(([from, to]) => Uint8Array.from([...original.slice(0, to), ...original.slice(from)])),
  )
}

describeWithShared('the files of 48 repositories', 'organization/organization.tar.gz', (path) => {
  it('are read without an entry lost, each part at a place that holds its name and version', async () => {
    const files = new Map<string, Uint8Array>()
    for (const { header, data } of await unpackTar(gunzipSync(readFileSync(path)))) {
      if (data !== undefined) files.set(header.name.replace(/^\.\//, ''), data)
    }
    let readings = 0
    const wrong: string[] = []
    for (const [name, bytes] of files) {
      const file = sourceFile(name, bytes, (sibling) => files.get(sibling))
      const reader = lockfiles.find((one) => one.recognisesName(name) && one.recognisesContent(headOf(bytes)))
      if (reader === undefined) continue
      readings++
      const document = reader.read(file)
      wrong.push(...faults(document).map((fault) => `${name}: ${fault}`))
      if (reader.kind === 'lockfile' && document.counts.found === 0 && bytes.length > 500)
        wrong.push(`${name}: nothing found`)
      const counted = countIndependently(reader.id, file)
      if (counted !== undefined && counted !== document.counts.found)
        wrong.push(`${name}: ${counted} counted, ${document.counts.found} found`)
      wrong.push(
        ...misplaced(
          document,
          sourceFile(name, bytes, (sibling) => files.get(sibling)),
        ).map((part) => `${name}: ${part}`),
      )
    }
    expect(wrong).toEqual([])
    expect(readings).toBeGreaterThan(250)
  })
})

/** Entries as a plain look at the text counts them, for formats where one can. */
function countIndependently(id: string, file: SourceFile): number | undefined {
  const text = file.text()
  const occurrences = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const json = () => JSON.parse(text) as Record<string, unknown>
  if (id === 'package-lock') {
    // Version 1 has no such list.
    const listed = json()['packages'] as Record<string, { link?: boolean }> | undefined
    const packages = Object.entries(listed ?? {})
    return listed === undefined
      ? undefined
      : packages.filter(([key, { link }]) => /(?:^|\/)node_modules\//.test(key) && link !== true).length
  }
  if (id === 'pnpm-lock')
    return (/^packages:\n([^]*?)(?:^\S|$(?![^]))/m.exec(text)?.[1]?.match(/^ {2}\S.*:(?: \{\})?$/gm) ?? []).length
  if (id === 'yarn-classic') return occurrences(/^[^\s#].*:$/gm)
  if (id === 'yarn-berry') return occurrences(/^ {2}resolution: (?!.*@workspace:)/gm)
  if (id === 'bun-lock') return occurrences(/^ {4}"[^"]+": \["/gm)
  if (id === 'cargo-lock') return occurrences(/^source = /gm)
  if (id === 'poetry-lock') return occurrences(/^\[\[package\]\]$/gm)
  if (id === 'uv-lock')
    return occurrences(/^\[\[package\]\]$/gm) - occurrences(/^source = \{ (?:editable|virtual) = /gm)
  if (id === 'composer-lock')
    return (json()['packages'] as unknown[]).length + (json()['packages-dev'] as unknown[]).length
  if (id === 'gemfile-lock') return occurrences(/^ {4}\S/gm)
  if (id === 'go-sum') return occurrences(/^\S+ v\S+(?<!\/go\.mod) h1:/gm)
  if (id === 'mix-lock') return occurrences(/^ {2}"/gm)
  if (id === 'swift-resolved') return occurrences(/"identity"/g)
  return undefined
}
