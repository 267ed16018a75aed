/** Shapes of `/api/v1/motivators`. */

import { Type } from 'typebox'
import { cellStates } from '#domain/assessment/motivators.ts'
import { confidentialities, consents } from '#domain/consent.ts'
import { levelNumbers } from '#domain/maturity-model.ts'
import { talkAudiences, valueKinds } from '#domain/motivators.ts'
import { figureOf, nullable } from './common.ts'
import { oneOf } from './lists.ts'

const area = Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))
const audience = Type.Enum([...talkAudiences])
const state = Type.Enum([...cellStates])
const level = Type.Enum([...levelNumbers])
const id = Type.String({ minLength: 1, maxLength: 200 })
/** What a person wrote, without signs that no keyboard has. */
const said = (most: number) =>
  Type.String({
    minLength: 1,
    maxLength: most,
    pattern: '^[^\\u0000-\\u0008\\u000e-\\u001f]*\\S[^\\u0000-\\u0008\\u000e-\\u001f]*$',
  })
const areas = Type.Array(Type.Object({ id: nullable(Type.String()), name: Type.String() }))
const named = Type.Object({ motivator: Type.String(), statement: Type.String() })

export const motivatorQuery = Type.Object({ area }, { additionalProperties: false })
export const pitchQuery = Type.Object({ area, audience }, { additionalProperties: false })
export const motivatorParams = Type.Object({ motivator: id })
export const editParams = Type.Object({ edit: id })

/** What was done in the portal, and can be taken back by itself. */
const edits = Type.Array(
  Type.Object({
    edit: Type.String(),
    kind: Type.Enum(['added', 'span', 'declined', 'follow-up']),
    by: Type.String(),
    at: Type.String(),
  }),
)

/** Kinds of value × levels; a motivator is a bar from one level to another. Only what consent allows is in it. */
export const motivatorMatrix = Type.Object({
  /** Null is the whole organization. */
  area: nullable(Type.String()),
  areas,
  /** Names of the levels, from 0 on. */
  levels: Type.Array(Type.String()),
  rows: Type.Array(
    Type.Object({
      kind: Type.String(),
      label: Type.String(),
      bars: Type.Array(
        Type.Object({
          motivator: Type.String(),
          statement: Type.String(),
          from: Type.Integer(),
          to: Type.Integer(),
          state,
          isFollowUpOpen: Type.Boolean(),
          isEditable: Type.Boolean(),
          edits,
          people: figureOf(Type.Number()),
        }),
      ),
    }),
  ),
  isAddable: Type.Boolean(),
  /** Some of what was said is not shown, because too few people said it. */
  isWithholding: Type.Boolean(),
})

const benefit = Type.Object({
  label: Type.String(),
  figure: nullable(
    Type.Object({
      /** Null where the reader may not follow the chain. */
      id: nullable(Type.String()),
      text: Type.String(),
      isOfWhole: Type.Boolean(),
      arrives: Type.Boolean(),
    }),
  ),
})

const unlock = Type.Object({
  indicator: Type.String(),
  level: Type.String(),
  cost: Type.String(),
  openGates: Type.Integer(),
})

export const motivatorDetail = Type.Object({
  motivator: Type.String(),
  statement: Type.String(),
  kind: Type.String(),
  from: Type.Integer(),
  to: Type.Integer(),
  state,
  mayBeReachable: Type.Boolean(),
  areas: Type.Array(Type.String()),
  people: figureOf(Type.Number()),
  strength: figureOf(Type.Number()),
  obstacle: nullable(Type.String()),
  wish: nullable(Type.String()),
  declined: nullable(Type.String()),
  followUp: nullable(
    Type.Object({
      what: nullable(Type.String()),
      by: Type.String(),
      until: Type.String(),
      isDone: Type.Boolean(),
    }),
  ),
  said: Type.Array(
    Type.Object({
      id: Type.String(),
      on: Type.String(),
      /** A pseudonym, or a role. */
      by: Type.String(),
      unit: Type.String(),
      audience,
      note: nullable(Type.String()),
    }),
  ),
  benefits: Type.Array(benefit),
  unlock: nullable(unlock),
  edits,
  isEditable: Type.Boolean(),
})

