/** Writes SPDX 3.0.1 JSON-LD. Source: the SPDX specification 3.0.1, model and JSON serialization. */

import type { DocumentPart, PartKind, ReadDocument, Scope } from '#domain/part.ts'
import { describedBy, type Described } from './described.ts'
import { isHashOf } from './hash-digits.ts'
import { LossList } from './loss-list.ts'
import { Names } from './names.ts'
import { outlineOf, type Outline } from './outline.ts'
import { purposeOf, purposeWords } from './purpose.ts'
import { Spdx3Licenses } from './spdx3-licenses.ts'
import type { WriteOptions, Written } from './target.ts'
import { wholeSeconds } from './whole-seconds.ts'

type Fields = Record<string, unknown>

const creationInfo = '_:creationinfo'

export function writeSpdx3(document: ReadDocument, options: WriteOptions): Written {
  const lost = new LossList()
  const outline = outlineOf(document, lost)
  const described = describedBy(document, outline, options.name, lost)
  const space: Space = { prefix: `urn:uuid:${options.uuid}#`, names: new Names([]) }
  const graph = new Graph(document, outline, described, space, lost)
  const elements = graph.elements()
  const document3 = {
    '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
    '@graph': [
      {
        type: 'CreationInfo',
        '@id': creationInfo,
        specVersion: '3.0.1',
        created: wholeSeconds(options.created),
        createdBy: [`${space.prefix}headwater`],
      },
      {
        type: 'SoftwareAgent',
        spdxId: `${space.prefix}headwater`,
        creationInfo,
        name: `headwater-${options.toolVersion}`,
      },
      {
        type: 'SpdxDocument',
        spdxId: `${space.prefix}document`,
        creationInfo,
        name: options.name,
        profileConformance: ['core', 'software', 'simpleLicensing', ...graph.licenses.moreProfiles()],
        rootElement: [`${space.prefix}sbom`],
        element: [`${space.prefix}sbom`],
      },
      {
        type: 'software_Sbom',
        spdxId: `${space.prefix}sbom`,
        creationInfo,
        rootElement: graph.roots,
        element: elements.map(({ spdxId }) => spdxId),
      },
      ...elements,
    ],
  }
  return { text: `${JSON.stringify(document3, null, 2)}\n`, lost: lost.finish() }
}

/** Where identifiers live: the address of the document and the names already given in it. */
export type Space = { readonly prefix: string; readonly names: Names }

const purposes: Readonly<Record<PartKind, string | undefined>> = {
  software: undefined,
  firmware: 'firmware',
  hardware: 'device',
  data: 'data',
  content: 'documentation',
  model: 'model',
  service: 'other',
}

const softwarePurposes = purposeWords([
  'application',
  'archive',
  'bom',
  'configuration',
  'container',
  'deviceDriver',
  'diskImage',
  'evidence',
  'executable',
  'file',
  'filesystemImage',
  'framework',
  'install',
  'library',
  'manifest',
  'module',
  'operatingSystem',
  'other',
  'patch',
  'platform',
  'requirement',
  'source',
  'specification',
  'test',
])

