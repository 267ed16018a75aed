/** Checks an SPDX 2 document, whatever it was written in, against the specification. */

import { isRecord, listIn, recordIn, textIn, type Foreign } from '#inventory/foreign.ts'
import { locatorFault } from './external-locator.ts'
import { documentRule, type Field, type RecordRule } from './spdx2-fields.ts'
import { checksumFault, newerAlgorithms, type Known, type Value } from './spdx2-values.ts'
import { below, quoted, type ErrorList } from './validation.ts'

export type Spdx2Document = {
  readonly document: Foreign
  /** Scalars are texts as written (YAML, XML, tag-value), not typed values as in JSON. */
  readonly isUntyped: boolean
  /** Where the value at a JSON pointer stands in the original. */
  readonly whereOf: (pointer: string) => string
}

const knownVersions = new Set(['SPDX-2.0', 'SPDX-2.1', 'SPDX-2.2', 'SPDX-2.3'])
const newerRelationships = new Set(['AMENDS', 'REQUIREMENT_DESCRIPTION_FOR', 'SPECIFICATION_FOR'])

export function checkSpdx2(input: Spdx2Document, errors: ErrorList): void {
  new Checking(input, errors).document()
}

class Checking {
  private readonly input: Spdx2Document
  private readonly errors: ErrorList
  private readonly isBefore23: boolean
  private readonly known: Known
  private readonly files: ReadonlySet<string>

  constructor(input: Spdx2Document, errors: ErrorList) {
    this.input = input
    this.errors = errors
    const { document } = input
    this.isBefore23 = document['spdxVersion'] !== 'SPDX-2.3'
    this.files = idsIn(document, 'files', 'SPDXID')
    this.known = knownIn(document)
  }

  document(): void {
    const { document } = this.input
    const version = document['spdxVersion']
    if (typeof version === 'string' && !knownVersions.has(version))
      this.add('/spdxVersion', `${quoted(version)} is no known version`)
    this.record(document, documentRule, '')
    this.distinct(['packages', 'files', 'snippets'], 'SPDXID')
    this.distinct(['externalDocumentRefs'], 'externalDocumentId')
    this.distinct(['hasExtractedLicensingInfos'], 'licenseId')
    this.describes()
    this.filesOfPackages()
  }

  private add(pointer: string, message: string): void {
    if (!this.errors.isFull) this.errors.add(this.input.whereOf(pointer), message)
    else this.errors.add('', message)
  }

  private record(record: Foreign, rule: RecordRule, at: string): void {
    for (const key of Object.keys(record)) {
      const field = Object.hasOwn(rule.fields, key) ? rule.fields[key] : undefined
      const value = record[key]
      if (field === undefined) {
        // A schema reference is how editors find the schema of a JSON document.
        if (key !== '$schema') this.add(below(at, key), `field ${quoted(key)} is not known here`)
      } else if (field.isNew === true && this.isBefore23)
        this.add(below(at, key), `field ${quoted(key)} is not known before SPDX 2.3`)
      else if (field.isList !== true) this.value(value, field, below(at, key))
      else if (Array.isArray(value))
        for (const [index, item] of (value as readonly unknown[]).entries())
          this.value(item, field, below(below(at, key), index))
      else this.add(below(at, key), 'must be a list')
    }
    for (const [key, { required }] of Object.entries(rule.fields)) {
      if (!this.isRequired(required)) continue
      const value = record[key]
      if (value === undefined) this.add(at, `field ${quoted(key)} is missing`)
      else if (required?.startsWith('some') === true && Array.isArray(value) && value.length === 0)
        this.add(below(at, key), 'must have at least one entry')
    }
    this.together(record, rule, at)
  }

  private isRequired(required: Field['required']): boolean {
    return required !== undefined && (this.isBefore23 || !required.endsWith('until-2.2'))
  }

