/** Checks SPDX 3.0 JSON-LD against the model: classes, properties, how often, and what may be referred to. */

import { isRecord, listIn, type Foreign } from '#inventory/foreign.ts'
import { openJsonSbom } from '#inventory/json-sbom.ts'
import type { SourceFile } from '#inventory/reader.ts'
import { isTooDeep } from './bounded-walk.ts'
import { addIssues } from './reading-errors.ts'
import { individuals, vocabularies } from './spdx3-model.ts'
import { identifierFault, literalFault } from './spdx3-literals.ts'
import { isSubclass, schemaOf, type Property } from './spdx3-schema.ts'
import { below, ErrorList, quoted, type Validation } from './validation.ts'

export function validateSpdx3(file: SourceFile): Validation {
  const errors = new ErrorList()
  const { document, prefix, issues } = openJsonSbom('spdx3-json', file, (record) => record['@context'] !== undefined)
  addIssues(issues, errors)
  if (!errors.isEmpty) return errors.finish()
  if (isTooDeep(document)) errors.add(prefix, 'the document is nested too deep')
  else new Checking(document, prefix, errors).document()
  return errors.finish()
}

const contextAddress =
  /^https:\/\/spdx\.(?:org|github\.io)\/(?:rdf|spdx-spec)\/(?:v?3\.0(?:\.\d+)?\/)(?:\S+\/)?spdx-context\.jsonld$/

type Placed = { readonly object: Foreign; readonly at: string }

class Checking {
  private readonly root: Foreign
  private readonly prefix: string
  private readonly errors: ErrorList
  /** What references can name, with the class of each where it is told. */
  private readonly known = new Map<string, string | undefined>()
  private readonly imported = new Set<string>()
  private readonly roots: readonly Placed[]
  /** Of what is described here, when it is a whole document. */
  private namespaces: ReadonlySet<string> = new Set()

  constructor(root: Foreign, prefix: string, errors: ErrorList) {
    this.root = root
    this.prefix = prefix
    this.errors = errors
    const graph = root['@graph']
    this.roots = Array.isArray(graph)
      ? (graph as readonly unknown[]).flatMap((object, index) =>
          isRecord(object) ? [{ object, at: `${prefix}/@graph/${index}` }] : [],
        )
      : [{ object: root, at: prefix }]
  }

  document(): void {
    this.context()
    const graph = this.root['@graph']
    if (graph !== undefined && !Array.isArray(graph)) this.errors.add(`${this.prefix}/@graph`, 'must be a list')
    for (const [index, object] of listIn(this.root, '@graph').entries())
      if (!isRecord(object)) this.errors.add(`${this.prefix}/@graph/${index}`, 'must be a record')
    this.learn()
    const documents = this.roots.filter(({ object }) => typeOf(object) === 'SpdxDocument')
    if (documents.length > 0) this.namespaces = new Set([...this.known.keys()].map(namespaceOf))
    for (const { object, at } of this.roots) this.object(object, at, undefined)
    for (const { at } of documents.slice(1)) this.errors.add(at, 'a file must not have more than one SpdxDocument')
  }

  private context(): void {
    const context = this.root['@context']
    const entries = Array.isArray(context) ? (context as readonly unknown[]) : [context]
    if (!entries.some((entry) => typeof entry === 'string' && contextAddress.test(entry)))
      this.errors.add(`${this.prefix}/@context`, 'must name the context of SPDX 3.0')
  }

