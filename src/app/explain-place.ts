/**
 * Finds the place inside kept bytes that a figure was read from: a JSON pointer, a line, or a line of a companion of the
 * document (`go.sum#sha256=… line 5`).
 */

import { parseDocument } from 'yaml'
import type { EvidenceId } from '#domain/evidence.ts'

export type Excerpt = {
  /** First line of the excerpt, counted from 1; null when the place is the whole document. */
  readonly line: number | null
  readonly text: string
}

/** The place of an entry in a companion that is kept as evidence of its own. */
export function companionPlace(path: string, evidence: EvidenceId, at: string): string {
  return `${path}#sha256=${evidence} ${at}`
}

/** The companion that a place lies in and the place inside it; undefined for a place in the document itself. */
export function companionOf(
  at: string,
): { readonly path: string; readonly evidence: EvidenceId; readonly at: string } | undefined {
  const match = /^(.*)#sha256=([0-9a-f]{64}) (line .*)$/.exec(at)
  return match === null ? undefined : { path: match[1] ?? '', evidence: match[2] ?? '', at: match[3] ?? '' }
}

/** @returns undefined when the place does not exist in these bytes */
export function excerptAt(bytes: Uint8Array, at: string | undefined): Excerpt | undefined {
  const text = new TextDecoder().decode(bytes)
  if (at === undefined || at === '') return { line: null, text }
  const line = /^line (\d+)(?:-(\d+))?$/.exec(at)
  if (line !== null) return lines(text, Number(line[1]), Number(line[2] ?? line[1]))
  if (at.startsWith('/')) return pointer(text, at)
  return undefined
}

function lines(text: string, first: number, last: number): Excerpt | undefined {
  const all = text.split(/\r\n|\n|\r/)
  if (first < 1 || last > all.length) return undefined
  return { line: first, text: all.slice(first - 1, last).join('\n') }
}

/** RFC 6901, in JSON and in YAML alike. The excerpt is the value itself, re-printed, with its key in front. */
function pointer(text: string, at: string): Excerpt | undefined {
  let value = valueOf(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
  const tokens = at
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
  for (const token of tokens) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) return undefined
    value = (value as Record<string, unknown>)[token]
  }
  const key = tokens.at(-1) ?? ''
  return { line: null, text: `${JSON.stringify(key)}: ${JSON.stringify(value, null, 2)}` }
}

/** What a person keeps is YAML, what programs write is JSON. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    const document = parseDocument(text, { prettyErrors: false })
    return document.errors.length === 0 ? (document.toJS({ maxAliasCount: 100 }) as unknown) : undefined
  }
}