const candidates = Type.Array(
  Type.Object({
    unit: Type.String(),
    person: nullable(Type.String()),
    audience,
    talk: Type.Enum(['open', 'took-place', 'held']),
    /** `opens` is the list that holds what the text counts. */
    reasons: Type.Array(
      Type.Object({
        text: Type.String(),
        opens: nullable(
          Type.Object({ list: oneOf(['findings', 'packages']), filters: Type.Record(Type.String(), Type.String()) }),
        ),
      }),
    ),
  }),
)

export const motivatorTalks = Type.Object({
  area: nullable(Type.String()),
  areas,
  top: Type.Array(Type.Object({ audience, motivators: Type.Array(named) })),
  contradictions: Type.Array(
    Type.Object({ wanted: named, hindered: named, obstacle: Type.String(), kind: Type.Enum([...valueKinds]) }),
  ),
  candidates,
  /** What was agreed and is not done, the earliest day first. */
  followUps: Type.Array(
    Type.Object({
      ...named.properties,
      what: nullable(Type.String()),
      by: Type.String(),
      until: Type.String(),
      isDue: Type.Boolean(),
      after: Type.Array(Type.String()),
      isEditable: Type.Boolean(),
    }),
  ),
})

export const motivatorPitch = Type.Object({
  area: nullable(Type.String()),
  name: Type.String(),
  audience,
  points: Type.Array(
    Type.Object({
      motivator: Type.String(),
      statement: Type.String(),
      isFromAudience: Type.Boolean(),
      state,
      wish: nullable(Type.String()),
      benefit: nullable(benefit),
      unlock: nullable(unlock),
    }),
  ),
  obstacles: Type.Array(Type.String()),
  talkTo: candidates,
})

export const motivatorChoices = Type.Object({
  units: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  isWholeOpen: Type.Boolean(),
  levels: Type.Array(Type.String()),
  kinds: Type.Array(Type.Object({ id: Type.String(), label: Type.String() })),
  catalog: Type.Array(
    Type.Object({
      id: Type.String(),
      label: Type.String(),
      kind: Type.String(),
      from: Type.Integer(),
      to: Type.Integer(),
    }),
  ),
  /** Pseudonyms of those who can follow something up. */
  people: Type.Array(Type.String()),
  conversations: Type.Array(
    Type.Object({
      id: Type.String(),
      on: Type.String(),
      by: Type.String(),
      unit: nullable(Type.String()),
      audience,
    }),
  ),
})

export const spanBody = Type.Object({ from: level, to: level }, { additionalProperties: false })

/** Null: it is wanted again. */
export const declineBody = Type.Object({ reason: nullable(said(1_000)) }, { additionalProperties: false })

const agreed = {
  what: Type.Optional(said(1_000)),
  /** A pseudonym of `organization.yaml`. */
  by: id,
  until: Type.String({ format: 'date' }),
}

/** Null: there is none any longer. */
export const followUpBody = Type.Object(
  { followUp: nullable(Type.Object({ ...agreed, isDone: Type.Boolean() }, { additionalProperties: false })) },
  { additionalProperties: false },
)

/** Of a talk that may not be quoted in the whole organization, nothing is kept but that it took place. */
const talk = Type.Object(
  {
    on: Type.String({ format: 'date' }),
    role: said(200),
    /** Null is the organization as a whole. */
    unit: nullable(id),
    audience,
    consent: Type.Enum([...consents]),
    confidentiality: Type.Enum([...confidentialities]),
    note: nullable(said(4_000)),
  },
  { additionalProperties: false },
)

export const saidBody = Type.Object(
  {
    statement: nullable(said(400)),
    catalog: nullable(id),
    kind: nullable(Type.Enum([...valueKinds])),
    from: nullable(level),
    to: nullable(level),
    /** Empty: where it was heard. */
    areas: Type.Array(id, { maxItems: 200 }),
    strength: nullable(Type.Integer({ minimum: 1, maximum: 5 })),
    obstacle: nullable(said(1_000)),
    wish: nullable(said(1_000)),
    followUp: Type.Optional(nullable(Type.Object(agreed, { additionalProperties: false }))),
    conversations: Type.Array(id, { maxItems: 200, uniqueItems: true }),
    talk: nullable(talk),
  },
  { additionalProperties: false },
)

export const kept = Type.Object({
  edits: Type.Array(Type.String()),
  /** Null: only that the conversation took place was kept. */
  motivator: nullable(Type.String()),
})
export const takenBack = Type.Object({ takenBack: Type.Boolean() })
export const editsYaml = Type.String()