const algorithms: ReadonlyMap<string, string> = new Map([
  ['ADLER32', 'adler32'],
  ['BLAKE2b-256', 'blake2b256'],
  ['BLAKE2b-384', 'blake2b384'],
  ['BLAKE2b-512', 'blake2b512'],
  ['BLAKE3', 'blake3'],
  ['MD2', 'md2'],
  ['MD4', 'md4'],
  ['MD5', 'md5'],
  ['MD6', 'md6'],
  ['SHA-1', 'sha1'],
  ['SHA-224', 'sha224'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
  ['SHA3-224', 'sha3_224'],
  ['SHA3-256', 'sha3_256'],
  ['SHA3-384', 'sha3_384'],
  ['SHA3-512', 'sha3_512'],
])

type Element = Fields & { readonly spdxId: string }

class Graph {
  readonly licenses: Spdx3Licenses
  readonly roots: readonly string[]
  private readonly document: ReadDocument
  private readonly outline: Outline
  private readonly described: Described
  private readonly space: Space
  private readonly lost: LossList
  private readonly ids: readonly string[]
  private readonly own: string
  private readonly suppliers = new Map<string, Element>()

  constructor(document: ReadDocument, outline: Outline, described: Described, space: Space, lost: LossList) {
    this.document = document
    this.outline = outline
    this.described = described
    this.space = space
    this.lost = lost
    this.licenses = new Spdx3Licenses(space, creationInfo, lost)
    this.own = described.kind === 'own' ? this.id('package-', described.name) : ''
    const ids: string[] = Array.from({ length: document.parts.length }, () => '')
    for (const index of outline.order) ids[index] = this.id('package-', localName(document.parts[index]?.ref ?? ''))
    this.ids = ids
    this.roots =
      described.kind === 'own'
        ? [this.own]
        : (described.kind === 'part' ? [described.index] : described.indices).map((index) => ids[index] ?? '')
  }

  elements(): readonly Element[] {
    const packages: Element[] = this.described.kind === 'own' ? [this.ownPackage(this.described)] : []
    const licensed: Element[] = []
    for (const index of this.outline.order) {
      const part = this.document.parts[index]
      const id = this.ids[index] ?? ''
      if (part === undefined) continue
      const purpose = purposeOf(this.document, index, softwarePurposes, this.lost) ?? purposes[part.kind]
      packages.push(this.package(part, purpose, id))
      for (const [type, to] of this.licenses.of(part)) licensed.push(this.relationship(id, type, to))
    }
    return [...packages, ...this.suppliers.values(), ...this.licenses.elements(), ...licensed, ...this.uses()]
  }

  private package(part: DocumentPart, purpose: string | undefined, id: string): Element {
    if (purpose === 'other' && part.kind !== 'software') this.lost.add(part.at, 'kind', part.kind)
    const hashes = this.hashes(part)
    return {
      type: 'software_Package',
      spdxId: id,
      creationInfo,
      name: part.name,
      ...(part.supplier === undefined ? {} : { suppliedBy: this.supplier(part.supplier) }),
      ...(hashes.length === 0 ? {} : { verifiedUsing: hashes }),
      ...(part.sourceUrl === undefined
        ? {}
        : { externalRef: [{ type: 'ExternalRef', externalRefType: 'vcs', locator: [part.sourceUrl] }] }),
      ...(purpose === undefined ? {} : { software_primaryPurpose: purpose }),
      ...(part.version === null ? {} : { software_packageVersion: part.version }),
      ...(part.purl === null ? {} : { software_packageUrl: part.purl }),
    }
  }

  private ownPackage({ name, version, purl }: Extract<Described, { kind: 'own' }>): Element {
    return {
      type: 'software_Package',
      spdxId: this.own,
      creationInfo,
      name,
      ...(version === null ? {} : { software_packageVersion: version }),
      ...(purl === null ? {} : { software_packageUrl: purl }),
    }
  }

  private supplier(name: string): string {
    const known = this.suppliers.get(name)
    if (known !== undefined) return known.spdxId
    const spdxId = this.id('organization-', name)
    this.suppliers.set(name, { type: 'Organization', spdxId, creationInfo, name })
    return spdxId
  }

  private hashes({ hashes, at }: DocumentPart): readonly Fields[] {
    return hashes.flatMap(({ algorithm, value }) => {
      const name = algorithms.get(algorithm)
      if (name !== undefined && isHashOf(algorithm, value))
        return [{ type: 'Hash', algorithm: name, hashValue: value.toLowerCase() }]
      this.lost.add(at, 'hash', `${algorithm} ${value}`)
      return []
    })
  }

  private relationship(from: string, type: string, to: readonly string[], scope?: string): Element {
    return {
      type: scope === undefined ? 'Relationship' : 'LifecycleScopedRelationship',
      spdxId: this.id('relationship-', `${from.slice(this.space.prefix.length)}-${type}${scope ?? ''}`),
      creationInfo,
      from,
      relationshipType: type,
      to,
      ...(scope === undefined ? {} : { scope }),
    }
  }

  /** One relationship per user and scope of what it uses. */
  private uses(): readonly Element[] {
    const { parts } = this.document
    const isUsed = new Uint8Array(parts.length)
    const written: Element[] = []
    const add = (from: string, used: readonly number[]): void => {
      for (const [scope, type, lifecycle] of useTypes) {
        const to = used.filter((index) => parts[index]?.scope === scope)
        for (const index of to) isUsed[index] = 1
        const ids = to.map((index) => this.ids[index] ?? '')
        if (ids.length > 0) written.push(this.relationship(from, type, ids, lifecycle))
      }
    }
    const ofSubject = this.outline.uses[0] ?? []
    if (this.described.kind === 'own') add(this.own, ofSubject)
    else if (this.described.kind === 'part') {
      const { index: root } = this.described
      add(
        this.ids[root] ?? '',
        ofSubject.filter((index) => index !== root),
      )
    }
    for (const index of this.outline.order) {
      const used = this.outline.uses[index + 1] ?? []
      if (used.length > 0) add(this.ids[index] ?? '', used)
    }
    for (const [index, { scope, at }] of parts.entries())
      if (scope !== 'unknown' && isUsed[index] === 0) this.lost.add(at, 'scope', scope)
    return written
  }

  private id(prefix: string, text: string): string {
    return `${this.space.prefix}${this.space.names.unused(prefix, text)}`
  }
}

const useTypes: readonly (readonly [scope: Scope, type: string, lifecycle: string | undefined])[] = [
  ['runtime', 'dependsOn', 'runtime'],
  ['optional', 'hasOptionalDependency', undefined],
  ['development', 'dependsOn', 'development'],
  ['unknown', 'dependsOn', undefined],
]

/** An identifier of SPDX without the document it lived in, and without what this writer puts before it. */
function localName(ref: string): string {
  return ref.replace(/^urn:uuid:[0-9a-f-]+#/, '').replace(/^(?:package-|SPDXRef-)+/, '')
}
