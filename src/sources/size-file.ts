/**
 * Reads a table of measured package sizes (CSV, one package version a line), the evidence that gives an offline
 * assessment its value. Columns by name, in any order: purl, version, source, deduplicated, raw, code_files, measured_on,
 * is_data, tool. Lines that cannot be taken are issues with their place; the others go on.
 */

import { issue, type Issue } from '#domain/issue.ts'
import { sizeSources, type PackageSize, type SizeSource } from '#domain/portfolio.ts'

export type SizeFile = { readonly sizes: readonly Omit<PackageSize, 'evidence'>[]; readonly issues: readonly Issue[] }

const required = ['purl', 'version', 'source', 'deduplicated', 'raw', 'measured_on', 'is_data'] as const
type Column = (typeof required)[number]

/** @param path of the file; it stands in issues about the file as a whole */
export function readSizeFile(bytes: Uint8Array, path: string): SizeFile {
  if (bytes.length === 0) return { sizes: [], issues: [issue('empty-file', path)] }
  const text = decoded(bytes)
  if (text === undefined) return { sizes: [], issues: [issue('not-text', path)] }
  const [head, ...rows] = text.split(/\r?\n/)
  const names = fieldsOf(head ?? '') ?? []
  const absent = required.filter((name) => !names.includes(name))
  if (absent.length > 0) return { sizes: [], issues: absent.map((name) => issue('missing-field', 'line 1', name)) }

  const sizes: Omit<PackageSize, 'evidence'>[] = []
  const issues: Issue[] = []
  const lineOfPackage = new Map<string, number>()
  for (const [index, row] of rows.entries()) {
    if (row.trim() === '') continue
    const at = `line ${index + 2}`
    const fields = fieldsOf(row)
    if (fields === undefined || fields.length !== names.length) {
      issues.push(issue('syntax', at, row))
      continue
    }
    const size = sizeOf((column) => fields[names.indexOf(column)] ?? '', at)
    if ('code' in size) {
      issues.push(size)
      continue
    }
    const key = `${size.package}@${size.version ?? ''}`
    if (lineOfPackage.has(key)) {
      issues.push(issue('duplicate-reference', at, key))
      continue
    }
    lineOfPackage.set(key, index + 2)
    sizes.push(size)
  }
  return { sizes, issues }
}

function sizeOf(field: (column: Column) => string, at: string): Omit<PackageSize, 'evidence'> | Issue {
  const purl = field('purl')
  if (!/^pkg:[a-z][a-z0-9.+-]*\/[^@?#\s]+$/.test(purl)) return issue('invalid-purl', at, purl)
  const source = sizeSources.find((known): known is SizeSource => known === field('source'))
  if (source === undefined) return issue('syntax', at, field('source'))
  const deduplicated = lines(field('deduplicated'))
  if (deduplicated === undefined) return issue('wrong-type', at, field('deduplicated'))
  const raw = lines(field('raw'))
  if (raw === undefined || raw < deduplicated) return issue('wrong-type', at, field('raw'))
  const measuredOn = field('measured_on')
  if (!/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(measuredOn)) return issue('wrong-type', at, measuredOn)
  const isData = { true: true, false: false }[field('is_data')]
  if (isData === undefined) return issue('wrong-type', at, field('is_data'))
  return { package: purl, version: field('version') || null, source, deduplicated, raw, measuredOn, isData, at }
}

/** A whole number of lines; twelve digits are more than any package has. */
function lines(field: string): number | undefined {
  return /^\d{1,12}$/.test(field) ? Number(field) : undefined
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The fields of one line; quotes as in RFC 4180, without line breaks inside. Undefined when a quote stays open. */
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