  private value(value: unknown, { value: rule, required }: Field, at: string): void {
    if ('fields' in rule) {
      if (isRecord(value)) this.record(value, rule, at)
      else this.add(at, 'must be a record')
      return
    }
    const { type, fault } = rule
    const isTyped = typeof value === 'string' && this.input.isUntyped ? isWritten(value, type) : isOfType(value, type)
    if (!isTyped) return this.add(at, `must be of type ${type}`)
    if (typeof value !== 'string' || type !== 'string') return
    if (value === '' && this.isRequired(required)) return this.add(at, 'must not be empty')
    const wrong = fault(value, this.known)
    if (wrong !== undefined) this.add(at, wrong)
  }

  /** What the fields of one record must be to one another. */
  private together(record: Foreign, { name }: RecordRule, at: string): void {
    if (name === 'checksum') this.checksum(record, at)
    else if (name === 'externalRef') this.externalReference(record, at)
    else if (name === 'package') this.package(record, at)
    else if (name === 'file') this.file(record, at)
    else if (name === 'snippet') this.snippet(record, at)
    else if (name === 'relationship' && this.isBefore23) {
      const type = textIn(record, 'relationshipType') ?? ''
      if (newerRelationships.has(type)) this.add(below(at, 'relationshipType'), `${type} is not known before SPDX 2.3`)
    }
  }

  private checksum(record: Foreign, at: string): void {
    const { algorithm, checksumValue } = record
    if (typeof algorithm !== 'string' || typeof checksumValue !== 'string') return
    const wrong =
      this.isBefore23 && newerAlgorithms.has(algorithm)
        ? `algorithm ${algorithm} is not known before SPDX 2.3`
        : checksumFault(algorithm, checksumValue)
    if (wrong !== undefined) this.add(below(at, 'checksumValue'), wrong)
  }

  private externalReference(record: Foreign, at: string): void {
    const { referenceCategory, referenceType, referenceLocator } = record
    if (
      typeof referenceCategory !== 'string' ||
      typeof referenceType !== 'string' ||
      typeof referenceLocator !== 'string'
    )
      return
    const wrong = locatorFault(referenceCategory, referenceType, referenceLocator, this.isBefore23)
    if (wrong !== undefined) this.add(below(at, 'referenceLocator'), wrong)
  }

  private package(record: Foreign, at: string): void {
    if (!isFalse(record['filesAnalyzed'])) return
    if (record['packageVerificationCode'] !== undefined)
      this.add(below(at, 'packageVerificationCode'), 'must be omitted where filesAnalyzed is false')
    if (listIn(record, 'licenseInfoFromFiles').length > 0)
      this.add(below(at, 'licenseInfoFromFiles'), 'must be omitted where filesAnalyzed is false')
  }

  private file(record: Foreign, at: string): void {
    const checksums = listIn(record, 'checksums')
    if (checksums.length > 0 && !checksums.some((checksum) => isRecord(checksum) && checksum['algorithm'] === 'SHA1'))
      this.add(below(at, 'checksums'), 'must have a SHA1 checksum')
    if (textIn(record, 'fileName')?.startsWith('/') === true)
      this.add(below(at, 'fileName'), 'must be relative to the root of the package')
  }

  private snippet(record: Foreign, at: string): void {
    const file = record['snippetFromFile']
    if (typeof file === 'string' && this.known.elements.has(file) && !this.files.has(file))
      this.add(below(at, 'snippetFromFile'), `${quoted(file)} is not a file`)
    const ranges = listIn(record, 'ranges')
    for (const [index, range] of ranges.entries()) {
      if (!isRecord(range)) continue
      const start = positionIn(recordIn(range, 'startPointer'))
      const end = positionIn(recordIn(range, 'endPointer'))
      const place = below(below(at, 'ranges'), index)
      if (start === undefined || end === undefined || start.unit !== end.unit)
        this.add(place, 'must begin and end with an offset, or with a line number')
      else if (start.number < 1 || start.number > end.number)
        this.add(place, 'must begin at 1 or later and not after its end')
    }
    const hasBytes = ranges.some(
      (range) => isRecord(range) && positionIn(recordIn(range, 'startPointer'))?.unit === 'offset',
    )
    if (ranges.length > 0 && !hasBytes) this.add(below(at, 'ranges'), 'must have a range of bytes')
  }

