/** What may stand in the packs of `content/benefits` and `content/motivators`: every text in every language. */

import { z } from 'zod'
import { openSourceActivities, stakeholders, talkAudiences, valueKinds } from '#domain/motivators.ts'
import { entryFields, packFields } from './content.ts'

const text = z.string().min(1)
const localText = z.strictObject({ en: text, de: text, ja: text })
const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
const span = { from: level, to: level }
const kind = z.enum(valueKinds)
const activities = z.array(z.enum(openSourceActivities)).min(1)

export const benefitsSchema = z.strictObject({
  ...packFields,
  benefits: z.array(
    z.strictObject({
      ...entryFields,
      ...span,
      activities,
      stakeholders: z.array(z.enum(stakeholders)).min(1),
      'shown-by': z.array(text),
      beside: z.array(text).optional(),
      label: localText,
    }),
  ),
})

export const motivatorsSchema = z.strictObject({
  ...packFields,
  kinds: z.array(z.strictObject({ ...entryFields, id: kind, label: localText })).length(valueKinds.length),
  motivators: z.array(
    z.strictObject({ ...entryFields, ...span, kind, activities, benefits: z.array(text), label: localText }),
  ),
})

export const guidesSchema = z.strictObject({
  ...packFields,
  guides: z
    .array(
      z.strictObject({
        audience: z.enum(talkAudiences),
        label: localText,
        questions: z.array(z.strictObject({ ...entryFields, text: localText })).min(1),
      }),
    )
    .length(talkAudiences.length),
})

export const templateSchema = z.strictObject({
  ...packFields,
  proposal: z.literal(true),
  note: localText,
  rows: z.array(kind).min(1),
  boxes: z.array(
    z.strictObject({
      ...entryFields,
      ...span,
      motivator: text,
      kind,
      touches: kind.optional(),
      mainly: level.optional(),
    }),
  ),
})
