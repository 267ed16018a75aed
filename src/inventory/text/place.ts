/**
 * Places inside documents, as `DocumentPart.at` and `Issue.where` name them, and how `explain` reads them again.
 *
 * Three forms: a JSON pointer (`/packages/node_modules~1lodash`), a line (`line 12`) or a run of lines (`line 12-14`),
 * counted from 1. A place in another file of the same reading is preceded by that file's relative path and a space:
 * `go.sum line 7`.
 */

import type { SourceFile } from '#inventory/reader.ts'
import { parseJsonWithComments } from './json.ts'
import { asRecord, own } from './values.ts'

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
 * Reads places of a file again: gives the text of the lines named, or the key and the value that a JSON pointer leads to,
 * written as JSON. Undefined when there is no such place.
 */
export function placesIn(file: SourceFile): (place: string) => string | undefined {
  const rows = new Map<string | undefined, readonly string[] | undefined>()
  let root: { readonly value: unknown } | undefined
  return (place) => {
    const inLines = /^(?:(.+) )?line (\d+)(?:-(\d+))?$/.exec(place)
    if (inLines !== null) {
      const [, path, first, last] = inLines
      if (!rows.has(path)) rows.set(path, (path === undefined ? file : file.sibling(path))?.text().split('\n'))
      const all = rows.get(path)
      const start = Number(first)
      const end = Number(last ?? first)
      return all === undefined || start < 1 || end > all.length ? undefined : all.slice(start - 1, end).join('\n')
    }
    if (!place.startsWith('/')) return undefined
    if (root === undefined) {
      const parsed = parseJsonWithComments(file.text())
      root = { value: parsed.ok ? parsed.value : undefined }
    }
    return valueAt(root.value, place)
  }
}

function valueAt(root: unknown, place: string): string | undefined {
  const segments = place
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
  let value = root
  for (const segment of segments) {
    value = Array.isArray(value) ? value[Number(segment)] : own(asRecord(value) ?? {}, segment)
    if (value === undefined) return undefined
  }
  return `${JSON.stringify(segments.at(-1))}: ${JSON.stringify(value)}`
}
