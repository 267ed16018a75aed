/** Turns the errors of the schema checker into few that a person can act on. */

import type { ErrorObject } from 'ajv'
import { quoted, type ValidationError } from './validation.ts'

const combining = new Set(['oneOf', 'anyOf', 'if', 'not', 'allOf'])

/**
 * A value that must take one of several forms gives an error for every form. When a form fails deeper inside the value, it
 * is the one that was meant, and its deeper errors are told; otherwise the value gets one error that names what the forms
 * ask for.
 */
export function schemaErrors(errors: readonly ErrorObject[]): readonly ValidationError[] {
  const choices = new Set(
    errors.filter(({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf').map(({ instancePath }) => instancePath),
  )
  const parents = new Set(errors.flatMap(({ instancePath }) => ancestors(instancePath)))
  const told: ValidationError[] = []
  const asked = new Map<string, Set<string>>()
  for (const error of errors) {
    const { instancePath } = error
    if (parents.has(instancePath) && [instancePath, ...ancestors(instancePath)].some((path) => choices.has(path)))
      continue
    if (!choices.has(instancePath)) {
      if (!combining.has(error.keyword)) told.push({ where: instancePath, message: messageOf(error) })
      else if (error.keyword === 'not')
        told.push({ where: instancePath, message: 'has a combination of fields that is not allowed' })
      continue
    }
    if (combining.has(error.keyword)) continue
    const messages = asked.get(instancePath) ?? new Set()
    asked.set(instancePath, messages.add(messageOf(error)))
  }
  for (const where of choices) {
    if (parents.has(where)) continue
    const messages = [...(asked.get(where) ?? [])]
    told.push({
      where,
      message:
        messages.length === 0
          ? 'has more than one of the forms of which exactly one is allowed'
          : `has none of the allowed forms: ${messages.slice(0, 4).join('; or ')}`,
    })
  }
  return told.toSorted((a, b) => compareWhere(a.where, b.where))
}

/** Pointers of everything that encloses the value at a pointer. */
function ancestors(pointer: string): readonly string[] {
  const found: string[] = []
  for (let at = pointer.lastIndexOf('/'); at >= 0; at = at === 0 ? -1 : pointer.lastIndexOf('/', at - 1))
    found.push(pointer.slice(0, at))
  return found
}

const collator = new Intl.Collator('en', { numeric: true })

function compareWhere(a: string, b: string): number {
  return collator.compare(a, b)
}

type Params = Readonly<Record<string, unknown>>

function messageOf({ keyword, params, message }: ErrorObject): string {
  const facts = params as Params
  switch (keyword) {
    case 'required':
      return `field ${quoted(facts['missingProperty'])} is missing`
    case 'additionalProperties':
      return `field ${quoted(facts['additionalProperty'])} is not known here`
    case 'unevaluatedProperties':
      return `field ${quoted(facts['unevaluatedProperty'])} is not known here`
    case 'enum':
      return `must be one of ${allowed(facts['allowedValues'])}`
    case 'const':
      return `must be ${quoted(facts['allowedValue'])}`
    case 'type':
      return `must be of type ${String(facts['type'])}`
    case 'format':
      return `must have the format ${String(facts['format'])}`
    case 'pattern':
      return `must match ${String(facts['pattern'])}`
    case 'distinctItems':
      return `entries ${String(facts['first'])} and ${String(facts['second'])} are equal, which is not allowed here`
    case 'false schema':
      return 'is not allowed here'
    default:
      return message ?? keyword
  }
}

function allowed(values: unknown): string {
  const list = Array.isArray(values) ? (values as readonly unknown[]) : []
  const shown = list.slice(0, 20).map(quoted).join(', ')
  return list.length > 20 ? `${shown}, … (${list.length} values)` : shown
}
