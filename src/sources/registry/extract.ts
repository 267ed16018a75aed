/**
 * Cuts an answer down to what is read from it. Registries mix facts with people's names and addresses and with long texts;
 * evidence is never altered, so neither may get into it.
 */

/**
 * `true` keeps a plain value or a list of them, `any` keeps whatever stands there, `count` keeps how many entries there are,
 * a list applies its shape to each entry, and a record keeps the keys it names; `*` stands for all others.
 */
export type Shape = true | 'any' | 'count' | readonly [Shape] | { readonly [key: string]: Shape }

/** @returns undefined where nothing of the shape is there */
export function extract(value: unknown, shape: Shape): unknown {
  if (shape === 'any') return value
  if (shape === 'count') return entriesIn(value)
  if (shape === true) return isPlain(value) || (Array.isArray(value) && value.every(isPlain)) ? value : undefined
  if (isList(shape)) return Array.isArray(value) ? value.map((one) => extract(one, shape[0])) : undefined
  if (!isRecord(value)) return undefined
  const kept: Record<string, unknown> = {}
  for (const [key, inner] of Object.entries(value)) {
    const of = Object.hasOwn(shape, key) ? shape[key] : shape['*']
    const part = of === undefined ? undefined : extract(inner, of)
    // Written as an own field, since the key is the registry's: `__proto__` is a name like any other.
    if (part !== undefined)
      Object.defineProperty(kept, key, { value: part, enumerable: true, configurable: true, writable: true })
  }
  return kept
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The record at a key, or an empty one. */
export function recordAt(value: unknown, key: string): Readonly<Record<string, unknown>> {
  const inner = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return isRecord(inner) ? inner : {}
}

export function listAt(value: unknown, key: string): readonly unknown[] {
  const inner = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return Array.isArray(inner) ? inner : []
}

/** Text that says something, trimmed; null otherwise. */
export function textAt(value: unknown, key: string): string | null {
  const inner = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return typeof inner === 'string' && inner.trim() !== '' ? inner.trim() : null
}

export function countAt(value: unknown, key: string): number | null {
  const inner = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return typeof inner === 'number' && Number.isSafeInteger(inner) && inner >= 0 ? inner : null
}

/** A list's length; in an extract the length alone was kept. */
export function entriesAt(value: unknown, key: string): number | null {
  const inner = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return typeof inner === 'number' ? countAt(value, key) : (entriesIn(inner) ?? null)
}

function entriesIn(value: unknown): number | undefined {
  if (Array.isArray(value)) return value.length
  return isRecord(value) ? Object.keys(value).length : undefined
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape)
}
