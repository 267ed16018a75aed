/**
 * The part of a JSON schema that a document can meet. Compiling a schema of CycloneDX takes half a second, most of it for
 * fields that a given document does not have.
 */

import { isRecord, type Foreign } from '#inventory/foreign.ts'

/** Every key that occurs in a value. */
export function keysIn(value: unknown): ReadonlySet<string> {
  const keys = new Set<string>()
  const open: unknown[] = [value]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const isList = Array.isArray(next)
    for (const key in next as object) {
      if (!isList) keys.add(key)
      const inner = (next as Foreign)[key]
      if (typeof inner === 'object' && inner !== null) open.push(inner)
    }
  }
  return keys
}

/**
 * The schema without what it says about fields that do not occur. A field that is absent is judged by `required` alone,
 * which stays; a field that is known stays known.
 */
export function usedSchema(schema: unknown, keys: ReadonlySet<string>): unknown {
  if (Array.isArray(schema)) return schema.map((item) => usedSchema(item, keys))
  if (!isRecord(schema)) return schema
  return mapValues(schema, (value, keyword) => {
    if (keyword === 'properties' && isRecord(value))
      return mapValues(value, (field, name) => (keys.has(name) ? usedSchema(field, keys) : true))
    // Names of definitions are no keywords, whatever they are.
    if (keyword === 'definitions' && isRecord(value)) return mapValues(value, (inner) => usedSchema(inner, keys))
    return usedSchema(value, keys)
  })
}

function mapValues(record: Foreign, change: (value: unknown, key: string) => unknown): Foreign {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]))
}
