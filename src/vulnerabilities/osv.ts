/**
 * Reads records of the OSV schema 1.x (ossf/osv-schema): what decides a match is checked, the rest is passed over. A record
 * without id or date is refused; an odd field is left out with an issue, and a range that cannot be evaluated is kept as
 * unknown, so that nobody takes it for "not affected".
 */

import { issue, type Issue } from '#domain/issue.ts'
import type { Advisory, AffectedPackage, AffectedRange, RangeEvent, SeverityStatement } from './advisory.ts'
import { readCvssVector } from './cvss-grammar.ts'

export type AdvisoryReading =
  | { readonly ok: true; readonly advisory: Advisory; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issue: Issue }

/** Longest summary kept; some records put a page there. */
const summaryLength = 300

/** Reads one record. Never throws; `where` of issues is a JSON pointer. */
export function readAdvisory(record: Uint8Array | string): AdvisoryReading {
  const text = typeof record === 'string' ? record : decode(record)
  if (text === undefined) return { ok: false, issue: issue('not-text', '') }
  if (text.trim() === '') return { ok: false, issue: issue('empty-file', '') }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, issue: issue('not-json', '') }
  }
  if (!isObject(value)) return { ok: false, issue: issue('advisory-invalid', '') }
  const id = value['id']
  if (typeof id !== 'string' || id.trim() === '') return { ok: false, issue: issue('advisory-invalid', '/id') }
  const issues: Issue[] = []
  const fields = new Fields(issues)
  const modified = fields.time(value, 'modified', '')
  if (modified === null) return { ok: false, issue: issue('advisory-invalid', '/modified') }
  const details = fields.text(value, 'details', '')
  const advisory: Advisory = {
    id,
    modified,
    published: dated(fields.time(value, 'published', '')),
    withdrawn: fields.time(value, 'withdrawn', ''),
    aliases: fields.texts(value, 'aliases', ''),
    upstream: fields.texts(value, 'upstream', ''),
    related: fields.texts(value, 'related', ''),
    summary: summarize(fields.text(value, 'summary', '') ?? '', details ?? ''),
    severity: readSeverity(value, '', fields),
    severityWord: severityWord(value),
    affected: fields.objects(value, 'affected', '').map(([entry, at]) => readAffected(entry, at, fields)),
    references: fields.objects(value, 'references', '').flatMap(([entry]) => {
      const { type, url } = entry
      return typeof type === 'string' && typeof url === 'string' ? [{ type, url }] : []
    }),
  }
  return { ok: true, advisory, issues }
}

/** Go's database writes the zero of its clock, year 1, where no day is known. */
function dated(time: string | null): string | null {
  return time?.startsWith('0001-') === true ? null : time
}

function readAffected(entry: JsonObject, at: string, fields: Fields): AffectedPackage {
  const named = isObject(entry['package']) ? entry['package'] : {}
  return {
    ecosystem: fields.text(named, 'ecosystem', `${at}/package`),
    name: fields.text(named, 'name', `${at}/package`),
    ranges: fields.objects(entry, 'ranges', at).map(([range, place]) => readRange(range, place, fields)),
    versions: fields.texts(entry, 'versions', at),
    severity: readSeverity(entry, at, fields),
    severityWord: severityWord(entry),
  }
}

function readRange(range: JsonObject, at: string, fields: Fields): AffectedRange {
  const repository = fields.text(range, 'repo', at)
  const type = range['type']
  const unknownRange: AffectedRange = { type: 'UNKNOWN', repository, events: [] }
  if (type !== 'SEMVER' && type !== 'ECOSYSTEM' && type !== 'GIT') {
    fields.issues.push(issue('range-unknown', `${at}/type`, typeof type === 'string' ? type : ''))
    return unknownRange
  }
  const events: RangeEvent[] = []
  for (const [entry, place] of fields.objects(range, 'events', at)) {
    const read = readEvents(entry)
    if (read.length === 0) {
      fields.issues.push(issue('range-unknown', place))
      return unknownRange
    }
    events.push(...read)
  }
  // The schema asks for one `introduced`; without it the evaluation would call every version unaffected.
  if (!events.some(({ kind }) => kind === 'introduced')) {
    fields.issues.push(issue('range-unknown', `${at}/events`))
    return unknownRange
  }
  return { type, repository, events }
}

