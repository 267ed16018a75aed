/**
 * SPDX license expressions, grammar of SPDX 3.0.1 annex "SPDX license expressions": identifiers in any case, operators all
 * upper or all lower case, `+` without a space, `WITH` binding tighter than `AND`, `AND` tighter than `OR`. `NONE` and
 * `NOASSERTION` stand alone or, as the draft after 3.0.1 allows, with `AND`.
 */

import { exceptionIds, licenseIds } from './license-ids.generated.ts'
import { newerExceptionIds } from './license-exceptions.ts'

export type LicenseExpression =
  | {
      readonly ok: true
      /** Listed spelling, upper-case operators, no parentheses that precedence makes superfluous. */
      readonly canonical: string
      /** License identifiers and references, each once, in order of appearance; without `+` and exceptions. */
      readonly ids: readonly string[]
      readonly exceptions: readonly string[]
      /**
       * Disjunctive normal form: of these sets the licensee picks one and must keep all terms in it. A term carries its `+`
       * and `WITH`. Null when the expression expands to more than 256 sets.
       */
      readonly choices: readonly (readonly string[])[] | null
    }
  | { readonly ok: false; readonly code: 'invalid-license'; readonly message: string; readonly offset: number }

/** Listed identifiers by their lower-case form. */
export type LicenseTable = {
  readonly licenses: ReadonlyMap<string, string>
  readonly exceptions: ReadonlyMap<string, string>
}

const listed: LicenseTable = {
  licenses: new Map(licenseIds.map((id) => [id.toLowerCase(), id])),
  exceptions: new Map([...exceptionIds, ...newerExceptionIds].map((id) => [id.toLowerCase(), id])),
}

const mostChoices = 256
const deepest = 200
const longest = 100_000

/** @param table other identifiers than those of the SPDX license list */
export function parseLicenseExpression(text: string, table: LicenseTable = listed): LicenseExpression {
  // Most statements are one listed identifier.
  const single = table.licenses.get(text.toLowerCase())
  if (single !== undefined) return { ok: true, canonical: single, ids: [single], exceptions: [], choices: [[single]] }
  try {
    if (text.length > longest) refuse('the expression is too long', longest)
    const parser = new Parser(text, table)
    const tree = parser.expression()
    return {
      ok: true,
      canonical: print(tree),
      ids: [...parser.ids],
      exceptions: [...parser.exceptions],
      choices: expand(tree) ?? null,
    }
  } catch (error) {
    if (error instanceof Refused)
      return { ok: false, code: 'invalid-license', message: error.message, offset: error.offset }
    throw error
  }
}

type Node =
  | { readonly kind: 'term'; readonly text: string; readonly isAbsent: boolean }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Node[] }

/** Leaves the recursive descent; never leaves this file. */
class Refused extends Error {
  readonly offset: number
  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

function refuse(message: string, offset: number): never {
  throw new Refused(message, offset)
}

const reference = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+$/
const addition = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?AdditionRef-[A-Za-z0-9.-]+$/
const operators: ReadonlyMap<string, 'and' | 'or' | 'with'> = new Map([
  ['AND', 'and'],
  ['and', 'and'],
  ['OR', 'or'],
  ['or', 'or'],
  ['WITH', 'with'],
  ['with', 'with'],
])
const absent: ReadonlyMap<string, string> = new Map([
  ['none', 'NONE'],
  ['noassertion', 'NOASSERTION'],
])

class Parser {
  readonly ids = new Set<string>()
  readonly exceptions = new Set<string>()
  private readonly text: string
  private readonly table: LicenseTable
  private offset = 0
  private depth = 0

  constructor(text: string, table: LicenseTable) {
    this.text = text
    this.table = table
  }

  expression(): Node {
    if (/[\r\n]/.test(this.text)) refuse('the expression is longer than one line', this.text.search(/[\r\n]/))
    const tree = this.or()
    const rest = this.peek()
    if (rest !== '') refuse(`"${rest}" was not expected`, this.offset)
    return tree
  }

  private or(): Node {
    const first = this.and()
    const of = [first]
    while (operators.get(this.peek()) === 'or') {
      const at = this.offset
      this.next()
      of.push(this.and())
      if (of.some((node) => containsAbsent(node))) refuse('NONE and NOASSERTION cannot be one of several choices', at)
    }
    return of.length === 1 ? first : { kind: 'or', of: of.flatMap((node) => (node.kind === 'or' ? node.of : [node])) }
  }

