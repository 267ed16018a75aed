/**
 * The regular part of YAML that pnpm, yarn, pub and CocoaPods write: block mappings and sequences, one-line scalars and
 * one-line flow collections. It reads a 15,000-line lockfile some thirty times faster than a whole YAML parser. All scalars
 * stay strings. The first thing outside that part ends the reading with its line; the caller then asks the whole parser.
 */

export type BlockYaml = { readonly value: unknown; readonly irregularLine: number | null }

/** Reads the first document of a text. With `skipIrregular` odd lines are left out and the first of them is named. */
export function parseBlockYaml(text: string, skipIrregular = false): BlockYaml {
  const reading = new Reading(text, skipIrregular)
  const value = reading.document()
  return { value, irregularLine: reading.irregularLine }
}

const deepest = 100

class Reading {
  irregularLine: number | null = null
  private readonly rows: readonly string[]
  private readonly skipIrregular: boolean
  private row = 0

  constructor(text: string, skipIrregular: boolean) {
    this.rows = text.split('\n')
    this.skipIrregular = skipIrregular
    this.skipBlank()
    if (/^---\s*(?:\s#.*)?$/.test(this.rows[this.row] ?? '')) this.row++
  }

  document(): unknown {
    const value = this.block(0, 0)
    this.skipBlank()
    const line = this.rows[this.row]
    // What stands on the line of a marker, or behind an empty first document, is for the whole parser.
    if (line !== undefined && (value === undefined || !this.endsHere(line))) this.irregularLine ??= this.row + 1
    return value
  }

  /** A mapping or sequence whose rows are indented by at least `least`; undefined when there is none. */
  block(least: number, depth: number): unknown {
    this.skipBlank()
    const line = this.rows[this.row]
    if (line === undefined) return undefined
    const indent = indentOf(line)
    if (indent < least || this.endsHere(line)) return undefined
    if (depth > deepest) return this.irregular()
    return line.startsWith('- ', indent) || (line[indent] === '-' && line.trimEnd().length === indent + 1)
      ? this.sequence(indent, depth)
      : this.mapping(indent, depth)
  }

  private mapping(indent: number, depth: number): Record<string, unknown> {
    const map: Record<string, unknown> = Object.create(null)
    while (this.stands(indent)) {
      const line = this.rows[this.row] ?? ''
      const entry = splitEntry(line, indent)
      if (entry === undefined || entry.key === '<<') {
        if (this.irregular() === undefined && !this.skipIrregular) return map
        continue
      }
      this.row++
      map[entry.key] = this.value(entry.rest, indent, depth)
      if (this.stopped()) return map
    }
    return map
  }

  private sequence(indent: number, depth: number): unknown[] {
    const list: unknown[] = []
    while (this.stands(indent)) {
      const line = this.rows[this.row] ?? ''
      const rest = line.slice(indent + 1)
      if (line[indent] !== '-' || (rest.trim() !== '' && rest[0] !== ' ')) break
      const content = rest.trimStart()
      const column = line.length - content.length
      if (content !== '' && splitEntry(line, column) !== undefined) {
        // A mapping that begins behind the dash: read it as if the dash were a space.
        ;(this.rows as string[])[this.row] = `${' '.repeat(indent + 1)}${rest}`
        if (depth + 1 > deepest) this.irregular()
        else list.push(this.mapping(column, depth + 1))
      } else {
        this.row++
        list.push(this.value(content, indent, depth))
      }
      if (this.stopped()) return list
    }
    return list
  }

  /** What stands behind `key:` or `-`, or in the deeper rows below. The row has been passed already. */
  private value(text: string, indent: number, depth: number): unknown {
    const rest = text.trim()
    const own = this.row - 1
    if (rest === '' || rest.startsWith('#')) {
      this.skipBlank()
      const line = this.rows[this.row]
      if (line === undefined) return undefined
      const below = indentOf(line)
      // A sequence may stand at the indentation of its key.
      if (
        below > indent ||
        (below === indent && line.startsWith('- ', below) && !this.rows[own]?.startsWith('-', indent))
      )
        return this.block(below, depth + 1)
      return undefined
    }
    if (/^[|>][+-]?\d?\s*$/.test(rest)) return this.text(indent)
    const scalar = readInline(rest)
    if (scalar === undefined || this.continues(indent)) {
      this.row = own
      return this.irregular()
    }
    return scalar.value
  }

  /** A literal or folded text; its line breaks are kept, since nobody reads a version from one. */
  private text(indent: number): string {
    const start = this.row
    while (this.row < this.rows.length) {
      const line = this.rows[this.row] ?? ''
      if (line.trim() !== '' && indentOf(line) <= indent) break
      this.row++
    }
    return this.rows.slice(start, this.row).join('\n').trim()
  }

  /** Whether the next row goes on with the scalar that just ended. */
  private continues(indent: number): boolean {
    this.skipBlank()
    const line = this.rows[this.row]
    return line !== undefined && indentOf(line) > indent
  }

  private stands(indent: number): boolean {
    this.skipBlank()
    const line = this.rows[this.row]
    if (line === undefined || this.endsHere(line)) return false
    const found = indentOf(line)
    if (found > indent) {
      this.irregular()
      return !this.stopped() && this.stands(indent)
    }
    return found === indent
  }

  private endsHere(line: string): boolean {
    return line.startsWith('---') || line.startsWith('...')
  }

  private skipBlank(): void {
    while (this.row < this.rows.length) {
      const line = this.rows[this.row] ?? ''
      const indent = indentOf(line)
      const first = line[indent]
      if (first !== undefined && first !== '#' && first !== '\r') return
      this.row++
    }
  }

  /** Notes the row; then passes it and its deeper rows, or the whole rest. */
  private irregular(): undefined {
    this.irregularLine ??= this.row + 1
    if (!this.skipIrregular) {
      this.row = this.rows.length
      return undefined
    }
    const indent = indentOf(this.rows[this.row] ?? '')
    do this.row++
    while (this.row < this.rows.length && indentOf(this.rows[this.row] ?? '') > indent)
    return undefined
  }

  private stopped(): boolean {
    return this.irregularLine !== null && !this.skipIrregular
  }
}

function indentOf(line: string): number {
  let indent = 0
  while (line.charCodeAt(indent) === 0x20) indent++
  return indent
}

/** `key: rest`, with the key plain or in quotes. */
function splitEntry(line: string, from: number): { key: string; rest: string } | undefined {
  const first = line[from]
  if (first === '"' || first === "'") {
    const end = quotedEnd(line, from)
    const key = end === -1 ? undefined : unquote(line.slice(from, end))
    if (key === undefined || line[end] !== ':' || !isGap(line[end + 1])) return undefined
    return { key, rest: line.slice(end + 1) }
  }
  if (first === undefined || '?&*!|>%@`{}[],#'.includes(first)) return undefined
  let at = line.indexOf(':', from)
  while (at !== -1 && !isGap(line[at + 1])) at = line.indexOf(':', at + 1)
  if (at === -1) return undefined
  const key = line.slice(from, at).trimEnd()
  return key.includes(' #') ? undefined : { key, rest: line.slice(at + 1) }
}

function isGap(character: string | undefined): boolean {
  return character === undefined || character === ' ' || character === '\r'
}

/** Behind the closing quote, -1 when there is none on the line. */
function quotedEnd(line: string, from: number): number {
  const quote = line[from]
  for (let at = from + 1; at < line.length; at++) {
    if (quote === '"' && line[at] === '\\') at++
    else if (line[at] === quote) {
      if (quote === "'" && line[at + 1] === "'") at++
      else return at + 1
    }
  }
  return -1
}

function unquote(text: string): string | undefined {
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'")
  if (!text.includes('\\')) return text.slice(1, -1)
  try {
    return String(JSON.parse(text))
  } catch {
    return undefined
  }
}

type Inline = { readonly value: unknown }

/** A scalar or a flow collection that ends on its line. */
function readInline(text: string): Inline | undefined {
  const first = text.charAt(0)
  if (first === '{' || first === '[') {
    const flow = new Flow(text)
    const value = flow.value(0)
    return flow.failed || !isRest(text.slice(flow.at)) ? undefined : { value }
  }
  if (first === '"' || first === "'") {
    const end = quotedEnd(text, 0)
    if (end === -1 || !isRest(text.slice(end))) return undefined
    const value = unquote(text.slice(0, end))
    return value === undefined ? undefined : { value }
  }
  if ('&*!|>%@`'.includes(first) || text.startsWith('- ')) return undefined
  const comment = text.indexOf(' #')
  const value = (comment === -1 ? text : text.slice(0, comment)).trim()
  return value.includes(': ') || value.endsWith(':') ? undefined : { value }
}

function isRest(text: string): boolean {
  const rest = text.trim()
  return rest === '' || rest.startsWith('#')
}

class Flow {
  at = 0
  failed = false
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  value(depth: number): unknown {
    const first = this.text.charAt(this.at)
    if (depth > deepest) return this.fail()
    if (first === '[') return this.list(depth)
    if (first === '{') return this.map(depth)
    return this.scalar(false)
  }

  private list(depth: number): unknown[] {
    const list: unknown[] = []
    this.at++
    for (;;) {
      this.gap()
      if (this.text[this.at] === ']') break
      list.push(this.value(depth + 1))
      this.gap()
      if (this.text[this.at] === ',') this.at++
      else if (this.text[this.at] !== ']') this.fail()
      if (this.failed) return list
    }
    this.at++
    return list
  }

  private map(depth: number): Record<string, unknown> {
    const map: Record<string, unknown> = Object.create(null)
    this.at++
    for (;;) {
      this.gap()
      if (this.text[this.at] === '}') break
      const key = this.scalar(true)
      this.gap()
      if (this.text[this.at] !== ':' || typeof key !== 'string') {
        this.fail()
        return map
      }
      this.at++
      this.gap()
      map[key] = this.value(depth + 1)
      this.gap()
      if (this.text[this.at] === ',') this.at++
      else if (this.text[this.at] !== '}') this.fail()
      if (this.failed) return map
    }
    this.at++
    return map
  }

  private scalar(isKey: boolean): unknown {
    const first = this.text.charAt(this.at)
    if (first === '"' || first === "'") {
      const close = quotedEnd(this.text, this.at)
      if (close === -1) return this.fail()
      const value = unquote(this.text.slice(this.at, close))
      this.at = close
      return value ?? this.fail()
    }
    if (first === '' || '&*!|>%@`#'.includes(first)) return this.fail()
    const start = this.at
    for (; this.at < this.text.length; this.at++) {
      const character = this.text[this.at]
      const ends =
        character === ',' ||
        character === '}' ||
        (isKey ? character === ':' && this.text[this.at + 1] === ' ' : character === ']')
      if (ends) return this.text.slice(start, this.at).trim()
    }
    return this.fail()
  }

  private gap(): void {
    while (this.text[this.at] === ' ') this.at++
  }

  private fail(): undefined {
    this.failed = true
    this.at = this.text.length
    return undefined
  }
}
