import { Ajv } from 'ajv'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keysIn, usedSchema } from './used-schema.ts'

const schema = {
  type: 'object',
  required: ['a'],
  additionalProperties: false,
  properties: {
    a: { type: 'string' },
    b: { $ref: '#/definitions/inner' },
    c: { type: 'array', items: { $ref: '#/definitions/inner' } },
    properties: {
      type: 'array',
      items: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
    },
  },
  definitions: {
    properties: { type: 'number' },
    inner: {
      oneOf: [
        {
          type: 'object',
          required: ['a'],
          properties: { a: { type: 'number' }, b: false },
          additionalProperties: false,
        },
        { type: 'object', required: ['c'], properties: { c: { $ref: '#/definitions/properties' } } },
      ],
    },
  },
}

/** Mostly what the schema asks for, with a stray value or field now and then; undefined is a field that is absent. */
const absent = fc.constant(undefined)
const scalar = fc.constantFrom<unknown>(1, 1, 1, 'x', null, undefined, undefined)
const inner = fc.record({ a: scalar, b: fc.oneof(absent, absent, scalar), c: scalar })
const document = fc.record({
  a: fc.constantFrom('x', 'x', 'x', 'x', 1),
  b: fc.oneof(absent, absent, inner),
  c: fc.oneof(absent, fc.array(inner, { maxLength: 2 })),
  properties: fc.oneof(absent, fc.array(fc.record({ name: fc.constantFrom('x', 'x', 'x', 1) }), { maxLength: 2 })),
  d: fc.oneof(absent, absent, absent, absent, fc.constant(1)),
})

describe('the part of a schema that a document uses', () => {
  it('gives the verdict of the whole', () => {
    const whole = new Ajv({ strict: false, validateSchema: false, meta: false }).compile(schema)
    let valid = 0
    fc.assert(
      fc.property(document, (fields) => {
        const made: unknown = JSON.parse(JSON.stringify(fields))
        const part = new Ajv({ strict: false, validateSchema: false, meta: false }).compile(
          usedSchema(schema, keysIn(made)) as object,
        )
        expect(part(made)).toBe(whole(made))
        if (whole(made)) valid += 1
      }),
      { numRuns: 150, seed: 7 },
    )
    expect(valid).toBeGreaterThan(10)
    expect(valid).toBeLessThan(140)
  })
})
