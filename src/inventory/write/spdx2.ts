/** Writes SPDX 2.3 JSON. Source: the SPDX specification 2.3, clauses 6 to 11 and its JSON schema. */

import type { DocumentPart, PartKind, ReadDocument, Scope } from '#domain/part.ts'
import { downloadLocation } from './address.ts'
import { describedBy, type Described } from './described.ts'
import { isHashOf } from './hash-digits.ts'
import { LossList } from './loss-list.ts'
import { Names } from './names.ts'
import { outlineOf, type Outline } from './outline.ts'
import { purposeOf, purposeWords } from './purpose.ts'
import { Spdx2Licenses } from './spdx2-licenses.ts'
import type { WriteOptions, Written } from './target.ts'
import { wholeSeconds } from './whole-seconds.ts'

type Fields = Record<string, unknown>

const documentId = 'SPDXRef-DOCUMENT'

export function writeSpdx2(document: ReadDocument, options: WriteOptions): Written {
  const lost = new LossList()
  const outline = outlineOf(document, lost)
  const described = describedBy(document, outline, options.name, lost)
  const { ids, own } = identifiersOf(document.parts, outline, described)
  const writer = new PackageWriter(new Spdx2Licenses(document.parts, lost), lost)
  const packages = outline.order.flatMap((index) => {
    const part = document.parts[index]
    if (part === undefined) return []
    const purpose = purposeOf(document, index, softwarePurposes, lost) ?? purposes[part.kind]
    return [writer.package(part, purpose, ids[index] ?? '')]
  })
  if (described.kind === 'own') packages.unshift(ownPackage(described, own))
  const extracted = writer.licenses.extracted()
  const text = JSON.stringify(
    {
      spdxVersion: 'SPDX-2.3',
      dataLicense: 'CC0-1.0',
      SPDXID: documentId,
      name: options.name,
      documentNamespace: `urn:uuid:${options.uuid}`,
      creationInfo: {
        created: wholeSeconds(options.created),
        creators: [`Tool: headwater-${options.toolVersion}`],
      },
      packages,
      ...(extracted.length === 0 ? {} : { hasExtractedLicensingInfos: extracted }),
      relationships: relationships(document.parts, outline, described, ids, own, lost),
    },
    null,
    2,
  )
  return { text: `${text}\n`, lost: lost.finish() }
}

/** Identifiers of the specification are kept; other references get one made of them. */
function identifiersOf(
  parts: readonly DocumentPart[],
  { order }: Outline,
  described: Described,
): { readonly ids: readonly string[]; readonly own: string } {
  const kept = new Set<string>([documentId])
  const ids: string[] = Array.from({ length: parts.length }, () => '')
  for (const index of order) {
    const ref = parts[index]?.ref ?? ''
    if (!/^SPDXRef-[A-Za-z0-9.-]+$/.test(ref) || kept.has(ref)) continue
    kept.add(ref)
    ids[index] = ref
  }
  const names = new Names(kept)
  const own = described.kind === 'own' ? names.unused('SPDXRef-', described.name) : ''
  for (const index of order) if (ids[index] === '') ids[index] = names.unused('SPDXRef-', parts[index]?.ref ?? '')
  return { ids, own }
}

const purposes: Readonly<Record<PartKind, string | undefined>> = {
  software: undefined,
  firmware: 'FIRMWARE',
  hardware: 'DEVICE',
  data: 'OTHER',
  content: 'OTHER',
  model: 'OTHER',
  service: 'OTHER',
}

const softwarePurposes = purposeWords([
  'APPLICATION',
  'FRAMEWORK',
  'LIBRARY',
  'CONTAINER',
  'OPERATING_SYSTEM',
  'SOURCE',
  'ARCHIVE',
  'FILE',
  'INSTALL',
  'OTHER',
])

/** Names of the specification by ours. */
const checksums: ReadonlyMap<string, string> = new Map([
  ['SHA-1', 'SHA1'],
  ['SHA-224', 'SHA224'],
  ['SHA-256', 'SHA256'],
  ['SHA-384', 'SHA384'],
  ['SHA-512', 'SHA512'],
  ['SHA3-256', 'SHA3-256'],
  ['SHA3-384', 'SHA3-384'],
  ['SHA3-512', 'SHA3-512'],
  ['BLAKE2b-256', 'BLAKE2b-256'],
  ['BLAKE2b-384', 'BLAKE2b-384'],
  ['BLAKE2b-512', 'BLAKE2b-512'],
  ['BLAKE3', 'BLAKE3'],
  ['MD2', 'MD2'],
  ['MD4', 'MD4'],
  ['MD5', 'MD5'],
  ['MD6', 'MD6'],
  ['ADLER32', 'ADLER32'],
])

class PackageWriter {
  readonly licenses: Spdx2Licenses
  private readonly lost: LossList

