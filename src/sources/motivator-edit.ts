/**
 * Changes `motivators.yaml` as a person would: entries are added or moved, and every other byte stays, comments and layout
 * included. The parsed document tells where; the text itself is changed there alone.
 */

import { isMap, isScalar, isSeq, parseDocument, stringify, type Document, type YAMLMap } from 'yaml'
import type { LevelSpan } from '#domain/motivators.ts'
import type { MotivatorText } from './motivator-schema.ts'

export type { MotivatorText }

type Edit = { readonly from: number; readonly to: number; readonly text: string }

/** @param bytes of a file that was read without a mistake; undefined when there is none yet */
export function appendMotivator(bytes: Uint8Array | undefined, entry: MotivatorText): Uint8Array {
  const { text, document } = opened(bytes)
  const list = document.get('motivators')
  const last = isSeq(list) && list.flow !== true ? list.items.at(-1) : undefined
  if (!isSeq(list) || !isMap(last) || last.range === null || last.range === undefined) {
    document.addIn(['motivators'], document.createNode(entry))
    if (isSeq(list)) list.flow = false
    return written(document.toString({ lineWidth: 0 }))
  }
  const indent = ' '.repeat(text.slice(text.lastIndexOf('\n', list.range?.[0] ?? 0) + 1, list.range?.[0] ?? 0).length)
  const lines = stringify([entry], { lineWidth: 0 }).trimEnd().split('\n')
  const end = lineEnd(text, last.range[1])
  const before = text.slice(0, end).endsWith('\n') ? '' : '\n'
  const added = lines.map((line) => `${indent}${line}\n`).join('')
  return changed(text, [{ from: end, to: end, text: before + added }])
}

/** Puts the box of a motivator of the catalog elsewhere; the entry is made when there is none. */
export function moveMotivator(bytes: Uint8Array | undefined, catalog: string, { from, to }: LevelSpan): Uint8Array {
  const { text, document } = opened(bytes)
  const list = document.get('motivators')
  const entry = isSeq(list) ? list.items.find((item) => isMap(item) && item.get('catalog') === catalog) : undefined
  if (!isMap(entry)) return appendMotivator(bytes, { id: catalog, catalog, from, to })
  const missing = Object.entries({ from, to }).filter(([key]) => !entry.has(key))
  const [, behind = 0] = rangeOf(entry, 'catalog')
  const key = entry.items.find((pair) => isScalar(pair.key) && pair.key.value === 'catalog')?.key
  const start = isScalar(key) ? (key.range?.[0] ?? 0) : 0
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start) + 1))
  const insert = (separator: string): Edit => ({
    from: behind,
    to: behind,
    text: missing.map(([name, level]) => `${separator}${name}: ${level}`).join(''),
  })
  const present = Object.entries({ from, to }).flatMap(([name, level]): Edit[] => {
    const [first, last] = rangeOf(entry, name)
    return first === undefined || last === undefined ? [] : [{ from: first, to: last, text: String(level) }]
  })
  return changed(text, [...present, insert(entry.flow === true ? ', ' : `\n${indent}`)])
}

/** An id that no entry has. */
export function freeId(bytes: Uint8Array | undefined): string {
  const list = opened(bytes).document.get('motivators')
  const taken = new Set(isSeq(list) ? list.items.map((item) => (isMap(item) ? item.get('id') : undefined)) : [])
  let number = 1
  while (taken.has(`m-${number}`)) number += 1
  return `m-${number}`
}

function opened(bytes: Uint8Array | undefined): { readonly text: string; readonly document: Document } {
  const text = bytes === undefined ? 'format: 1\nmotivators: []\n' : new TextDecoder().decode(bytes)
  return { text, document: parseDocument(text) }
}

/** Where the value of a key stands; nothing when it has none. */
function rangeOf(entry: YAMLMap, key: string): readonly [number, number] | readonly [] {
  const value: unknown = entry.get(key, true)
  const range = isScalar(value) ? value.range : undefined
  return range === null || range === undefined ? [] : [range[0], range[1]]
}

/** Behind the line that a value ends on, with what else stands on that line. */
function lineEnd(text: string, at: number): number {
  if (at > 0 && text[at - 1] === '\n') return at
  const next = text.indexOf('\n', at)
  return next < 0 ? text.length : next + 1
}

function changed(text: string, edits: readonly Edit[]): Uint8Array {
  return written(
    edits
      .toSorted((a, b) => b.from - a.from)
      .reduce((whole, edit) => whole.slice(0, edit.from) + edit.text + whole.slice(edit.to), text),
  )
}

function written(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
