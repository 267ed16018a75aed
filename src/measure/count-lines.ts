/**
 * Counts physical lines: code, comment, blank. A line with any code on it is code; a line of white space alone is blank,
 * also inside a string or a comment. One pass over the bytes; all tokens of comments and strings are ASCII.
 */

import { commentSyntaxes } from './comment-syntax.ts'
import { compileSyntax } from './compiled-syntax.ts'
import type { CompiledSyntax, Token } from './compiled-syntax.ts'
import { languageSyntaxes } from './language-syntaxes.ts'
import type { LanguageName } from './language-syntaxes.ts'

export type LineCount = { readonly code: number; readonly comment: number; readonly blank: number }

/** Lines of a source text of a language. UTF-16 text with a byte order mark is decoded; all else is read as bytes. */
export function countLines(source: Uint8Array | string, language: LanguageName): LineCount {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : asUtf8(source)
  return new Counter(bytes, syntaxOf(language)).run()
}

const compiled = new Map<string, CompiledSyntax>()

function syntaxOf(language: LanguageName): CompiledSyntax {
  const id = languageSyntaxes[language]
  const known = compiled.get(id)
  if (known !== undefined) return known
  const syntax = compileSyntax(commentSyntaxes[id])
  compiled.set(id, syntax)
  return syntax
}

function asUtf8(bytes: Uint8Array): Uint8Array {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff
  if (isLittle || isBig)
    return new TextEncoder().encode(new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes))
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}

const newline = 0x0a
const backslash = 0x5c
const apostrophe = 0x27
const dollar = 0x24
const slash = 0x2f

class Counter {
  readonly #bytes: Uint8Array
  readonly #syntax: CompiledSyntax
  #at = 0
  #hasCode = false
  #hasComment = false
  #code = 0
  #comment = 0
  #blank = 0
  /** Open brackets, and for each template that holds code the number open where it began. */
  #open = 0
  readonly #templates: { readonly token: Token; readonly open: number }[] = []
  /** The last byte of code that is no white space: tells a regular expression from a division. */
  #last = 0
  #lastAt = -1

  constructor(bytes: Uint8Array, syntax: CompiledSyntax) {
    this.#bytes = bytes
    this.#syntax = syntax
  }

