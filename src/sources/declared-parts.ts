/**
 * Reads the list of parts that units say they use: a table (CSV, `;` or tab) with the columns `product` and `package`, or
 * YAML with a list of such pairs. Lines that cannot be taken are issues with their place; the others go on.
 */

import { isMap, isSeq, LineCounter, parseDocument } from 'yaml'
import { issue, type Issue } from '#domain/issue.ts'

export type DeclaredParts = {
  readonly parts: readonly { readonly product: string; readonly package: string; readonly at: string }[]
  readonly issues: readonly Issue[]
}

type Row = { readonly product: unknown; readonly package: unknown; readonly at: string }

/** A list kept by hand is never this large. */
const largestBytes = 20 * 1024 * 1024

/** @param path of the file; `.yaml` and `.yml` are read as YAML */
export function readDeclaredParts(bytes: Uint8Array, path: string): DeclaredParts {
  if (bytes.length === 0) return { parts: [], issues: [issue('empty-file', path)] }
  if (bytes.length > largestBytes) return { parts: [], issues: [issue('too-large', path)] }
  const text = decoded(bytes)
  if (text === undefined) return { parts: [], issues: [issue('not-text', path)] }
  const { rows, issues } = /\.ya?ml$/i.test(path) ? yamlRows(text, path) : tableRows(text)
  const parts: { product: string; package: string; at: string }[] = []
  const odd = [...issues]
  const seen = new Set<string>()
  for (const row of rows) {
    const [product, name] = [plain(row.product), plain(row.package)]
    const key = `${product}\n${name}`
    if (product === '' || name === '') odd.push(issue('missing-field', row.at, product === '' ? 'product' : 'package'))
    else if (seen.has(key)) odd.push(issue('duplicate-reference', row.at, name))
    else {
      seen.add(key)
      parts.push({ product, package: name, at: row.at })
    }
  }
  return { parts, issues: odd }
}

type Rows = { readonly rows: readonly Row[]; readonly issues: readonly Issue[] }

function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function tableRows(text: string): Rows {
  const separator = [';', '\t', ','].find((mark) => text.slice(0, text.search(/\r?\n|$/)).includes(mark)) ?? ','
  const [head, ...records] = recordsOf(text, separator)
  const names = head?.fields.map((name) => name.trim().toLowerCase()) ?? []
  const [product, name] = [names.indexOf('product'), names.indexOf('package')]
  if (product === -1 || name === -1) {
    return { rows: [], issues: [issue('missing-field', 'line 1', product === -1 ? 'product' : 'package')] }
  }
  const rows: Row[] = []
  const issues: Issue[] = []
  for (const { fields, line } of records) {
    if (fields.length === 1 && fields[0]?.trim() === '') continue
    const at = `line ${line}`
    if (fields.length !== names.length) issues.push(issue('syntax', at, fields.join(separator)))
    else rows.push({ product: fields[product], package: fields[name], at })
  }
  return { rows, issues }
}

type CsvRecord = { readonly fields: readonly string[]; readonly line: number }

/** RFC 4180: a field in quotes may hold separators, line breaks and doubled quotes. */
function recordsOf(text: string, separator: string): readonly CsvRecord[] {
  const records: CsvRecord[] = []
  let [fields, field, line, start]: [string[], string, number, number] = [[], '', 1, 1]
  let isQuoted = false
  const endRecord = (): void => {
    records.push({ fields: [...fields, field], line: start })
    fields = []
    field = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (character === '\n') line += 1
    if (isQuoted) {
      if (character !== '"') field += character
      else if (text[at + 1] === '"') {
        field += '"'
        at += 1
      } else isQuoted = false
    } else if (character === '"' && field === '') isQuoted = true
    else if (character === separator) {
      fields.push(field)
      field = ''
    } else if (character === '\n') {
      endRecord()
      start = line
    } else if (character !== '\r') field += character
  }
  if (field !== '' || fields.length > 0) endRecord()
  return records
}

function yamlRows(text: string, path: string): Rows {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, schema: 'failsafe', logLevel: 'silent' })
  const broken = document.errors[0]
  if (broken !== undefined) {
    return { rows: [], issues: [issue('not-yaml', `line ${lines.linePos(broken.pos[0]).line}`)] }
  }
  const list = isMap(document.contents) ? document.contents.get('parts', true) : document.contents
  if (!isSeq(list)) return { rows: [], issues: [issue('wrong-type', path)] }
  const rows: Row[] = []
  const issues: Issue[] = []
  for (const item of list.items) {
    const offset = (item as { readonly range?: readonly [number, number, number] | null }).range?.[0] ?? 0
    const at = `line ${lines.linePos(offset).line}`
    if (isMap(item)) rows.push({ product: item.get('product'), package: item.get('package'), at })
    else issues.push(issue('wrong-type', at))
  }
  return { rows, issues }
}
