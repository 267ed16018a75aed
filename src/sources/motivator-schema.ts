/** What may stand in `conversations/*.md`, `motivators.yaml` and `benefits.yaml`; described in `docs/motivator-files.md`. */

import { z } from 'zod'
import { confidentialities, consents } from '#domain/consent.ts'
import { openSourceActivities, stakeholders, stances, talkAudiences, valueKinds } from '#domain/motivators.ts'

const text = z.string('must be text').trim().min(1, 'must not be empty')
const id = z
  .string('must be an id')
  .regex(
    /^[a-z0-9]+(?:[-._][a-z0-9]+)*$/,
    'must be an id: lower-case letters, digits and single hyphens, dots or underscores',
  )
const day = z.string('must be a day, written YYYY-MM-DD').refine(isDay, 'must be a day that exists, written YYYY-MM-DD')
const benefitId = z.string('must be an id').regex(/^[\w.-]+$/, 'must be the id of a benefit')
const format = z.literal(1)
const level = z
  .number('must be a level from 0 to 4')
  .refine((value) => [0, 1, 2, 3, 4].includes(value), 'must be a level from 0 to 4')
const activities = z.array(z.enum(openSourceActivities))

export const conversationSchema = z.strictObject({
  format,
  id,
  on: day,
  with: z
    .strictObject({ person: id.optional(), role: text.optional() })
    .refine(
      ({ person, role }) => (person === undefined) !== (role === undefined),
      'must be either { person: id } or { role: text }',
    ),
  unit: id.optional(),
  audience: z.enum(talkAudiences),
  interviewer: id,
  consent: z.enum(consents),
  confidentiality: z.enum(confidentialities),
  stance: z.enum(stances).optional(),
})

export type ConversationText = z.infer<typeof conversationSchema>

const followUp = z.strictObject({
  what: text.optional(),
  by: id,
  until: day,
  done: z.boolean().optional(),
  after: z.array(id).optional(),
})

const motivator = z.strictObject({
  id,
  statement: text.optional(),
  valueKind: z.enum(valueKinds).optional(),
  catalog: id.optional(),
  conversations: z.array(id).optional(),
  areas: z.array(id).optional(),
  activities: activities.optional(),
  benefits: z.array(benefitId).optional(),
  from: level.optional(),
  to: level.optional(),
  strength: z
    .int('must be a whole number from 1 to 5')
    .min(1, 'must be a whole number from 1 to 5')
    .max(5, 'must be a whole number from 1 to 5')
    .optional(),
  obstacle: text.optional(),
  wish: text.optional(),
  followUp: followUp.optional(),
  declined: text.optional(),
})

export const motivatorFileSchema = z.strictObject({ format, motivators: z.array(motivator) })

export type MotivatorText = z.infer<typeof motivator>

const rank = z.int('must be a whole number from 1').min(1, 'must be a whole number from 1')

export const benefitFileSchema = z.strictObject({
  format,
  chosen: z.array(z.strictObject({ benefit: benefitId, rank, reason: text.optional() })).optional(),
  own: z
    .array(
      z.strictObject({
        id,
        statement: text,
        from: level.optional(),
        to: level.optional(),
        activities: activities.optional(),
        stakeholders: z.array(z.enum(stakeholders)).optional(),
        shownBy: z.array(text).optional(),
      }),
    )
    .optional(),
})

function isDay(value: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}
