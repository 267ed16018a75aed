/**
 * Checks CycloneDX XML 1.0–1.7: which XML schema applies, and the rules that it does not state. The schema itself is
 * checked outside, by a program that runs in a thread of its own.
 */

import type { SourceFile } from '#inventory/reader.ts'
import { parseXmlTree, type XmlElement } from '#inventory/xml-tree.ts'
import { BomReferences, checkComponentPurl } from './cyclonedx-rules.ts'
import { addIssues } from './reading-errors.ts'
import type { Schemas, XmlSchemas } from './schemas.ts'
import { ErrorList, quoted, type Validation } from './validation.ts'

const dependencyGraph = 'http://cyclonedx.org/schema/ext/dependency-graph/'

/**
 * The XML schema that a document has to follow; undefined when there is none, or when the document must not be given to a
 * schema checker: it does not parse, is nested too deep or declares entities.
 */
export function xmlSchemasOf(file: SourceFile, schemas: Schemas): XmlSchemas | undefined {
  if (declaresEntities(file.text())) return undefined
  const { root, issues } = parseXmlTree(file.text())
  const version = issues.length === 0 ? versionOf(root) : undefined
  const found = version === undefined ? undefined : schemas.cycloneDxXml(version)
  if (found === undefined) return undefined
  // The check that bom-ref is unique takes more time than all others together; it is made here, see `rules`.
  return { ...found, main: found.main.replaceAll(/<xs:unique\b[^]*?<\/xs:unique>/g, '') }
}

/** Everything but the XML schema. */
export function validateCycloneDxXml(file: SourceFile, schemas: Schemas): Validation {
  const errors = new ErrorList()
  const text = file.text()
  if (declaresEntities(text)) {
    errors.add('line 1', 'the document type declares entities, which are not expanded')
    return errors.finish()
  }
  const { root, issues } = parseXmlTree(text)
  addIssues(issues, errors)
  if (root === undefined || !errors.isEmpty) return errors.finish()
  const version = versionOf(root)
  if (version === undefined || schemas.cycloneDxXml(version) === undefined) {
    errors.add(root.at, `${quoted(namespaceOf(root) ?? '')} is no namespace of a CycloneDX version`)
    return errors.finish()
  }
  rules(root, errors)
  return errors.finish()
}

function rules(root: XmlElement, errors: ErrorList): void {
  const references = new BomReferences(errors)
  const graphPrefixes = Object.values(root.attributes).some((value) => value.startsWith(dependencyGraph))
  const open: { readonly element: XmlElement; readonly isGraph: boolean }[] = [{ element: root, isGraph: false }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { element, isGraph } = next
    const reference = element.attributes['bom-ref']
    if (reference !== undefined) references.add(reference, () => lineOf(element))
    if (element.name === 'purl' && element.text !== '') checkComponentPurl(element.text, () => lineOf(element), errors)
    // The extension's own schema is not at hand: its one rule is that every dependency names what depends.
    if (isGraph && element.name === 'dependency' && element.attributes['ref'] === undefined)
      errors.add(lineOf(element), 'attribute "ref" is missing')
    const isInside = isGraph || (graphPrefixes && element.name === 'dependencies')
    for (const child of element.children.toReversed()) open.push({ element: child, isGraph: isInside })
  }
}

/** `line 3-9` is where an element stands; an error of it is told where it begins. */
function lineOf({ at }: XmlElement): string {
  return at.replace(/-\d+$/, '')
}

function versionOf(root: XmlElement | undefined): string | undefined {
  return /^http:\/\/cyclonedx\.org\/schema\/bom\/(\d+\.\d+)$/.exec(namespaceOf(root) ?? '')?.[1]
}

function namespaceOf(root: XmlElement | undefined): string | undefined {
  return Object.entries(root?.attributes ?? {}).find(
    ([key, value]) => key.startsWith('xmlns') && value.startsWith('http://cyclonedx.org/schema/bom/'),
  )?.[1]
}

/** Whether a document type before the root has declarations of its own. */
function declaresEntities(text: string): boolean {
  const type = /<!DOCTYPE\b[^[>]*\[/.exec(text)
  return type !== null && text.includes('<!ENTITY', type.index)
}
