/** Shapes of `/api/v1/documents` and `/api/v1/uploads`. */

import { Type } from 'typebox'
import { nullable, unknownReason } from './common.ts'

/** In the address, so that the body can be the document itself; a form may state them as fields instead. */
export const documentQuery = Type.Object({
  /** Id or name. */
  product: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  /** Its name among the documents of the product. */
  path: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  version: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  /** Creates the product when there is none. */
  create: Type.Optional(Type.Boolean()),
  /** Unit of a product that is created. */
  unit: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  /** Whether a product that is created is made by the organization itself, which is taken when nothing is said, or bought. */
  origin: Type.Optional(Type.Enum(['made', 'bought'])),
})

export const handedIn = Type.Object({
  token: Type.String(),
  product: Type.String(),
  state: Type.Union([
    Type.Literal('received'),
    Type.Literal('recorded'),
    Type.Literal('analyzed'),
    Type.Literal('failed'),
  ]),
})

export const uploadParams = Type.Object({ token: Type.String({ minLength: 1, maxLength: 100 }) })

const counts = Type.Object({
  found: Type.Integer(),
  taken: Type.Integer(),
  refused: Type.Integer(),
  edges: Type.Integer(),
  services: Type.Integer(),
})

/** A count that could be made, or why not. */
const counted = Type.Object({ value: nullable(Type.Integer()), why: nullable(unknownReason) })

export const severity = Type.Union([
  Type.Literal('critical'),
  Type.Literal('high'),
  Type.Literal('medium'),
  Type.Literal('low'),
  Type.Literal('none'),
  Type.Literal('unknown'),
])

export const issueAt = Type.Object({
  code: Type.String(),
  where: Type.String(),
  detail: Type.Optional(Type.String()),
})

export const upload = Type.Object({
  token: Type.String(),
  product: Type.String(),
  path: Type.String(),
  version: nullable(Type.String()),
  state: handedIn.properties.state,
  receivedAt: Type.String(),
  recordedAt: nullable(Type.String()),
  analyzedAt: nullable(Type.String()),
  /** Why it failed: a code of an issue or problem. */
  code: nullable(Type.String()),
  /** Null before it was read. The lists hold the first hundred. */
  document: nullable(
    Type.Object({
      format: Type.String(),
      specVersion: nullable(Type.String()),
      reader: Type.String(),
      counts,
      refused: Type.Array(Type.Object({ where: Type.String(), code: Type.String() })),
      issues: Type.Array(issueAt),
    }),
  ),
  /** The product with the document in it; null before it was analyzed. */
  found: nullable(
    Type.Object({
      packages: counted,
      findings: counted,
      bySeverity: Type.Array(Type.Object({ severity, value: counted.properties.value, why: counted.properties.why })),
      undecided: Type.Integer(),
    }),
  ),
})

const namedPart = { purl: nullable(Type.String()), name: Type.String(), version: nullable(Type.String()) }

/** What is known of a product before the organization is assessed with it. The lists hold the first hundred. */
export const productDocuments = Type.Object({
  product: Type.Object({
    id: Type.String(),
    name: Type.String(),
    unit: nullable(Type.Object({ id: Type.String(), name: Type.String() })),
    origin: Type.Union([Type.Literal('made'), Type.Literal('bought'), Type.Literal('run')]),
    /** Made when a document was handed in, and not declared in `organization.yaml`. */
    isHandedIn: Type.Boolean(),
    /** Whether who asks may remove products of its unit. */
    mayRemove: Type.Boolean(),
  }),
  documents: Type.Array(upload),
  /** Null before it was looked at by itself. */
  found: nullable(
    Type.Object({
      analyzedAt: Type.String(),
      parts: Type.Array(Type.Object(namedPart)),
      findings: Type.Array(
        Type.Object({
          ...namedPart,
          id: Type.String(),
          severity,
          score: nullable(Type.Number()),
          summary: Type.String(),
          fixed: Type.Array(Type.String()),
        }),
      ),
    }),
  ),
})
