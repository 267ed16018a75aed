/**
 * Checks a document against a JSON schema. Compiled once per schema; `uniqueItems` is taken out before compiling and
 * checked in linear time by a keyword of our own.
 */

import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { isRecord, type Foreign } from '#inventory/foreign.ts'
import { schemaErrors } from './schema-errors.ts'
import type { JsonSchemas } from './schemas.ts'
import type { ErrorList } from './validation.ts'
import { firstRepeated, ValueIdentity } from './value-identity.ts'

/** Values whose errors are collected together: an invalid document can have some thirty errors for every value. */
const valuesAtOnce = 20_000

/** Adds what the schema finds wrong, with JSON pointers below `prefix`. */
export function checkJsonSchema(schemas: JsonSchemas, document: Foreign, prefix: string, errors: ErrorList): void {
  const isValid = compiled(schemas, firstErrorOnly)
  if (isValid(document)) return
  const first = isValid.errors ?? []
  const everyError = compiled(schemas, allErrors)
  for (const piece of pieces(document)) {
    if (errors.isFull) return
    if (everyError(piece.document)) continue
    const moved = (everyError.errors ?? []).map((error) => ({
      ...error,
      instancePath: movedPath(error.instancePath, piece),
    }))
    for (const { where, message } of schemaErrors(moved)) errors.add(`${prefix}${where}`, message)
  }
  if (errors.isEmpty) for (const { where, message } of schemaErrors(first)) errors.add(`${prefix}${where}`, message)
}

type Piece = { readonly document: Foreign; readonly list: string; readonly start: number }

/** The document without its long lists, then each long list in runs: memory stays bounded whatever is wrong. */
function pieces(document: Foreign): readonly Piece[] {
  const long = Object.keys(document).filter((key) => {
    const value = document[key]
    return Array.isArray(value) && countValues(value, valuesAtOnce) >= valuesAtOnce
  })
  const rest = Object.fromEntries(
    Object.entries(document).map(([key, value]) => [key, long.includes(key) ? [] : value]),
  )
  const found: Piece[] = [{ document: rest, list: '', start: 0 }]
  const frame = Object.fromEntries(
    Object.entries(document).filter(([, value]) => typeof value !== 'object' || value === null),
  )
  for (const list of long) {
    const items = document[list] as readonly unknown[]
    for (let start = 0; start < items.length;) {
      let end = start
      for (let values = 0; end < items.length && values < valuesAtOnce; end += 1)
        values += countValues(items[end], valuesAtOnce)
      // One entry beyond the limit has its first error only: the caller falls back to that when nothing else is wrong.
      if (countValues(items[start], valuesAtOnce) < valuesAtOnce)
        found.push({ document: { ...frame, [list]: items.slice(start, end) }, list, start })
      start = end
    }
  }
  return found
}

function movedPath(path: string, { list, start }: Piece): string {
  if (start === 0) return path
  const match = /^\/([^/]+)\/(\d+)/.exec(path)
  return match?.[1] === list ? `/${list}/${Number(match[2]) + start}${path.slice(match[0].length)}` : path
}

/** How many values a value consists of, counted up to a limit. */
function countValues(value: unknown, limit: number): number {
  let count = 0
  const open: unknown[] = [value]
  while (open.length > 0 && count < limit) {
    const next = open.pop()
    count += 1
    if (typeof next === 'object' && next !== null) {
      for (const inner of Object.values(next)) {
        if (open.length + count > limit) return limit
        open.push(inner)
      }
    }
  }
  return count
}

const firstErrorOnly: WeakMap<object, ValidateFunction> = new WeakMap()
const allErrors: WeakMap<object, ValidateFunction> = new WeakMap()

/** Compiling takes longer than checking ten thousand components. */
function compiled(schemas: JsonSchemas, cache: WeakMap<object, ValidateFunction>): ValidateFunction {
  const known = cache.get(schemas.main)
  if (known !== undefined) return known
  const ajv = new Ajv({
    strict: false,
    validateSchema: false,
    meta: false,
    addUsedSchema: false,
    allErrors: cache === allErrors,
    // Optimizing the generated code takes longer than it saves on one document.
    code: { optimize: false },
  })
  addFormats.default(ajv)
  ajv.addFormat('idn-email', isMailAddress)
  ajv.addFormat('iri-reference', isIriReference)
  ajv.addKeyword({ keyword: 'distinctItems', type: 'array', validate: distinctItems, errors: true })
  const base = new URL(String(schemas.main['$id']))
  for (const { name, schema } of schemas.referenced) ajv.addSchema(schema, new URL(name, base).href)
  const validate = ajv.compile(withDistinctItems(schemas.main) as Record<string, unknown>)
  cache.set(schemas.main, validate)
  return validate
}

/** RFC 6531: words with dots between them, or a quoted word, at a domain or an address in brackets. */
function isMailAddress(text: string): boolean {
  return /^(?:[^\s"(),.:;<>@[\]\\]+(?:\.[^\s"(),.:;<>@[\]\\]+)*|"(?:[^"\\]|\\.)*")@(?:[^\s"(),.:;<>@[\]\\]+(?:\.[^\s"(),.:;<>@[\]\\]+)*|\[[^\s[\]]+\])$/.test(
    text,
  )
}

/** RFC 3987 as far as single characters go: what may stand in no IRI, and percent signs without two digits. */
function isIriReference(text: string): boolean {
  return !/[\p{Cc} <>"{}|\\^`]|%(?![0-9A-Fa-f]{2})/u.test(text)
}

function withDistinctItems(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withDistinctItems)
  if (!isRecord(schema)) return schema
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) =>
      key === 'uniqueItems' && typeof value === 'boolean' ? ['distinctItems', value] : [key, withDistinctItems(value)],
    ),
  )
}

const identities = new WeakMap<object, ValueIdentity>()

const distinctItems: {
  (isAsked: boolean, list: readonly unknown[], schema: unknown, context?: { rootData: unknown }): boolean
  errors?: Partial<ErrorObject>[]
} = (isAsked, list, _, context) => {
  if (!isAsked || list.length < 2) return true
  const root = context?.rootData
  const identity = (typeof root === 'object' && root !== null ? identities.get(root) : undefined) ?? new ValueIdentity()
  if (typeof root === 'object' && root !== null) identities.set(root, identity)
  const repeated = firstRepeated(list, identity)
  if (repeated === undefined) return true
  distinctItems.errors = [{ keyword: 'distinctItems', params: { first: repeated[0], second: repeated[1] } }]
  return false
}
