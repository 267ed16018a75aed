/**
 * JSON that may be broken. Well-formed text takes the engine's own parser; only when that fails does a slow walk find out
 * what can still be read: a document followed by other text, or one that ends or breaks in the middle.
 */

import { issue, type Issue } from '#domain/issue.ts'

export type JsonText = {
  /** Undefined when nothing could be read. */
  readonly value: unknown
  readonly issues: readonly Issue[]
  /** JSON pointer to the innermost value that is not complete; null when the document is whole. */
  readonly openAt: string | null
}

/** Never throws. A text that is no JSON at all has the value undefined and an issue. */
export function parseJsonText(text: string): JsonText {
  try {
    return { value: JSON.parse(text), issues: [], openAt: null }
  } catch {
    return salvage(text)
  }
}

/** Whether the value at a pointer was cut off: it encloses the place where reading stopped. */
export function isOpen(openAt: string | null, pointer: string): boolean {
  return openAt !== null && (openAt === pointer || openAt.startsWith(`${pointer}/`))
}

type Level = {
  readonly close: '}' | ']'
  /** Key or index of the value that is being read. */
  key: string
  index: number
  /** Offset after the last complete member, where the text may be cut. */
  end: number
}

function salvage(text: string): JsonText {
  const stop = walk(text)
  if (stop.isWhole) {
    const value = parsedOrUndefined(text.slice(0, stop.offset))
    return { value, issues: [issue('trailing-data', lineOf(text, stop.offset))], openAt: null }
  }
  const code = stop.offset >= text.length ? 'truncated' : 'not-json'
  const issues = [issue(code, lineOf(text, Math.min(stop.offset, text.length)))]
  const last = stop.levels.at(-1)
  if (last === undefined) return { value: undefined, issues: [issue('not-json', 'line 1')], openAt: null }
  const closers = stop.levels.map(({ close }) => close).toReversed()
  const value = parsedOrUndefined(text.slice(0, last.end) + closers.join(''))
  const keys = stop.levels.map(({ key }) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
  return { value, issues, openAt: (stop.isInsideMember ? keys : keys.slice(0, -1)).join('') }
}

function parsedOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function lineOf(text: string, offset: number): string {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1
  return `line ${line}`
}

/** Deeper than this a broken document is not salvaged: its pointers would cost more than they tell. */
const deepest = 1000

const blanks = /[ \t\r\n]*/y
const scalarToken = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|true|false|null)/y
/** What may stand between a string's quotes up to its end or its next escape. */
// oxlint-disable-next-line no-control-regex -- control characters are what JSON forbids in strings
const stringRun = /[^"\\\u0000-\u001f]*/y
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

type Token = { readonly kind: 'string' | 'scalar' | 'mark'; readonly start: number; readonly end: number }

/** The token after any blanks; undefined where there is none, or only the beginning of one. */
function tokenAt(text: string, offset: number): Token | undefined {
  const start = endOf(blanks, text, offset)
  const first = text[start] ?? ''
  if (first !== '' && '{}[]:,'.includes(first)) return { kind: 'mark', start, end: start + 1 }
  if (first !== '"') {
    const end = endOf(scalarToken, text, start)
    return end === start ? undefined : { kind: 'scalar', start, end }
  }
  const end = stringEnd(text, start)
  return end.isClosed ? { kind: 'string', start, end: end.offset } : undefined
}

/** Run by run, because one expression over a string of megabytes can exhaust the stack of the engine. */
function stringEnd(text: string, start: number): { readonly isClosed: boolean; readonly offset: number } {
  let offset = start + 1
  for (;;) {
    offset = endOf(stringRun, text, offset)
    if (text[offset] === '"') return { isClosed: true, offset: offset + 1 }
    const next = endOf(escape, text, offset)
    if (next === offset) return { isClosed: false, offset }
    offset = next
  }
}

/** Where a sticky expression ends; the offset itself when it does not fit there. */
function endOf(expression: RegExp, text: string, offset: number): number {
  expression.lastIndex = offset
  return expression.test(text) ? expression.lastIndex : offset
}

type Stop = {
  readonly isWhole: boolean
  readonly offset: number
  readonly levels: readonly Level[]
  /** The innermost level stopped between a key and the end of its value. */
  readonly isInsideMember: boolean
}

/** Follows the grammar token by token and tells where it stops holding. */
function walk(text: string): Stop {
  const levels: Level[] = []
  let expect: 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'comma' = 'value'
  let offset = 0
  for (;;) {
    const token = tokenAt(text, offset)
    const isInsideMember = expect === 'value' || expect === 'colon'
    const stop = (at: number): Stop => ({ isWhole: false, offset: at, levels, isInsideMember })
    if (token === undefined) return stop(brokenAt(text, offset))
    const { kind, end } = token
    const mark = kind === 'mark' ? text[token.start] : undefined
    const level = levels.at(-1)
    const isValue = expect === 'value' || expect === 'first-value'
    if ((mark === '{' || mark === '[') && isValue) {
      if (levels.length >= deepest) return stop(offset)
      levels.push({ close: mark === '{' ? '}' : ']', key: mark === '{' ? '' : '0', index: 0, end })
      expect = mark === '{' ? 'first-key' : 'first-value'
    } else if (kind === 'string' && (expect === 'key' || expect === 'first-key') && level !== undefined) {
      level.key = JSON.parse(text.slice(token.start, end)) as string
      expect = 'colon'
    } else if (mark === ':' && expect === 'colon') expect = 'value'
    else if (mark === ',' && expect === 'comma' && level !== undefined) {
      level.index += 1
      if (level.close === ']') level.key = String(level.index)
      expect = level.close === '}' ? 'key' : 'value'
    } else if (mark === undefined && isValue) {
      if (level === undefined) return { isWhole: true, offset: end, levels, isInsideMember }
      level.end = end
      expect = 'comma'
    } else if (
      mark !== undefined &&
      mark === level?.close &&
      (expect === 'comma' || expect === 'first-key' || (expect === 'first-value' && mark === ']'))
    ) {
      levels.pop()
      const outer = levels.at(-1)
      if (outer === undefined) return { isWhole: true, offset: end, levels, isInsideMember }
      outer.end = end
      expect = 'comma'
    } else return stop(brokenAt(text, offset))
    offset = end
  }
}

/** The end of the text when only blanks or the beginning of a token follow, else the offset of what does not fit. */
function brokenAt(text: string, offset: number): number {
  const start = endOf(blanks, text, offset)
  if (text[start] === '"') {
    const end = stringEnd(text, start)
    const isUnfinished = !end.isClosed && /^(?:\\(?:u[0-9a-fA-F]{0,3})?)?$/.test(text.slice(end.offset, end.offset + 7))
    return isUnfinished ? text.length : start
  }
  const rest = text.slice(start, start + 30)
  return /^(?:t|tr|tru|f|fa|fal|fals|n|nu|nul|-|[\d.eE+-]+)?$/.test(rest) ? text.length : start
}