  run(): LineCount {
    const bytes = this.#bytes
    const { table, tokens, tracksBrackets } = this.#syntax
    while (this.#at < bytes.length) {
      const byte = bytes[this.#at] ?? 0
      if (byte === newline) {
        this.#endLine()
        this.#at++
        continue
      }
      if (byte <= 0x20) {
        this.#at++
        continue
      }
      const slot = table[byte] ?? 0
      if (slot > 0 && this.#token(tokens[slot - 1] ?? [])) continue
      this.#hasCode = true
      if (tracksBrackets && this.#bracket(byte)) continue
      this.#last = byte
      this.#lastAt = this.#at
      this.#at++
    }
    if (bytes.length > 0 && bytes[bytes.length - 1] !== newline) this.#endLine()
    return { code: this.#code, comment: this.#comment, blank: this.#blank }
  }

  #endLine(): void {
    if (this.#hasCode) this.#code++
    else if (this.#hasComment) this.#comment++
    else this.#blank++
    this.#hasCode = false
    this.#hasComment = false
  }

  /** Follows brackets; true when the byte closed `${ }` and the template went on. */
  #bracket(byte: number): boolean {
    if (byte === 0x7b || byte === 0x28 || byte === 0x5b) this.#open++
    else if (byte === 0x7d || byte === 0x29 || byte === 0x5d) {
      this.#open = Math.max(0, this.#open - 1)
      const template = this.#templates.at(-1)
      if (template !== undefined && byte === 0x7d && this.#open === template.open) {
        this.#templates.pop()
        this.#at++
        this.#string(template.token, false)
        return true
      }
    }
    return false
  }

  /** Takes the first of the tokens that begins here and may; false when none does. */
  #token(candidates: readonly Token[]): boolean {
    for (const token of candidates) {
      if (!this.#matches(token.begin, this.#at) || !this.#mayStand(token)) continue
      if (token.kind === 'line') this.#lineComment()
      else if (token.kind === 'block') this.#blockComment(token)
      else if (token.kind === 'regular-expression') {
        if (!this.#regularExpression()) continue
      } else if (token.string?.isCharacter === true) {
        if (!this.#character()) continue
      } else {
        const isDocumentation = token.string?.isDocumentation === true && !this.#hasCode && this.#open === 0
        this.#at += token.begin.length
        this.#string(token, isDocumentation)
      }
      return true
    }
    return false
  }

  #mayStand({ place }: Token): boolean {
    if (place === 'anywhere') return true
    if (place === 'line-start') return !this.#hasCode && !this.#hasComment
    const before = this.#at === 0 ? newline : (this.#bytes[this.#at - 1] ?? 0)
    if (place === 'column-one') return before === newline
    return before <= 0x20 || before === 0x3b || before === 0x29 || before === 0x28
  }

  #matches(text: Uint8Array, at: number): boolean {
    for (let index = 0; index < text.length; index++) if (this.#bytes[at + index] !== text[index]) return false
    return true
  }

  #lineComment(): void {
    this.#hasComment = true
    const end = this.#bytes.indexOf(newline, this.#at)
    this.#at = end === -1 ? this.#bytes.length : end
  }

  #blockComment({ begin, end, block }: Token): void {
    const bytes = this.#bytes
    let depth = 1
    this.#hasComment = true
    this.#at += begin.length
    const firstOfEnd = end[0] ?? 0
    const firstOfBegin = block?.isNested === true ? (begin[0] ?? 0) : -1
    while (this.#at < bytes.length) {
      const byte = bytes[this.#at] ?? 0
      if (byte === firstOfEnd && this.#matches(end, this.#at)) {
        // An end at the start of a line (`=cut`) takes its own line along.
        if (firstOfEnd === newline) this.#endLine()
        this.#hasComment = true
        this.#at += end.length
        depth--
        if (depth === 0) {
          if (firstOfEnd === newline) this.#lineComment()
          return
        }
      } else if (byte === firstOfBegin && this.#matches(begin, this.#at)) {
        depth++
        this.#at += begin.length
      } else {
        if (byte === newline) this.#endLine()
        else if (byte > 0x20) this.#hasComment = true
        this.#at++
      }
    }
  }

  /** From behind the beginning of a string to behind its end. */
  #string(token: Token, isDocumentation: boolean): void {
    const bytes = this.#bytes
    const { end, string } = token
    const firstOfEnd = end[0] ?? 0
    const isRaw = string?.isRaw === true
    const mark = () => {
      if (isDocumentation) this.#hasComment = true
      else this.#hasCode = true
    }
    mark()
    this.#last = firstOfEnd
    while (this.#at < bytes.length) {
      const byte = bytes[this.#at] ?? 0
      if (byte === backslash && !isRaw) {
        mark()
        if (bytes[this.#at + 1] === newline) this.#endLine()
        this.#at += 2
      } else if (byte === firstOfEnd && this.#matches(end, this.#at)) {
        mark()
        this.#at += end.length
        this.#lastAt = this.#at - 1
        return
      } else if (byte === newline) {
        if (string?.isMultiline !== true) return
        this.#endLine()
        this.#at++
      } else if (byte === dollar && string?.hasExpressions === true && bytes[this.#at + 1] === 0x7b) {
        mark()
        this.#templates.push({ token, open: this.#open })
        this.#open++
        this.#at += 2
        this.#last = 0x7b
        return
      } else {
        if (byte > 0x20) mark()
        this.#at++
      }
    }
  }

  /** One character between apostrophes, escaped or of up to four bytes; false when the apostrophe opens nothing. */
  #character(): boolean {
    const bytes = this.#bytes
    const escaped = bytes[this.#at + 1] === backslash
    const last = this.#at + (escaped ? 12 : 5)
    if (bytes[this.#at + 1] === newline || (escaped && bytes[this.#at + 2] === newline)) return false
    for (let end = this.#at + (escaped ? 3 : 2); end <= last; end++) {
      if (bytes[end] === newline || end >= bytes.length) return false
      if (bytes[end] !== apostrophe) continue
      this.#hasCode = true
      this.#last = apostrophe
      this.#lastAt = end
      this.#at = end + 1
      return true
    }
    return false
  }

  /** A regular expression up to its closing slash on the same line; false where the slash divides. */
  #regularExpression(): boolean {
    if (!this.#expectsOperand()) return false
    const bytes = this.#bytes
    let isInClass = false
    for (let end = this.#at + 1; end < bytes.length; end++) {
      const byte = bytes[end]
      if (byte === newline) return false
      if (byte === backslash) end++
      else if (byte === 0x5b) isInClass = true
      else if (byte === 0x5d) isInClass = false
      else if (byte === slash && !isInClass) {
        this.#hasCode = true
        this.#last = slash
        this.#lastAt = end
        this.#at = end + 1
        return true
      }
    }
    return false
  }

  /** Whether a value, not an operator, comes next: after an operator, an opening bracket, or a word such as `return`. */
  #expectsOperand(): boolean {
    const last = this.#last
    if (last === 0) return true
    if (isWordByte(last)) {
      let start = this.#lastAt
      while (start > 0 && isWordByte(this.#bytes[start - 1] ?? 0)) start--
      const length = this.#lastAt - start + 1
      if (length > 10) return false
      return wordsBeforeOperand.has(String.fromCharCode(...this.#bytes.subarray(start, start + length)))
    }
    // Behind `)`, `]`, a quote or a closing slash a slash divides. Behind `}` either may stand; a pattern is likelier.
    return last !== 0x29 && last !== 0x5d && last !== 0x22 && last !== apostrophe && last !== 0x60 && last !== slash
  }
}

const wordsBeforeOperand = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'delete',
  'void',
  'do',
  'else',
  'yield',
  'await',
])

function isWordByte(byte: number): boolean {
  return (
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x5f ||
    byte === dollar ||
    byte >= 0x80
  )
}
