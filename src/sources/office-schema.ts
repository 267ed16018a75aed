/** What may stand in the files of `officeFolders`; described for people in `docs/office-files.md`. */

import { z } from 'zod'
import { maturityFunctions } from '#domain/maturity-model.ts'
import { answerValues } from '#domain/office.ts'

const text = z.string().trim().min(1, 'must not be empty')
const id = z
  .string()
  .regex(
    /^[a-z0-9]+(?:[-._][a-z0-9]+)*$/,
    'must be an id: lower-case letters, digits and single hyphens, dots or underscores',
  )
const day = z.string('must be a day, written YYYY-MM-DD').refine(isDay, 'must be a day that exists, written YYYY-MM-DD')
const link = z.string().regex(/^(?:https?:\/\/\S+|[\w.@-][^\s\\]*)$/, 'must be an address, or a path written with /')

const record = z
  .strictObject({
    id,
    kind: text.optional(),
    indicators: z.array(text).min(1, 'must name at least one indicator').optional(),
    basis: z.enum(['document', 'attestation']).optional(),
    unit: id.optional(),
    title: text,
    link: link.optional(),
    by: id,
    on: day,
    validUntil: day.optional(),
    reviewedOn: day.optional(),
    value: z.union([z.number(), z.boolean()], 'must be a number, or true or false').optional(),
  })
  .refine(({ kind, indicators }) => kind !== undefined || indicators !== undefined, 'must have "kind" or "indicators"')

const answer = z.strictObject({
  question: text,
  unit: id.optional(),
  by: id,
  role: text,
  on: day,
  answer: z.enum(answerValues),
  note: text.optional(),
  proof: link.optional(),
})

const level = z.int().min(0, 'must be a level from 0 to 4').max(4, 'must be a level from 0 to 4')

const target = z.strictObject({
  unit: id.optional(),
  function: z.enum(maturityFunctions).optional(),
  level,
  until: day.optional(),
})

const exemption = z.strictObject({ indicator: text, unit: id.optional(), reason: text, by: id, on: day })

export const officeSchema = z.strictObject({
  format: z.literal(1),
  records: z.array(record).optional(),
  answers: z.array(answer).optional(),
  targets: z.array(target).optional(),
  notApplicable: z.array(exemption).optional(),
})

export type OfficeText = z.infer<typeof officeSchema>

function isDay(value: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}
