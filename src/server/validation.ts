/** Checks requests against the shapes of their routes. Text of an address becomes numbers and truth values; bodies do not. */

import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'

const common = { strict: false, allErrors: false, useDefaults: true } as const

/** In a body, null must stay null and `"1"` text. */
const bodies = withFormats(new Ajv({ ...common, coerceTypes: false }))
const addresses = withFormats(new Ajv({ ...common, coerceTypes: 'array' }))

export const compileValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) =>
  (httpPart === 'body' ? bodies : addresses).compile(schema)

function withFormats(ajv: Ajv): Ajv {
  // The module is CommonJS; its function is the default export's default under Node.
  ;(addFormats as unknown as { default: (ajv: Ajv) => void }).default(ajv)
  return ajv
}
