/**
 * CycloneDX in the shape of its JSON, whatever it was written in: the JSON reader hands over what it parsed, the others
 * build the same shape. Source: the CycloneDX specification 1.0–1.7 (ECMA-424 for 1.6).
 */

import type { DocumentPart, LicenseStatement, PartKind, ReadDocument, Scope } from '#domain/part.ts'
import { parsePurl } from '#ecosystems/purl.ts'
import { DocumentDraft, subjectIndex } from './document-draft.ts'
import { isRecord, listIn, recordIn, textIn, type Foreign } from './foreign.ts'
import { optional } from './optional.ts'
import { PartFields } from './part-fields.ts'
import { cycloneDxFacts } from './quality/cyclonedx-facts.ts'
import type { ShapedDocument } from './shaped-document.ts'

/** Components nested deeper than this are refused: the place of each would be as long as the way to it. */
const deepest = 100

const knownVersions = new Set(['1.0', '1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7'])

const kinds: Readonly<Record<string, PartKind>> = {
  application: 'software',
  framework: 'software',
  library: 'software',
  container: 'software',
  platform: 'software',
  'operating-system': 'software',
  'device-driver': 'software',
  file: 'software',
  device: 'hardware',
  firmware: 'firmware',
  'machine-learning-model': 'model',
  data: 'data',
  // Algorithms, keys and certificates: described things, not programs.
  'cryptographic-asset': 'data',
}

const scopeOf: Readonly<Record<string, Scope>> = { required: 'runtime', optional: 'optional', excluded: 'development' }

/** One for all parts that state nothing: of a million of them each list would count. */
const none: readonly never[] = []

export function readCycloneDx(input: ShapedDocument): ReadDocument {
  const { document: bom, prefix } = input
  const specVersion = textIn(bom, 'specVersion') ?? null
  const draft = new DocumentDraft(input.reader, 'CycloneDX', specVersion)
  draft.add(input.issues)
  for (const { where, code } of input.unreachable) draft.refuse(where, code)
  if (specVersion === null) draft.odd('missing-field', `${prefix}/specVersion`)
  else if (!knownVersions.has(specVersion)) draft.odd('unknown-version', `${prefix}/specVersion`, specVersion)
  const reading = new Reading(draft, input)
  reading.subject(recordIn(bom, 'metadata'))
  reading.components(bom['components'], `${prefix}/components`)
  reading.services(bom['services'])
  reading.knowOthers(bom)
  reading.dependencies(bom['dependencies'], `${prefix}/dependencies`)
  if (input.isWhole === true) {
    const described = describedPart(bom, input)
    draft.about = { ...cycloneDxFacts(bom, reading.taken), ...(described === undefined ? {} : { described }) }
  }
  return draft.finish()
}

/** The described component as it would be read as a part; what is odd about it is told nowhere. */
function describedPart(bom: Foreign, input: ShapedDocument): DocumentPart | undefined {
  const component = recordIn(recordIn(bom, 'metadata') ?? {}, 'component')
  if (component === undefined) return undefined
  const draft = new DocumentDraft(input.reader, 'CycloneDX', null)
  new Reading(draft, input).components([{ ...component, components: undefined }], `${input.prefix}/metadata/component`)
  return draft.parts[0]
}

type Frame = { readonly list: readonly unknown[]; readonly at: string; next: number; readonly isTooDeep: boolean }

class Reading {
  /** The components that became parts. */
  readonly taken: Foreign[] = []
  private readonly draft: DocumentDraft
  private readonly input: ShapedDocument
  private readonly fields: PartFields
  /** Made when a relation first names a part so; most documents use references alone. */
  private indexOfPurl: ReadonlyMap<string, number> | undefined

  constructor(draft: DocumentDraft, input: ShapedDocument) {
    this.draft = draft
    this.input = input
    this.fields = new PartFields(draft)
  }

  subject(metadata: Foreign | undefined): void {
    const component = metadata === undefined ? undefined : recordIn(metadata, 'component')
    if (component === undefined) return
    const at = `${this.input.prefix}/metadata/component`
    const purl = textIn(component, 'purl')
    const parsed = purl === undefined ? null : this.fields.purl(purl, this.place(component, at))
    const name = fullName(component, parsed?.purl.type)
    if (name !== undefined) {
      this.draft.subject = { name, version: textIn(component, 'version') ?? null, purl: parsed?.canonical ?? null }
    }
    this.draft.nameSubject(textIn(component, 'bom-ref') ?? '')
    this.components(component['components'], `${at}/components`)
  }

