/** Looking into foreign data whose types are not known: each function answers undefined for anything of another type. */

export type UnknownRecord = Readonly<Record<string, unknown>>

export function asRecord(value: unknown): UnknownRecord | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as UnknownRecord) : undefined
}

export function asList(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined
}

/** A string that is not empty. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A string that is not empty, or the decimal form of a number: YAML and JSON by hand often hold `version: 1.0`. */
export function asTextOrNumber(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : asText(value)
}

/** A scalar as written, `''` for anything else: converting an object may throw, since its members are the author's choice. */
export function asWord(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** The entries of a record, or none. */
export function entriesOf(value: unknown): [string, unknown][] {
  const record = asRecord(value)
  return record === undefined ? [] : Object.entries(record)
}

/** The field of a record by its own key, never an inherited one such as `constructor`. */
export function own(record: UnknownRecord, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

/** The strings of a list; other members are left out. */
export function textsOf(value: unknown): string[] {
  return (asList(value) ?? []).filter((member): member is string => typeof member === 'string')
}
