/** What checking a document against its format gives. */

export type ValidationError = {
  /** A JSON pointer into the document, or `line 12` where the format is text; empty for the whole document. */
  readonly where: string
  /** What is wrong, in English: messages quote the names of the format. */
  readonly message: string
}

export type Validation = {
  readonly valid: boolean
  /** In the order of the document as far as the checks allow; at most `mostErrors`, then a last entry says so. */
  readonly errors: readonly ValidationError[]
}

export const mostErrors = 1000

/** Collects errors, each place and message once, up to a number that a person or a program can still use. */
export class ErrorList {
  private readonly errors: ValidationError[] = []
  private readonly seen = new Set<string>()
  private isCut = false

  add(where: string, message: string): void {
    if (this.isFull) {
      this.isCut = true
      return
    }
    const key = `${where}\n${message}`
    if (this.seen.has(key)) return
    this.seen.add(key)
    this.errors.push({ where, message })
  }

  get isFull(): boolean {
    return this.errors.length >= mostErrors
  }

  get isEmpty(): boolean {
    return this.errors.length === 0
  }

  finish(): Validation {
    const rest = this.isCut ? [{ where: '', message: `more than ${mostErrors} errors; the rest is not listed` }] : []
    return { valid: this.isEmpty, errors: [...this.errors, ...rest] }
  }
}

/** A value of the document inside a message: quoted, and shortened so that a hostile one cannot fill the screen. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? 'undefined')
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

/** A JSON pointer (RFC 6901) one step further down. */
export function below(pointer: string, key: string | number): string {
  return `${pointer}/${typeof key === 'number' ? key : key.replaceAll('~', '~0').replaceAll('/', '~1')}`
}
