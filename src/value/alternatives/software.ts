/** Tells which software of the price book a package is, or is a sign of. */

import type { PurlText } from '#domain/part.ts'
import type { PriceBook, ReplaceableSoftware } from '#domain/price-book.ts'

export type Recognized = { readonly software: ReplaceableSoftware; readonly isItself: boolean }

/** The packages of a book as look-ups; made once, because inventories have many packages. */
export type SoftwareIndex = {
  readonly exact: ReadonlyMap<PurlText, readonly Recognized[]>
  readonly numbered: readonly { readonly pattern: RegExp; readonly recognized: Recognized }[]
}

export function softwareIndex({ software }: PriceBook): SoftwareIndex {
  const exact = new Map<PurlText, Recognized[]>()
  const numbered: { readonly pattern: RegExp; readonly recognized: Recognized }[] = []
  for (const one of software) {
    for (const isItself of [true, false]) {
      const recognized = { software: one, isItself }
      for (const text of isItself ? one.packages : one.signs) {
        if (text.includes('*')) numbered.push({ pattern: patternOf(text), recognized })
        else exact.set(text, [...(exact.get(text) ?? []), recognized])
      }
    }
  }
  return { exact, numbered }
}

export function recognize(packageUrl: PurlText, { exact, numbered }: SoftwareIndex): readonly Recognized[] {
  return [
    ...(exact.get(packageUrl) ?? []),
    ...numbered.filter(({ pattern }) => pattern.test(packageUrl)).map(({ recognized }) => recognized),
  ]
}

function patternOf(text: string): RegExp {
  const [before = '', after = ''] = text.split('*').map((piece) => piece.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${before}\\d+(?:\\.\\d+)*${after}$`)
}
