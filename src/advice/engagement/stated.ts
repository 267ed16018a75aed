/** What people stated about parts, products and the organization, as facts. The latest statement up to the day counts. */

import { declared, unknown, type Figure } from '#domain/figure.ts'
import type { Declaration, ProductId, UnitId } from '#domain/organization.ts'
import type { PurlText } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'

export const notStated = unknown('not-collected')

type Subject = { readonly part: PurlText } | { readonly product: ProductId } | { readonly unit: UnitId | null }

export type Statements = {
  /** The latest statement about exactly this. */
  readonly about: (subject: Subject, what: string) => Declaration | undefined
}

/** @param unit statements of other units are left out; undefined: all count */
export function statementsOf({ organization, asOf }: Portfolio, unit: UnitId | undefined): Statements {
  const latest = new Map<string, Declaration>()
  for (const declaration of organization.stated.declarations) {
    if (declaration.on > asOf || !isHeard(declaration, unit)) continue
    const key = keyOf(subjectOf(declaration), declaration.subject)
    const known = latest.get(key)
    if (known === undefined || known.on <= declaration.on) latest.set(key, declaration)
  }
  // Of most parts nobody said anything: they are passed by without making keys.
  const parts = new Set([...latest.values()].flatMap(({ part }) => part ?? []))
  return {
    about: (subject, what) =>
      'part' in subject && !parts.has(subject.part) ? undefined : latest.get(keyOf(subject, what)),
  }
}

function isHeard({ part, unit: of }: Declaration, unit: UnitId | undefined): boolean {
  return part === null || unit === undefined || of === null || of === unit
}

/** A statement on a part counts for the part, whichever product it was made for. */
function subjectOf({ part, product, unit }: Declaration): Subject {
  if (part !== null) return { part }
  return product === null ? { unit } : { product }
}

function keyOf(subject: Subject, what: string): string {
  if ('part' in subject) return `${what}\npart\n${subject.part}`
  return 'product' in subject ? `${what}\nproduct\n${subject.product}` : `${what}\nunit\n${subject.unit ?? ''}`
}

/** Yes or no, also in words; text that says something is a yes to "is there one?". */
export function yesOrNo(declaration: Declaration | undefined): Figure<boolean> {
  if (declaration === undefined) return notStated
  const { value } = declaration
  const isYes =
    typeof value === 'boolean' ? value : typeof value === 'number' ? value > 0 : !/^(?:no|none|nobody)$/i.test(value)
  return statedAs(declaration, isYes)
}

/** One of some words; another text says nothing that could be used. */
export function oneOf<Word extends string>(declaration: Declaration | undefined, words: readonly Word[]): Figure<Word> {
  const word = words.find((one) => one === declaration?.value)
  return declaration === undefined || word === undefined ? notStated : statedAs(declaration, word)
}

export function numberFrom(declaration: Declaration | undefined): Figure<number> {
  return typeof declaration?.value === 'number' ? statedAs(declaration, declaration.value) : notStated
}

export function statedAs<T>({ by, on, note }: Declaration, value: T): Figure<T> {
  return declared(value, by, on, note)
}

/** Of several yes-or-no figures: one yes is yes, all no is no, anything else is not known. */
export function anyOf(figures: readonly Figure<boolean>[]): Figure<boolean> {
  const yes = figures.find((figure) => figure.known && figure.value)
  if (yes !== undefined) return yes
  const [first] = figures
  return first !== undefined && figures.every(({ known }) => known) ? first : notStated
}
