import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentPart, ReadDocument } from '#domain/part.ts'
import { diffDocuments } from './diff-documents.ts'

function part(name: string, version: string, more: Partial<DocumentPart> = {}): DocumentPart {
  return {
    ref: `${name} ${version}`,
    at: '',
    kind: 'software',
    purl: `pkg:npm/${name}@${version}`,
    name,
    version,
    scope: 'runtime',
    directness: 'unknown',
    licenses: [],
    hashes: [],
    ...more,
  }
}

function document(parts: readonly DocumentPart[], edges: ReadDocument['edges'] = []): ReadDocument {
  return {
    format: 'CycloneDX',
    specVersion: '1.6',
    reader: 'cyclonedx-json',
    subject: null,
    counts: { found: parts.length, taken: parts.length, refused: 0, edges: edges.length, services: 0 },
    parts,
    edges,
    refused: [],
    issues: [],
  }
}

const nothing = {
  added: [],
  removed: [],
  versionChanged: [],
  licenseChanged: [],
  scopeChanged: [],
  contentChanged: [],
  edges: { added: [], removed: [] },
}

describe('comparing documents', () => {
  it('tells new parts from new versions, and newer from older', () => {
    const diff = diffDocuments(
      document([part('gauge', '1.10.0'), part('log', '2.0.0'), part('hull', '1.0.0')]),
      document([part('gauge', '1.9.0'), part('log', '10.0.0'), part('crane', '1.0.0')]),
    )
    expect(diff.added.map(({ name }) => name)).toEqual(['crane'])
    expect(diff.removed.map(({ name }) => name)).toEqual(['hull'])
    expect(
      diff.versionChanged.map(({ part: { name }, before, after, direction }) => [name, before, after, direction]),
    ).toEqual([
      ['gauge', '1.10.0', '1.9.0', 'older'],
      ['log', '2.0.0', '10.0.0', 'newer'],
    ])
  })

  it('pairs several versions of one package by what stayed, and then by order', () => {
    const diff = diffDocuments(
      document([part('gauge', '1.0.0'), part('gauge', '2.0.0')]),
      document([part('gauge', '2.0.0'), part('gauge', '10.0.0'), part('gauge', '3.0.0')]),
    )
    expect(diff.versionChanged.map(({ before, after }) => [before, after])).toEqual([['1.0.0', '3.0.0']])
    expect(diff.added.map(({ version }) => version)).toEqual(['10.0.0'])
    expect(diff.unchanged).toBe(1)
  })

  it('tells licenses, scopes and contents that changed', () => {
    const was = part('gauge', '1.0.0', {
      licenses: [{ basis: 'declared', text: 'mit', expression: 'MIT' }],
      hashes: [{ algorithm: 'MD5', value: '1' }],
    })
    const is = part('gauge', '1.0.0', {
      scope: 'development',
      licenses: [{ basis: 'declared', text: 'BUSL-1.1', expression: 'BUSL-1.1' }],
      hashes: [{ algorithm: 'MD5', value: '2' }],
    })
    const diff = diffDocuments(document([was]), document([is]))
    expect(diff.licenseChanged.map(({ before, after }) => [before, after])).toEqual([
      [['declared: MIT'], ['declared: BUSL-1.1']],
    ])
    expect(diff.scopeChanged.map(({ before, after }) => [before, after])).toEqual([['runtime', 'development']])
    expect(diff.contentChanged.map(({ before, after }) => [before, after])).toEqual([[['MD5 1'], ['MD5 2']]])
    expect(diff.unchanged).toBe(0)
  })

  it('does not take another algorithm or another spelling for a change', () => {
    const was = part('gauge', '1.0.0', {
      licenses: [{ basis: 'declared', text: 'mit', expression: 'MIT' }],
      hashes: [{ algorithm: 'MD5', value: '1' }],
    })
    const is = part('gauge', '1.0.0', {
      licenses: [{ basis: 'declared', text: 'MIT', expression: 'MIT' }],
      hashes: [{ algorithm: 'SHA-1', value: '2' }],
    })
    expect(diffDocuments(document([was]), document([is]))).toEqual({ ...nothing, unchanged: 1 })
  })

  it('follows relations through a new version', () => {
    const before = document(
      [part('gauge', '1.0.0'), part('log', '1.0.0'), part('hull', '1.0.0')],
      [
        [-1, 0],
        [0, 1],
      ],
    )
    const after = document(
      [part('log', '1.0.0'), part('hull', '1.0.0'), part('gauge', '2.0.0')],
      [
        [-1, 2],
        [2, 0],
        [2, 1],
      ],
    )
    expect(diffDocuments(before, after).edges).toEqual({
      added: [['pkg:npm/gauge@2.0.0', 'pkg:npm/hull@1.0.0']],
      removed: [],
    })
  })

  it('takes a package URL with other qualifiers for the same part', () => {
    const purl = 'pkg:deb/debian/adduser@3.118'
    const diff = diffDocuments(
      document([part('adduser', '3.118', { purl: `${purl}?arch=all` })]),
      document([part('adduser', '3.118', { purl: `${purl}?arch=amd64` })]),
    )
    expect(diff).toEqual({ ...nothing, unchanged: 1 })
  })

  it('finds nothing between a document and itself, and the opposite the other way round', () => {
    const parts = fc
      .uniqueArray(fc.tuple(fc.constantFrom('gauge', 'log', 'crane'), fc.constantFrom('1.0.0', '2.0.0', '10.0.0')), {
        selector: (pair) => pair.join(),
      })
      .map((pairs) => pairs.map(([name, version]) => part(name, version)))
    const documents = parts.map((list) =>
      document(
        list,
        list.map((_, index) => [index - 1, index] as const),
      ),
    )
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        expect(diffDocuments(a, a)).toEqual({ ...nothing, unchanged: a.parts.length })
        const [there, back] = [diffDocuments(a, b), diffDocuments(b, a)]
        expect(there.added).toEqual(back.removed)
        expect(there.versionChanged.length).toBe(back.versionChanged.length)
        expect(there.unchanged + there.added.length + there.versionChanged.length).toBe(b.parts.length)
      }),
    )
  })
})