  private and(): Node {
    const first = this.term()
    const of = [first]
    while (operators.get(this.peek()) === 'and') {
      this.next()
      of.push(this.term())
    }
    return of.length === 1 ? first : { kind: 'and', of: of.flatMap((node) => (node.kind === 'and' ? node.of : [node])) }
  }

  private term(): Node {
    const word = this.peek()
    const at = this.offset
    if (word === '') refuse('a license is missing at the end', at)
    this.next()
    if (word === '(') {
      this.depth += 1
      if (this.depth > deepest) refuse('the expression is nested too deep', at)
      const inner = this.or()
      if (this.peek() !== ')') refuse('a closing parenthesis is missing', this.offset)
      this.next()
      this.depth -= 1
      return inner
    }
    if (word === ')' || operators.has(word)) refuse(`"${word}" was not expected`, at)
    const nothing = absent.get(word.toLowerCase())
    if (nothing !== undefined) {
      if (operators.get(this.peek()) === 'with') refuse(`${nothing} cannot have an exception`, this.offset)
      return { kind: 'term', text: nothing, isAbsent: true }
    }
    const license = this.license(word, at)
    if (operators.get(this.peek()) !== 'with') return { kind: 'term', text: license, isAbsent: false }
    this.next()
    return { kind: 'term', text: `${license} WITH ${this.exception()}`, isAbsent: false }
  }

  private license(word: string, at: number): string {
    // The list itself holds deprecated identifiers that end in "+".
    const whole = this.table.licenses.get(word.toLowerCase())
    if (whole !== undefined) {
      this.ids.add(whole)
      return whole
    }
    if (reference.test(word)) {
      this.ids.add(word)
      return word
    }
    const id = word.endsWith('+') ? this.table.licenses.get(word.slice(0, -1).toLowerCase()) : undefined
    if (id === undefined) return refuse(`"${word}" is no listed license identifier`, at)
    this.ids.add(id)
    return `${id}+`
  }

  private exception(): string {
    const word = this.peek()
    const at = this.offset
    if (word === '') refuse('an exception is missing at the end', at)
    this.next()
    const id = this.table.exceptions.get(word.toLowerCase()) ?? (addition.test(word) ? word : undefined)
    if (id === undefined) return refuse(`"${word}" is no listed exception`, at)
    this.exceptions.add(id)
    return id
  }

  /** The next word without taking it; empty at the end. Leaves the offset at its first character. */
  private peek(): string {
    while (this.text[this.offset] === ' ' || this.text[this.offset] === '\t') this.offset += 1
    const first = this.text[this.offset] ?? ''
    if (first === '(' || first === ')' || first === '') return first
    let end = this.offset
    while (end < this.text.length && !' \t()'.includes(this.text[end] ?? '')) end += 1
    return this.text.slice(this.offset, end)
  }

  private next(): void {
    this.offset += this.peek().length
  }
}

function containsAbsent(node: Node): boolean {
  return node.kind === 'term' ? node.isAbsent : node.of.some(containsAbsent)
}

function print(node: Node): string {
  if (node.kind === 'term') return node.text
  if (node.kind === 'or') return node.of.map(print).join(' OR ')
  return node.of.map((inner) => (inner.kind === 'or' ? `(${print(inner)})` : print(inner))).join(' AND ')
}

/** AND-sets of the expression, each once; undefined when there are too many. */
function expand(node: Node): readonly (readonly string[])[] | undefined {
  if (node.kind === 'term') return [[node.text]]
  let sets: readonly (readonly string[])[] = node.kind === 'and' ? [[]] : []
  for (const inner of node.of) {
    const others = expand(inner)
    if (others === undefined) return undefined
    sets = distinct(
      node.kind === 'or'
        ? [...sets, ...others]
        : sets.flatMap((set) => others.map((other) => [...new Set([...set, ...other])])),
    )
    if (sets.length > mostChoices) return undefined
  }
  return sets
}

function distinct(sets: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return sets.length < 2 ? sets : [...new Map(sets.map((set) => [set.toSorted().join('\n'), set])).values()]
}
