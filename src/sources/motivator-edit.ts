/** Changes `motivators.yaml` as a person would: entries are added or moved, everything else and every comment stays. */

import { isMap, isSeq, parseDocument, type Document } from 'yaml'
import type { LevelSpan } from '#domain/motivators.ts'
import type { MotivatorText } from './motivator-schema.ts'

export type { MotivatorText }

/** @param bytes of a file that was read without a mistake; undefined when there is none yet */
export function appendMotivator(bytes: Uint8Array | undefined, entry: MotivatorText): Uint8Array {
  const document = documentOf(bytes)
  const list = document.get('motivators')
  const node = document.createNode(entry)
  if (isSeq(list) && list.items.length > 0) list.add(node)
  else document.set('motivators', document.createNode([entry]))
  return written(document)
}

/** Puts the box of a motivator of the catalog elsewhere; the entry is made when there is none. */
export function moveMotivator(bytes: Uint8Array | undefined, catalog: string, { from, to }: LevelSpan): Uint8Array {
  const document = documentOf(bytes)
  const list = document.get('motivators')
  const entry = isSeq(list) ? list.items.find((item) => isMap(item) && item.get('catalog') === catalog) : undefined
  if (!isMap(entry)) return appendMotivator(bytes, { id: catalog, catalog, from, to })
  entry.set('from', from)
  entry.set('to', to)
  return written(document)
}

/** An id that no entry has. */
export function freeId(bytes: Uint8Array | undefined): string {
  const list = documentOf(bytes).get('motivators')
  const taken = new Set(isSeq(list) ? list.items.map((item) => (isMap(item) ? item.get('id') : undefined)) : [])
  let number = 1
  while (taken.has(`m-${number}`)) number += 1
  return `m-${number}`
}

function documentOf(bytes: Uint8Array | undefined): Document {
  return parseDocument(bytes === undefined ? 'format: 1\nmotivators: []\n' : new TextDecoder().decode(bytes))
}

function written(document: Document): Uint8Array {
  // Without a width, long lines of others stay as they are.
  return new TextEncoder().encode(document.toString({ lineWidth: 0 }))
}