  /** Takes down every identifier that is given, so that references may come before what they name. */
  private learn(): void {
    for (const name of individuals) this.known.set(name, undefined)
    const open: Placed[] = this.roots.toReversed()
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { object, at } = next
      const id = idOf(object)
      if (id !== undefined && typeOf(object) !== undefined) {
        if (this.known.has(id)) this.errors.add(at, `${quoted(id)} is used more than once`)
        else this.known.set(id, typeOf(object))
      }
      const external = typeOf(object) === 'ExternalMap' ? object['externalSpdxId'] : undefined
      if (typeof external === 'string') this.imported.add(external)
      for (const [key, value] of Object.entries(object).toReversed()) {
        if (key === '@graph' || key === '@context') continue
        const inner = Array.isArray(value) ? (value as readonly unknown[]) : [value]
        for (const [index, item] of inner.entries())
          if (isRecord(item)) open.push({ object: item, at: placeOf(at, key, value, index) })
      }
    }
  }

  /** @param expected the class that the property asks for; undefined where any may stand */
  private object(object: Foreign, at: string, expected: string | undefined): void {
    const type = typeOf(object)
    if (type === undefined) return this.errors.add(at, 'field "type" is missing')
    const schema = schemaOf(type)
    if (schema === undefined) {
      // Classes of extensions stand in namespaces of their own.
      if (!type.includes(':')) this.errors.add(below(at, 'type'), `${quoted(type)} is no class of SPDX 3.0`)
      return
    }
    if (schema.isAbstract) this.errors.add(below(at, 'type'), `${type} is abstract and cannot be used itself`)
    if (expected !== undefined && !isSubclass(type, expected))
      this.errors.add(at, `${type} stands where ${expected} must`)
    for (const [key, value] of Object.entries(object)) {
      if (key === 'type' || key === '@type' || key === '@id' || key === '@context' || key === '@graph') continue
      const property = schema.properties.get(key)
      if (property !== undefined) this.property(value, property, at, key)
      else if (!key.includes(':')) this.errors.add(below(at, key), `field ${quoted(key)} is not known in ${type}`)
    }
    for (const [key, { isRequired }] of schema.properties) {
      const isMissing = key === 'spdxId' ? idOf(object) === undefined : isEmpty(object[key])
      if (isRequired && isMissing) this.errors.add(at, `field ${quoted(key)} is missing in ${type}`)
    }
    this.together(object, type, at)
  }

  private property(value: unknown, property: Property, at: string, key: string): void {
    if (Array.isArray(value) && !property.isMany)
      return this.errors.add(below(at, key), 'must be one value, not a list')
    const values = Array.isArray(value) ? (value as readonly unknown[]) : [value]
    for (const [index, item] of values.entries()) {
      const place = placeOf(at, key, value, index)
      if (schemaOf(property.range) !== undefined) this.reference(item, property.range, place)
      else {
        const fault = this.literalFault(item, property.range)
        if (fault !== undefined) this.errors.add(place, fault)
      }
    }
  }

  private literalFault(value: unknown, range: string): string | undefined {
    const vocabulary = Object.hasOwn(vocabularies, range) ? vocabularies[range] : undefined
    if (vocabulary === undefined) return literalFault(value, range)
    return typeof value === 'string' && vocabulary.includes(value)
      ? undefined
      : `${quoted(value)} is no value of ${range}`
  }

  private reference(value: unknown, range: string, at: string): void {
    if (isRecord(value)) {
      // `{"@id": …}` alone is a reference written out.
      const id = idOf(value)
      if (id !== undefined && Object.keys(value).length === 1) this.reference(id, range, at)
      else this.object(value, at, range)
      return
    }
    if (typeof value !== 'string') return this.errors.add(at, `must be ${range} or a reference to one`)
    // License ids and the terms of the model are published outside of any document.
    if (/^https:\/\/spdx\.org\/(?:licenses|rdf)\//.test(value)) return
    if (!this.known.has(value) && !this.imported.has(value)) {
      if (this.mustBeHere(value)) this.errors.add(at, `${quoted(value)} is not in the document, nor imported`)
      return
    }
    const type = this.known.get(value)
    if (type !== undefined && schemaOf(type) !== undefined && !isSubclass(type, range))
      this.errors.add(at, `${quoted(value)} is ${type}, where ${range} must stand`)
  }

  /**
   * Elements may be described elsewhere, as in the examples of the specification. Blank nodes cannot, what is no identifier
   * is described nowhere, and of its own namespace a whole document tells everything.
   */
  private mustBeHere(id: string): boolean {
    return id.startsWith('_:') || !/^[A-Za-z][\w+.-]*:./.test(id) || this.namespaces.has(namespaceOf(id))
  }

  private together(object: Foreign, type: string, at: string): void {
    if (isSubclass(type, 'Relationship')) {
      const to = Array.isArray(object['to']) ? (object['to'] as readonly unknown[]) : []
      if (to.length > 1 && to.some((id) => typeof id === 'string' && /(?:^|\/)NoneElement$/.test(id)))
        this.errors.add(below(at, 'to'), 'NoneElement must stand alone')
    }
    const fault = identifierFault(object, type)
    if (fault !== undefined) this.errors.add(below(at, fault.key), fault.message)
  }
}

function typeOf(object: Foreign): string | undefined {
  const type = object['type'] ?? object['@type']
  return typeof type === 'string' ? type : undefined
}

function idOf(object: Foreign): string | undefined {
  const id = object['spdxId'] ?? object['@id']
  return typeof id === 'string' ? id : undefined
}

function namespaceOf(id: string): string {
  return id.slice(0, Math.max(id.lastIndexOf('#'), id.lastIndexOf('/'), id.indexOf(':')) + 1)
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0)
}

function placeOf(at: string, key: string, value: unknown, index: number): string {
  return Array.isArray(value) ? below(below(at, key), index) : below(at, key)
}
