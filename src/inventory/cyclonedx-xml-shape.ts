/** Turns the elements of CycloneDX XML into the shape of its JSON. */

import { xmlComponentFacts, xmlCompositionFacts, xmlMetadataFacts } from './quality/cyclonedx-xml-facts.ts'
import type { SourceFile } from './reader.ts'
import type { ShapedDocument } from './shaped-document.ts'
import { childOf, childrenOf, childText, parseXmlTree, type XmlElement } from './xml-tree.ts'

type Shape = Record<string, unknown>

export function shapeCycloneDxXml(reader: string, file: SourceFile): ShapedDocument {
  const { root, issues, tooDeep } = parseXmlTree(file.text())
  const shaping = new Shaping()
  return {
    reader,
    document: shaping.bom(root),
    isWhole: true,
    prefix: '',
    issues,
    unreachable: tooDeep
      .filter(({ name }) => name === 'component')
      .map(({ at }) => ({ where: at, code: 'too-deep' as const })),
    placeOf: (element, pointer) => shaping.origins.get(element)?.at ?? pointer,
    isCutOff: (element) => shaping.origins.get(element)?.isCutOff === true,
  }
}

class Shaping {
  /** The XML element that each shaped object was made from. */
  readonly origins = new Map<object, XmlElement>()

  bom(root: XmlElement | undefined): Shape {
    const metadata = childOf(root, 'metadata')
    const component = childOf(metadata, 'component')
    return {
      specVersion: root === undefined ? undefined : versionOf(root),
      serialNumber: root?.attributes['serialNumber'],
      metadata: {
        ...xmlMetadataFacts(metadata),
        ...(component === undefined ? {} : { component: this.component(component) }),
      },
      components: this.components(root),
      services: this.services(root),
      vulnerabilities: childrenOf(childOf(root, 'vulnerabilities'), 'vulnerability').map(refOnly),
      compositions: childrenOf(childOf(root, 'compositions'), 'composition').map((element) => {
        return { ...refOnly(element), ...xmlCompositionFacts(element) }
      }),
      dependencies: childOf(root, 'dependencies')?.children.flatMap((dependency) => this.dependency(dependency)),
    }
  }

  private components(parent: XmlElement | undefined): Shape[] | undefined {
    const list = childOf(parent, 'components')
    return list === undefined ? undefined : childrenOf(list, 'component').map((element) => this.component(element))
  }

  private component(element: XmlElement): Shape {
    return this.made(element, {
      ...refOnly(element),
      type: element.attributes['type'],
      group: childText(element, 'group'),
      name: childText(element, 'name'),
      version: childText(element, 'version'),
      scope: childText(element, 'scope'),
      purl: childText(element, 'purl'),
      publisher: childText(element, 'publisher'),
      ...xmlComponentFacts(element),
      hashes: childOf(element, 'hashes')?.children.map(({ attributes, text }) => ({
        alg: attributes['alg'],
        content: text,
      })),
      licenses: licenses(element),
      evidence: { licenses: licenses(childOf(element, 'evidence')) },
      components: this.components(element),
    })
  }

  private services(parent: XmlElement | undefined): Shape[] {
    return childrenOf(childOf(parent, 'services'), 'service').map((element) => {
      return { ...refOnly(element), services: this.services(element) }
    })
  }

  /** The extension for 1.1 nests dependencies; later versions list those of one entry only. */
  private dependency(element: XmlElement): Shape[] {
    const used = childrenOf(element, 'dependency')
    const shape = { ref: element.attributes['ref'], dependsOn: used.map(({ attributes }) => attributes['ref']) }
    return [
      this.made(element, shape),
      ...used.filter(({ children }) => children.length > 0).flatMap((inner) => this.dependency(inner)),
    ]
  }

  private made(element: XmlElement, shape: Shape): Shape {
    this.origins.set(shape, element)
    return shape
  }
}

function refOnly({ attributes }: XmlElement): Shape {
  return { 'bom-ref': attributes['bom-ref'] }
}

function licenses(parent: XmlElement | undefined): Shape[] | undefined {
  return childOf(parent, 'licenses')?.children.map((choice) => {
    const acknowledgement = choice.attributes['acknowledgement']
    if (choice.name === 'expression') return { expression: choice.text, acknowledgement }
    // 1.7 wraps an expression that comes with details.
    const expression = choice.attributes['expression']
    if (expression !== undefined) return { expression, acknowledgement }
    const license = {
      id: childText(choice, 'id'),
      name: childText(choice, 'name'),
      url: childText(choice, 'url'),
      acknowledgement,
    }
    return { license }
  })
}

const namespace = 'http://cyclonedx.org/schema/bom/'

function versionOf({ attributes }: XmlElement): string | undefined {
  const declared = Object.entries(attributes).find(
    ([key, value]) => key.startsWith('xmlns') && value.startsWith(namespace),
  )
  return declared?.[1].slice(namespace.length)
}
