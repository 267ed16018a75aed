/** Documents made to hurt: each is refused or bounded, with an issue that says so. */

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { ReadDocument } from '#domain/part.ts'
import { documentDepths } from '#inventory/depths.ts'
import { recognise } from '#inventory/recognise.ts'
import { sourceFile } from '#inventory/source-file.ts'
import { readZip } from '#sources/zip.ts'

/** Asks the reader directly, so that no guard around it hides that it throws. */
function read(path: string, content: string, siblings: Readonly<Record<string, string>> = {}): ReadDocument {
  const file = sourceFile(path, Buffer.from(content), (other) => {
    const text = siblings[other]
    return text === undefined ? undefined : Buffer.from(text)
  })
  const document = recognise(file)?.read(file)
  if (document === undefined) throw new Error(`${path} was not recognised`)
  expect(document.counts.found).toBe(document.counts.taken + document.counts.refused)
  return document
}

function codes({ issues, refused }: ReadDocument): string[] {
  return [...new Set([...issues, ...refused].map(({ code }) => code))].sort()
}

describe('YAML', () => {
  it.each(['{', '? ', '{? ', '? [', '[{'])('with collections as keys of keys (%s) is not written out', (open) => {
    const text = (start: string) => `${start}\n  - SPDXID:\n      ${open.repeat(600)}x`
    expect(codes(read('bom.spdx.yaml', text('spdxVersion: SPDX-2.3\nSPDXID: SPDXRef-DOCUMENT\npackages:')))).toContain(
      'not-yaml',
    )
    expect(codes(read('pnpm-lock.yaml', `lockfileVersion: '9.0'\npackages:\n  ${open.repeat(600)}x`))).toContain(
      'not-yaml',
    )
  })

  it('with members that look like methods is no object to be called', () => {
    const entry = 'resolution: {integrity: sha512-x}\n    dev: {toString: 1, valueOf: 2}'
    expect(read('pnpm-lock.yaml', `lockfileVersion: 5.4\npackages:\n  /a/1.0.0:\n    ${entry}\n`).counts.taken).toBe(1)
    const toml = '[[package]]\nname = {toString = 1}\nversion = {valueOf = 1, toString = 2}\n'
    expect(read('pdm.lock', toml).counts).toMatchObject({ taken: 0, refused: 1 })
  })

  it.each(['bom.spdx.yaml', 'pnpm-lock.yaml'])('whose aliases multiply is not expanded (%s)', (path) => {
    const levels = Array.from({ length: 30 }, (_, level) => {
      const of = level === 0 ? 'x' : `*l${level - 1}`
      return `l${level}: &l${level} [${Array.from({ length: 9 }, () => of).join(', ')}]`
    })
    const heads = {
      'bom.spdx.yaml': 'spdxVersion: SPDX-2.3\nSPDXID: SPDXRef-DOCUMENT',
      'pnpm-lock.yaml': 'lockfileVersion: 9',
    }
    const text = `${heads[path as keyof typeof heads]}\n${levels.join('\n')}\npackages: *l29\n`
    expect(codes(read(path, text))).toContain('not-yaml')
  })
})

describe('XML', () => {
  const laughs = `<!DOCTYPE x [<!ENTITY l0 "ha">${Array.from({ length: 30 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join('')}
<!ENTITY outside SYSTEM "file:///etc/passwd"><!ENTITY % more SYSTEM "http://127.0.0.1:9/more.dtd"> %more;]>`

  it.each([
    [
      'bom.cdx.xml',
      (name: string) =>
        `<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components><component type="library"><name>${name}</name><version>1</version></component></components></bom>`,
    ],
    [
      'pom.xml',
      (name: string) =>
        `<project><dependencies><dependency><groupId>g</groupId><artifactId>${name}</artifactId><version>1</version></dependency></dependencies></project>`,
    ],
    [
      'bom.spdx.rdf',
      (name: string) =>
        `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:spdx="http://spdx.org/rdf/terms#"><spdx:SpdxDocument rdf:about="#d"><spdx:name>d</spdx:name></spdx:SpdxDocument><spdx:Package rdf:about="#p"><spdx:name>${name}</spdx:name></spdx:Package></rdf:RDF>`,
    ],
    ['packages.config', (name: string) => `<packages><package id="${name}" version="1" /></packages>`],
  ])('%s: entities of the document are neither expanded nor fetched', (path, around) => {
    expect(read(path, around('plain')).parts.map(({ name }) => name.replace('g:', ''))).toEqual(['plain'])
    for (const entity of ['&l30;', '&outside;', '&more;']) {
      const document = read(path, laughs + around(entity))
      expect(codes(document)).toContain('not-xml')
      expect(JSON.stringify(document).length).toBeLessThan(5000)
      expect(JSON.stringify(document)).not.toMatch(/haha|root:/)
    }
  })

  it('nested beyond any reason is cut at a limit', () => {
    const depth = 200_000
    const open = '<components><component type="library"><name>a</name><version>1</version>'
    const document = read('bom.cdx.xml', `<bom xmlns="http://cyclonedx.org/schema/bom/1.6">${open.repeat(depth)}`)
    expect(document.counts.taken).toBeLessThan(1000)
    expect(codes(document)).toContain('too-deep')
  })
})

