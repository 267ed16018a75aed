/** Shapes of the pages that show one area of the assessment: value, contribution, agility, alternatives, maturity. */

import { Type } from 'typebox'
import { coverage, moneyBand, nullable, unknownReason } from './common.ts'

/** Totals, in the form of a figure; the id is null where no figure stands for what is in sight. */
export const worth = Type.Object({
  id: nullable(Type.String()),
  value: nullable(moneyBand),
  why: nullable(unknownReason),
  coverage: nullable(coverage),
})

/**
 * The area as the assessment has it, each figure as id, value and why. `withheld` names the fields that are left out because
 * they tell of the whole organization and the reader may see some of its units.
 */
export const areaAnswer = Type.Object({
  asOf: Type.String(),
  withheld: Type.Array(Type.String()),
  why: nullable(Type.Literal('withheld')),
  area: Type.Any(),
})

export const namedWorth = Type.Object({ subject: Type.String(), name: Type.String(), ...worth.properties })

export const valueAnswer = Type.Object({
  /** Between which numbers an assumption can be tried out, by its id. */
  bounds: Type.Record(Type.String(), Type.Object({ least: Type.Number(), most: Type.Number() })),
  asOf: Type.String(),
  total: worth,
  /** By product it stands in the list of products, which goes on by key. */
  byUnit: Type.Array(namedWorth),
  /** Whole-organization fields: sensitivity, by scope, assumptions, reuse, several majors, what is missing. */
  withheld: Type.Array(Type.String()),
  why: nullable(Type.Literal('withheld')),
  area: Type.Any(),
})

/** `assume` as on the command line: `ID=VALUE` or `ID.low=VALUE`. */
export const whatIfQuery = Type.Object(
  {
    assume: Type.Array(Type.String({ minLength: 3, maxLength: 200 }), { minItems: 1, maxItems: 12 }),
    product: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
    unit: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  },
  { additionalProperties: false },
)

export const whatIfAnswer = Type.Object({
  subject: Type.Object({ kind: Type.String(), id: Type.String(), name: Type.String() }),
  before: worth,
  after: worth,
  assumptions: Type.Any(),
})
