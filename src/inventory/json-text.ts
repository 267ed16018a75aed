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
  const closers = stop.levels.map(({ close }) => close).reverse()
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

const token =
  /[ \t\r\n]*(?:("[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|true|false|null)|([{}[\]:,]))/y

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
    token.lastIndex = offset
    const match = token.exec(text)
    const here = offset
    const isInsideMember = expect === 'value' || expect === 'colon'
    if (match === null) return { isWhole: false, offset: brokenAt(text, here), levels, isInsideMember }
    const [, string, scalar, mark] = match
    const level = levels.at(-1)
    const isValue = expect === 'value' || expect === 'first-value'
    if ((mark === '{' || mark === '[') && isValue) {
      if (levels.length >= deepest) return { isWhole: false, offset: here, levels, isInsideMember }
      levels.push({ close: mark === '{' ? '}' : ']', key: mark === '{' ? '' : '0', index: 0, end: token.lastIndex })
      expect = mark === '{' ? 'first-key' : 'first-value'
    } else if (string !== undefined && (expect === 'key' || expect === 'first-key') && level !== undefined) {
      level.key = JSON.parse(string) as string
      expect = 'colon'
    } else if (mark === ':' && expect === 'colon') expect = 'value'
    else if (mark === ',' && expect === 'comma' && level !== undefined) {
      level.index += 1
      if (level.close === ']') level.key = String(level.index)
      expect = level.close === '}' ? 'key' : 'value'
    } else if ((string !== undefined || scalar !== undefined) && isValue) {
      if (level === undefined) return { isWhole: true, offset: token.lastIndex, levels, isInsideMember }
      level.end = token.lastIndex
      expect = 'comma'
    } else if (
      mark !== undefined &&
      mark === level?.close &&
      (expect === 'comma' || expect === 'first-key' || (expect === 'first-value' && mark === ']'))
    ) {
      levels.pop()
      const outer = levels.at(-1)
      if (outer === undefined) return { isWhole: true, offset: token.lastIndex, levels, isInsideMember }
      outer.end = token.lastIndex
      expect = 'comma'
    } else return { isWhole: false, offset: brokenAt(text, here), levels, isInsideMember }
    offset = token.lastIndex
  }
}

/** The end of the text when only blanks or an unfinished string follow, else the offset of what does not fit. */
function brokenAt(text: string, offset: number): number {
  const rest = /[^ \t\r\n]/g
  rest.lastIndex = offset
  const match = rest.exec(text)
  if (match === null) return text.length
  const unfinished =
    /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*(?:\\(?:u[0-9a-fA-F]{0,3})?)?$|(?:t|tr|tru|f|fa|fal|fals|n|nu|nul|-|[\d.eE+-]+)$/y
  unfinished.lastIndex = match.index
  return unfinished.test(text) ? text.length : match.index
}
