/** Read, written and read again, a document says the same; what it does not say again stands in the list of losses. */

import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { unpackTar } from 'modern-tar'
import { describe, expect, it } from 'vitest'
import { validateBytes } from '#app/validate-file.ts'
import {
  directnesses,
  partKinds,
  scopes,
  type DocumentPart,
  type LicenseStatement,
  type ReadDocument,
} from '#domain/part.ts'
import { readDocument } from '#inventory/recognise.ts'
import { sourceFile } from '#inventory/source-file.ts'
import type { Target, WriteOptions } from '#inventory/write/target.ts'
import { targets } from '#inventory/write/targets.generated.ts'
import { differences } from '#test/round-trip-differences.ts'
import { describeWithShared, sharedData } from '#test/shared-data.ts'

const options: WriteOptions = {
  created: '2026-11-22T00:00:00.000Z',
  uuid: '3e671687-395b-51f5-a30f-a58921a69b79',
  name: 'a document without a name',
  toolVersion: '0.1.0',
}

function wordsAgainst(target: Target, document: ReadDocument): readonly string[] {
  const { text, lost } = target.write(document, options)
  const again = readDocument(sourceFile('written.json', Buffer.from(text)))
  return again === undefined ? ['not recognised'] : differences(document, again, lost)
}

/** Undefined formats cannot be checked; both versions of CycloneDX and SPDX 2.3 can. */
async function errorsOf(target: Target, document: ReadDocument): Promise<readonly string[]> {
  const { text } = target.write(document, options)
  const validation = await validateBytes('written.json', Buffer.from(text))
  return (validation?.errors ?? []).map(({ where, message }) => `${where} ${message}`)
}

const names = fc.oneof(
  fc.constantFrom(
    'lodash',
    '@tide/gauge',
    'org.buoy:log',
    'github.com/quay/x',
    'Ünïcode ⚓',
    'a (b)',
    '1.0',
    '__proto__',
  ),
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((text) => text.trim() !== ''),
)
const versions = fc.constantFrom(null, '1.0.0', '2026.1', 'v3', '1:2.3-4', '0')
const purls = fc.constantFrom(
  null,
  'pkg:npm/%40tide/gauge@2.1.0',
  'pkg:npm/lodash@4.17.21',
  'pkg:maven/org.buoy/log@1.0?type=jar',
  'pkg:composer/harbor/crane@1.2',
  'pkg:deb/debian/adduser@3.118?arch=all',
  'pkg:golang/github.com/quay/x@v1.0.0#sub',
  'pkg:generic/lodash',
)
const licenses: fc.Arbitrary<LicenseStatement> = fc
  .record({
    basis: fc.constantFrom('declared', 'concluded', 'found'),
    text: fc.constantFrom(
      'MIT',
      'mit or Apache-2.0',
      'GPL-2.0-only WITH Classpath-exception-2.0',
      'GPL-2.0+',
      'LicenseRef-tide AND MIT',
      'DocumentRef-other:LicenseRef-x',
      'A license of our own',
      'See LICENSE (file), page 2',
      'NONE',
      'NOASSERTION',
      'BSD-3-Clause AND (MIT OR ISC)',
    ),
    portion: fc.option(fc.constantFrom('code', 'weights'), { nil: undefined }),
  })
  .map(({ portion, ...statement }) => (portion === undefined ? statement : { ...statement, portion }))
const hashes = fc
  .record({
    algorithm: fc.constantFrom('MD5', 'SHA-1', 'SHA-256', 'SHA3-256', 'SHA-224', 'Streebog-256', 'BLAKE3', 'h1'),
    bytes: fc.constantFrom(16, 20, 28, 32),
  })
  .map(({ algorithm, bytes }) => ({ algorithm, value: 'a7'.repeat(bytes) }))
const addresses = fc.constantFrom(
  undefined,
  'https://git.example/tide/gauge',
  'https://github.com/tide/gauge',
  'git+https://git.example/tide/gauge.git#main',
  'git@git.example:tide/gauge.git',
  'hg+https://hg.example/tide',
  'scm:git:git://git.example/tide.git',
  'no address at all',
)

