/** TOML, with the lines that its tables stand on and what can be saved of a file that breaks in the middle. */

import { parse, TomlError } from 'smol-toml'
import { lines } from './place.ts'
import type { UnknownRecord } from './values.ts'

export type ParsedToml = {
  readonly value: UnknownRecord
  /** The line of the first error; what `value` holds then stood before it. */
  readonly errorLine: number | null
}

/** Parses TOML. Where it breaks, the tables complete before the line of the error are kept. */
export function parseToml(text: string): ParsedToml {
  const whole = attempt(text)
  if (!('line' in whole)) return { value: whole.value, errorLine: null }
  const cut = startOfTable(text, whole.line)
  const rest = attempt(text.slice(0, cut))
  return { value: 'line' in rest ? {} : rest.value, errorLine: whole.line }
}

function attempt(text: string): { value: UnknownRecord } | { line: number } {
  try {
    return { value: parse(text) }
  } catch (error) {
    // Anything but a TomlError is the parser running out of stack on absurd nesting, and has no place of its own.
    return { line: error instanceof TomlError ? error.line : 1 }
  }
}

/** The offset of the last table header at the start of a line, on or before a line. */
function startOfTable(text: string, line: number): number {
  let start = 0
  let cut = 0
  for (let number = 1; number <= line && start < text.length; number++) {
    if (text.startsWith('[', start)) cut = start
    const end = text.indexOf('\n', start)
    if (end === -1) break
    start = end + 1
  }
  return cut
}

export type TableLines = { readonly first: number; readonly last: number }

/**
 * The lines of every `[[name]]` table, in order: from its header to the last of the leading `name` and `version` lines,
 * so that the text there holds both.
 */
export function tableLines(text: string, name: string, keys: readonly string[] = ['name', 'version']): TableLines[] {
  const tables: TableLines[] = []
  const header = new RegExp(`^\\[\\[\\s*${name}\\s*\\]\\]`)
  let first = 0
  let last = 0
  let wanted = 0
  let quotes = ''
  for (const [index, line] of text.split('\n').entries()) {
    if (quotes !== '') {
      if (line.includes(quotes)) quotes = ''
      continue
    }
    if (line.startsWith('[')) {
      if (first > 0) tables.push({ first, last })
      first = header.test(line) ? index + 1 : 0
      last = first
      wanted = keys.length
    } else if (first > 0 && wanted > 0 && keys.some((key) => startsWithKey(line, key))) {
      last = index + 1
      wanted--
    }
    quotes = opensText(line)
  }
  if (first > 0) tables.push({ first, last })
  return tables
}

function startsWithKey(line: string, key: string): boolean {
  if (!line.startsWith(key)) return false
  const after = line.charAt(key.length)
  return after === ' ' || after === '='
}

/** The quotes of a text over several lines that begins on this line and does not end on it. */
function opensText(line: string): string {
  for (const quotes of ['"""', "'''"]) {
    const at = line.indexOf(quotes)
    if (at !== -1 && !line.includes(quotes, at + 3)) return quotes
  }
  return ''
}

/**
 * Gives the place of each `[[name]]` entry by its order. Entries of an inline array are found by the first line that
 * states their name.
 */
export function tablePlaces(text: string, name: string): (order: number, entry: string | undefined) => string {
  const tables = tableLines(text, name)
  let named: ReadonlyMap<string, number> | undefined
  return (order, entry) => {
    const table = tables[order]
    if (table !== undefined) return lines(table.first, table.last)
    named ??= nameLines(text)
    return lines(named.get(entry ?? '') ?? 1)
  }
}

function nameLines(text: string): Map<string, number> {
  const found = new Map<string, number>()
  for (const [index, line] of text.split('\n').entries()) {
    const name = /\bname\s*=\s*"([^"]+)"/.exec(line)?.[1]
    if (name !== undefined && !found.has(name)) found.set(name, index + 1)
  }
  return found
}

/** The line, from 1, of each `key = …` directly below a `[table]` header, by the bare or quoted key. */
export function keyLines(text: string, table: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  let inside = false
  for (const [index, line] of text.split('\n').entries()) {
    const header = /^\s*\[+([^\]]+)\]/.exec(line)
    if (header !== null) inside = header[1]?.trim() === table
    const key = inside ? /^\s*(?:"([^"]+)"|'([^']+)'|([\w.-]+))\s*=/.exec(line) : null
    const name = key?.[1] ?? key?.[2] ?? key?.[3]
    if (name !== undefined && !found.has(name)) found.set(name, index + 1)
  }
  return found
}
