/** Protocol Buffers text format, as a tree of messages with their lines. Source: protobuf.dev, "Text Format Language". */

import { issue, type Issue } from '#domain/issue.ts'

export type Message = {
  /** Every field's values in order: texts, numbers and names as text, messages. */
  readonly fields: ReadonlyMap<string, readonly (string | Message)[]>
  readonly at: string
  readonly isCutOff: boolean
}

type Building = {
  fields: Map<string, (string | Message)[]>
  at: string
  isCutOff: boolean
  firstLine: number
  /** The field whose list goes on after this message. */
  listField: string | undefined
}

const deepest = 400

const token = /[ \t\r\n]*(?:(#[^\n]*)|("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|([\w.+-]+)|([{}<>[\]:;,]))/y

/** Never throws; reading stops where the text does not follow the format. */
export function parseTextFormat(text: string): { readonly root: Message; readonly issues: readonly Issue[] } {
  const reading = new Reading()
  let offset = 0
  while (offset < text.length && reading.issues.length === 0) {
    token.lastIndex = offset
    const match = token.exec(text)
    if (match === null) {
      const rest = text.slice(offset, offset + 200).trim()
      if (rest !== '') reading.stop('syntax', rest)
      break
    }
    reading.line += newlines(text, offset, token.lastIndex)
    offset = token.lastIndex
    const [, , string, word, mark] = match
    if (string !== undefined) reading.string(unquoted(string))
    else if (word !== undefined) reading.word(word)
    else if (mark !== undefined) reading.mark(mark)
  }
  return reading.finish()
}

class Reading {
  readonly issues: Issue[] = []
  line = 1
  private readonly root: Building = { fields: new Map(), at: '', isCutOff: false, firstLine: 1, listField: undefined }
  private readonly open: Building[] = [this.root]
  private field: string | undefined
  private expectsValue = false
  private isInList = false
  /** A string that follows another one continues it. */
  private continues = false

  stop(code: Issue['code'], detail?: string): void {
    this.issues.push(issue(code, `line ${this.line}`, detail))
  }

  string(value: string): void {
    const values = this.values()
    const earlier = this.continues && !this.expectsValue ? values.pop() : undefined
    if (typeof earlier === 'string') values.push(earlier + value)
    else if (this.expectsValue) values.push(value)
    else return this.stop('syntax', value)
    this.expectsValue = false
    this.continues = true
  }

  word(word: string): void {
    this.continues = false
    if (this.expectsValue) {
      this.values().push(word)
      this.expectsValue = false
    } else this.field = word
  }

  mark(mark: string): void {
    this.continues = false
    if (mark === ':') this.expectsValue = true
    else if (mark === '[') this.isInList = this.expectsValue = true
    else if (mark === ']') this.isInList = this.expectsValue = false
    else if (mark === ',' || mark === ';') this.expectsValue = this.isInList
    else if (mark === '{' || mark === '<') this.begin()
    else this.end(mark)
  }

  private begin(): void {
    if (this.field === undefined) return this.stop('syntax')
    if (this.open.length > deepest) return this.stop('too-deep')
    const listField = this.isInList ? this.field : undefined
    const message: Building = { fields: new Map(), at: '', isCutOff: true, firstLine: this.line, listField }
    this.values().push(message)
    this.open.push(message)
    this.field = undefined
    this.expectsValue = this.isInList = false
  }

  private end(mark: string): void {
    const message = this.open.length > 1 ? this.open.pop() : undefined
    if (message === undefined) return this.stop('syntax', mark)
    close(message, this.line, false)
    this.field = message.listField
    this.isInList = message.listField !== undefined
    this.expectsValue = false
  }

  private values(): (string | Message)[] {
    const fields = (this.open.at(-1) ?? this.root).fields
    const values = fields.get(this.field ?? '') ?? []
    fields.set(this.field ?? '', values)
    return values
  }

  finish(): { readonly root: Message; readonly issues: readonly Issue[] } {
    if (this.open.length > 1 && this.issues.length === 0) this.stop('truncated')
    for (const message of this.open.slice(1)) close(message, this.line, true)
    return { root: this.root, issues: this.issues }
  }
}

function close(message: Building, lastLine: number, isCutOff: boolean): void {
  message.at = message.firstLine === lastLine ? `line ${lastLine}` : `line ${message.firstLine}-${lastLine}`
  message.isCutOff = isCutOff
}

function newlines(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

function unquoted(string: string): string {
  return string.slice(1, -1).replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter)
}

/** The last text of a field: a later value replaces an earlier one where a field has one value. */
export function lastText(message: Message | undefined, field: string): string | undefined {
  return message?.fields.get(field)?.findLast((value) => typeof value === 'string')
}

export function messagesOf(message: Message | undefined, field: string): readonly Message[] {
  return message?.fields.get(field)?.filter((value) => typeof value !== 'string') ?? []
}
