import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentPart, ReadDocument } from '#domain/part.ts'
import { mergeDocuments } from './merge-documents.ts'

function part(name: string, more: Partial<DocumentPart> = {}): DocumentPart {
  return {
    ref: name,
    at: `/components/${name}`,
    kind: 'software',
    purl: `pkg:npm/${name}@1.0.0`,
    name,
    version: '1.0.0',
    scope: 'unknown',
    directness: 'unknown',
    licenses: [],
    hashes: [],
    ...more,
  }
}

function document(parts: readonly DocumentPart[], more: Partial<ReadDocument> = {}): ReadDocument {
  return {
    format: 'CycloneDX',
    specVersion: '1.6',
    reader: 'cyclonedx-json',
    subject: null,
    counts: { found: parts.length, taken: parts.length, refused: 0, edges: more.edges?.length ?? 0, services: 0 },
    parts,
    edges: [],
    refused: [],
    issues: [],
    ...more,
  }
}

const mit = { basis: 'declared', text: 'MIT', expression: 'MIT' } as const
const isc = { basis: 'declared', text: 'ISC', expression: 'ISC' } as const

describe('merging documents', () => {
  it('takes each part once, with the strongest scope and directness', () => {
    const { document: merged } = mergeDocuments([
      {
        path: 'a',
        document: document([part('gauge', { scope: 'development', directness: 'transitive' }), part('log')]),
      },
      { path: 'b', document: document([part('gauge', { scope: 'runtime', directness: 'direct' })]) },
    ])
    expect(merged.parts.map(({ name, scope, directness, at }) => [name, scope, directness, at])).toEqual([
      ['gauge', 'runtime', 'direct', 'a /components/gauge'],
      ['log', 'unknown', 'unknown', 'a /components/log'],
    ])
    expect(merged.counts).toMatchObject({ found: 2, taken: 2, refused: 0 })
  })

  it('knows parts without package URL by kind, name and version', () => {
    const hull = { purl: null, name: 'hull', version: '3' } as const
    const { document: merged } = mergeDocuments([
      { path: 'a', document: document([part('1', hull), part('2', { ...hull, kind: 'hardware' })]) },
      { path: 'b', document: document([part('9', hull), part('8', { ...hull, version: '4' })]) },
    ])
    expect(merged.parts.map(({ kind, version }) => `${kind} ${version}`)).toEqual([
      'software 3',
      'hardware 3',
      'software 4',
    ])
  })

  it('unites relations, and gives parts that share a reference names of their own', () => {
    const other = part('log', { ref: 'gauge' })
    const { document: merged } = mergeDocuments([
      {
        path: 'a',
        document: document([part('gauge'), part('log', { ref: '2' })], {
          edges: [
            [-1, 0],
            [0, 1],
          ],
        }),
      },
      { path: 'b', document: document([other, part('crane')], { edges: [[1, 0]] }) },
    ])
    expect(merged.edges).toEqual([
      [-1, 0],
      [0, 1],
      [2, 1],
    ])
    expect(new Set(merged.parts.map(({ ref }) => ref)).size).toBe(3)
  })

  it('keeps licenses and hashes of all documents and lists where they disagree', () => {
    const [one, two] = ['1', '2'].map((value) => ({ algorithm: 'MD5', value: value.repeat(32) }))
    const { document: merged, disagreements } = mergeDocuments([
      { path: 'b', document: document([part('gauge', { licenses: [isc], hashes: two === undefined ? [] : [two] })]) },
      { path: 'a', document: document([part('gauge', { licenses: [mit], hashes: one === undefined ? [] : [one] })]) },
    ])
    expect(merged.parts[0]).toMatchObject({ licenses: [mit, isc], hashes: [one, two] })
    expect(disagreements).toEqual([
      {
        what: 'licenses',
        part: 'pkg:npm/gauge@1.0.0',
        stated: [
          { path: 'a', value: 'declared: MIT' },
          { path: 'b', value: 'declared: ISC' },
        ],
      },
      {
        what: 'hashes',
        part: 'pkg:npm/gauge@1.0.0',
        stated: [
          { path: 'a', value: `MD5 ${'1'.repeat(32)}` },
          { path: 'b', value: `MD5 ${'2'.repeat(32)}` },
        ],
      },
    ])
  })

  it('does not take a license that only one document states for a disagreement', () => {
    const { disagreements } = mergeDocuments([
      { path: 'a', document: document([part('gauge', { licenses: [mit] })]) },
      { path: 'b', document: document([part('gauge')]) },
    ])
    expect(disagreements).toEqual([])
  })

  it('lets the parts of a bought product hang below it in the product that uses it', () => {
    const crane = { name: 'crane', version: '1.0.0', purl: 'pkg:npm/crane@1.0.0' }
    const harbor = { name: 'harbor', version: '9', purl: null }
    const { document: merged, disagreements } = mergeDocuments([
      {
        path: 'crane.json',
        document: document([part('log', { directness: 'direct' })], { subject: crane, edges: [[-1, 0]] }),
      },
      {
        path: 'harbor.json',
        document: document([part('crane', { directness: 'direct' })], { subject: harbor, edges: [[-1, 0]] }),
      },
    ])
    expect(merged.subject).toEqual(harbor)
    expect(merged.edges).toEqual([
      [1, 0],
      [-1, 1],
    ])
    expect(merged.parts.map(({ name, directness }) => `${name} ${directness}`)).toEqual([
      'log transitive',
      'crane direct',
    ])
    expect(disagreements).toEqual([])
  })

  it('names no subject where documents describe different products, and says so', () => {
    const describing = (name: string) => document([part('log')], { subject: { name, version: null, purl: null } })
    const { document: merged, disagreements } = mergeDocuments([
      { path: 'a', document: describing('quay') },
      { path: 'b', document: describing('berth') },
    ])
    expect(merged.subject).toBeNull()
    expect(disagreements.map(({ what, stated }) => [what, stated.map(({ value }) => value)])).toEqual([
      ['subject', ['quay', 'berth']],
    ])
  })

  it('says where refused entries stood', () => {
    const refused = [{ where: '/components/3', code: 'part-without-name' as const }]
    const counts = { found: 1, taken: 0, refused: 1, edges: 0, services: 0 }
    const { document: merged } = mergeDocuments([{ path: 'a', document: document([], { refused, counts }) }])
    expect(merged.refused).toEqual([{ where: 'a /components/3', code: 'part-without-name' }])
    expect(merged.counts).toMatchObject({ found: 1, taken: 0, refused: 1 })
  })

  it('gives the same whatever the order of the documents, and adds nothing by merging a document with itself', () => {
    const names = fc.constantFrom('gauge', 'log', 'crane', 'hull')
    const documents = fc.uniqueArray(names, { maxLength: 4 }).map((list) =>
      document(
        list.map((name) => part(name)),
        { edges: list.map((_, index) => [index - 1, index] as const) },
      ),
    )
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        const both = [
          { path: 'a', document: a },
          { path: 'b', document: b },
        ]
        expect(mergeDocuments(both.toReversed())).toEqual(mergeDocuments(both))
        const twice = mergeDocuments([
          { path: 'a', document: a },
          { path: 'a', document: a },
        ]).document
        expect(twice).toEqual(mergeDocuments([{ path: 'a', document: a }]).document)
      }),
    )
  })
})
