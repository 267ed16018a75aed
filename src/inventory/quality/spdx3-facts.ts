/** What an SPDX 3 document says about itself and its packages. Source: the SPDX specification 3.0.1. */

import type { Completeness, DocumentFacts, Identifier, PartFacts, Party, StatedHash } from '#domain/document-facts.ts'
import { isRecord, textIn, type Foreign } from '#inventory/foreign.ts'
import { given, some } from './cyclonedx-facts.ts'

/** An element of the graph; `type` without its profile. */
export type Spdx3Element = { readonly record: Foreign; readonly id: string; readonly type: string }

/** @param packages those that became parts, in their order */
export function spdx3Facts(elements: readonly Spdx3Element[], packages: readonly Spdx3Element[]): DocumentFacts {
  const graph = new Graph(elements)
  const document = elements.find(({ type }) => type === 'SpdxDocument')
  const creation = graph.creationOf(document?.record)
  return {
    timestamp: creation === undefined ? null : (textIn(creation, 'created') ?? null),
    authors: graph.parties(creation, 'createdBy'),
    tools: valuesIn(creation, 'createdUsing').flatMap((value) => {
      const name = textIn(graph.resolve(value) ?? {}, 'name')
      return name === undefined ? [] : [nameAndVersion(name)]
    }),
    supplier: null,
    manufacturer: null,
    identity: document === undefined || document.id.startsWith('_:') || document.id === '' ? null : document.id,
    lifecycles: elements.flatMap(({ record }) =>
      valuesIn(record, 'software_sbomType').filter((phase) => typeof phase === 'string'),
    ),
    dataLicense: dataLicenseOf(graph, document?.record),
    signature: null,
    vulnerabilities: elements.filter(({ type }) => /Vuln/.test(type)).length,
    completeness: null,
    subject: null,
    subjectRef: referenceOf(rootOf(elements)) ?? null,
    parts: packages.map((element) => graph.packageFacts(element)),
  }
}

/** The first root element that any collection names. */
function rootOf(elements: readonly Spdx3Element[]): unknown {
  return elements.flatMap(({ record }) => valuesIn(record, 'rootElement')).at(0)
}

class Graph {
  private readonly byId: ReadonlyMap<string, Foreign>
  private readonly creations: readonly Foreign[]
  private readonly claims = new Map<string, Completeness>()
  private readonly users = new Set<string>()
  /** Files a package is delivered as, and sources it is generated from, by the package. */
  private readonly artifacts = new Map<string, Foreign>()
  private readonly sources = new Map<string, Foreign>()
  private readonly effective = new Set<string>()

  constructor(elements: readonly Spdx3Element[]) {
    this.byId = new Map(elements.map(({ id, record }) => [id, record]))
    this.creations = elements.filter(({ type }) => type === 'CreationInfo').map(({ record }) => record)
    for (const { record } of elements) this.relation(record)
  }

  private relation(record: Foreign): void {
    const type = textIn(record, 'relationshipType')
    const from = referenceOf(valuesIn(record, 'from')[0])
    if (type === undefined || from === undefined) return
    const [first] = valuesIn(record, 'to')
    if (type === 'dependsOn' || type === 'contains') {
      this.users.add(from)
      const claim = claimOf(textIn(record, 'completeness'))
      if (claim !== undefined && !this.claims.has(from)) this.claims.set(from, claim)
    } else if (type === 'hasDistributionArtifact') {
      const file = this.resolve(first)
      if (file !== undefined) this.artifacts.set(from, file)
    } else if (type === 'generates') {
      const source = this.resolve(from)
      for (const to of valuesIn(record, 'to')) {
        const id = referenceOf(to)
        if (id !== undefined && source !== undefined) this.sources.set(id, source)
      }
    } else if (type === 'other' && /hasEffectiveLicen[cs]e/i.test(textIn(record, 'comment') ?? '')) {
      this.effective.add(from)
    }
  }

  resolve(value: unknown): Foreign | undefined {
    const id = referenceOf(value)
    const known = id === undefined ? undefined : this.byId.get(id)
    return known ?? (isRecord(value) ? value : undefined)
  }

  /** The creation of the document; where that is only named, the one element that there is. */
  creationOf(document: Foreign | undefined): Foreign | undefined {
    const stated = document?.['creationInfo']
    if (isRecord(stated)) return stated
    const named = this.creations.find((record) => textIn(record, '@id') === stated && stated !== undefined)
    return named ?? this.creations[0]
  }

  parties(record: Foreign | undefined, key: string): Party[] {
    return valuesIn(record, key).flatMap((value) => {
      const element = this.resolve(value)
      const type = localType(element === undefined ? '' : (textIn(element, 'type') ?? ''))
      if (element === undefined || type === 'SoftwareAgent' || type === 'Tool') return []
      return [{ kind: partyKinds.get(type) ?? 'unknown', contact: contactOf(element) }]
    })
  }