describe('JSON', () => {
  const depth = 1_000_000

  it.each([
    ['arrays', '['.repeat(depth), ']'.repeat(depth)],
    ['objects', '{"components":'.repeat(depth), `null${'}'.repeat(depth)}`],
    [
      'components',
      '[{"type":"library","name":"a","version":"1","components":'.repeat(depth),
      `[]${'}]'.repeat(depth)}`,
    ],
  ])('a million %s deep is bounded, whole and cut off', (kind, open, close) => {
    const head = '{"bomFormat":"CycloneDX","specVersion":"1.6","components":'
    const whole = read('bom.json', `${head}${open}${close}}`)
    expect(whole.counts.taken).toBeLessThanOrEqual(100)
    expect(codes(whole)).toContain(kind === 'components' ? 'too-deep' : 'wrong-type')
    expect(codes(read('bom.json', head + open))).toEqual(expect.arrayContaining(['not-json']))
  })

  it.each(['package-lock.json', 'composer.lock', 'Pipfile.lock', 'packages.lock.json', 'flake.lock'])(
    'a million deep in %s is an issue',
    (path) => {
      for (const text of [
        `{"packages":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`,
        `{"packages":${'['.repeat(depth)}`,
      ]) {
        expect(read(path, text).parts.length).toBeLessThan(10)
      }
    },
  )

  it('with numbers of a million digits keeps the part and says what is odd', () => {
    const digits = '9'.repeat(1_000_000)
    const part = `{"type":"library","name":"a","version":${digits},"bom-ref":${digits}}`
    const document = read(
      'bom.json',
      `{"bomFormat":"CycloneDX","specVersion":"1.6","version":${digits},"components":[${part}]}`,
    )
    expect(document.counts.taken).toBe(1)
    expect(codes(document)).toContain('wrong-type')
    expect(JSON.stringify(document).length).toBeLessThan(2000)
  })

  it('with a version and a package URL of a million digits keeps bounded issues', () => {
    const digits = '9'.repeat(1_000_000)
    const part = { type: 'library', name: 'a', version: digits, purl: `pkg:npm/a@1?x=${'%41'.repeat(300_000)}` }
    const document = read(
      'bom.json',
      JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components: [part] }),
    )
    expect(document.counts.taken).toBe(1)
    for (const { detail = '' } of document.issues) expect(detail.length).toBeLessThanOrEqual(200)
  })
})

describe('TOML and YAML', () => {
  const digits = '9'.repeat(1_000_000)

  it.each([
    ['Cargo.lock', `[[package]]\nname = "a"\nversion = ${digits}\nsource = "registry+x"\n`],
    ['poetry.lock', `[[package]]\nname = "a"\nversion = ${digits}\n`],
    ['pubspec.lock', `packages:\n  a:\n    dependency: "direct main"\n    source: hosted\n    version: ${digits}\n`],
    [
      'pnpm-lock.yaml',
      `lockfileVersion: ${digits}\npackages:\n  /a/${digits}:\n    resolution: {integrity: sha512-x}\n`,
    ],
  ])('%s with a number of a million digits comes back with one entry at most', (path, text) => {
    const document = read(path, text)
    expect(document.counts.found).toBeLessThanOrEqual(1)
    for (const { detail = '' } of document.issues) expect(detail.length).toBeLessThanOrEqual(200)
  })
})

describe('entries without a name', () => {
  it.each([
    ['Cargo.toml', '[dependencies]\n"" = "=1.0.0"\n'],
    ['package.json', '{"dependencies":{"":"1.0.0"}}'],
    ['Manifest.toml', '[[deps.""]]\nuuid = "x"\nversion = "1.0.0"\n'],
    ['gleam.toml', '[dependencies]\n"" = "1.0.0"\n'],
    ['deno.json', '{"imports":{"a":"npm: @1.0.0"}}'],
    ['Pipfile.lock', '{"default":{"":{"version":"==1.0.0"}}}'],
    ['pubspec.lock', 'packages:\n  "":\n    source: hosted\n    version: "1.0.0"\n'],
  ])('in %s are refused', (path, text) => {
    const { counts, parts } = read(path, text)
    expect(counts).toMatchObject({ found: 1, refused: 1 })
    expect(parts).toEqual([])
  })
})

