/** Checks SPDX 2 in YAML. */

import { isNode, LineCounter, parseDocument, type Document, type Node } from 'yaml'
import { isRecord } from '#inventory/foreign.ts'
import type { SourceFile } from '#inventory/reader.ts'
import { hasCollectionAsKey } from '#inventory/text/yaml-keys.ts'
import { isTooDeep } from './bounded-walk.ts'
import { checkSpdx2 } from './spdx2-rules.ts'
import { ErrorList, type Validation } from './validation.ts'

/** YAML is parsed at a hundredth of the speed of JSON; a larger file would hold up everything else for minutes. */
const longestText = 32 * 1024 * 1024

export function validateSpdx2Yaml(file: SourceFile): Validation {
  const errors = new ErrorList()
  const text = file.text()
  if (text.length > longestText) {
    errors.add('', 'the document is too large to be checked')
    return errors.finish()
  }
  const lines = new LineCounter()
  // All scalars as they are written: a version 1.10 is not the number 1.1.
  const yaml = parseDocument(text, { schema: 'failsafe', logLevel: 'silent', lineCounter: lines })
  for (const { message, pos } of yaml.errors) errors.add(`line ${lines.linePos(pos[0]).line}`, firstLine(message))
  // Keys of keys are written out as text once for each level.
  if (hasCollectionAsKey(yaml)) errors.add('line 1', 'a key must be a text')
  if (!errors.isEmpty) return errors.finish()
  const document: unknown = yaml.toJS({ maxAliasCount: 100 })
  if (!isRecord(document)) errors.add('line 1', 'must be a record')
  else if (isTooDeep(document)) errors.add('line 1', 'the document is nested too deep')
  else checkSpdx2({ document, isUntyped: true, whereOf: (pointer) => lineOf(yaml, pointer, lines) }, errors)
  return errors.finish()
}

function firstLine(message: string): string {
  return (message.split('\n', 1)[0] ?? '').replace(/ at line \d+.*$/, '')
}

/** The line of the value at a pointer, or of the innermost one that is there. */
function lineOf(yaml: Document.Parsed, pointer: string, lines: LineCounter): string {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  for (let length = keys.length; length > 0; length -= 1) {
    const found: unknown = yaml.getIn(keys.slice(0, length), true)
    const range = isNode(found) ? (found as Node).range : undefined
    if (range) return `line ${lines.linePos(range[0]).line}`
  }
  return 'line 1'
}
