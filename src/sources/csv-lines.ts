/** Tables as text with commas, one record a line, quotes as in RFC 4180 without line breaks inside. */

import { issue, type Issue } from '#domain/issue.ts'

export type CsvLine = { readonly at: string; readonly field: (column: string) => string }

export type CsvTable = { readonly lines: readonly CsvLine[]; readonly issues: readonly Issue[] }

/**
 * Columns by name, in any order; a column that is not there is empty. Lines that do not fit the head are issues.
 *
 * @param path of the file; it stands in issues about the file as a whole
 */
export function readCsvLines(bytes: Uint8Array, path: string, required: readonly string[]): CsvTable {
  if (bytes.length === 0) return { lines: [], issues: [issue('empty-file', path)] }
  const text = decoded(bytes)
  if (text === undefined) return { lines: [], issues: [issue('not-text', path)] }
  const [head = '', ...rows] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const names = (fieldsOf(head) ?? []).map((name) => name.trim())
  const absent = required.filter((name) => !names.includes(name))
  if (absent.length > 0) return { lines: [], issues: absent.map((name) => issue('missing-field', 'line 1', name)) }
  const lines: CsvLine[] = []
  const issues: Issue[] = []
  for (const [index, row] of rows.entries()) {
    if (row.trim() === '') continue
    const at = `line ${index + 2}`
    const fields = fieldsOf(row)
    if (fields === undefined || fields.length !== names.length) issues.push(issue('syntax', at, row))
    else lines.push({ at, field: (column) => (fields[names.indexOf(column)] ?? '').trim() })
  }
  return { lines, issues }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Undefined when a quote stays open. */
function fieldsOf(line: string): readonly string[] | undefined {
  if (!line.includes('"')) return line.split(',')
  const fields: string[] = []
  let at = 0
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"(?=,|$)/.exec(line.slice(at))
    const field = quoted ?? /^[^",]*(?=,|$)/.exec(line.slice(at))
    if (field === null) return undefined
    fields.push(quoted === null ? field[0] : (quoted[1] ?? '').replaceAll('""', '"'))
    at += field[0].length + 1
    if (at > line.length) return fields
  }
}

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export function isCalendarDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
