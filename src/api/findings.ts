/** Shapes of `/api/v1/findings`. */

import { Type } from 'typebox'
import { severities } from '#domain/finding.ts'
import { findingStates, justifications, mostFindingsAtOnce, refusalReasons, responses } from '#domain/finding-status.ts'
import { findingFilters, findingSorts } from '#domain/lists.ts'
import { nullable, pageOf, pageQuery } from './common.ts'
import { fileFormats, listQuery, oneOf } from './lists.ts'
import { ofProduct, usePage } from './packages.ts'

export const findingItem = Type.Object({
  id: Type.String(),
  aliases: Type.Array(Type.String()),
  severity: oneOf(severities),
  score: nullable(Type.Number()),
  vector: nullable(Type.String()),
  summary: Type.String(),
  published: nullable(Type.String()),
  modified: nullable(Type.String()),
  package: Type.String(),
  purl: nullable(Type.String()),
  name: Type.String(),
  version: nullable(Type.String()),
  ecosystem: nullable(Type.String()),
  fixed: Type.Array(Type.String()),
  remedy: nullable(Type.String()),
  products: Type.Integer(),
  figure: Type.String(),
  part: Type.String(),
  status: oneOf(findingStates),
  statedProducts: Type.Integer(),
  isReviewDue: Type.Boolean(),
})

export const findingPage = pageOf(findingItem)
export const findingQuery = listQuery(findingSorts, findingFilters, ofProduct)
export const findingParams = Type.Object({ finding: Type.String({ minLength: 1, maxLength: 300 }) })

const status = {
  state: oneOf(findingStates),
  justification: nullable(oneOf(justifications)),
  response: nullable(oneOf(responses)),
  until: nullable(Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })),
}

/** One statement; `source` names the system it was taken over from, null for what was stated here. */
export const statusEntry = Type.Object({
  id: Type.Integer(),
  advisory: Type.String(),
  part: Type.String(),
  product: nullable(Type.Object({ id: Type.String(), name: Type.String() })),
  ...status,
  reason: Type.String(),
  detail: nullable(Type.String()),
  source: nullable(Type.String()),
  by: nullable(Type.String()),
  at: Type.String(),
  isUndo: Type.Boolean(),
  isCurrent: Type.Boolean(),
  isReviewDue: Type.Boolean(),
})

/** The products are those that use any of the affected versions; statuses are all that was stated, the newest first. */
export const findingDetail = Type.Object({
  findings: Type.Array(findingItem),
  products: usePage,
  statuses: Type.Array(statusEntry),
  /** What who asks may state: for every product, or for products of some units. */
  rights: Type.Object({ everywhere: Type.Boolean(), units: Type.Array(Type.String()), mayAccept: Type.Boolean() }),
})

/** `products` of null: all that who asks may speak for. `others` are further advisories about the same part. */
export const statusBody = Type.Object(
  {
    part: Type.String({ minLength: 1, maxLength: 4_000 }),
    ...status,
    reason: Type.String({ maxLength: 2_000 }),
    detail: nullable(Type.String({ maxLength: 10_000 })),
    products: nullable(Type.Array(Type.String({ maxLength: 500 }), { minItems: 1, maxItems: 500 })),
    others: Type.Array(Type.String({ minLength: 1, maxLength: 300 }), { maxItems: 500 }),
  },
  { additionalProperties: false },
)

/** A finding as a row of the list names it. */
const findingPlace = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 300 }),
    part: Type.String({ minLength: 1, maxLength: 4_000 }),
  },
  { additionalProperties: false },
)

export const statusesBody = Type.Object(
  {
    findings: Type.Array(findingPlace, { minItems: 1, maxItems: mostFindingsAtOnce }),
    ...status,
    reason: Type.String({ maxLength: 2_000 }),
    detail: nullable(Type.String({ maxLength: 10_000 })),
  },
  { additionalProperties: false },
)

const ids = Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, maxItems: 20_000 })
export const undoBody = Type.Object({ ids }, { additionalProperties: false })

/** What takes the statements back, when it is sent to `/api/v1/statuses/undo`. */
export const stated = Type.Object({ ids: Type.Array(Type.Integer()) })

/** `taken` counts findings, `ids` are the statements about them: one for all products, or one for each. */
export const statedTogether = Type.Object({
  ids: Type.Array(Type.Integer()),
  taken: Type.Integer(),
  refused: Type.Array(Type.Object({ finding: findingPlace, why: oneOf(refusalReasons) })),
})

export const affectedQuery = Type.Object(
  { ...pageQuery, format: Type.Optional(oneOf(fileFormats)) },
  { additionalProperties: false },
)
