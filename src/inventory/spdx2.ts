/**
 * SPDX 2.0–2.3 in the shape of its JSON, whatever it was written in: the JSON reader hands over what it parsed, the others
 * build the same shape. Source: the SPDX specification 2.3 (2.2.1 is ISO/IEC 5962:2021).
 */

import type { DocumentPart, LicenseStatement, PartKind, ReadDocument, Scope } from '#domain/part.ts'
import { DocumentDraft, strongerScope, subjectIndex } from './document-draft.ts'
import { isRecord, listIn, textIn, type Foreign } from './foreign.ts'
import { optional } from './optional.ts'
import { PartFields } from './part-fields.ts'
import { spdx2Facts } from './quality/spdx2-facts.ts'
import type { ShapedDocument } from './shaped-document.ts'
import { describes, otherRelations, useRelations } from './spdx-relations.ts'

const knownVersions = new Set(['2.0', '2.1', '2.2', '2.3'])

const kinds: ReadonlyMap<string, PartKind> = new Map([
  ['DEVICE', 'hardware'],
  ['FIRMWARE', 'firmware'],
])

export function readSpdx2(input: ShapedDocument): ReadDocument {
  const { document, prefix } = input
  const specVersion = textIn(document, 'spdxVersion')?.replace(/^SPDX-/i, '') ?? null
  const draft = new DocumentDraft(input.reader, 'SPDX', specVersion)
  draft.add(input.issues)
  for (const { where, code } of input.unreachable) draft.refuse(where, code)
  if (specVersion === null) draft.odd('missing-field', `${prefix}/spdxVersion`)
  else if (!knownVersions.has(specVersion)) draft.odd('unknown-version', `${prefix}/spdxVersion`, specVersion)
  const reading = new Reading(draft, input)
  reading.packages(document['packages'], `${prefix}/packages`)
  reading.relations(document)
  if (input.isWhole === true) draft.about = spdx2Facts(document, reading.taken)
  return draft.finish()
}

type Relation = { readonly from: string; readonly type: string; readonly to: string; readonly at: string }

class Reading {
  /** The packages that became parts. */
  readonly taken: Foreign[] = []
  private readonly draft: DocumentDraft
  private readonly input: ShapedDocument
  private readonly fields: PartFields

  constructor(draft: DocumentDraft, input: ShapedDocument) {
    this.draft = draft
    this.input = input
    this.fields = new PartFields(draft)
  }

  packages(value: unknown, at: string): void {
    if (value === undefined) return
    if (!Array.isArray(value)) return this.draft.odd('wrong-type', at)
    for (const [position, element] of (value as readonly unknown[]).entries())
      this.package(element, `${at}/${position}`)
  }

  private package(element: unknown, pointer: string): void {
    if (!isRecord(element)) return this.draft.refuse(pointer, 'wrong-type')
    const at = this.place(element, pointer)
    if (this.input.isCutOff(element, pointer)) return this.draft.refuse(at, 'truncated')
    const name = textIn(element, 'name')
    if (name === undefined) return this.draft.refuse(at, 'part-without-name')
    const parsed = this.purl(element, at)
    const version = textIn(element, 'versionInfo') ?? parsed?.purl.version ?? null
    if (typeof element['versionInfo'] === 'number' || typeof element['name'] === 'number')
      this.draft.odd('wrong-type', at)
    this.fields.checkIdentity(name, version, parsed?.purl ?? null, at)
    this.taken.push(element)
    this.draft.take({
      ref: textIn(element, 'SPDXID') ?? '',
      at,
      kind: kinds.get(textIn(element, 'primaryPackagePurpose') ?? '') ?? 'software',
      purl: parsed?.canonical ?? null,
      name,
      version,
      scope: 'unknown',
      directness: 'unknown',
      licenses: this.licenses(element, at),
      hashes: this.hashes(element, at),
      ...optional('supplier', organizationName(textIn(element, 'supplier'))),
      ...optional('sourceUrl', repositoryAddress(textIn(element, 'downloadLocation'))),
    })
  }

