/**
 * Checks a document against a JSON schema. Compiled once per schema; `uniqueItems` is taken out before compiling and
 * checked in linear time by a keyword of our own.
 */

import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { isRecord, type Foreign } from '#inventory/foreign.ts'
import { schemaErrors } from './schema-errors.ts'
import type { JsonSchemas } from './schemas.ts'
import { keysIn, usedSchema } from './used-schema.ts'
import type { ErrorList } from './validation.ts'
import { firstRepeated, ValueIdentity } from './value-identity.ts'

/** Values whose errors are collected together: an invalid document can have some thirty errors for every value. */
const valuesAtOnce = 20_000

/** Adds what the schema finds wrong, with JSON pointers below `prefix`. */
export function checkJsonSchema(schemas: JsonSchemas, document: Foreign, prefix: string, errors: ErrorList): void {
  const keys = keysIn(document)
  const isValid = compiled(schemas, keys, firstErrorOnly)
  if (isValid(document)) return
  const first = isValid.errors ?? []
  const everyError = compiled(schemas, keys, allErrors)
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
function* pieces(document: Foreign): Generator<Piece> {
  const long = Object.keys(document).filter((key) => {
    const value = document[key]
    return Array.isArray(value) && countValues(value, valuesAtOnce) >= valuesAtOnce
  })
  const rest = Object.fromEntries(
    Object.entries(document).map(([key, value]) => [key, long.includes(key) ? [] : value]),
  )
  yield { document: rest, list: '', start: 0 }
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
        yield { document: { ...frame, [list]: items.slice(start, end) }, list, start }
      start = end
    }
  }
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

type Compiled = {
  readonly isEager: boolean
  /** By main schema; null after the first document, which gets a check of its own. */
  readonly whole: WeakMap<object, ValidateFunction | null>
}

const firstErrorOnly: Compiled = { isEager: false, whole: new WeakMap() }
const allErrors: Compiled = { isEager: true, whole: new WeakMap() }

/**
 * The first document is checked by what it uses of the schema: compiled in a tenth of the time, and often the only one.
 * From the second on the whole schema is compiled once and kept.
 */
function compiled(schemas: JsonSchemas, keys: ReadonlySet<string>, { isEager, whole }: Compiled): ValidateFunction {
  const known = whole.get(schemas.main)
  if (known) return known
  const validate = compile(schemas, isEager, (schema) => (known === null ? schema : usedSchema(schema, keys)))
  whole.set(schemas.main, known === null ? validate : null)
  return validate
}

function compile(schemas: JsonSchemas, isEager: boolean, chosen: (schema: unknown) => unknown): ValidateFunction {
  const ajv = new Ajv({
    strict: false,
    validateSchema: false,
    meta: false,
    addUsedSchema: false,
    allErrors: isEager,
    // Optimizing the generated code takes longer than it saves on one document.
    code: { optimize: false },
  })
  addFormats.default(ajv)
  ajv.addFormat('idn-email', isMailAddress)
  ajv.addFormat('iri-reference', isIriReference)
  ajv.addKeyword({ keyword: 'distinctItems', type: 'array', validate: distinctItems, errors: true })
  const base = new URL(String(schemas.main['$id']))
  for (const { name, schema } of schemas.referenced) ajv.addSchema(schema, new URL(name, base).href)
  return ajv.compile(withDistinctItems(chosen(schemas.main)) as Record<string, unknown>)
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