  packageFacts({ record, id }: Spdx3Element): PartFacts {
    const file = this.artifacts.get(id)
    const source = this.sources.get(id)
    const purposes = file === undefined ? undefined : purposesOf(file)
    const says = (purpose: string): string | undefined =>
      purposes === undefined ? undefined : purposes.has(purpose) ? purpose : `not ${purpose}`
    return {
      ...given('supplier', this.parties(record, 'suppliedBy')[0]),
      ...given('manufacturer', this.parties(record, 'originatedBy')[0]),
      ...given('identifiers', some(identifiersOf(record))),
      ...given('filename', file === undefined ? undefined : textIn(file, 'name')),
      ...given('purpose', textIn(record, 'software_primaryPurpose')),
      ...given('executable', says('executable')),
      ...given('archive', says('archive')),
      ...given('structured', says('container')),
      ...given('sourceUrl', sourceUrl(record, source)),
      ...given('sourceHashes', source === undefined ? undefined : some(hashesOf(source))),
      ...given('deployableUrl', textIn(record, 'software_downloadLocation') ?? locatorOf(file, /binaryArtifact/i)),
      ...given('deployableHashes', some(hashesOf(file ?? record))),
      ...given('effectiveLicense', this.effective.has(id) ? 'stated' : undefined),
      ...given('securityContact', locatorOf(record, /^security/)),
      ...given('completeness', this.claims.get(id)),
      ...given('saysWhatItUses', this.users.has(id) ? (true as const) : undefined),
    }
  }
}

const partyKinds: ReadonlyMap<string, Party['kind']> = new Map([
  ['Person', 'person'],
  ['Organization', 'organization'],
])

function contactOf(agent: Foreign): Party['contact'] {
  let contact: Party['contact'] = null
  for (const identifier of valuesIn(agent, 'externalIdentifier')) {
    if (!isRecord(identifier)) continue
    if (textIn(identifier, 'externalIdentifierType') === 'email') return 'email'
    if (/^https?:/.test(textIn(identifier, 'identifier') ?? '')) contact = 'url'
  }
  return contact
}

function claimOf(completeness: string | undefined): Completeness | undefined {
  if (completeness === 'complete' || completeness === 'incomplete') return completeness
  return completeness === 'noAssertion' ? 'unknown' : undefined
}

const identifierKinds: ReadonlyMap<string, Identifier['kind']> = new Map([
  ['packageUrl', 'purl'],
  ['cpe22', 'cpe'],
  ['cpe23', 'cpe'],
  ['swid', 'swid'],
  ['swhid', 'swhid'],
  ['gitoid', 'omnibor'],
])

function identifiersOf(record: Foreign): Identifier[] {
  const found: Identifier[] = []
  const purl = textIn(record, 'software_packageUrl')
  if (purl !== undefined) found.push({ kind: 'purl', value: purl })
  for (const identifier of valuesIn(record, 'externalIdentifier')) {
    const value = isRecord(identifier) ? textIn(identifier, 'identifier') : undefined
    if (!isRecord(identifier) || value === undefined) continue
    const kind = identifierKinds.get(textIn(identifier, 'externalIdentifierType') ?? '')
    if (kind !== undefined) found.push({ kind, value })
  }
  return found
}

function hashesOf(record: Foreign): StatedHash[] {
  return valuesIn(record, 'verifiedUsing').flatMap((method) => {
    const algorithm = isRecord(method) ? textIn(method, 'algorithm') : undefined
    const value = isRecord(method) ? textIn(method, 'hashValue') : undefined
    return algorithm === undefined || value === undefined ? [] : [{ algorithm: localType(algorithm), value }]
  })
}

function purposesOf(file: Foreign): ReadonlySet<string> {
  const purposes = [...valuesIn(file, 'software_primaryPurpose'), ...valuesIn(file, 'software_additionalPurpose')]
  return new Set(purposes.filter((purpose) => typeof purpose === 'string'))
}

function sourceUrl(record: Foreign, source: Foreign | undefined): string | undefined {
  const info = textIn(record, 'software_sourceInfo') ?? ''
  return locatorOf(source, /source/i) ?? locatorOf(record, /^(?:vcs|sourceArtifact)$/i) ?? /https?:\S+/.exec(info)?.[0]
}

function locatorOf(record: Foreign | undefined, type: RegExp): string | undefined {
  for (const reference of valuesIn(record, 'externalRef')) {
    if (!isRecord(reference) || !type.test(textIn(reference, 'externalRefType') ?? '')) continue
    const [locator] = valuesIn(reference, 'locator')
    if (typeof locator === 'string') return locator
  }
  return undefined
}

function dataLicenseOf(graph: Graph, document: Foreign | undefined): string | null {
  const [value] = valuesIn(document, 'dataLicense')
  if (typeof value !== 'string') return null
  const expression = textIn(graph.resolve(value) ?? {}, 'simplelicensing_licenseExpression')
  return expression ?? value.slice(value.lastIndexOf('/') + 1)
}

/** What follows the last hyphen or space is a version when it has a digit. */
function nameAndVersion(text: string): { readonly name: string; readonly version: string | null } {
  const at = Math.max(text.lastIndexOf('-'), text.lastIndexOf(' '))
  const version = at > 0 ? text.slice(at + 1) : ''
  return /\d/.test(version) ? { name: text.slice(0, at), version } : { name: text, version: null }
}

function localType(type: string): string {
  return type.slice(Math.max(type.lastIndexOf('_'), type.lastIndexOf('/'), type.lastIndexOf(':')) + 1)
}

function referenceOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return isRecord(value) ? (textIn(value, 'spdxId') ?? textIn(value, '@id')) : undefined
}

function valuesIn(record: Foreign | undefined, key: string): readonly unknown[] {
  const value = record?.[key]
  return value === undefined || value === null ? [] : Array.isArray(value) ? (value as readonly unknown[]) : [value]
}
