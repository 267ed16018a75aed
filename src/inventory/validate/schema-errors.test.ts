import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { schemaErrors } from './schema-errors.ts'

const ajv = new Ajv({ allErrors: true, strict: false })

/** A choice as CycloneDX makes it: licenses, or one expression. */
const check = ajv.compile({
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    name: { type: 'string' },
    licenses: {
      oneOf: [
        {
          type: 'array',
          items: {
            type: 'object',
            required: ['license'],
            properties: { license: { type: 'object', properties: { id: { enum: ['MIT', '0BSD'] } } } },
          },
        },
        {
          type: 'array',
          items: {
            type: 'object',
            required: ['expression'],
            additionalProperties: false,
            properties: { expression: {} },
          },
        },
      ],
    },
  },
})

function errorsOf(document: unknown) {
  check(document)
  return schemaErrors(check.errors ?? [])
}

describe('errors of a schema', () => {
  it('name the field that is missing and the one that is too many', () => {
    expect(errorsOf({ nmae: 'x' })).toEqual([
      { where: '', message: 'field "name" is missing' },
      { where: '', message: 'field "nmae" is not known here' },
    ])
  })

  it('of a choice are those of the form that was meant', () => {
    expect(errorsOf({ name: 'x', licenses: [{ license: { id: 'MIT-2.0' } }] })).toEqual([
      { where: '/licenses/0/license/id', message: 'must be one of "MIT", "0BSD"' },
    ])
  })

  it('of a choice that fits no form say what the forms ask for', () => {
    const [error, ...more] = errorsOf({ name: 'x', licenses: 'MIT' })
    expect(more).toEqual([])
    expect(error).toEqual({ where: '/licenses', message: 'has none of the allowed forms: must be of type array' })
  })
})
