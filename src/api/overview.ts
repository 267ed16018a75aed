/** Shapes of `/api/v1/overview`, `/api/v1/search` and `/api/v1/reports`. */

import { Type } from 'typebox'
import { severities } from '#domain/finding.ts'
import { worth } from './areas.ts'
import { coverage, moneyBand, nullable, unknownReason } from './common.ts'
import { oneOf } from './lists.ts'

/** A number of rows, with the list and the filters that show exactly these. */
const countCard = {
  id: nullable(Type.String()),
  value: nullable(Type.Integer()),
  why: nullable(unknownReason),
  coverage: nullable(coverage),
  opens: Type.Object({ list: Type.String(), filters: Type.Record(Type.String(), Type.String()) }),
}

/** What it was in the assessment before. */
const beforeCount = nullable(
  Type.Object({
    assessment: Type.String(),
    asOf: Type.String(),
    value: nullable(Type.Integer()),
    why: nullable(unknownReason),
  }),
)
const beforeMoney = nullable(
  Type.Object({
    assessment: Type.String(),
    asOf: Type.String(),
    value: nullable(moneyBand),
    why: nullable(unknownReason),
  }),
)

export const overviewAnswer = Type.Object({
  assessment: Type.String(),
  asOf: Type.String(),
  organization: Type.String(),
  products: Type.Integer(),
  /** Whether there is no assessment before. Where there is, what is not told of a unit has no `before`. */
  isFirst: Type.Boolean(),
  cards: Type.Object({
    packages: Type.Object({ ...countCard, before: beforeCount }),
    urgent: Type.Object({ ...countCard, before: beforeCount }),
    value: Type.Object({ ...worth.properties, before: beforeMoney }),
    given: Type.Object({ ...worth.properties, before: beforeMoney }),
  }),
  bySeverity: Type.Array(Type.Object({ severity: oneOf(severities), ...countCard, before: beforeCount })),
  toDo: Type.Array(
    Type.Object({
      kind: oneOf([
        'critical-findings',
        'where-to-help',
        'without-license',
        'restricted-terms',
        'products-without-documents',
      ]),
      ...countCard,
    }),
  ),
})

export const searchQuery = Type.Object(
  {
    q: Type.String({ minLength: 1, maxLength: 300 }),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 8 })),
  },
  { additionalProperties: false },
)

const searchKind = oneOf(['product', 'package', 'finding', 'subject'])

export const searchAnswer = Type.Object({
  groups: Type.Array(
    Type.Object({
      kind: searchKind,
      count: Type.Integer(),
      hits: Type.Array(
        Type.Object({
          kind: searchKind,
          id: Type.String(),
          name: Type.String(),
          detail: nullable(Type.String()),
        }),
      ),
    }),
  ),
})

/** Assessments that reports can be made of, newest first. */
export const reportsAnswer = Type.Object({
  items: Type.Array(
    Type.Object({ id: Type.String(), asOf: Type.String(), knownAt: Type.String(), recordedAt: Type.String() }),
  ),
})
