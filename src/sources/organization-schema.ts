/** What may stand in `organization.yaml` and `people.yaml`; described for people in `docs/organization-file.md`. */

import { z } from 'zod'

const id = z
  .string()
  .regex(
    /^[a-z0-9]+(?:[-._][a-z0-9]+)*$/,
    'must be an id: lower-case letters, digits and single hyphens, dots or underscores',
  )
const text = z.string().trim().min(1, 'must not be empty')
const path = z
  .string()
  .min(1, 'must not be empty; "." is the assessed folder itself')
  .refine((value) => !value.includes('\\'), 'must be written with / and not \\')
  .refine((value) => !value.startsWith('/') && !/^[A-Za-z]:/.test(value), 'must be relative to the folder of this file')
  .refine((value) => !value.split('/').includes('..'), 'must not leave the folder of this file')
const day = z.string('must be a day, written YYYY-MM-DD').refine(isDay, 'must be a day that exists, written YYYY-MM-DD')

const unit = z.strictObject({ id, name: text, parent: id.optional() })

const supplier = z.strictObject({ id, name: text, contract: text.optional() })

const product = z.strictObject({
  id,
  name: text,
  origin: z.enum(['made', 'bought', 'run']),
  unit: id.optional(),
  criticality: z.enum(['low', 'medium', 'high', 'mission']).optional(),
  audience: z.enum(['internal', 'partners', 'public']).optional(),
  supplier: id.optional(),
  owner: id.optional(),
  paths: z.array(path).min(1, 'must name at least one folder or file'),
})

const person = z.strictObject({
  id,
  unit: id.optional(),
  roles: z.array(id).optional(),
  from: day.optional(),
  to: day.optional(),
  namesAllowed: z.boolean().optional(),
})

const laborRate = z.strictObject({
  yearlyWage: z.number().positive('must be more than zero').max(100_000_000, 'is more than anybody earns in a year'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as USD or EUR'),
  loadFactor: z
    .number()
    .min(1, 'must be at least 1: what an employee costs, divided by the wage')
    .max(10, 'must be at most 10'),
  source: text,
  asOf: day,
  isDefault: z.boolean().optional(),
})

const declaration = z.strictObject({
  id,
  on: day,
  by: id,
  unit: id.optional(),
  product: id.optional(),
  part: z
    .string()
    .regex(/^pkg:[a-z][a-z0-9.+-]*\//, 'must be a package URL such as pkg:npm/lodash')
    .optional(),
  subject: id,
  value: z.union([z.boolean(), z.number(), text], 'must be true or false, a number, or text'),
  note: text,
})

export const organizationSchema = z.strictObject({
  format: z.literal(1),
  id,
  name: text,
  domains: z
    .array(z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'must be a mail domain such as harbor-city.example'))
    .optional(),
  laborRate: laborRate.optional(),
  units: z.array(unit).optional(),
  suppliers: z.array(supplier).optional(),
  products: z.array(product).min(1, 'must name at least one product').optional(),
  people: z.array(person).optional(),
  declarations: z.array(declaration).optional(),
  peopleFile: path.optional(),
  sizeFiles: z.array(path).optional(),
  advisoryFolders: z.array(path).optional(),
})

export const peopleSchema = z.strictObject({
  format: z.literal(1),
  people: z.array(
    z.strictObject({
      id,
      name: text,
      addresses: z
        .array(z.string().regex(/^[^\s@<>]+@[^\s@<>]+$/, 'must be an e-mail address'))
        .min(1, 'must have at least one address'),
    }),
  ),
})

export type OrganizationText = z.infer<typeof organizationSchema>

function isDay(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  if (match === null) return false
  const day = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])))
  return day.toISOString().startsWith(value)
}