const parts: fc.Arbitrary<DocumentPart> = fc
  .record({
    kind: fc.constantFrom(...partKinds),
    purl: purls,
    name: names,
    version: versions,
    scope: fc.constantFrom(...scopes),
    directness: fc.constantFrom(...directnesses),
    licenses: fc.array(licenses, { maxLength: 4 }),
    hashes: fc.array(hashes, { maxLength: 3 }),
    supplier: fc.constantFrom(undefined, 'Tide Works', 'Harbor (City)', 'two\nlines'),
    sourceUrl: addresses,
    ref: fc.constantFrom('SPDXRef-1', 'node_modules/x', 'urn:cdx:1/2#3', ' ', 'a', 'SPDXRef-DOCUMENT'),
  })
  .map(({ supplier, sourceUrl, ...part }) => ({
    ...part,
    at: '',
    ...(supplier === undefined ? {} : { supplier }),
    ...(sourceUrl === undefined ? {} : { sourceUrl }),
  }))

const documents: fc.Arbitrary<ReadDocument> = fc
  .record({
    parts: fc.array(parts, { maxLength: 8 }),
    pairs: fc.array(fc.tuple(fc.integer({ min: -1, max: 7 }), fc.nat(7)), { maxLength: 16 }),
    subject: fc.option(fc.record({ name: names, version: versions, purl: purls }), { nil: null }),
    format: fc.constantFrom('SPDX', 'CycloneDX', 'package-lock.json'),
  })
  .map(({ parts, pairs, subject, format }) => {
    const placed = parts.map((part, index) => ({
      ...part,
      at: `/parts/${index}`,
      ref: index === 0 ? part.ref : `${part.ref}-${index}`,
    }))
    const edges = pairs.filter(([from, to]) => from < placed.length && to < placed.length)
    const unique = [...new Map(edges.map((edge) => [edge.join(), edge])).values()]
    return {
      format,
      specVersion: null,
      reader: 'generated',
      subject,
      counts: { found: placed.length, taken: placed.length, refused: 0, edges: unique.length, services: 0 },
      parts: placed,
      edges: unique,
      refused: [],
      issues: [],
    }
  })

describe.each(targets.map((target) => [target.id, target] as const))('a document written as %s', (_, target) => {
  it('says the same when it is read again, except for what is listed', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(wordsAgainst(target, document)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('follows the published rules of its format', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        expect(await errorsOf(target, document)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('is the same bytes whatever the order of parts and relations', () => {
    fc.assert(
      fc.property(documents, fc.infiniteStream(fc.nat()), (document, numbers) => {
        expect(target.write(shuffled(document, numbers), options).text).toBe(target.write(document, options).text)
      }),
      { numRuns: 200 },
    )
  })
})

function shuffled(document: ReadDocument, numbers: Iterator<number>): ReadDocument {
  const order = document.parts
    .map((_, index) => ({ index, key: Number(numbers.next().value) }))
    .sort((a, b) => a.key - b.key)
    .map(({ index }) => index)
  const place = new Map(order.map((index, position) => [index, position]))
  return {
    ...document,
    parts: order.flatMap((index) => document.parts[index] ?? []),
    edges: document.edges.map(([from, to]) => [place.get(from) ?? -1, place.get(to) ?? -1] as const).toReversed(),
  }
}

const archives = ['sboms/sboms.tar.gz', 'sboms/containers-300.tar.gz', 'organization/organization.tar.gz']

describe.each(archives)('every document of %s', (archive) => {
  describeWithShared('read, written and read again', archive, () => {
    it('says the same in every target, and each written document follows its format', async () => {
      const found: string[] = []
      let count = 0
      for (const { header, data } of await unpackTar(gunzipSync(readFileSync(sharedData(archive) ?? '')))) {
        const document = data === undefined ? undefined : readDocument(sourceFile(header.name, data))
        if (document === undefined) continue
        count += 1
        for (const target of targets) {
          for (const words of [...wordsAgainst(target, document), ...(await errorsOf(target, document))])
            found.push(`${header.name} as ${target.id}: ${words}`)
        }
      }
      expect(count).toBeGreaterThan(200)
      expect(found.slice(0, 20)).toEqual([])
    }, 600_000)
  })
})
