/** Turns SPDX 2 XML, whose elements are named after the fields of the JSON, into the shape of that JSON. */

import type { SourceFile } from './reader.ts'
import type { ShapedDocument } from './shaped-document.ts'
import { parseXmlTree, type XmlElement } from './xml-tree.ts'

type Shape = Record<string, unknown>

/** Fields that are lists in JSON; in XML each entry is an element of its own. */
const lists: ReadonlySet<string> = new Set([
  'packages',
  'files',
  'snippets',
  'relationships',
  'documentDescribes',
  'checksums',
  'externalRefs',
  'licenseInfoFromFiles',
  'creators',
])

export function shapeSpdxXml(reader: string, file: SourceFile): ShapedDocument {
  const { root, issues, tooDeep } = parseXmlTree(file.text())
  const origins = new Map<object, XmlElement>()
  return {
    reader,
    document: root === undefined ? {} : shape(root, origins),
    isWhole: true,
    prefix: '',
    issues,
    unreachable: tooDeep
      .filter(({ name }) => name === 'packages')
      .map(({ at }) => ({ where: at, code: 'too-deep' as const })),
    placeOf: (element, pointer) => origins.get(element)?.at ?? pointer,
    isCutOff: (element) => origins.get(element)?.isCutOff === true,
  }
}

function shape(element: XmlElement, origins: Map<object, XmlElement>): Shape {
  const result: Shape = {}
  origins.set(result, element)
  for (const child of element.children) {
    const value = child.children.length === 0 ? child.text : shape(child, origins)
    const known = result[child.name]
    if (!lists.has(child.name)) result[child.name] = value
    else if (Array.isArray(known)) known.push(value)
    else result[child.name] = [value]
  }
  return result
}
