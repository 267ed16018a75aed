/** Shapes of `/api/v1/engagement` and `/api/v1/decisions`: how to deal with a part, and what was decided about it. */

import { Type } from 'typebox'
import { figureOf, moneyBand, nullable, pageOf, pageQuery, unknownReason } from './common.ts'

const option = Type.Object({ number: Type.Integer(), label: Type.String() })

const money = Type.Object({
  /** Null where the reader may not open the chain behind it. */
  id: nullable(Type.String()),
  value: nullable(moneyBand),
  why: nullable(unknownReason),
})

const decision = Type.Object({
  id: Type.String(),
  outcome: Type.Enum(['allow', 'allow-with-conditions', 'review', 'refuse', 'engage']),
  option: nullable(option),
  conditions: Type.Array(Type.String()),
  reason: Type.String(),
  by: Type.String(),
  on: Type.String(),
  until: nullable(Type.String()),
  unit: nullable(Type.String()),
  product: nullable(Type.String()),
  replaces: Type.Array(Type.String()),
  /** Recorded here, so that it can be withdrawn here; otherwise it stands in a file. */
  isKeptHere: Type.Boolean(),
})

const answered = Type.Object({
  ...decision.properties,
  /** The guide would say something else. */
  differs: Type.Boolean(),
})

const row = {
  subject: Type.String(),
  name: Type.String(),
  option,
  standing: Type.Enum(['advised', 'provisional']),
  reason: Type.Object({ code: Type.String(), text: Type.String() }),
  cost: money,
  reviewOn: Type.String(),
  /** Over the products that the reader may see. */
  criticality: Type.Number(),
  products: Type.Integer(),
  /** The decision that answers before the guide. */
  decided: nullable(answered),
}

export const engagementQuery = Type.Object(
  {
    option: Type.Optional(Type.Integer({ minimum: 0, maximum: 13 })),
    format: Type.Optional(Type.Enum(['json', 'csv', 'xlsx'])),
    ...pageQuery,
  },
  { additionalProperties: false },
)

export const engagementPage = Type.Object({
  asOf: Type.String(),
  ...pageOf(Type.Object(row)).properties,
  /** Ways to deal with parts, with the number of parts in sight that the guide says it of. */
  options: Type.Array(Type.Object({ ...option.properties, parts: Type.Integer() })),
  /** Packages that matter and have no row: advice on each is told where it is asked for. Null for who sees some units alone. */
  unlisted: nullable(Type.Integer()),
})

export const engagementParams = Type.Object({ '*': Type.String({ minLength: 1, maxLength: 500 }) })

const advice = Type.Object({
  ...row,
  /** False: not critical, decided or patched when it was assessed, so it is told when asked for and kept nowhere. */
  isListed: Type.Boolean(),
  explanation: Type.String(),
  measures: Type.Array(Type.String()),
  rejected: Type.Array(Type.Object({ option, reason: Type.String(), cost: money })),
  benefits: Type.Array(Type.Object({ id: Type.String(), label: Type.String() })),
  owner: nullable(Type.Object({ person: Type.String(), product: Type.String(), hasLeft: Type.Boolean() })),
  /** Null where it tells of more than the reader may see. */
  changes: nullable(
    Type.Array(
      Type.Object({
        fact: Type.String(),
        label: Type.String(),
        value: Type.String(),
        kind: Type.Enum(['unknown', 'near']),
        /** Why it is not known, where that is kept. */
        why: nullable(unknownReason),
        option,
      }),
    ),
  ),
  known: nullable(
    Type.Array(
      Type.Object({
        fact: Type.String(),
        label: Type.String(),
        text: Type.String(),
        /** Null where nothing is kept that could explain it. */
        figure: nullable(figureOf(Type.Union([Type.Number(), Type.String(), Type.Boolean()]))),
      }),
    ),
  ),
  /** The way as a figure; null where the reader may not open the chain behind it. */
  figure: nullable(Type.String()),
})

export const engagementDetail = Type.Object({
  asOf: Type.String(),
  subject: Type.String(),
  /** Null: no product of the last assessment uses it, and it is no own project. */
  advice: nullable(advice),
  decided: nullable(answered),
  /** In force, of this part and its project, for the whole or what the reader may see. */
  decisions: Type.Array(decision),
  withheld: Type.Array(Type.String()),
  options: Type.Array(Type.Object({ ...option.properties, explanation: Type.String() })),
})

const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

export const decisionBody = Type.Object(
  {
    subject: Type.String({ minLength: 1, maxLength: 500 }),
    decision: Type.Union([
      Type.Object({ option: Type.Integer({ minimum: 0, maximum: 13 }) }, { additionalProperties: false }),
      Type.Object(
        {
          outcome: Type.Enum(['allow', 'allow-with-conditions', 'review', 'refuse']),
          conditions: Type.Optional(
            Type.Array(Type.String({ minLength: 1, maxLength: 500 }), { minItems: 1, maxItems: 20 }),
          ),
        },
        { additionalProperties: false },
      ),
    ]),
    reason: Type.String({ minLength: 1, maxLength: 2000 }),
    until: nullable(day),
    /** Null: for the whole organization. */
    unit: nullable(Type.String({ minLength: 1, maxLength: 200 })),
  },
  { additionalProperties: false },
)
export const decisionParams = Type.Object({ decision: Type.String({ minLength: 1, maxLength: 200 }) })
export const decisionKept = Type.Object({ decision: Type.String(), replaces: Type.Array(Type.String()) })
export const decisionWithdrawn = Type.Object({ decision: Type.String() })
