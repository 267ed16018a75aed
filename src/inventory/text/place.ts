/**
 * Places inside documents, as `DocumentPart.at` and `Issue.where` name them, and how `explain` reads them again.
 *
 * Three forms: a JSON pointer (`/packages/node_modules~1lodash`), a line (`line 12`) or a run of lines (`line 12-14`),
 * counted from 1. A place in another file of the same reading is preceded by that file's relative path and a space:
 * `go.sum line 7`.
 */

import type { SourceFile } from '#inventory/reader.ts'
import { parseJsonWithComments } from './json.ts'
import { asRecord } from './values.ts'

/** `line 12`, or `line 12-14` for an entry over several lines. */
export function lines(first: number, last: number = first): string {
  return last > first ? `line ${first}-${last}` : `line ${first}`
}

/** A JSON pointer (RFC 6901) of the unescaped segments. */
export function pointer(...segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** A place in another file of the reading. */
export function inFile(path: string, place: string): string {
  return `${path} ${place}`
}

/**
 * The text that stands at a place: the lines named, or the key and the value that a JSON pointer leads to, written as JSON.
 * Undefined when there is no such place in the file.
 */
export function textAt(file: SourceFile, place: string): string | undefined {
  const inLines = /^(?:(.+) )?line (\d+)(?:-(\d+))?$/.exec(place)
  if (inLines !== null) {
    const [, path, first, last] = inLines
    const from = path === undefined ? file : file.sibling(path)
    const all = from?.text().split('\n')
    const start = Number(first)
    const end = Number(last ?? first)
    return all === undefined || start < 1 || end > all.length ? undefined : all.slice(start - 1, end).join('\n')
  }
  return place.startsWith('/') ? valueAt(file.text(), place) : undefined
}

function valueAt(text: string, place: string): string | undefined {
  const read = parseJsonWithComments(text)
  if (!read.ok) return undefined
  const segments = place
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
  let value: unknown = read.value
  for (const segment of segments) {
    value = Array.isArray(value) ? value[Number(segment)] : asRecord(value)?.[segment]
    if (value === undefined) return undefined
  }
  return `${JSON.stringify(segments.at(-1))}: ${JSON.stringify(value)}`
}
