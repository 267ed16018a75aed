/** Turns SPDX 2 YAML into the shape of its JSON, with the lines of packages and relationships. */

import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml'
import { issue, type Issue } from '#domain/issue.ts'
import { isRecord } from './foreign.ts'
import type { SourceFile } from './reader.ts'
import type { ShapedDocument } from './shaped-document.ts'
import { hasCollectionAsKey } from './text/yaml-keys.ts'

/** YAML is parsed at a hundredth of the speed of JSON; a larger file would hold up everything else for minutes. */
const largestText = 32 * 1024 * 1024

export function shapeSpdxYaml(reader: string, file: SourceFile): ShapedDocument {
  const places = new Map<object, string>()
  const { value, issues } = read(file.text(), places)
  return {
    reader,
    document: isRecord(value) ? value : {},
    isWhole: true,
    prefix: '',
    issues,
    unreachable: [],
    placeOf: (element, pointer) => places.get(element) ?? pointer,
    isCutOff: () => false,
  }
}

function read(
  text: string,
  places: Map<object, string>,
): { readonly value: unknown; readonly issues: readonly Issue[] } {
  if (text.length > largestText) return { value: undefined, issues: [issue('too-large', '')] }
  const lines = new LineCounter()
  try {
    // All scalars as they are written: a version 1.10 is not the number 1.1.
    const document = parseDocument(text, {
      schema: 'failsafe',
      strict: false,
      uniqueKeys: false,
      logLevel: 'silent',
      lineCounter: lines,
    })
    const issues = document.errors.slice(0, 1).map(({ code, pos }) => {
      return issue(code === 'MULTIPLE_DOCS' ? 'trailing-data' : 'not-yaml', `line ${lines.linePos(pos[0]).line}`)
    })
    if (hasCollectionAsKey(document)) return { value: undefined, issues: [issue('not-yaml', 'line 1')] }
    const root = document.contents
    const shape: Record<string, unknown> = {}
    if (isMap(root)) {
      for (const { key, value } of root.items) {
        if (!isScalar(key)) continue
        const plain: unknown = (value as Node | null)?.toJS(document, { maxAliasCount: 100 })
        shape[String(key.value)] = plain
        if (!isSeq(value) || !Array.isArray(plain)) continue
        for (const [index, item] of value.items.entries()) {
          const made: unknown = plain[index]
          const range = (item as Node).range
          if (range && isRecord(made)) places.set(made, linesOf(lines, range[0], range[1]))
        }
      }
    }
    return { value: shape, issues }
  } catch {
    // Nesting beyond the stack, or aliases that multiply.
    return { value: undefined, issues: [issue('not-yaml', 'line 1')] }
  }
}

function linesOf(lines: LineCounter, start: number, end: number): string {
  const first = lines.linePos(start).line
  const last = lines.linePos(Math.max(start, end - 1)).line
  return first === last ? `line ${first}` : `line ${first}-${last}`
}
