/** The first look at a lockfile: is there anything, is it text, is it JSON, TOML or YAML? What is not becomes an Issue. */

import type { SourceFile } from '#inventory/reader.ts'
import { hasUndecodableBytes } from '#inventory/source-file.ts'
import type { Collector } from './collector.ts'
import { lineOf, parseJson, parseJsonWithComments } from './json.ts'
import { lines } from './place.ts'
import { parseToml } from './toml.ts'
import type { UnknownRecord } from './values.ts'
import { asRecord } from './values.ts'
import { parseYaml } from './yaml.ts'

/** The text, possibly with odd characters in it (an Issue), or `''` when there are no bytes (an Issue too). */
export function openText(file: SourceFile, into: Collector): string {
  if (file.bytes.length === 0) {
    into.odd('empty-file', lines(1))
    return ''
  }
  const text = file.text()
  const odd = text.includes('\0') ? text.indexOf('\0') : hasUndecodableBytes(file) ? text.indexOf('\ufffd') : -1
  if (odd !== -1) into.odd('not-text', lines(lineOf(text, odd)))
  return text
}

export function openJson(file: SourceFile, into: Collector, withComments = false): UnknownRecord {
  const text = openText(file, into)
  if (text === '') return {}
  const parsed = withComments ? parseJsonWithComments(text) : parseJson(text)
  if (!parsed.ok) into.odd('not-json', lines(parsed.line))
  return parsed.ok ? recordOr(parsed.value, into, lines(1)) : {}
}

export function openToml(file: SourceFile, into: Collector): { text: string; value: UnknownRecord } {
  const text = openText(file, into)
  const { value, errorLine } = parseToml(text)
  if (errorLine !== null) into.odd('not-toml', lines(errorLine))
  return { text, value }
}

export function openYaml(file: SourceFile, into: Collector): { text: string; value: UnknownRecord } {
  const text = openText(file, into)
  if (text === '') return { text, value: {} }
  const { value, errorLine } = parseYaml(text)
  if (errorLine !== null) into.odd('not-yaml', lines(errorLine))
  return {
    text,
    value: value === undefined || errorLine !== null ? (asRecord(value) ?? {}) : recordOr(value, into, lines(1)),
  }
}

function recordOr(value: unknown, into: Collector, where: string): UnknownRecord {
  const record = asRecord(value)
  if (record === undefined) into.odd('wrong-type', where)
  return record ?? {}
}