  private distinct(lists: readonly string[], key: string): void {
    const seen = new Set<string>()
    for (const list of lists) {
      for (const [index, record] of listIn(this.input.document, list).entries()) {
        const id = isRecord(record) ? record[key] : undefined
        if (typeof id !== 'string') continue
        if (seen.has(id)) this.add(below(below(below('', list), index), key), `${quoted(id)} is used more than once`)
        seen.add(id)
      }
    }
  }

  /** "Mandatory if more than one package or set of files (not in a package) is present." */
  private describes(): void {
    const { document } = this.input
    const packages = listIn(document, 'packages').length
    const files = listIn(document, 'files').length
    if (packages === 1 || packages + files === 0 || listIn(document, 'documentDescribes').length > 0) return
    const isDescribed = listIn(document, 'relationships').some(
      (relationship) =>
        isRecord(relationship) &&
        ((relationship['relationshipType'] === 'DESCRIBES' && relationship['spdxElementId'] === 'SPDXRef-DOCUMENT') ||
          (relationship['relationshipType'] === 'DESCRIBED_BY' &&
            relationship['relatedSpdxElement'] === 'SPDXRef-DOCUMENT')),
    )
    if (!isDescribed)
      this.add('', 'nothing says what the document describes, which more than one package or file needs')
  }

  /** A package whose files were not analyzed has none. */
  private filesOfPackages(): void {
    const unanalyzed = new Set(
      listIn(this.input.document, 'packages').flatMap((one) =>
        isRecord(one) && isFalse(one['filesAnalyzed']) && typeof one['SPDXID'] === 'string' ? [one['SPDXID']] : [],
      ),
    )
    for (const [index, relationship] of listIn(this.input.document, 'relationships').entries()) {
      if (!isRecord(relationship)) continue
      const { spdxElementId: from, relatedSpdxElement: to, relationshipType: type } = relationship
      const [whole, inner] = type === 'CONTAINS' ? [from, to] : type === 'CONTAINED_BY' ? [to, from] : []
      if (typeof whole === 'string' && typeof inner === 'string' && unanalyzed.has(whole) && this.files.has(inner))
        this.add(
          below('/relationships', index),
          `${quoted(whole)} must contain no files, as its filesAnalyzed is false`,
        )
    }
  }
}

/** What the values of a document may refer to. */
export function knownIn(document: Foreign): Known {
  return {
    elements: new Set([
      ...['packages', 'files', 'snippets'].flatMap((list) => [...idsIn(document, list, 'SPDXID')]),
      'SPDXRef-DOCUMENT',
    ]),
    documents: idsIn(document, 'externalDocumentRefs', 'externalDocumentId'),
    licenses: idsIn(document, 'hasExtractedLicensingInfos', 'licenseId'),
  }
}

function idsIn(document: Foreign, list: string, key: string): ReadonlySet<string> {
  return new Set(
    listIn(document, list).flatMap((record) => {
      const id = isRecord(record) ? record[key] : undefined
      return typeof id === 'string' ? [id] : []
    }),
  )
}

function isOfType(value: unknown, type: Value['type']): boolean {
  return type === 'integer' ? Number.isInteger(value) : typeof value === type
}

function isWritten(text: string, type: Value['type']): boolean {
  if (type === 'integer') return /^\d+$/.test(text)
  return type === 'string' || /^(?:true|false)$/i.test(text)
}

function isFalse(value: unknown): boolean {
  return value === false || (typeof value === 'string' && value.toLowerCase() === 'false')
}

type Position = { readonly unit: 'offset' | 'lineNumber'; readonly number: number }

function positionIn(pointer: Foreign | undefined): Position | undefined {
  for (const unit of ['offset', 'lineNumber'] as const) {
    const value = pointer?.[unit]
    const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN
    if (Number.isInteger(number)) return { unit, number }
  }
  return undefined
}
