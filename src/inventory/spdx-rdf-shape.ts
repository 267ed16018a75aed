/** Turns SPDX RDF/XML into the shape of its JSON. Source: the SPDX RDF terms, versions 1.1 to 2.3. */

import type { SourceFile } from './reader.ts'
import type { ShapedDocument } from './shaped-document.ts'
import { parseXmlTree, type XmlElement } from './xml-tree.ts'

type Shape = Record<string, unknown>

/** What is said about one thing, wherever in the file it is said. */
type Resource = { readonly id: string; type: string; readonly values: Map<string, Value[]>; element: XmlElement }
/** The address of a resource, or text. */
type Value = { readonly id?: string; readonly text?: string }

const deepestLicense = 50
/** Members of one license statement; sets that share members would otherwise multiply. */
const mostMembers = 1000

export function shapeSpdxRdf(reader: string, file: SourceFile): ShapedDocument {
  const { root, issues, tooDeep } = parseXmlTree(file.text())
  const graph = new Graph()
  for (const element of root?.children ?? []) graph.describe(element)
  const origins = new Map<object, XmlElement>()
  return {
    reader,
    document: documentShape(graph, origins),
    prefix: '',
    issues,
    unreachable: tooDeep
      .filter(({ name }) => name === 'Package')
      .map(({ at }) => ({ where: at, code: 'too-deep' as const })),
    placeOf: (element, pointer) => origins.get(element)?.at ?? pointer,
    isCutOff: (element) => origins.get(element)?.isCutOff === true,
  }
}

class Graph {
  readonly resources = new Map<string, Resource>()
  private nextAnonymous = 0

  /** Reads an element that stands for a resource; its children are properties, theirs are values. */
  describe(element: XmlElement): string {
    const { about, nodeID, ID } = element.attributes
    const id =
      about ?? (nodeID === undefined ? undefined : `_:${nodeID}`) ?? ID ?? `_:anonymous ${(this.nextAnonymous += 1)}`
    let resource = this.resources.get(id)
    if (resource === undefined) {
      resource = { id, type: '', values: new Map(), element }
      this.resources.set(id, resource)
    }
    if (element.name !== 'Description' && resource.type === '') Object.assign(resource, { type: element.name, element })
    for (const property of element.children) this.property(resource, property)
    return id
  }

  private property(resource: Resource, property: XmlElement): void {
    const { resource: target, nodeID } = property.attributes
    if (property.name === 'type' && target !== undefined && resource.type === '') resource.type = fragmentOf(target)
    const values = resource.values.get(property.name) ?? []
    resource.values.set(property.name, values)
    if (target !== undefined) values.push({ id: target })
    else if (nodeID !== undefined) values.push({ id: `_:${nodeID}` })
    else if (property.children.length > 0)
      for (const inner of property.children) values.push({ id: this.describe(inner) })
    else values.push({ text: property.text })
  }

  all(resource: Resource | undefined, property: string): readonly Value[] {
    return resource?.values.get(property) ?? []
  }

  /** The resources that a property leads to. */
  targets(resource: Resource, property: string): readonly Resource[] {
    return this.all(resource, property).flatMap(({ id }) => {
      const target = id === undefined ? undefined : this.resources.get(id)
      return target === undefined ? [] : [target]
    })
  }

  /** The text of a property, or the fragment of the address it names. */
  text(resource: Resource, property: string): string | undefined {
    const [value] = this.all(resource, property)
    if (value === undefined) return undefined
    return value.text ?? statementOf(fragmentOf(value.id ?? ''))
  }
}

function documentShape(graph: Graph, origins: Map<object, XmlElement>): Shape {
  const resources = [...graph.resources.values()]
  const document = resources.find(({ type }) => type === 'SpdxDocument')
  const packages = resources.filter(({ type }) => type === 'Package')
  const licenses = new Licenses(graph)
  return {
    spdxVersion: document === undefined ? undefined : graph.text(document, 'specVersion'),
    SPDXID: document === undefined ? undefined : fragmentOf(document.id),
    documentDescribes: graph.all(document, 'describesPackage').map(({ id }) => fragmentOf(id ?? '')),
    packages: packages.map((resource) => {
      const shape = packageShape(graph, licenses, resource)
      origins.set(shape, resource.element)
      return shape
    }),
    files: resources
      .filter(({ type }) => type === 'File' || type === 'Snippet')
      .map(({ id }) => ({ SPDXID: fragmentOf(id) })),
    relationships: resources.flatMap((resource) => {
      return graph.targets(resource, 'relationship').map((relationship) => {
        const shape = {
          spdxElementId: fragmentOf(resource.id),
          relationshipType: relationshipType(graph.text(relationship, 'relationshipType')),
          relatedSpdxElement: graph.text(relationship, 'relatedSpdxElement'),
        }
        origins.set(shape, relationship.element)
        return shape
      })
    }),
  }
}

