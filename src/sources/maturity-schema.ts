/** What may stand in the packs of `content/maturity`. German and Japanese may be absent and are then counted. */

import { z } from 'zod'
import { maturityFunctions } from '#domain/maturity-model.ts'
import { entryFields, packFields } from './content.ts'

const text = z.string().min(1)
export const localText = z.strictObject({ en: text, de: text.optional(), ja: text.optional() })
const texts = z.array(text).min(1)
const localList = z.strictObject({ en: texts, de: texts.optional(), ja: texts.optional() })
const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
const ids = z.array(text)

export const levelsSchema = z.strictObject({
  ...packFields,
  levels: z.array(z.strictObject({ ...entryFields, level, label: localText, text: localText })).length(5),
})

export const stagesSchema = z.strictObject({
  ...packFields,
  stages: z
    .array(
      z.strictObject({
        ...entryFields,
        stage: level,
        label: localText,
        benefits: localList,
        role: localList,
        people: localText,
        gates: ids,
        supports: ids,
      }),
    )
    .length(5),
})

export const crosswalkSchema = z.strictObject({
  ...packFields,
  proposal: z.literal(true),
  rows: z
    .array(
      z.strictObject({
        ...entryFields,
        level,
        stages: z.array(level).min(1),
        finos: ids,
        ggi: ids,
        'carl-eric': ids,
        note: localText,
      }),
    )
    .length(5),
})

export const activityTypesSchema = z.strictObject({
  ...packFields,
  types: z.array(z.strictObject({ ...entryFields, label: localText })),
  handling: z.array(z.strictObject({ ...entryFields, level, type: text, text: localText })),
})

const thresholds = {
  'at-least': z.number().optional(),
  'at-most': z.number().optional(),
  'more-than': z.number().optional(),
}

export const indicatorsSchema = z.strictObject({
  ...packFields,
  indicators: z.array(
    z.strictObject({
      ...entryFields,
      level: level.nullable(),
      gate: z.boolean(),
      function: z.enum(maturityFunctions),
      cost: z.enum(['low', 'medium', 'high']),
      weight: z.number().positive(),
      label: localText,
      question: localText,
      evidence: ids,
      pass: z.strictObject({
        unit: z.enum(['yes', 'share', 'count', 'days', 'minutes', 'years']),
        ...thresholds,
        days: z.number().positive().optional(),
        share: z.number().positive().optional(),
      }),
      needs: z.array(
        z.strictObject({ kind: text, ...thresholds, 'reviewed-within-months': z.int().positive().optional() }),
      ),
    }),
  ),
})

export const recordKindsSchema = z.strictObject({
  ...packFields,
  kinds: z.array(
    z.strictObject({
      ...entryFields,
      reach: z.enum(['down', 'up', 'own']),
      value: z.enum(['none', 'share', 'count', 'days', 'minutes']),
      declaration: text.optional(),
      label: localText,
    }),
  ),
})

export const questionsSchema = z.strictObject({
  ...packFields,
  questions: z.array(z.strictObject({ ...entryFields, group: text, indicators: ids, text: localText })),
})

export const frameworkSchema = z.strictObject({
  ...packFields,
  framework: text,
  title: text,
  edition: text,
  source: text,
  'source-license': text,
  note: localText,
  items: z.array(
    z.strictObject({
      ...entryFields,
      group: text.optional(),
      title: localText.optional(),
      records: ids,
      indicators: ids,
      gap: localText.optional(),
    }),
  ),
})
