/** Routes of lists: a page as JSON, or all rows as a file. */

import { Readable } from 'node:stream'
import type { TSchema } from 'typebox'
import { dayOf } from '#app/clock.ts'
import { askList, openLens, type FileAnswer, type ListAnswer, type RawQuery } from '#app/lists/ask.ts'
import type { Lens } from '#app/lists/cut.ts'
import type { List } from '#app/lists/list.ts'
import { usedBy } from '#app/lists/where-used.ts'
import type { ViewKind } from '#domain/views.ts'
import { defineRoute, type Answer, type Route } from './route.ts'

export type ListRouteOptions<Kind extends ViewKind, Sort extends string, Filters, Item> = {
  readonly path: string
  readonly summary: string
  readonly list: List<Kind, Sort, Filters, Item>
  readonly query: TSchema
  readonly page: TSchema
  /** The kind of row that `?product=` narrows; absent where the list knows no product. */
  readonly ofProduct?: 'part' | 'package' | 'finding'
}

export function listRoute<Kind extends ViewKind, Sort extends string, Filters, Item>({
  path,
  summary,
  list,
  query: queryShape,
  page,
  ofProduct,
}: ListRouteOptions<Kind, Sort, Filters, Item>): Route {
  return defineRoute({
    method: 'GET',
    path,
    permission: 'read',
    summary,
    shape: { query: queryShape, response: page },
    handle: async ({ query }, { store, scope, clock }) => {
      const raw = query as RawQuery
      const lens = await openLens(store, scope, dayOf(clock()))
      const only = ofProduct === undefined ? undefined : await narrowed(lens, raw['product'], ofProduct)
      return listAnswer(askList(list, raw, lens, only, ofProduct === undefined ? [] : ['product']))
    },
  })
}

async function narrowed(lens: Lens, product: unknown, kind: 'part' | 'package' | 'finding') {
  return typeof product === 'string' ? usedBy(lens, product, kind) : undefined
}

function listAnswer<Item>(answer: ListAnswer<Item>): Answer<unknown> {
  return 'file' in answer ? fileAnswer(answer.file) : { body: answer.page }
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** The body is a stream: rows are made while they are sent. */
export function fileAnswer({ format, name, content }: FileAnswer): Answer<Readable> {
  return {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="${name}"`,
    },
    body: Readable.from(content, { objectMode: false }),
  }
}