  constructor(licenses: Spdx2Licenses, lost: LossList) {
    this.licenses = licenses
    this.lost = lost
  }

  package(part: DocumentPart, purpose: string | undefined, id: string): Fields {
    if (purpose === 'OTHER' && part.kind !== 'software') this.lost.add(part.at, 'kind', part.kind)
    const supplier = this.supplier(part)
    const hashes = this.checksums(part)
    const { declared, concluded, comment } = this.licenses.of(part)
    return {
      name: part.name,
      SPDXID: id,
      ...(part.version === null ? {} : { versionInfo: part.version }),
      ...(supplier === undefined ? {} : { supplier }),
      downloadLocation: this.location(part),
      filesAnalyzed: false,
      ...(hashes.length === 0 ? {} : { checksums: hashes }),
      licenseConcluded: concluded,
      licenseDeclared: declared,
      ...(comment === undefined ? {} : { licenseComments: comment }),
      copyrightText: 'NOASSERTION',
      ...purlReference(part.purl),
      ...(purpose === undefined ? {} : { primaryPackagePurpose: purpose }),
    }
  }

  /** `Organization: NAME (ADDRESS)`: a name that itself ends in a bracket gets an empty address behind it. */
  private supplier({ supplier, at }: DocumentPart): string | undefined {
    if (supplier === undefined) return undefined
    const name = supplier.replaceAll(/\s+/g, ' ').trim()
    if (name !== supplier) this.lost.add(at, 'supplier', supplier)
    return `Organization: ${name}${name.endsWith(')') ? ' ()' : ''}`
  }

  private location({ sourceUrl, at }: DocumentPart): string {
    if (sourceUrl === undefined) return 'NOASSERTION'
    const { location, isExact } = downloadLocation(sourceUrl)
    if (!isExact) this.lost.add(at, 'source-address', sourceUrl)
    return location ?? 'NOASSERTION'
  }

  private checksums({ hashes, at }: DocumentPart): readonly Fields[] {
    return hashes.flatMap(({ algorithm, value }) => {
      const name = checksums.get(algorithm)
      if (name !== undefined && isHashOf(algorithm, value))
        return [{ algorithm: name, checksumValue: value.toLowerCase() }]
      this.lost.add(at, 'hash', `${algorithm} ${value}`)
      return []
    })
  }
}

function purlReference(purl: string | null): Fields {
  if (purl === null) return {}
  return {
    externalRefs: [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: purl }],
  }
}

function ownPackage({ name, version, purl }: Extract<Described, { kind: 'own' }>, id: string): Fields {
  return {
    name,
    SPDXID: id,
    ...(version === null ? {} : { versionInfo: version }),
    downloadLocation: 'NOASSERTION',
    filesAnalyzed: false,
    licenseConcluded: 'NOASSERTION',
    licenseDeclared: 'NOASSERTION',
    copyrightText: 'NOASSERTION',
    ...purlReference(purl),
  }
}

/** The relation that says what the used part is needed for; most are written from the used part to its user. */
const useTypes: Readonly<Record<Scope, readonly [type: string, isBackward: boolean]>> = {
  unknown: ['DEPENDS_ON', false],
  runtime: ['RUNTIME_DEPENDENCY_OF', true],
  optional: ['OPTIONAL_DEPENDENCY_OF', true],
  development: ['DEV_DEPENDENCY_OF', true],
}

function relationships(
  parts: readonly DocumentPart[],
  { order, uses }: Outline,
  described: Described,
  ids: readonly string[],
  own: string,
  lost: LossList,
): readonly Fields[] {
  const roots = described.kind === 'several' ? described.indices : described.kind === 'part' ? [described.index] : []
  const rootIds = described.kind === 'own' ? [own] : roots.map((index) => ids[index] ?? '')
  const written: Fields[] = rootIds.map((id) => relation(documentId, 'DESCRIBES', id))
  const isUsed = new Uint8Array(parts.length)
  const add = (from: string, to: number): void => {
    isUsed[to] = 1
    const [type, isBackward] = useTypes[parts[to]?.scope ?? 'unknown']
    const used = ids[to] ?? ''
    written.push(isBackward ? relation(used, type, from) : relation(from, type, used))
  }
  if (described.kind !== 'several') {
    const user = described.kind === 'own' ? own : (rootIds[0] ?? '')
    for (const to of uses[0] ?? []) if (!roots.includes(to)) add(user, to)
  }
  for (const index of order) for (const to of uses[index + 1] ?? []) add(ids[index] ?? '', to)
  for (const [index, { scope, at }] of parts.entries())
    if (scope !== 'unknown' && isUsed[index] === 0) lost.add(at, 'scope', scope)
  return written
}

function relation(from: string, type: string, to: string): Fields {
  return { spdxElementId: from, relationshipType: type, relatedSpdxElement: to }
}
