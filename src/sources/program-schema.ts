/** What may stand in the files about the office as an undertaking; described for people in `docs/office-program.md`. */

import { z } from 'zod'
import {
  budgetAreas,
  goalStates,
  leadershipKinds,
  leadershipOutcomes,
  officeForms,
  officeRoles,
  outputKinds,
} from '#domain/office-program.ts'

const text = z.string().trim().min(1, 'must not be empty')
const id = z
  .string()
  .regex(
    /^[a-z0-9]+(?:[-._][a-z0-9]+)*$/,
    'must be an id: lower-case letters, digits and single hyphens, dots or underscores',
  )
const day = z.string('must be a day, written YYYY-MM-DD').refine(isDay, 'must be a day that exists, written YYYY-MM-DD')
const link = z.string().regex(/^(?:https?:\/\/\S+|[\w.@-][^\s\\]*)$/, 'must be an address, or a path written with /')
const figure = z
  .string()
  .regex(/^[a-z][a-z0-9-]*\/\S+$/, 'must be the id of a figure, such as maturity/indicator/IC2/organization')
const format = z.literal(1)
const anyNumber = z.number('must be a number').refine(Number.isFinite, 'must be a number')

const leadership = z.strictObject({
  on: day,
  kind: z.enum(leadershipKinds),
  what: text,
  outcome: z.enum(leadershipOutcomes),
})

const goal = z.strictObject({
  id,
  title: text,
  organizationGoal: text.optional(),
  parent: id.optional(),
  sponsor: id.optional(),
  jointOwner: id.optional(),
  measure: figure,
  baseline: anyNumber.optional(),
  target: anyNumber,
  from: day,
  by: day,
  state: z.enum(goalStates).optional(),
})

const initiative = z.strictObject({ id, title: text, goal: id.optional(), startedOn: day, endedOn: day.optional() })

const output = z.strictObject({
  id,
  on: day,
  role: z.enum(officeRoles),
  title: text,
  kind: z.enum(outputKinds),
  goal: id.optional(),
  unit: id.optional(),
  with: z.array(id).optional(),
  link: link.optional(),
  handedOverTo: id.optional(),
})

const duty = z
  .strictObject({
    id,
    title: text,
    owner: id,
    everyMonths: z.int('must be a whole number of months').min(1, 'must be at least 1').max(120, 'must be at most 120'),
    since: day,
    lastDone: day.optional(),
    handedOverTo: id.optional(),
    handedOverOn: day.optional(),
  })
  .refine(
    ({ handedOverTo, handedOverOn }) => handedOverOn === undefined || handedOverTo !== undefined,
    'has "handedOverOn" and does not say to whom: "handedOverTo" is missing',
  )

const service = z.strictObject({
  id,
  title: text,
  process: text.optional(),
  products: z.array(id).optional(),
  users: text.optional(),
  lastUsed: day.optional(),
})

const dismissal = z.strictObject({ scenario: text, reason: text, by: id, on: day, until: day })

const charter = z.strictObject({
  format,
  mission: text,
  need: text.optional(),
  form: z.enum(officeForms).optional(),
  place: id.optional(),
  since: day.optional(),
  sponsor: id.optional(),
  budget: z
    .strictObject({ record: id, area: z.enum(budgetAreas).optional(), discretionary: z.boolean().optional() })
    .optional(),
  leadership: z.array(leadership).optional(),
})

/** By the name of the file. */
export const programSchemas = {
  'charter.yaml': charter,
  'goals.yaml': z.strictObject({ format, goals: z.array(goal), initiatives: z.array(initiative).optional() }),
  'outputs.yaml': z.strictObject({ format, outputs: z.array(output) }),
  'duties.yaml': z.strictObject({ format, duties: z.array(duty) }),
  'services.yaml': z.strictObject({ format, services: z.array(service) }),
  'dismissals.yaml': z.strictObject({ format, dismissals: z.array(dismissal) }),
} as const

export type ProgramFileName = keyof typeof programSchemas
export const programFileNames = Object.keys(programSchemas) as readonly ProgramFileName[]
export type ProgramText = { readonly [Name in ProgramFileName]: z.infer<(typeof programSchemas)[Name]> }

function isDay(value: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}
