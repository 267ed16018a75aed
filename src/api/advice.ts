/** Shapes of `/api/v1/advice`: what to do next, and what was put aside. Texts are in the language of the request. */

import { Type } from 'typebox'
import { band, figureOf, nullable } from './common.ts'

const costClass = Type.Enum(['low', 'medium', 'high'])

const signal = Type.Object({
  id: Type.String(),
  label: Type.String(),
  unit: Type.Enum(['count', 'share', 'days', 'minutes', 'levels', 'yes']),
  figure: figureOf(Type.Union([Type.Number(), Type.Boolean()])),
  limit: nullable(Type.Object({ when: Type.Enum(['above', 'below']), value: Type.Number() })),
  /** Names of what was counted, at most five. */
  examples: Type.Array(Type.String()),
})

const scenario = {
  scenario: Type.String(),
  /** As the sources count them: `1`, `10a`; `C1` for the challenges. */
  number: Type.String(),
  label: Type.String(),
}

const putAside = Type.Object({
  ...scenario,
  reason: Type.String(),
  by: Type.String(),
  on: Type.String(),
  until: Type.String(),
  /** It would be recommended otherwise. */
  wouldFire: Type.Boolean(),
  /** Kept here, so that it can be brought back here; otherwise it stands in a file of the office. */
  isKeptHere: Type.Boolean(),
})

/** Null where it tells of the whole organization and the reader may see a part of it: `withheld` names it. */
export const adviceAnswer = Type.Object({
  asOf: Type.String(),
  withheld: Type.Array(Type.String()),
  recommendations: nullable(
    Type.Array(
      Type.Object({
        ...scenario,
        rank: Type.Integer(),
        gravity: Type.Integer(),
        /** Known weight of all weight, 0 to 1. */
        confidence: Type.Number(),
        signals: Type.Array(signal),
        steps: Type.Array(Type.String()),
        cost: costClass,
        effortDays: band,
        effect: Type.Object({
          figure: Type.String(),
          label: Type.String(),
          direction: Type.Enum(['up', 'down']),
          withinMonths: Type.Integer(),
        }),
        checkOn: Type.String(),
        source: Type.String(),
      }),
    ),
  ),
  putAside: nullable(Type.Array(putAside)),
  /** What cannot be told, and what would have to be there. */
  unclear: nullable(Type.Array(Type.Object({ ...scenario, missing: Type.Array(Type.String()) }))),
  checks: nullable(
    Type.Array(
      Type.Object({
        ...scenario,
        givenOn: Type.String(),
        checkOn: Type.String(),
        isDue: Type.Boolean(),
        result: Type.Enum(['improved', 'not', 'unknown']),
        figure: Type.String(),
      }),
    ),
  ),
  roles: nullable(
    Type.Array(
      Type.Object({
        role: Type.String(),
        label: Type.String(),
        outputs: Type.Array(Type.Object({ id: Type.String(), on: Type.String(), title: Type.String() })),
        recent: figureOf(Type.Number()),
        /** Nothing was delivered lately: a finding. Null when not known. */
        isEmpty: nullable(Type.Boolean()),
      }),
    ),
  ),
})

const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

export const putAsideBody = Type.Object(
  {
    scenario: Type.String({ minLength: 1, maxLength: 200 }),
    reason: Type.String({ minLength: 1, maxLength: 2000 }),
    until: day,
  },
  { additionalProperties: false },
)
export const scenarioParams = Type.Object({ scenario: Type.String({ minLength: 1, maxLength: 200 }) })
export const kept = Type.Object({ scenario: Type.String() })
