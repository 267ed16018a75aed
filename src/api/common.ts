/** What all answers of the API have in common. Field names are stable within `/api/v1`. */

import { Type, type Static, type TSchema } from 'typebox'

/** Null is written out: an absent field would not tell whether something is unknown. */
export function nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()])
}

export const unknownReason = Type.Union([
  Type.Literal('failed'),
  Type.Literal('withheld'),
  Type.Literal('not-collected'),
  Type.Literal('not-applicable'),
])

export const coverage = Type.Object({ known: Type.Integer(), of: Type.Integer(), unit: Type.String() })

/** A figure as an answer holds it: its id opens the chain at `/api/v1/figures/ID`. */
export function figureOf<T extends TSchema>(value: T) {
  return Type.Object({
    id: Type.String(),
    value: nullable(value),
    /** Null for a known figure. */
    why: nullable(unknownReason),
    coverage: Type.Optional(coverage),
  })
}

export const band = Type.Object({ low: Type.Number(), central: Type.Number(), high: Type.Number() })
export const moneyBand = Type.Object({
  low: Type.Number(),
  central: Type.Number(),
  high: Type.Number(),
  currency: Type.String(),
})

/** A page of a list, by key: `next` goes into the `after` of the next request. */
export function pageOf<T extends TSchema>(item: T) {
  return Type.Object({
    items: Type.Array(item),
    next: nullable(Type.String()),
    /** `at-least` where counting all would take longer than the page may. */
    total: Type.Object({
      count: Type.Integer(),
      kind: Type.Union([Type.Literal('exact'), Type.Literal('at-least')]),
    }),
  })
}

export const pageQuery = {
  after: Type.Optional(Type.String({ maxLength: 500 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 })),
}

/** RFC 9457, with the product's own code. */
export const problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.Optional(Type.String()),
  instance: Type.Optional(Type.String()),
})

export type ProblemBody = Static<typeof problem>
export type CoverageBody = Static<typeof coverage>