  /** The first valid one; a package may carry several identifiers of which the specification ranks none. */
  private purl(element: Foreign, at: string): ReturnType<PartFields['purl']> {
    for (const reference of listIn(element, 'externalRefs')) {
      if (!isRecord(reference) || !/(?:^|[/#])purl$/.test(textIn(reference, 'referenceType') ?? '')) continue
      const parsed = this.fields.purl(textIn(reference, 'referenceLocator') ?? '', at)
      if (parsed !== null) return parsed
    }
    return null
  }

  private licenses(element: Foreign, at: string): LicenseStatement[] {
    const statements: LicenseStatement[] = []
    const add = (basis: LicenseStatement['basis'], text: unknown): void => {
      // NOASSERTION says that nothing is said; NONE is a statement.
      if (typeof text !== 'string' || text.trim() === '' || text === 'NOASSERTION') return
      statements.push(this.fields.license(basis, text.trim(), at, true))
    }
    add('declared', element['licenseDeclared'])
    add('concluded', element['licenseConcluded'])
    for (const text of listIn(element, 'licenseInfoFromFiles')) add('found', text)
    return statements
  }

  private hashes(element: Foreign, at: string): DocumentPart['hashes'] {
    return listIn(element, 'checksums').flatMap((checksum) => {
      const algorithm = isRecord(checksum) ? textIn(checksum, 'algorithm') : undefined
      const value = isRecord(checksum) ? textIn(checksum, 'checksumValue') : undefined
      if (algorithm === undefined || value === undefined) {
        this.draft.odd('invalid-hash', at)
        return []
      }
      return [this.fields.hash(algorithm, value, at)]
    })
  }

  relations(document: Foreign): void {
    const documentId = textIn(document, 'SPDXID') ?? 'SPDXRef-DOCUMENT'
    this.draft.know(documentId)
    this.draft.know('SPDXRef-DOCUMENT')
    for (const key of ['files', 'snippets']) {
      for (const element of listIn(document, key))
        if (isRecord(element)) this.draft.know(textIn(element, 'SPDXID') ?? '')
    }
    const relations = this.relationList(document)
    const roots = this.roots(document, documentId, relations)
    const [root] = roots
    const subject = roots.size === 1 && root !== undefined ? root : undefined
    const part = subject === undefined ? undefined : this.draft.parts[subject]
    if (part !== undefined) this.draft.subject = { name: part.name, version: part.version, purl: part.purl }
    for (const index of roots) this.draft.link(subjectIndex, index)
    this.uses(relations, subject, new Set([documentId, 'SPDXRef-DOCUMENT']))
  }

  private relationList(document: Foreign): readonly Relation[] {
    const at = `${this.input.prefix}/relationships`
    const value = document['relationships']
    if (value !== undefined && !Array.isArray(value)) this.draft.odd('wrong-type', at)
    return listIn(document, 'relationships').flatMap((element, position): readonly Relation[] => {
      const pointer = `${at}/${position}`
      const from = isRecord(element) ? textIn(element, 'spdxElementId') : undefined
      const to = isRecord(element) ? textIn(element, 'relatedSpdxElement') : undefined
      const type = isRecord(element) ? textIn(element, 'relationshipType') : undefined
      if (!isRecord(element) || from === undefined || to === undefined || type === undefined) {
        if (!this.input.isCutOff(isRecord(element) ? element : {}, pointer)) this.draft.odd('wrong-type', pointer)
        return []
      }
      return [{ from, to, type: type.toUpperCase().replaceAll('-', '_'), at: this.place(element, pointer) }]
    })
  }

  /** Indices of the packages that the document describes. */
  private roots(document: Foreign, documentId: string, relations: readonly Relation[]): ReadonlySet<number> {
    const refs: string[] = []
    for (const ref of listIn(document, 'documentDescribes')) if (typeof ref === 'string') refs.push(ref)
    for (const { from, type, to } of relations) {
      if (describes.has(type) && from === documentId) refs.push(to)
      else if (type === 'DESCRIBED_BY' && to === documentId) refs.push(from)
    }
    return new Set(refs.map((ref) => this.draft.indexOf(ref)).filter((index) => index !== undefined))
  }

  private uses(relations: readonly Relation[], subject: number | undefined, documents: ReadonlySet<string>): void {
    const scopeOfEdge = new Map<number, { to: number; scope: Scope }>()
    const oddTypes = new Set<string>()
    for (const { from, type, to, at } of relations) {
      const use = useRelations.get(type)
      if (use === undefined) {
        if (!describes.has(type) && !otherRelations.has(type) && !oddTypes.has(type)) {
          oddTypes.add(type)
          this.draft.odd('syntax', at, type)
        }
        continue
      }
      // A document that contains packages lists them; it does not use them.
      if (documents.has(from) || documents.has(to)) continue
      const user = this.target(use.isBackward ? to : from, at)
      const used = this.target(use.isBackward ? from : to, at)
      if (user === undefined || used === undefined || used === subject) continue
      const edge = this.draft.link(user === subject ? subjectIndex : user, used)
      if (edge === undefined) continue
      const earlier = scopeOfEdge.get(edge)
      scopeOfEdge.set(edge, {
        to: used,
        scope: earlier === undefined ? use.scope : strongerScope(earlier.scope, use.scope),
      })
    }
    this.scopes([...scopeOfEdge.values()])
  }

  /** Development or optional only when every use says so: one use that does not tell may be the one that ships. */
  private scopes(edges: readonly { readonly to: number; readonly scope: Scope }[]): void {
    const untold = new Set(edges.filter(({ scope }) => scope === 'unknown').map(({ to }) => to))
    for (const { to, scope } of edges) {
      const part = this.draft.parts[to]
      if (part !== undefined && (scope === 'runtime' || !untold.has(to))) part.scope = strongerScope(part.scope, scope)
    }
  }

  private target(ref: string, at: string): number | undefined {
    const index = this.draft.indexOf(ref)
    if (index !== undefined || this.draft.isKnown(ref) || isElsewhere.test(ref)) return index
    this.draft.odd('dangling-reference', at, ref)
    return undefined
  }

  private place(element: object, pointer: string): string {
    return this.input.placeOf(element, pointer)
  }
}

/** An element of another document, or none. */
const isElsewhere = /^(?:DocumentRef-|NONE$|NOASSERTION$)/

/** `Organization: ACME (mail@…)` without its label and address; a person's name is not taken. */
function organizationName(text: string | undefined): string | undefined {
  const match = /^\s*Organization:\s*(.*?)\s*(?:\([^()]*\))?\s*$/.exec(text ?? '')
  return match?.[1] === '' ? undefined : match?.[1]
}

/** The download location when it names a repository rather than an archive. */
function repositoryAddress(text: string | undefined): string | undefined {
  return text !== undefined && /^(?:(?:git|hg|svn|bzr)\+|git:)|\.git(?:[@#]|$)/.test(text) ? text : undefined
}
