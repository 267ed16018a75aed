/** What may stand in `organization.yaml` and `people.yaml`; described for people in `docs/organization-file.md`. */

import { z } from 'zod'
import { readMetric } from '#domain/price-book.ts'
import { profiles } from '#domain/profile.ts'
import { projectOfAddress } from '#domain/project.ts'

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

const packageUrl = z
  .string()
  .regex(/^pkg:[a-z][a-z0-9.+-]*\/[^@?#]+$/, 'must be a package URL without version, such as pkg:npm/lodash')
const address = z
  .string()
  .refine((value) => projectOfAddress(value) !== undefined, 'must be the address of a repository, with https://')
const money = z.number().min(0, 'must not be negative').max(1e12, 'is more than anything costs')
const currency = z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as USD or EUR')

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
  published: address.optional(),
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
  currency,
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
  part: packageUrl.optional(),
  subject: id,
  value: z.union([z.boolean(), z.number(), text], 'must be true or false, a number, or text'),
  note: text,
})

const band = z.union([z.number(), text])

const assumption = z
  .strictObject({
    id: text,
    value: band.optional(),
    low: band.optional(),
    central: band.optional(),
    high: band.optional(),
    source: text,
  })
  .refine(
    ({ value, low, central, high }) => (value === undefined) !== ((low ?? central ?? high) === undefined),
    'must have either "value" for all three bands, or some of "low", "central" and "high"',
  )

const fork = z.strictObject({
  id,
  part: packageUrl,
  product: id.optional(),
  patches: z.int().positive('must be at least 1').optional(),
  since: day.optional(),
  reason: text,
  hoursPerRelease: z.number().positive('must be more than zero').max(100_000, 'is more than anybody works').optional(),
  releasesPerYear: z.number().positive('must be more than zero').max(1000, 'is more than anybody follows').optional(),
  plan: text.optional(),
})

const substitution = z
  .strictObject({
    id,
    serves: text,
    product: id.optional(),
    part: packageUrl.optional(),
    price: text,
    quantity: z.number().positive('must be more than zero').optional(),
    quantitySource: text,
    fit: z.number().min(0, 'must be between 0 and 1').max(1, 'must be between 0 and 1').optional(),
    discount: z.number().min(0, 'must be between 0 and 1').max(1, 'must be between 0 and 1').optional(),
    ownRunCost: money.optional(),
    alternativeRunCost: money.optional(),
    isPaidAlready: z.boolean().optional(),
  })
  .refine(({ product, part }) => product !== undefined || part !== undefined, 'must name a product or a part')

const price = z.strictObject({
  id,
  name: text,
  price: money.positive('must be more than zero'),
  currency,
  metric: id.refine(
    (value) => readMetric(value) !== undefined,
    'must say for how long the price is paid: end in -month, -year or -perpetual, or be gb or million-events',
  ),
  supportRate: z.number().min(0, 'must not be negative').max(1, 'must be a share of the price, at most 1').optional(),
  asOf: day,
  source: text,
})

const exchangeRate = z.strictObject({
  from: currency,
  to: currency,
  rate: z.number().positive('must be more than zero'),
  on: day,
  source: text,
})

const developers = z.strictObject({ count: z.number().positive('must be more than zero'), source: text, asOf: day })

const term = text.max(60, 'must be a term of at most 60 characters').optional()

const labels = z.strictObject({
  'open-source': term,
  'open-source-program-office': term,
  leadership: term,
  units: term,
  users: term,
})

export const organizationSchema = z.strictObject({
  format: z.literal(1),
  id,
  name: text,
  profile: z.enum(profiles).optional(),
  labels: labels.optional(),
  domains: z
    .array(z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'must be a mail domain such as harbor-city.example'))
    .optional(),
  laborRate: laborRate.optional(),
  units: z.array(unit).optional(),
  suppliers: z.array(supplier).optional(),
  products: z.array(product).min(1, 'must name at least one product').optional(),
  people: z.array(person).optional(),
  declarations: z.array(declaration).optional(),
  assumptions: z.array(assumption).optional(),
  forks: z.array(fork).optional(),
  alternatives: z.array(substitution).optional(),
  prices: z.array(price).optional(),
  acknowledgedPrices: z.array(text).optional(),
  exchangeRates: z.array(exchangeRate).optional(),
  developers: developers.optional(),
  projects: z.array(z.strictObject({ package: packageUrl, project: address })).optional(),
  peopleFile: path.optional(),
  sizeFiles: z.array(path).optional(),
  advisoryFolders: z.array(path).optional(),
  cloneFolders: z.array(path).optional(),
  ledgerFiles: z.array(path).optional(),
  commitFiles: z.array(path).optional(),
  releaseFiles: z.array(path).optional(),
  scorecardFiles: z.array(path).optional(),
  projectFiles: z.array(path).optional(),
  lifecycleFolders: z.array(path).optional(),
  officeFolders: z.array(path).optional(),
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