function packageShape(graph: Graph, licenses: Licenses, resource: Resource): Shape {
  return {
    SPDXID: resource.id.startsWith('_:') ? undefined : fragmentOf(resource.id),
    name: graph.text(resource, 'name'),
    versionInfo: graph.text(resource, 'versionInfo'),
    supplier: graph.text(resource, 'supplier'),
    downloadLocation: graph.all(resource, 'downloadLocation')[0]?.text,
    primaryPackagePurpose: graph
      .text(resource, 'primaryPackagePurpose')
      ?.replace(/^purpose_/, '')
      .toUpperCase(),
    licenseDeclared: licenses.of(resource, 'licenseDeclared')[0],
    licenseConcluded: licenses.of(resource, 'licenseConcluded')[0],
    licenseInfoFromFiles: licenses.of(resource, 'licenseInfoFromFiles'),
    checksums: graph.targets(resource, 'checksum').map((checksum) => {
      const algorithm = graph.text(checksum, 'algorithm')?.replace(/^checksumAlgorithm_/, '')
      return { algorithm, checksumValue: graph.text(checksum, 'checksumValue') }
    }),
    externalRefs: graph.targets(resource, 'externalRef').map((reference) => {
      return {
        referenceType: graph.text(reference, 'referenceType'),
        referenceLocator: graph.text(reference, 'referenceLocator'),
      }
    }),
  }
}

/** License resources as expressions. */
class Licenses {
  private readonly graph: Graph
  private budget = 0

  constructor(graph: Graph) {
    this.graph = graph
  }

  of(resource: Resource, property: string): readonly string[] {
    return this.graph.all(resource, property).flatMap((value) => {
      this.budget = mostMembers
      return this.expression(value, 0) ?? []
    })
  }

  private expression({ id, text }: Value, depth: number): string | undefined {
    if (text !== undefined) return text === '' ? undefined : text
    this.budget -= 1
    if (id === undefined || depth > deepestLicense || this.budget < 0) return undefined
    const resource = this.graph.resources.get(id)
    const members = (): (string | undefined)[] =>
      this.graph.all(resource, 'member').map((member) => this.expression(member, depth + 1))
    if (resource?.type === 'ConjunctiveLicenseSet') return joined(members(), ' AND ')
    if (resource?.type === 'DisjunctiveLicenseSet') return joined(members(), ' OR ')
    if (resource?.type === 'OrLaterOperator') return suffixed(members()[0], '+')
    if (resource?.type === 'WithExceptionOperator') {
      const [exception] = this.graph.targets(resource, 'licenseException')
      const name = exception === undefined ? undefined : this.graph.text(exception, 'licenseExceptionId')
      return suffixed(members()[0], name === undefined ? '' : ` WITH ${name}`)
    }
    const licenseId = resource === undefined ? undefined : this.graph.text(resource, 'licenseId')
    return licenseId ?? statementOf(fragmentOf(id))
  }
}

function joined(texts: readonly (string | undefined)[], operator: string): string | undefined {
  if (texts.length === 0 || texts.includes(undefined)) return undefined
  return texts.length === 1 ? texts[0] : texts.map((text) => `(${text})`).join(operator)
}

function suffixed(text: string | undefined, suffix: string): string | undefined {
  return text === undefined ? undefined : text + suffix
}

/** What follows `#`, or the last segment of an address without one. */
function fragmentOf(address: string): string {
  const hash = address.lastIndexOf('#')
  return hash === -1 ? address.slice(address.lastIndexOf('/') + 1) : address.slice(hash + 1)
}

/** The two individuals of the terms as the JSON writes them. */
function statementOf(fragment: string): string {
  return fragment === 'noassertion' ? 'NOASSERTION' : fragment === 'none' ? 'NONE' : fragment
}

/** `relationshipType_dependsOn` is `DEPENDS_ON` elsewhere. */
function relationshipType(text: string | undefined): string | undefined {
  return text
    ?.replace(/^relationshipType_/, '')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toUpperCase()
}
