/**
 * SPDX 3.0 JSON-LD: packages of the software, AI and dataset profiles, their licenses and the relationships between them.
 * Source: the SPDX specification 3.0.1, model and JSON serialization.
 */

import type { DocumentPart, LicenseStatement, PartKind, ReadDocument, Scope } from '#domain/part.ts'
import { DocumentDraft, strongerScope, subjectIndex } from './document-draft.ts'
import { isRecord, listIn, textIn, type Foreign } from './foreign.ts'
import { optional } from './optional.ts'
import { PartFields } from './part-fields.ts'
import { spdx3Facts } from './quality/spdx3-facts.ts'
import type { ShapedDocument } from './shaped-document.ts'
import { spdx3LicenseText } from './spdx3-license.ts'

/** What a relationship says about the use of its target; others are no use. */
const uses: ReadonlyMap<string, Scope> = new Map([
  ['dependsOn', 'unknown'],
  ['contains', 'unknown'],
  ['hasPrerequisite', 'unknown'],
  ['hasDynamicLink', 'runtime'],
  ['hasStaticLink', 'runtime'],
  ['hasProvidedDependency', 'runtime'],
  ['hasOptionalComponent', 'optional'],
  ['hasOptionalDependency', 'optional'],
  ['usesTool', 'development'],
  // A model is made from its data sets as a program is from its libraries.
  ['trainedOn', 'unknown'],
  ['testedOn', 'development'],
])

const lifecycleScopes: ReadonlyMap<string, Scope> = new Map([
  ['runtime', 'runtime'],
  ['build', 'development'],
  ['development', 'development'],
  ['test', 'development'],
])

const kindOfPurpose: ReadonlyMap<string, PartKind> = new Map([
  ['device', 'hardware'],
  ['firmware', 'firmware'],
  ['model', 'model'],
  ['data', 'data'],
  ['documentation', 'content'],
])

/** Elements that hold others in place instead of naming them are followed this deep. */
const deepest = 20

export function readSpdx3(input: ShapedDocument): ReadDocument {
  const elements = elementsOf(input)
  const draft = new DocumentDraft(input.reader, 'SPDX', specVersionOf(input.document, elements))
  draft.add(input.issues)
  for (const { where, code } of input.unreachable) draft.refuse(where, code)
  const reading = new Reading(draft, elements)
  for (const element of elements) {
    if (input.isCutOff(element.record, element.at)) {
      if (isPackage(element)) draft.refuse(element.at, 'truncated')
    } else if (isPackage(element)) reading.package(element)
    else draft.know(element.id)
  }
  reading.roots()
  reading.relations()
  draft.about = spdx3Facts(elements, reading.taken)
  return draft.finish()
}

type Element = { readonly record: Foreign; readonly id: string; readonly type: string; readonly at: string }

function elementsOf({ document, prefix }: ShapedDocument): readonly Element[] {
  const graph = document['@graph']
  const found: Element[] = []
  const waiting: { value: unknown; at: string; depth: number }[] = Array.isArray(graph)
    ? graph.map((value: unknown, index) => ({ value, at: `${prefix}/@graph/${index}`, depth: 0 }))
    : [{ value: document, at: prefix, depth: 0 }]
  for (let head = 0; head < waiting.length; head += 1) {
    const { value, at, depth } = waiting[head] ?? { value: null, at: '', depth: 0 }
    if (!isRecord(value)) continue
    const type = textIn(value, 'type') ?? textIn(value, '@type')
    if (type !== undefined) found.push({ record: value, id: idOf(value) ?? '', type: localType(type), at })
    if (depth >= deepest) continue
    for (const key of ['element', 'rootElement', 'to', 'from']) {
      for (const [index, inner] of valuesIn(value, key).entries()) {
        if (!isRecord(inner)) continue
        const isList = Array.isArray(value[key])
        waiting.push({ value: inner, at: isList ? `${at}/${key}/${index}` : `${at}/${key}`, depth: depth + 1 })
      }
    }
  }
  return found
}

/** The type without profile: `software_Package` and `https://spdx.org/…/Software/Package` alike. */
function localType(type: string): string {
  return type.slice(Math.max(type.lastIndexOf('_'), type.lastIndexOf('/'), type.lastIndexOf(':')) + 1)
}

function isPackage({ type }: Element): boolean {
  return type === 'Package' || type === 'AIPackage' || type === 'DatasetPackage'
}

class Reading {
  /** The packages that became parts. */
  readonly taken: Element[] = []
  private readonly draft: DocumentDraft
  private readonly elements: readonly Element[]
  private readonly byId: ReadonlyMap<string, Element>
  private readonly fields: PartFields
  private readonly licensesOf = new Map<string, { basis: LicenseStatement['basis']; target: unknown }[]>()
  private subject: number | undefined