  /** All components of a list and those nested in them, in document order, without recursion. */
  components(value: unknown, at: string): void {
    const frames: Frame[] = []
    this.open(value, at, frames)
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      if (frame.next >= frame.list.length) {
        frames.pop()
        continue
      }
      const element = frame.list[frame.next]
      const pointer = frame.isTooDeep ? frame.at : `${frame.at}/${frame.next}`
      frame.next += 1
      // By the outermost component that holds it: a pointer for each of a million levels would outgrow the document.
      if (frame.isTooDeep) this.draft.refuse(`${frames[0]?.at}/${(frames[0]?.next ?? 1) - 1}`, 'too-deep')
      else this.component(element, pointer)
      if (isRecord(element) && element['components'] !== undefined) {
        this.open(element['components'], frame.isTooDeep ? pointer : `${pointer}/components`, frames)
      }
    }
  }

  private open(value: unknown, at: string, frames: Frame[]): void {
    if (value === undefined || value === null) return
    if (!Array.isArray(value)) {
      this.draft.odd('wrong-type', at)
      return
    }
    const isTooDeep = frames.length >= deepest
    if (frames.length === deepest) this.draft.odd('too-deep', at)
    frames.push({ list: value as readonly unknown[], at, next: 0, isTooDeep })
  }

  private component(element: unknown, pointer: string): void {
    if (!isRecord(element)) return this.draft.refuse(pointer, 'wrong-type')
    const at = this.place(element, pointer)
    if (this.input.isCutOff(element, pointer)) return this.draft.refuse(at, 'truncated')
    const purlText = textIn(element, 'purl')
    const parsed = purlText === undefined ? null : this.fields.purl(purlText, at)
    const name = fullName(element, parsed?.purl.type)
    if (name === undefined) return this.draft.refuse(at, 'part-without-name')
    const stated = textIn(element, 'version')
    if (typeof element['version'] === 'number' || typeof element['name'] === 'number') this.draft.odd('wrong-type', at)
    const version = stated ?? parsed?.purl.version ?? null
    this.fields.checkIdentity(name, version, parsed?.purl ?? null, at)
    const part: DocumentPart = {
      ref: textIn(element, 'bom-ref') ?? '',
      at,
      kind: this.kind(element, at),
      purl: parsed?.canonical ?? null,
      name,
      version,
      scope: this.scope(element, at),
      directness: 'unknown',
      licenses: this.licenses(element, at),
      hashes: this.hashes(element, at),
      ...optional('supplier', supplierOf(element)),
      ...optional('sourceUrl', vcsOf(element)),
    }
    this.draft.take(part)
    this.taken.push(element)
  }

  private kind(element: Foreign, at: string): PartKind {
    const type = textIn(element, 'type')
    const kind = type !== undefined && Object.hasOwn(kinds, type) ? kinds[type] : undefined
    if (kind !== undefined) return kind
    this.draft.odd(type === undefined ? 'missing-field' : 'syntax', at, `type ${type ?? ''}`.trim())
    return 'software'
  }

  /** "If the scope is not specified, 'required' scope should be assumed by the consumer of the BOM." */
  private scope(element: Foreign, at: string): Scope {
    const stated = element['scope']
    if (stated === undefined) return 'runtime'
    if (typeof stated === 'string' && Object.hasOwn(scopeOf, stated)) return scopeOf[stated] ?? 'unknown'
    this.draft.odd('syntax', at, `scope ${JSON.stringify(stated)}`)
    return 'unknown'
  }

  private licenses(element: Foreign, at: string): readonly LicenseStatement[] {
    const evidence = recordIn(element, 'evidence')
    if (element['licenses'] === undefined && evidence === undefined) return none
    const statements = this.licenseList(element['licenses'], 'declared', at)
    return evidence === undefined ? statements : [...statements, ...this.licenseList(evidence['licenses'], 'found', at)]
  }

  private licenseList(value: unknown, usual: LicenseStatement['basis'], at: string): LicenseStatement[] {
    if (value === undefined) return []
    if (!Array.isArray(value)) {
      this.draft.odd('wrong-type', at, 'licenses')
      return []
    }
    return (value as readonly unknown[]).flatMap((choice) => {
      if (!isRecord(choice)) {
        this.draft.odd('wrong-type', at, 'licenses')
        return []
      }
      const license = recordIn(choice, 'license')
      const expression = textIn(choice, 'expression')
      const id = license === undefined ? undefined : textIn(license, 'id')
      const text =
        expression ?? id ?? (license === undefined ? undefined : (textIn(license, 'name') ?? textIn(license, 'url')))
      if (text === undefined) {
        this.draft.odd('invalid-license', at)
        return []
      }
      const acknowledged = (license ?? choice)['acknowledgement']
      const basis = acknowledged === 'declared' || acknowledged === 'concluded' ? acknowledged : usual
      return [this.fields.license(basis, text.trim(), at, expression !== undefined || id !== undefined)]
    })
  }

  private hashes(element: Foreign, at: string): DocumentPart['hashes'] {
    const value = element['hashes']
    if (value === undefined) return none
    return listIn(element, 'hashes').flatMap((hash) => {
      const algorithm = isRecord(hash) ? textIn(hash, 'alg') : undefined
      const content = isRecord(hash) ? textIn(hash, 'content') : undefined
      if (algorithm === undefined || content === undefined) {
        this.draft.odd('invalid-hash', at)
        return []
      }
      return [this.fields.hash(algorithm, content, at)]
    })
  }

  services(value: unknown): void {
    const waiting: unknown[] = Array.isArray(value) ? [value] : []
    for (let list = waiting.pop(); list !== undefined; list = waiting.pop()) {
      for (const service of list as readonly unknown[]) {
        if (!isRecord(service)) continue
        this.draft.services += 1
        this.draft.know(textIn(service, 'bom-ref') ?? '')
        if (Array.isArray(service['services'])) waiting.push(service['services'])
      }
    }
  }

  /** Things that may be named in relations and are no parts. */
  knowOthers(bom: Foreign): void {
    for (const key of ['vulnerabilities', 'compositions', 'annotations', 'formulation', 'citations']) {
      for (const entry of listIn(bom, key)) if (isRecord(entry)) this.draft.know(textIn(entry, 'bom-ref') ?? '')
    }
  }

  dependencies(value: unknown, at: string): void {
    if (value === undefined) return
    if (!Array.isArray(value)) return this.draft.odd('wrong-type', at)
    for (const [position, entry] of (value as readonly unknown[]).entries()) {
      const pointer = `${at}/${position}`
      const ref = isRecord(entry) ? textIn(entry, 'ref') : undefined
      if (!isRecord(entry) || ref === undefined) {
        this.draft.odd('wrong-type', pointer)
        continue
      }
      const place = this.place(entry, pointer)
      const from = this.target(ref, place)
      if (entry['dependsOn'] === undefined) continue
      if (!Array.isArray(entry['dependsOn'])) {
        this.draft.odd('wrong-type', place)
        continue
      }
      for (const name of listIn(entry, 'dependsOn')) {
        const to = typeof name === 'string' ? this.target(name, place) : undefined
        if (typeof name !== 'string') this.draft.odd('wrong-type', place)
        if (from !== undefined && to !== undefined) this.draft.link(from, to)
      }
    }
  }

  /** The index that a reference names. Some tools write the package URL, in one spelling or another, where the `bom-ref` should stand. */
  private target(ref: string, at: string): number | undefined {
    const index = this.draft.indexOf(ref) ?? (ref.startsWith('pkg:') ? this.indexByPurl(ref) : undefined)
    if (index !== undefined || this.draft.isKnown(ref) || ref.startsWith('urn:cdx:')) return index
    this.draft.odd('dangling-reference', at, ref)
    return undefined
  }

  private indexByPurl(text: string): number | undefined {
    const parsed = parsePurl(text)
    this.indexOfPurl ??= this.indicesByPurl()
    return parsed.ok ? this.indexOfPurl.get(parsed.canonical) : undefined
  }

  /** The first of several parts counts; the subject goes before all. */
  private indicesByPurl(): ReadonlyMap<string, number> {
    const indices = new Map<string, number>()
    const { subject, parts } = this.draft
    if (typeof subject?.purl === 'string') indices.set(subject.purl, subjectIndex)
    for (const [index, { purl }] of parts.entries()) if (purl !== null && !indices.has(purl)) indices.set(purl, index)
    return indices
  }

  private place(element: object, pointer: string): string {
    return this.input.placeOf(element, pointer)
  }
}

/** Maven joins group and name with a colon, everything else with a slash; some tools repeat the group in the name. */
function fullName(element: Foreign, type: string | undefined): string | undefined {
  const name = textIn(element, 'name')
  const group = textIn(element, 'group')
  if (name === undefined || group === undefined || name.startsWith(`${group}/`) || name.startsWith(`${group}:`))
    return name
  return type === 'maven' ? `${group}:${name}` : `${group}/${name}`
}

function supplierOf(element: Foreign): string | undefined {
  for (const key of ['supplier', 'manufacturer']) {
    const organization = recordIn(element, key)
    const name = organization === undefined ? undefined : textIn(organization, 'name')
    if (name !== undefined) return name
  }
  return textIn(element, 'publisher')
}

function vcsOf(element: Foreign): string | undefined {
  if (element['externalReferences'] === undefined) return undefined
  for (const reference of listIn(element, 'externalReferences')) {
    if (isRecord(reference) && reference['type'] === 'vcs') return textIn(reference, 'url')
  }
  return undefined
}
