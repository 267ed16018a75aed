/** Every SBOM reader on samples of our own: what is taken, what is refused, and that broken input never breaks a reader. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ReadDocument } from '#domain/part.ts'
import { readDocument, recognise } from '#inventory/recognise.ts'
import { readers } from '#inventory/readers.generated.ts'
import { sourceFile } from '#inventory/source-file.ts'
import { mutations } from '#test/mutations.ts'
import { unstated } from '#test/stated-parts.ts'

const folder = join(import.meta.dirname, '..', 'samples', 'sboms')
const samples = readdirSync(folder).sort()

function bytesOf(name: string): Uint8Array {
  return readFileSync(join(folder, name))
}

function read(name: string): ReadDocument {
  const document = readDocument(sourceFile(name, bytesOf(name)))
  if (document === undefined) throw new Error(`${name} was not recognised`)
  return document
}

function codes(document: ReadDocument): string[] {
  return [...new Set([...document.issues, ...document.refused].map(({ code }) => code))].sort()
}

describe('every reader', () => {
  it('has a sample that it recognises under any name', () => {
    const recognised = samples.map((name) => recognise(sourceFile('some/upload', bytesOf(name)))?.id)
    expect(new Set(recognised)).toEqual(new Set(readers.map(({ id }) => id)))
  })

  it.each(samples)('says where each part of %s stands', (name) => {
    const document = read(name)
    expect(document.parts.length).toBeGreaterThan(0)
    expect(unstated(sourceFile(name, bytesOf(name)).text(), document)).toEqual([])
  })

  it.each(samples)('reads %s alike in UTF-8 with a mark and in UTF-16', (name) => {
    const text = sourceFile(name, bytesOf(name)).text()
    const marked = readDocument(sourceFile(name, Buffer.from(`\uFEFF${text}`, 'utf8')))
    const wide = readDocument(sourceFile(name, Buffer.from(`\uFEFF${text}`, 'utf16le')))
    expect(marked).toEqual(read(name))
    expect(wide).toEqual(read(name))
  })

  it.each(samples)('survives %s cut, flipped and twisted, and counts what it finds', (name) => {
    let readCount = 0
    for (const bytes of mutations(bytesOf(name), 400)) {
      const file = sourceFile('upload', bytes)
      // Directly, so that the last-resort guard cannot hide a reader that throws.
      const document = recognise(file)?.read(file)
      if (document === undefined) continue
      readCount += 1
      const { counts, parts, refused, edges } = document
      expect(counts.found).toBe(counts.taken + counts.refused)
      expect([counts.taken, counts.refused, counts.edges]).toEqual([parts.length, refused.length, edges.length])
      expect(new Set(parts.map(({ ref }) => ref)).size).toBe(parts.length)
      expect(edges.every(([from, to]) => from >= -1 && from < parts.length && to >= 0 && to < parts.length)).toBe(true)
    }
    expect(readCount).toBeGreaterThan(100)
  })
})

describe('CycloneDX', () => {
  const json = read('cyclonedx-1.7.json')

  it('counts nested components and those inside the described root, and no tools, pedigree or services', () => {
    expect(json.counts).toEqual({ found: 10, taken: 8, refused: 2, edges: 3, services: 2 })
    expect(json.refused).toEqual([
      { where: '/components/6', code: 'part-without-name' },
      { where: '/components/7', code: 'wrong-type' },
    ])
    expect(json.subject).toEqual({ name: 'example.harbor/quay-planner', version: '4.2.0', purl: null })
  })

  it('keeps purl, licenses by basis, hashes, supplier and repository of a component', () => {
    expect(json.parts.find(({ name }) => name === '@tide/gauge')).toEqual({
      ref: 'pkg:npm/%40tide/gauge@2.1.0',
      at: '/components/0',
      kind: 'software',
      purl: 'pkg:npm/%40tide/gauge@2.1.0',
      name: '@tide/gauge',
      version: '2.1.0',
      scope: 'runtime',
      directness: 'direct',
      licenses: [
        { basis: 'declared', text: 'MIT', expression: 'MIT' },
        { basis: 'concluded', text: 'mit or Apache-2.0', expression: 'MIT OR Apache-2.0' },
        { basis: 'found', text: 'A license of our own' },
      ],
      hashes: [{ algorithm: 'SHA-256', value: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' }],
      supplier: 'Tide Works',
      sourceUrl: 'https://git.example/tide/gauge',
    })
  })

  it('tells direct from transitive, and scope and kind', () => {
    expect(json.parts.map(({ name, directness, scope, kind }) => `${name} ${directness} ${scope} ${kind}`)).toEqual([
      'quay-core unknown runtime software',
      '@tide/gauge direct runtime software',
      'inner transitive optional software',
      'org.buoy:log transitive runtime software',
      'probe unknown development software',
      'sensor unknown runtime firmware',
      'berth-model unknown runtime model',
      'tide-tables unknown runtime data',
    ])
  })

  it('keeps a part whose package URL is none, and says so', () => {
    expect(json.parts.find(({ name }) => name === 'probe')?.purl).toBeNull()
    expect(json.issues).toContainEqual({ code: 'invalid-purl', where: '/components/2', detail: 'not a purl' })
    expect(json.issues).toContainEqual({ code: 'dangling-reference', where: '/dependencies/1', detail: 'missing' })
  })

  it('reads XML with the lines of each component, and expands no entity', () => {
    const xml = read('cyclonedx-1.6.xml')
    expect(xml.specVersion).toBe('1.6')
    expect(xml.counts).toEqual({ found: 4, taken: 3, refused: 1, edges: 2, services: 1 })
    expect(xml.refused).toEqual([{ where: 'line 29', code: 'part-without-name' }])
    expect(xml.parts.map(({ name, at, directness }) => [name, at, directness])).toEqual([
      ['@tide/gauge', 'line 9-23', 'direct'],
      ['inner', 'line 20', 'unknown'],
      ['log', 'line 24-28', 'transitive'],
    ])
    expect(xml.parts[2]?.licenses).toEqual([
      {
        basis: 'declared',
        text: 'EPL-2.0 OR GPL-2.0-only WITH Classpath-exception-2.0',
        expression: 'EPL-2.0 OR GPL-2.0-only WITH Classpath-exception-2.0',
      },
    ])
  })

  it('reads the text form of protocol buffers', () => {
    const proto = read('cyclonedx-1.5.textproto')
    expect(proto.parts.map(({ name, kind, scope, directness }) => [name, kind, scope, directness])).toEqual([
      ['berth-model', 'model', 'optional', 'direct'],
      ['log', 'software', 'runtime', 'direct'],
    ])
    expect(proto.parts[0]?.hashes).toEqual([{ algorithm: 'MD5', value: 'd41d8cd98f00b204e9800998ecf8427e' }])
  })

  it('refuses the component that a document breaks off in, and keeps those before it', () => {
    const text = sourceFile('', bytesOf('cyclonedx-1.7.json')).text()
    const cut = readDocument(sourceFile('bom.json', Buffer.from(text.slice(0, text.indexOf('"probe", "version"')))))
    expect(cut?.parts.map(({ name }) => name)).toEqual(['quay-core', '@tide/gauge', 'inner', 'org.buoy:log'])
    expect(cut?.refused).toEqual([{ where: '/components/2', code: 'truncated' }])
    expect(cut?.issues[0]?.code).toBe('truncated')
  })

  it('counts components nested beyond any reason without following them', () => {
    const depth = 5000
    const text = `{"bomFormat":"CycloneDX","specVersion":"1.6",${'"components":[{"type":"library","name":"a","version":"1",'.repeat(depth)}"x":1${'}]'.repeat(depth)}}`
    const document = readDocument(sourceFile('bom.json', Buffer.from(text)))
    expect(document?.counts).toMatchObject({ found: depth, taken: 100, refused: depth - 100 })
    expect(document === undefined ? [] : codes(document)).toContain('too-deep')
  })
})

describe('SPDX 2', () => {
  const json = read('spdx-2.3.json')

  it('counts every package, and tells use from other relations', () => {
    expect(json.counts).toEqual({ found: 4, taken: 4, refused: 0, edges: 4, services: 0 })
    expect(json.subject).toEqual({ name: 'quay-planner', version: '4.2.0', purl: null })
    expect(json.parts.map(({ name, directness, scope, kind }) => `${name} ${directness} ${scope} ${kind}`)).toEqual([
      'quay-planner direct unknown software',
      'gauge direct unknown software',
      'probe direct development hardware',
      'log transitive runtime software',
    ])
    expect(json.edges).toEqual([
      [-1, 0],
      [-1, 1],
      [-1, 2],
      [1, 3],
    ])
  })

  it('takes an organization as supplier, and no person', () => {
    expect(json.parts.map(({ supplier }) => supplier)).toEqual(['Harbor City', undefined, undefined, undefined])
    expect(json.parts[0]?.sourceUrl).toBe('git+https://git.example/harbor/quay-planner.git')
  })

  it.each(['spdx-2.3.spdx', 'spdx-2.3.yaml', 'spdx-2.3.rdf', 'spdx-2.3.xml'])('reads %s as the JSON', (name) => {
    const other = read(name)
    const byName = (document: ReadDocument) =>
      document.parts
        .map(({ ref, kind, purl, name, version, scope, directness, hashes, sourceUrl, licenses }) => ({
          ref,
          rest: [kind, purl, name, version, scope, directness, hashes, sourceUrl],
          licenses: licenses.map(({ basis, expression }) => ({ basis, expression })),
        }))
        .sort((a, b) => (a.ref < b.ref ? -1 : 1))
    const edgesOf = ({ edges, parts }: ReadDocument) =>
      edges.map(([from, to]) => `${parts[from]?.ref ?? ''} → ${parts[to]?.ref ?? ''}`).sort()
    expect(byName(other)).toEqual(byName(json))
    expect(edgesOf(other)).toEqual(edgesOf(json))
    expect(other.subject).toEqual(json.subject)
    expect(codes(other)).toEqual(codes(json))
  })

  it('reads a document followed by other text, and says so', () => {
    const text = `${sourceFile('', bytesOf('spdx-2.3.json')).text()}\nand more`
    const document = readDocument(sourceFile('a.spdx.json', Buffer.from(text)))
    expect(document?.counts.taken).toBe(4)
    expect(document?.issues[0]?.code).toBe('trailing-data')
  })

  it('reads an SBOM inside an attestation at its place there', () => {
    const text = `{"predicateType":"https://spdx.dev/Document","predicate":${sourceFile('', bytesOf('spdx-2.3.json')).text()}}`
    const document = readDocument(sourceFile('statement.json', Buffer.from(text)))
    expect(document?.parts.map(({ at }) => at)).toEqual([
      '/predicate/packages/0',
      '/predicate/packages/1',
      '/predicate/packages/2',
      '/predicate/packages/3',
    ])
  })
})

describe('SPDX 3', () => {
  const document = read('spdx-3.0.1.json')

  it('reads software, models and data sets with licenses and scopes', () => {
    expect(document.counts).toEqual({ found: 6, taken: 5, refused: 1, edges: 5, services: 0 })
    expect(document.parts.map(({ name, directness, scope, kind }) => `${name} ${directness} ${scope} ${kind}`)).toEqual(
      [
        'quay-planner direct unknown software',
        'gauge direct unknown software',
        'berth-model direct unknown model',
        'tide-tables transitive unknown data',
        'probe direct development software',
      ],
    )
    expect(document.parts[0]?.supplier).toBe('Harbor City')
    expect(document.parts[1]).toMatchObject({
      purl: 'pkg:npm/%40tide/gauge@2.1.0',
      licenses: [
        { basis: 'declared', expression: 'MIT OR Apache-2.0' },
        { basis: 'concluded', expression: 'MIT' },
      ],
      hashes: [{ algorithm: 'SHA-1' }],
    })
  })
})