describe('circles', () => {
  it('of components are edges, and every part is reached once', () => {
    const count = 5000
    const ref = (number: number): string => `c${number % count}`
    const components = Array.from({ length: count }, (_, number) => ({
      type: 'library',
      name: ref(number),
      version: '1',
      'bom-ref': ref(number),
    }))
    const dependencies = components.map((_, number) => ({
      ref: ref(number),
      dependsOn: [ref(number + 1), ref(number), ref(number + count - 1)],
    }))
    const root = { ref: 'root', dependsOn: ['c0', 'root'] }
    const metadata = { component: { type: 'application', name: 'root', 'bom-ref': 'root' } }
    const document = read(
      'bom.json',
      JSON.stringify({
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        metadata,
        components,
        dependencies: [root, ...dependencies],
      }),
    )
    expect(document.counts).toMatchObject({ taken: count, edges: 2 * count + 1 })
    expect(document.parts.filter(({ directness }) => directness === 'unknown')).toEqual([])
    expect(documentDepths(document).every((depth) => depth > 0)).toBe(true)
  })

  it('of files that include one another end', () => {
    const requirements = { 'a.txt': '-r requirements.txt\nflask==3.0.0\n', 'b.txt': '-r a.txt\n-r b.txt\n' }
    const document = read('requirements.txt', '-r a.txt\n-r b.txt\n', requirements)
    expect(document.parts.map(({ name }) => name)).toContain('flask')
    expect(document.counts.found).toBeLessThan(5)
    const pom = (parent: string): string =>
      `<project><parent><groupId>g</groupId><artifactId>p</artifactId><version>1</version><relativePath>${parent}</relativePath></parent><artifactId>a</artifactId><dependencies><dependency><groupId>g</groupId><artifactId>d</artifactId></dependency></dependencies></project>`
    const circle = read('a/pom.xml', pom('../b/pom.xml'), {
      'a/pom.xml': pom('../b/pom.xml'),
      'b/pom.xml': pom('../a/pom.xml'),
    })
    expect(circle.counts.found).toBe(1)
  })
})

describe('names that lead outside', () => {
  const outside = ['../../etc/passwd', '/etc/passwd', '..\\..\\secret.txt', 'C:\\secret.txt', 'file:///etc/passwd']

  it.each(outside)('requirements: -r %s is not opened', (name) => {
    const asked: string[] = []
    const file = sourceFile('app/requirements.txt', Buffer.from(`-r ${name}\n-c ${name}\nflask==3.0.0\n`), (path) => {
      asked.push(path)
      return undefined
    })
    const document = recognise(file)?.read(file)
    expect(document?.parts.map(({ name: part }) => part)).toEqual(['flask'])
    expect(document?.issues.some(({ code }) => code === 'include-outside' || code === 'include-missing')).toBe(true)
    expect(
      asked.filter((path) => path.startsWith('/') || path.split('/').includes('..') || path.includes('passwd')),
    ).toEqual([])
  })

  it('an archive: unsafe names are refused and the rest is read', () => {
    const text = Buffer.from('{}')
    const zip = zipSync({
      '../../escape.json': text,
      '/absolute.json': text,
      'a/../../b.json': text,
      'fine.json': text,
    })
    const entries = [...readZip(zip)]
    expect(entries.flatMap((entry) => ('bytes' in entry ? entry.name : []))).toEqual(['fine.json'])
    expect(entries.flatMap((entry) => ('issue' in entry ? entry.issue.code : []))).toEqual(
      Array.from({ length: 3 }, () => 'archive-entry'),
    )
  })
})

describe('archives', () => {
  it('a zip bomb is refused before it is unpacked', () => {
    const bomb = zipSync({ 'bomb.json': new Uint8Array(100 * 2 ** 20), 'fine.json': Buffer.from('{}') }, { level: 9 })
    expect(bomb.length).toBeLessThan(200_000)
    const entries = [...readZip(bomb)]
    expect(entries.map((entry) => ('issue' in entry ? entry.issue.code : entry.name))).toEqual([
      'too-large',
      'fine.json',
    ])
  })

  it('an archive in an archive stays closed', () => {
    const inner = zipSync({ 'bom.cdx.json': Buffer.from('{"bomFormat":"CycloneDX"}') })
    const [entry] = [...readZip(zipSync({ 'inner.zip': inner }))]
    const bytes = entry !== undefined && 'bytes' in entry ? entry.bytes : new Uint8Array()
    expect(Buffer.from(bytes).equals(Buffer.from(inner))).toBe(true)
    expect(recognise(sourceFile('inner.zip', bytes))).toBeUndefined()
  })

  it('an archive under the name of a document is not what it says', () => {
    const zip = zipSync({ 'a.json': Buffer.from('{}') })
    const file = sourceFile('package-lock.json', zip)
    expect(recognise(file)?.id).toBe('package-lock')
    expect(recognise(file)?.read(file).counts.found).toBe(0)
  })
})

describe('a million parts', () => {
  it('are read in bounded time and memory', { timeout: 120_000 }, () => {
    const program = join(import.meta.dirname, '..', 'million-parts.ts')
    const { status, stdout, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8' })
    expect(`${status} ${stderr}`).toBe('0 ')
    const result = JSON.parse(stdout) as { found: number; edges: number; cpuSeconds: number; peakMebibytes: number }
    expect(result).toMatchObject({ found: 1_000_000, edges: 1_000_000 })
    expect(result.cpuSeconds).toBeLessThan(20)
    expect(result.peakMebibytes).toBeLessThan(1500)
  })
})
