/**
 * Checks the Protocol Buffers text form of CycloneDX 1.3–1.7 for its syntax, its version, the fields that must be there and
 * the rules that its definition leaves to prose. No definition of its messages is at hand, so unknown fields pass.
 */

import type { SourceFile } from '#inventory/reader.ts'
import { lastText, messagesOf, parseTextFormat, type Message } from '#inventory/text-format.ts'
import { BomReferences, checkComponentPurl } from './cyclonedx-rules.ts'
import { addIssues } from './reading-errors.ts'
import { ErrorList, quoted, type Validation } from './validation.ts'

const versions = new Set(['1.3', '1.4', '1.5', '1.6', '1.7'])

/** Fields that a message in a field of this name must have. */
const required: Readonly<Record<string, readonly string[]>> = {
  components: ['type', 'name'],
  component: ['type', 'name'],
  services: ['name'],
  hashes: ['alg', 'value'],
  properties: ['name'],
  external_references: ['type', 'url'],
  dependencies: ['ref'],
}

export function validateCycloneDxTextproto(file: SourceFile): Validation {
  const errors = new ErrorList()
  const { root, issues } = parseTextFormat(file.text())
  addIssues(issues, errors)
  if (!errors.isEmpty) return errors.finish()
  const version = lastText(root, 'spec_version') ?? ''
  if (!versions.has(version)) errors.add('', `${quoted(version)} is no version of CycloneDX Protocol Buffers`)
  const references = new BomReferences(errors)
  const open: { readonly message: Message; readonly field: string }[] = [{ message: root, field: '' }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { message, field } = next
    const reference = lastText(message, 'bom_ref')
    if (reference !== undefined && field !== 'formulation') references.add(reference, () => lineOf(message))
    const purl = lastText(message, 'purl')
    if (purl !== undefined) checkComponentPurl(purl, () => lineOf(message), errors)
    for (const name of (Object.hasOwn(required, field) ? required[field] : undefined) ?? [])
      if (lastText(message, name) === undefined) errors.add(lineOf(message), `field ${quoted(name)} is missing`)
    if (field === 'citations') checkCitation(message, errors)
    for (const [name, values] of [...message.fields].toReversed())
      for (const value of values.toReversed()) if (typeof value !== 'string') open.push({ message: value, field: name })
  }
  return errors.finish()
}

/** A citation says what it is about by pointers or by expressions, and who or what it is attributed to. */
function checkCitation(citation: Message, errors: ErrorList): void {
  const hasPointers = messagesOf(citation, 'pointers').length > 0
  const hasExpressions = messagesOf(citation, 'expressions').length > 0
  if (hasPointers === hasExpressions) errors.add(lineOf(citation), 'must have either pointers or expressions')
  if (lastText(citation, 'attributed_to') === undefined && lastText(citation, 'process') === undefined)
    errors.add(lineOf(citation), 'field "attributed_to" or "process" is missing')
}

function lineOf({ at }: Message): string {
  return at.replace(/-\d+$/, '')
}