const eventKinds = ['introduced', 'fixed', 'last_affected', 'limit'] as const

function readEvents(entry: JsonObject): readonly RangeEvent[] {
  const events = eventKinds.flatMap((kind) => {
    const version = entry[kind]
    return typeof version === 'string' && version.trim() !== '' ? [{ kind, version: version.trim() }] : []
  })
  if (events.length > 0) return events
  // Drafts before 1.0 wrote {"type": "FIXED", "value": "1.2.3"}; a few such records are still published.
  const { type, value } = entry
  const kind = eventKinds.find((name) => typeof type === 'string' && name === type.toLowerCase())
  return kind !== undefined && typeof value === 'string' && value !== '' ? [{ kind, version: value }] : []
}

function readSeverity(entry: JsonObject, at: string, fields: Fields): readonly SeverityStatement[] {
  return fields.objects(entry, 'severity', at, true).flatMap(([statement, place]) => {
    const { type, score } = statement
    if (typeof type !== 'string' || typeof score !== 'string') return []
    if (!type.startsWith('CVSS_') || !('message' in readCvssVector(score))) return [{ type, score }]
    fields.issues.push(issue('cvss-invalid', `${place}/score`, score))
    return []
  })
}

function severityWord(entry: JsonObject): string | null {
  for (const key of ['ecosystem_specific', 'database_specific']) {
    const specific = entry[key]
    const word = isObject(specific) ? specific['severity'] : undefined
    if (typeof word === 'string' && word !== '') return word
  }
  return null
}

function summarize(summary: string, details: string): string {
  const text = summary.trim() !== '' ? summary.trim() : firstLine(details)
  return text.length > summaryLength ? `${text.slice(0, summaryLength - 1)}…` : text
}

function firstLine(text: string): string {
  const line = text.split('\n', 50).find((candidate) => /[\p{L}\p{N}]/u.test(candidate) && !candidate.startsWith('#'))
  return (line ?? '').trim()
}

type JsonObject = { readonly [key: string]: unknown }

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const decoder = new TextDecoder('utf-8', { fatal: true })

function decode(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

const timestamp = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/

/** Optional fields of one record: absent and null are nothing, a wrong type is an issue and nothing. */
class Fields {
  readonly issues: Issue[]
  constructor(issues: Issue[]) {
    this.issues = issues
  }

  text(from: JsonObject, key: string, at: string): string | null {
    const value = from[key]
    if (typeof value === 'string') return value
    this.complain(value, `${at}/${key}`)
    return null
  }

  time(from: JsonObject, key: string, at: string): string | null {
    const value = this.text(from, key, at)
    if (value === null || timestamp.test(value)) return value
    this.issues.push(issue('syntax', `${at}/${key}`, value))
    return null
  }

  texts(from: JsonObject, key: string, at: string): readonly string[] {
    return this.list(from, key, at).flatMap((value, index) => {
      if (typeof value === 'string') return [value]
      this.issues.push(issue('wrong-type', `${at}/${key}/${index}`))
      return []
    })
  }

  /** With the pointer of each. An element that is no object counts as an empty one, to keep the places of the others. */
  objects(from: JsonObject, key: string, at: string, mayBeText = false): readonly (readonly [JsonObject, string])[] {
    if (mayBeText && typeof from[key] === 'string') return []
    return this.list(from, key, at).map((value, index) => {
      const place = `${at}/${key}/${index}`
      if (isObject(value)) return [value, place]
      this.issues.push(issue('wrong-type', place))
      return [{}, place]
    })
  }

  private list(from: JsonObject, key: string, at: string): readonly unknown[] {
    const value = from[key]
    if (Array.isArray(value)) return value
    this.complain(value, `${at}/${key}`)
    return []
  }

  private complain(value: unknown, where: string): void {
    if (value !== undefined && value !== null) this.issues.push(issue('wrong-type', where))
  }
}
