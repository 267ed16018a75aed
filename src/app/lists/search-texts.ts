/** What rows are searched by: their names and words, spelled so that every word of a question is found by its beginning. */

import type { ViewKind, ViewNumber } from '#domain/views.ts'
import { folded } from './folded.ts'
import type { ViewTables } from './views.ts'

export type SearchKind = Exclude<ViewKind, 'part'>

export const searched: readonly SearchKind[] = ['product', 'package', 'finding', 'subject']

/** By number; empty where a row is gone. The row's own name stands first, up to a bar. */
export type SearchTexts = Readonly<Record<SearchKind, readonly string[]>>

/** Words between single spaces, one before and one behind. */
export function wordsOf(text: string): string {
  return ` ${folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
}

/** @param before what was made of the rows as they were: those that did not change keep theirs */
export function searchTexts(
  tables: ViewTables,
  before: { readonly tables: ViewTables; readonly searchTexts: SearchTexts } | undefined,
): SearchTexts {
  const textsOf = (kind: SearchKind): readonly string[] =>
    tables[kind].map((row, number) => {
      const isSame = before !== undefined && before.tables[kind][number] === row && isPartSame(kind, number)
      return (isSame ? before.searchTexts[kind][number] : undefined) ?? textOf(tables, kind, number)
    })
  // A finding is found by the name of its part.
  const isPartSame = (kind: SearchKind, number: ViewNumber): boolean => {
    if (kind !== 'finding') return true
    const part = tables.finding[number]?.part ?? -1
    return before?.tables.part[part] === tables.part[part]
  }
  return {
    product: textsOf('product'),
    package: textsOf('package'),
    finding: textsOf('finding'),
    subject: textsOf('subject'),
  }
}

function textOf(tables: ViewTables, kind: SearchKind, number: ViewNumber): string {
  const [name, ...more] = namesOf(tables, kind, number)
  return name === undefined ? '' : `${wordsOf(name)}|${wordsOf(more.join(' '))}`
}

/** What it is found by, its own name first. */
function namesOf(
  { product, package: packages, part, finding, subject }: ViewTables,
  kind: SearchKind,
  number: ViewNumber,
): string[] {
  switch (kind) {
    case 'product': {
      const row = product[number]
      return row === undefined ? [] : [row.name, row.id]
    }
    case 'package': {
      const row = packages[number]
      return row === undefined ? [] : [row.name, row.key]
    }
    case 'finding': {
      const row = finding[number]
      return row === undefined ? [] : [row.id, ...row.aliases, part[row.part]?.name ?? '', row.summary]
    }
    case 'subject': {
      const row = subject[number]
      return row === undefined ? [] : [row.subject]
    }
  }
}
