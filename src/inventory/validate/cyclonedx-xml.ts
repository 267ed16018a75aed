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
import { xmlRoot, type XmlRoot } from './xml-root.ts'

const dependencyGraph = 'http://cyclonedx.org/schema/ext/dependency-graph/'

/**
 * The XML schema that a document has to follow; undefined when it names none, and when its document type declares entities,
 * so that it must not be given to a schema checker.
 */
export function xmlSchemasOf(file: SourceFile, schemas: Schemas): XmlSchemas | undefined {
  const root = xmlRoot(file.text())
  const version = root?.hasDeclarations === false ? versionOf(root) : undefined
  const found = version === undefined ? undefined : schemas.cycloneDxXml(version)
  if (found === undefined) return undefined
  // The check that bom-ref is unique takes more time than all others together; it is made here, see `rules`.
  return { ...found, main: found.main.replaceAll(/<xs:unique\b[^]*?<\/xs:unique>/g, '') }
}

/** Everything but the XML schema. */
export function validateCycloneDxXml(file: SourceFile, schemas: Schemas): Validation {
  const errors = new ErrorList()
  const beginning = xmlRoot(file.text())
  if (beginning?.hasDeclarations === true) {
    errors.add('line 1', 'the document type has declarations, which are not followed')
    return errors.finish()
  }
  const version = beginning === undefined ? undefined : versionOf(beginning)
  if (beginning !== undefined && (version === undefined || schemas.cycloneDxXml(version) === undefined)) {
    errors.add('', `${quoted(namespaceOf(beginning) ?? '')} is no namespace of a CycloneDX version`)
    return errors.finish()
  }
  const { root, issues } = parseXmlTree(file.text())
  addIssues(issues, errors)
  if (root !== undefined && errors.isEmpty) rules(root, errors)
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

function versionOf(root: XmlRoot): string | undefined {
  return /^http:\/\/cyclonedx\.org\/schema\/bom\/(\d+\.\d+)$/.exec(namespaceOf(root) ?? '')?.[1]
}

/** The namespace that the root's own name is in. */
function namespaceOf({ name, attributes }: XmlRoot): string | undefined {
  const colon = name.indexOf(':')
  return attributes[colon === -1 ? 'xmlns' : `xmlns:${name.slice(0, colon)}`]
}
