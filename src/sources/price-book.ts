/** The price book that ships as data in `content/prices`. */

import { z } from 'zod'
import { readMetric, type PriceBook } from '#domain/price-book.ts'
import { entryFields, packFields, readContent } from './content.ts'

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be an id')
const packages = z.array(z.string().regex(/^pkg:[a-z]+\/[^@?#]+$/, 'must be a package URL without version')).default([])

const software = z.strictObject({ id, name: z.string(), serves: z.string(), packages, signs: packages })

const price = z.strictObject({
  ...entryFields,
  id,
  software: z.array(id).min(1),
  alternative: z.string(),
  edition: z.string().optional(),
  price: z.number().positive(),
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code'),
  metric: z.string().refine((metric) => readMetric(metric) !== undefined, 'must say for how long the price is paid'),
  'support-rate': z.number().min(0).max(1).optional(),
  minimum: z.strictObject({ quantity: z.number().positive(), per: z.enum(['order', 'server']) }).optional(),
  'free-quantity': z.number().positive().optional(),
  'as-of': z.iso.date().optional(),
  quality: z.literal([1, 2, 3]),
  'stale-after-days': z.int().positive(),
  note: z.string().optional(),
})

const unpriced = z.strictObject({
  id,
  alternative: z.string(),
  why: z.enum(['pages-disagree', 'range-only', 'none-found']),
  note: z.string().optional(),
})

const pack = z.strictObject({
  ...packFields,
  software: z.array(software),
  prices: z.array(price),
  unpriced: z.array(unpriced),
})

/** Throws `config-invalid` with the line when the file was changed by hand and does not follow the schema. */
export function readPriceBook(): PriceBook {
  const book = readContent('prices/price-book.yaml', pack)
  return {
    version: book.version,
    software: book.software,
    prices: book.prices.map((entry) => ({
      id: entry.id,
      software: entry.software,
      alternative: entry.alternative,
      edition: entry.edition ?? null,
      price: entry.price,
      currency: entry.currency,
      metric: entry.metric,
      supportRate: entry['support-rate'] ?? null,
      minimum: entry.minimum ?? null,
      freeQuantity: entry['free-quantity'] ?? 0,
      asOf: entry['as-of'] ?? null,
      source: entry.source,
      quality: entry.quality,
      staleAfterDays: entry['stale-after-days'],
      note: entry.note ?? null,
    })),
    unpriced: book.unpriced.map((one) => ({ ...one, note: one.note ?? null })),
  }
}