  constructor(draft: DocumentDraft, elements: readonly Element[]) {
    this.draft = draft
    this.elements = elements
    this.byId = new Map(elements.map((element) => [element.id, element]))
    this.fields = new PartFields(draft)
    for (const { record } of elements) this.rememberLicenses(record)
  }

  private rememberLicenses(record: Foreign): void {
    const type = textIn(record, 'relationshipType')
    const basis = type === 'hasDeclaredLicense' ? 'declared' : type === 'hasConcludedLicense' ? 'concluded' : undefined
    const [from] = valuesIn(record, 'from')
    const id = referenceOf(from)
    if (basis === undefined || id === undefined) return
    const known = this.licensesOf.get(id) ?? []
    for (const target of valuesIn(record, 'to')) known.push({ basis, target })
    this.licensesOf.set(id, known)
  }

  package(element: Element): void {
    const { record, id, type, at } = element
    const name = textIn(record, 'name')
    if (name === undefined) return this.draft.refuse(at, 'part-without-name')
    const parsed = this.purl(record, at)
    const version =
      textIn(record, 'software_packageVersion') ?? textIn(record, 'packageVersion') ?? parsed?.purl.version ?? null
    this.fields.checkIdentity(name, version, parsed?.purl ?? null, at)
    const purpose = textIn(record, 'software_primaryPurpose') ?? textIn(record, 'primaryPurpose') ?? ''
    const kind =
      type === 'AIPackage' ? 'model' : type === 'DatasetPackage' ? 'data' : (kindOfPurpose.get(purpose) ?? 'software')
    this.taken.push(element)
    this.draft.take({
      ref: id,
      at,
      kind,
      purl: parsed?.canonical ?? null,
      name,
      version,
      scope: 'unknown',
      directness: 'unknown',
      licenses: this.licenses(id, at),
      hashes: this.hashes(record, at),
      ...optional('supplier', this.organization(record)),
      ...optional('sourceUrl', repositoryOf(record)),
    })
  }

  private purl(record: Foreign, at: string): ReturnType<PartFields['purl']> {
    const stated = textIn(record, 'software_packageUrl') ?? textIn(record, 'packageUrl')
    if (stated !== undefined) return this.fields.purl(stated, at)
    for (const key of ['externalIdentifier', 'externalIdentifiers']) {
      for (const identifier of valuesIn(record, key)) {
        if (!isRecord(identifier)) continue
        const type = textIn(identifier, 'externalIdentifierType') ?? ''
        const text = textIn(identifier, 'identifier')
        if (/^(?:packageUrl|purl)$/i.test(type) && text !== undefined) return this.fields.purl(text, at)
      }
    }
    return null
  }

  private licenses(id: string, at: string): LicenseStatement[] {
    return (this.licensesOf.get(id) ?? []).flatMap(({ basis, target }) => {
      const text = spdx3LicenseText(target, (reference) => this.byId.get(reference)?.record)
      if (text === undefined) {
        this.draft.odd('invalid-license', at)
        return []
      }
      return text === 'NOASSERTION' ? [] : [this.fields.license(basis, text, at, true)]
    })
  }

  private hashes(record: Foreign, at: string): DocumentPart['hashes'] {
    return valuesIn(record, 'verifiedUsing').flatMap((method) => {
      const algorithm = isRecord(method) ? textIn(method, 'algorithm') : undefined
      const value = isRecord(method) ? textIn(method, 'hashValue') : undefined
      return algorithm === undefined || value === undefined
        ? []
        : [this.fields.hash(algorithm.slice(algorithm.lastIndexOf('/') + 1), value, at)]
    })
  }

  /** The supplier when it is an organization; a person's name is not taken. */
  private organization(record: Foreign): string | undefined {
    const [supplier] = valuesIn(record, 'suppliedBy')
    const element = isRecord(supplier) ? supplier : this.byId.get(referenceOf(supplier) ?? '')?.record
    if (element === undefined || localType(textIn(element, 'type') ?? '') !== 'Organization') return undefined
    return textIn(element, 'name')
  }

