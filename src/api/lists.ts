/** What all lists have in common: sorts and filters are closed lists, files of a list hold the rows of the whole list. */

import { Type, type TSchema } from 'typebox'
import { orders, type FilterKind } from '#domain/lists.ts'
import { pageQuery } from './common.ts'

/** One of the words. */
export function oneOf<const Words extends readonly string[]>(words: Words) {
  return Type.Enum([...words] as Words[number][])
}

/** JSON is a page; CSV and XLSX are all rows, with the API's field names as column names. */
export const fileFormats = ['json', 'csv', 'xlsx'] as const

/** @param more what a list takes besides, for example the product that narrows it */
export function listQuery(
  sorts: readonly string[],
  filters: Readonly<Record<string, FilterKind>>,
  more: Readonly<Record<string, TSchema>> = {},
) {
  const offered = Object.entries(filters).map(([name, kind]) => [name, Type.Optional(filterShape(kind))] as const)
  return Type.Object(
    {
      ...pageQuery,
      sort: Type.Optional(oneOf(sorts)),
      order: Type.Optional(oneOf(orders)),
      format: Type.Optional(oneOf(fileFormats)),
      ...Object.fromEntries(offered),
      ...more,
    },
    { additionalProperties: false },
  )
}

function filterShape(kind: FilterKind): TSchema {
  if (kind === 'text') return Type.String({ minLength: 1, maxLength: 300 })
  return kind === 'yes-or-no' ? Type.Boolean() : oneOf(kind)
}
