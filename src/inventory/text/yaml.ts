/** YAML of lockfiles: the regular part by our own quick reading, everything else by the whole parser, with limits. */

import { parseDocument } from 'yaml'
import { parseBlockYaml } from './block-yaml.ts'
import { lineOf } from './json.ts'
import { hasCollectionAsKey } from './yaml-keys.ts'

export type ParsedYaml = {
  readonly value: unknown
  /** The line of the first error; what `value` holds then is what could be read around it. */
  readonly errorLine: number | null
}

// Above this the whole parser takes seconds and hundreds of megabytes; no tool writes irregular lockfiles that large.
const largestIrregular = 512 * 1024

/** Parses the first document. All scalars are strings, whichever way they were read. */
export function parseYaml(text: string): ParsedYaml {
  const regular = parseBlockYaml(text)
  if (regular.irregularLine === null) return { value: regular.value, errorLine: null }
  if (text.length <= largestIrregular) {
    const whole = parseWhole(text)
    if (whole.errorLine === null) return whole
    return { value: parseBlockYaml(text, true).value, errorLine: whole.errorLine }
  }
  const lenient = parseBlockYaml(text, true)
  return { value: lenient.value, errorLine: lenient.irregularLine }
}

function parseWhole(text: string): ParsedYaml {
  try {
    const document = parseDocument(text, { schema: 'failsafe', strict: false, logLevel: 'silent', uniqueKeys: false })
    const [error] = document.errors
    // A second document is not an error of the first.
    if (error !== undefined && error.code !== 'MULTIPLE_DOCS')
      return { value: undefined, errorLine: lineOf(text, error.pos[0]) }
    if (hasCollectionAsKey(document)) return { value: undefined, errorLine: 1 }
    return { value: document.toJS({ maxAliasCount: 100 }), errorLine: null }
  } catch {
    // Too many aliases, or nesting deeper than the stack: refused as a whole.
    return { value: undefined, errorLine: 1 }
  }
}

/**
 * The line, from 1, of each key at an indentation below a top-level section (`packages`), by the key without quotes.
 * A cheap look at the text alone; the first of equal keys counts.
 */
export function sectionKeyLines(text: string, section: string, indent: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const entry = new RegExp(`^ {${indent}}(?:"([^"]+)"|'([^']+)'|([^\\s'"#][^#]*?)):(?:\\s|$)`)
  let inside = section === ''
  for (const [index, line] of text.split('\n').entries()) {
    const first = line.charCodeAt(0)
    if (section !== '' && first !== 0x20 && first !== 0x23 && first !== 0x0d && line !== '')
      inside = line.startsWith(`${section}:`)
    const key = inside && line.charCodeAt(indent) !== 0x20 ? entry.exec(line) : null
    const name = key?.[1] ?? key?.[2] ?? key?.[3]
    if (name !== undefined && !found.has(name)) found.set(name, index + 1)
  }
  return found
}

/**
 * The lines of each entry of a section, by its key: from the key to the line of the named field, so that the text there
 * holds both. Section `''` means the top level.
 */
export function sectionEntryLines(
  text: string,
  section: string,
  indent: number,
  field: string,
): ReadonlyMap<string, { readonly first: number; readonly last: number }> {
  const starts = sectionKeyLines(text, section, indent)
  const rows = text.split('\n')
  const found = new Map<string, { first: number; last: number }>()
  for (const [key, first] of starts) {
    let last = first
    for (let row = first; row < rows.length; row++) {
      const line = rows[row] ?? ''
      const content = line.trimStart()
      if (content !== '' && line.length - content.length <= indent) break
      if (content.startsWith(`${field}:`)) {
        last = row + 1
        break
      }
    }
    found.set(key, { first, last })
  }
  return found
}
