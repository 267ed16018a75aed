/** What CycloneDX XML says beyond the identity of its components, in the shape of the JSON. */

import { childOf, childrenOf, childText, type XmlElement } from '#inventory/xml-tree.ts'

type Shape = Record<string, unknown>

/** `metadata` without the described component. */
export function xmlMetadataFacts(metadata: XmlElement | undefined): Shape {
  const tools = childOf(metadata, 'tools')
  const components = childOf(tools, 'components')
  return {
    timestamp: childText(metadata, 'timestamp'),
    authors: childrenOf(childOf(metadata, 'authors'), 'author').map(contact),
    tools:
      components === undefined
        ? childrenOf(tools, 'tool').map(nameAndVersion)
        : { components: childrenOf(components, 'component').map(nameAndVersion) },
    supplier: organization(childOf(metadata, 'supplier')),
    manufacturer: organization(childOf(metadata, 'manufacturer')),
    manufacture: organization(childOf(metadata, 'manufacture')),
    lifecycles: childrenOf(childOf(metadata, 'lifecycles'), 'lifecycle').map((lifecycle) => {
      return { phase: childText(lifecycle, 'phase'), name: childText(lifecycle, 'name') }
    }),
    licenses: childOf(metadata, 'licenses')?.children.map((choice) => {
      if (choice.name === 'expression') return { expression: choice.text }
      return { license: { id: childText(choice, 'id'), name: childText(choice, 'name') } }
    }),
  }
}

export function xmlComponentFacts(element: XmlElement): Shape {
  const swid = childOf(element, 'swid')
  return {
    supplier: organization(childOf(element, 'supplier')),
    manufacturer: organization(childOf(element, 'manufacturer')),
    author: childText(element, 'author'),
    authors: childrenOf(childOf(element, 'authors'), 'author').map(contact),
    cpe: childText(element, 'cpe'),
    swid: swid === undefined ? undefined : { tagId: swid.attributes['tagId'] },
    swhid: childrenOf(element, 'swhid').map(({ text }) => text),
    omniborId: childrenOf(element, 'omniborId').map(({ text }) => text),
    properties: childrenOf(childOf(element, 'properties'), 'property').map(({ attributes, text }) => {
      return { name: attributes['name'], value: text }
    }),
    externalReferences: childOf(element, 'externalReferences')?.children.map((reference) => {
      return {
        type: reference.attributes['type'],
        url: childText(reference, 'url'),
        hashes: childOf(reference, 'hashes')?.children.map(({ attributes, text }) => {
          return { alg: attributes['alg'], content: text }
        }),
      }
    }),
  }
}

export function xmlCompositionFacts(element: XmlElement): Shape {
  const refs = (list: string): unknown[] =>
    childOf(element, list)?.children.map(({ attributes }) => attributes['ref']) ?? []
  return {
    aggregate: childText(element, 'aggregate'),
    assemblies: refs('assemblies'),
    dependencies: refs('dependencies'),
    vulnerabilities: refs('vulnerabilities'),
  }
}

function organization(element: XmlElement | undefined): Shape | undefined {
  if (element === undefined) return undefined
  return {
    name: childText(element, 'name'),
    url: childrenOf(element, 'url').map(({ text }) => text),
    contact: childrenOf(element, 'contact').map(contact),
  }
}

function contact(element: XmlElement): Shape {
  return {
    name: childText(element, 'name'),
    email: childText(element, 'email'),
    phone: childText(element, 'phone'),
  }
}

function nameAndVersion(element: XmlElement): Shape {
  return { name: childText(element, 'name'), version: childText(element, 'version') }
}
