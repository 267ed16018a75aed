/** JSON as lockfiles hold it. An error comes with the line it stands on, which `JSON.parse` does not tell reliably. */

export type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly line: number }

export function parseJson(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false, line: lineOf(text, errorOffset(text)) }
  }
}

/** JSON with comments and trailing commas, as bun.lock and Package.resolved written by hand have them. */
export function parseJsonWithComments(text: string): Parsed {
  const plain = parseJson(text)
  return plain.ok ? plain : parseJson(blankOutExtras(text))
}

/** The line, from 1, that an offset into the text stands on. */
export function lineOf(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

// Blanks keep offsets, so that an error found afterwards still has its line.
function blankOutExtras(text: string): string {
  const pieces: string[] = []
  let kept = 0
  let comma = -1
  const blank = (from: number, to: number) => {
    pieces.push(text.slice(kept, from), text.slice(from, to).replace(/[^\n]/g, ' '))
    kept = to
  }
  for (let at = 0; at < text.length;) {
    const character = text.charAt(at)
    if (character === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) {
      const isLine = text[at + 1] === '/'
      const close = text.indexOf(isLine ? '\n' : '*/', at + 2)
      const end = close === -1 ? text.length : isLine ? close : close + 2
      // A comma before a comment is judged first: pieces are blanked in the order of the text.
      const next = comma === -1 ? '' : nextToken(text, end)
      if (next === ']' || next === '}') blank(comma, comma + 1)
      if (next !== '') comma = -1
      blank(at, end)
      at = end
    } else if (character === '"') {
      at = stringEnd(text, at)
      comma = -1
    } else {
      if (character === ',') comma = at
      else if (character === ']' || character === '}') {
        if (comma !== -1) blank(comma, comma + 1)
        comma = -1
      } else if (!isSpace(character)) comma = -1
      at++
    }
  }
  return pieces.join('') + text.slice(kept)
}

/** The first character that is neither space nor comment, `''` at the end of the text. */
function nextToken(text: string, from: number): string {
  let at = from
  for (;;) {
    while (isSpace(text.charAt(at))) at++
    if (text[at] !== '/' || (text[at + 1] !== '/' && text[at + 1] !== '*')) return text.charAt(at)
    const close = text[at + 1] === '/' ? text.indexOf('\n', at) : text.indexOf('*/', at + 2)
    if (close === -1) return ''
    at = close + (text[at + 1] === '/' ? 1 : 2)
  }
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\r'
}

/** Behind the closing quote of the string that begins at an offset, or where it stops being a string. */
function stringEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return at + 1
    if (code === 0x5c) at++
    else if (code < 0x20) return at
  }
  return text.length
}

const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y

/** Where a text stops being JSON; its length when it only ends too early. Iterative, since depth is the author's choice. */
function errorOffset(text: string): number {
  const open: string[] = []
  let at = 0
  let expects: 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'next' = 'value'
  for (;;) {
    while (isSpace(text.charAt(at))) at++
    if (at >= text.length) return text.length
    const character = text.charAt(at)
    if (expects === 'next') {
      const container = open.at(-1)
      if (container === undefined) return at
      if (character === ',') expects = container === '{' ? 'key' : 'value'
      else if (character === (container === '{' ? '}' : ']')) open.pop()
      else return at
      at++
    } else if (character === (expects === 'value-or-end' ? ']' : expects === 'key-or-end' ? '}' : '')) {
      open.pop()
      expects = 'next'
      at++
    } else if (character === '"') {
      const end = stringEnd(text, at)
      if (text[end - 1] !== '"') return end
      at = end
      if (expects === 'key' || expects === 'key-or-end') {
        while (isSpace(text.charAt(at))) at++
        if (text.charAt(at) !== ':') return at
        at++
        expects = 'value'
      } else expects = 'next'
    } else if (expects === 'key' || expects === 'key-or-end') {
      return at
    } else if (character === '{' || character === '[') {
      open.push(character)
      expects = character === '{' ? 'key-or-end' : 'value-or-end'
      at++
    } else {
      scalar.lastIndex = at
      if (!scalar.test(text)) return at
      at = scalar.lastIndex
      expects = 'next'
    }
  }
}
