/** Looks into values of unknown shape without trusting them. */

export type Foreign = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is Foreign {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The text of a field with something in it; undefined for anything else, numbers excepted, which are written out. */
export function textIn(record: Foreign, key: string): string | undefined {
  const value = record[key]
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

/** The record in a field; undefined when there is none. */
export function recordIn(record: Foreign, key: string): Foreign | undefined {
  const value = record[key]
  return isRecord(value) ? value : undefined
}

/** The list in a field; empty when there is none. */
export function listIn(record: Foreign, key: string): readonly unknown[] {
  const value = record[key]
  return Array.isArray(value) ? (value as readonly unknown[]) : []
}