  /** What the document or the SBOM in it names as its roots: described, and therefore what the product asks for. */
  roots(): void {
    const roots = new Set<number>()
    const asked = new Set<string>()
    const waiting: unknown[] = this.elements.filter(({ type }) => type === 'SpdxDocument').map(({ id }) => id)
    if (waiting.length === 0) for (const { id, type } of this.elements) if (isCollection(type)) waiting.push(id)
    const described = this.describedBy()
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const id = referenceOf(next)
      if (id === undefined || asked.has(id)) continue
      asked.add(id)
      const index = this.draft.indexOf(id)
      if (index !== undefined) roots.add(index)
      const element = this.byId.get(id)
      if (element === undefined || isPackage(element)) continue
      for (const value of valuesIn(element.record, 'rootElement')) waiting.push(value)
      for (const value of described.get(id) ?? []) waiting.push(value)
    }
    const ordered = [...roots].sort((a, b) => a - b)
    if (ordered.length === 1) this.subject = ordered[0]
    const part = this.subject === undefined ? undefined : this.draft.parts[this.subject]
    if (part !== undefined) this.draft.subject = { name: part.name, version: part.version, purl: part.purl }
    for (const index of ordered) this.draft.link(subjectIndex, index)
  }

  private describedBy(): ReadonlyMap<string, readonly unknown[]> {
    const described = new Map<string, unknown[]>()
    for (const { record } of this.elements) {
      if (textIn(record, 'relationshipType') !== 'describes') continue
      const from = referenceOf(valuesIn(record, 'from')[0]) ?? ''
      const known = described.get(from) ?? []
      for (const value of valuesIn(record, 'to')) known.push(value)
      described.set(from, known)
    }
    return described
  }

  relations(): void {
    const edges = new Map<number, { to: number; scope: Scope }>()
    for (const { record, at } of this.elements) {
      const usual = uses.get(textIn(record, 'relationshipType') ?? '')
      if (usual === undefined) continue
      const scope = lifecycleScopes.get(textIn(record, 'scope') ?? '') ?? usual
      const from = this.target(valuesIn(record, 'from')[0], at)
      for (const value of valuesIn(record, 'to')) {
        const to = this.target(value, at)
        if (from === undefined || to === undefined || to === this.subject) continue
        const edge = this.draft.link(from === this.subject ? subjectIndex : from, to)
        if (edge === undefined) continue
        const earlier = edges.get(edge)
        edges.set(edge, { to, scope: earlier === undefined ? scope : strongerScope(earlier.scope, scope) })
      }
    }
    this.scopes([...edges.values()])
  }

  /** Development or optional only when every use says so: one use that does not tell may be the one that ships. */
  private scopes(edges: readonly { readonly to: number; readonly scope: Scope }[]): void {
    const untold = new Set(edges.filter(({ scope }) => scope === 'unknown').map(({ to }) => to))
    for (const { to, scope } of edges) {
      const part = this.draft.parts[to]
      if (part !== undefined && (scope === 'runtime' || !untold.has(to))) part.scope = strongerScope(part.scope, scope)
    }
  }

  private target(value: unknown, at: string): number | undefined {
    const id = referenceOf(value)
    if (id === undefined) return undefined
    const index = this.draft.indexOf(id)
    // An element of another document is named by its own address and imported; only local names can dangle.
    if (index === undefined && !this.draft.isKnown(id) && id.startsWith('_:'))
      this.draft.odd('dangling-reference', at, id)
    return index
  }
}

function isCollection(type: string): boolean {
  return type === 'Sbom' || type === 'Bom' || type === 'Bundle'
}

function idOf(record: Foreign): string | undefined {
  return textIn(record, 'spdxId') ?? textIn(record, '@id')
}

function referenceOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return isRecord(value) ? idOf(value) : undefined
}

/** JSON-LD writes a single value without its list. */
function valuesIn(record: Foreign, key: string): readonly unknown[] {
  const value = record[key]
  return value === undefined || value === null ? [] : Array.isArray(value) ? listIn(record, key) : [value]
}

function repositoryOf(record: Foreign): string | undefined {
  const location = textIn(record, 'software_downloadLocation')
  if (location !== undefined && /^(?:(?:git|hg|svn|bzr)\+|git:)|\.git(?:[@#]|$)/.test(location)) return location
  for (const reference of valuesIn(record, 'externalRef')) {
    if (!isRecord(reference) || textIn(reference, 'externalRefType') !== 'vcs') continue
    const [locator] = valuesIn(reference, 'locator')
    if (typeof locator === 'string') return locator
  }
  return undefined
}

function specVersionOf(document: Foreign, elements: readonly Element[]): string | null {
  for (const { record, type } of elements) {
    const info = type === 'CreationInfo' ? record : record['creationInfo']
    const version = isRecord(info) ? textIn(info, 'specVersion') : undefined
    if (version !== undefined) return version
  }
  for (const context of valuesIn(document, '@context')) {
    const match = typeof context === 'string' ? /spdx\.org\/rdf\/(3(?:\.\d+)*)/.exec(context) : null
    if (match?.[1] !== undefined) return match[1]
  }
  return null
}
