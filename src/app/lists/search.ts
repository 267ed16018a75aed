/** One search over products, packages, findings and projects: every word of the question begins a word of what is found. */

import type { ViewKind, ViewNumber } from '#domain/views.ts'
import { isSeen, type Lens } from './cut.ts'
import { folded } from './list.ts'
import type { Views } from './views.ts'

export type SearchKind = Exclude<ViewKind, 'part'>

export type SearchHit = {
  readonly kind: SearchKind
  /** What opens it: the id of a product or finding, the key of a package, the subject of health. */
  readonly id: string
  readonly name: string
  /** A finding's package and version; the unit of a product; the ecosystem of a package. */
  readonly detail: string | null
}

export type SearchGroup = { readonly kind: SearchKind; readonly hits: readonly SearchHit[]; readonly count: number }

const searched: readonly SearchKind[] = ['product', 'package', 'finding', 'subject']

/** @param most hits of each kind; all are counted */
export function search(lens: Lens, question: string, most: number): SearchGroup[] {
  const asked = wordsOf(question)
  const words = asked.trim() === '' ? [] : asked.trim().split(' ')
  return searched.map((kind) => {
    const texts = textsOf(lens.views, kind)
    const found: { readonly number: ViewNumber; readonly rank: number }[] = []
    const ids = new Set<string>()
    if (words.length > 0)
      for (const [number, text] of texts.entries()) {
        if (!words.every((word) => text.includes(` ${word}`)) || !isSeen(lens, kind, number)) continue
        if (kind === 'finding') {
          // The same advisory about several versions is one hit.
          const { id = '' } = lens.views.tables.finding[number] ?? {}
          if (ids.has(id)) continue
          ids.add(id)
        }
        found.push({ number, rank: text.startsWith(`${asked}|`) ? 0 : text.startsWith(asked.trimEnd()) ? 1 : 2 })
      }
    const best = found.sort((a, b) => a.rank - b.rank || compareText(texts, a.number, b.number) || a.number - b.number)
    return { kind, hits: best.slice(0, most).map(({ number }) => hitOf(lens, kind, number)), count: found.length }
  })
}

function compareText(texts: readonly string[], a: ViewNumber, b: ViewNumber): number {
  const [one = '', other = ''] = [texts[a], texts[b]]
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0)
}

/** Words between single spaces, one before and one behind. */
function wordsOf(text: string): string {
  return ` ${folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
}

function textsOf(views: Views, kind: SearchKind): readonly string[] {
  const known = views.texts.get(`words of ${kind}`)
  if (known !== undefined) return known
  const texts = views.tables[kind].map((_, number) => {
    const [name, ...more] = namesOf(views, kind, number)
    return name === undefined ? '' : `${wordsOf(name)}|${wordsOf(more.join(' '))}`
  })
  views.texts.set(`words of ${kind}`, texts)
  return texts
}

/** What it is found by, its own name first. */
function namesOf(views: Views, kind: SearchKind, number: ViewNumber): string[] {
  const { product, package: packages, part, finding, subject } = views.tables
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

function hitOf({ views }: Lens, kind: SearchKind, number: ViewNumber): SearchHit {
  const { product, package: packages, part, finding, subject } = views.tables
  switch (kind) {
    case 'product': {
      const row = product[number]
      const unit = row?.unit ?? null
      return { kind, id: row?.id ?? '', name: row?.name ?? '', detail: unit && (views.unitNames.get(unit) ?? unit) }
    }
    case 'package': {
      const row = packages[number]
      return { kind, id: row?.key ?? '', name: row?.name ?? '', detail: row?.ecosystem ?? null }
    }
    case 'finding': {
      const row = finding[number]
      const of = part[row?.part ?? -1]
      return { kind, id: row?.id ?? '', name: row?.id ?? '', detail: of === undefined ? null : of.name }
    }
    case 'subject': {
      const row = subject[number]
      return { kind, id: row?.subject ?? '', name: row?.subject ?? '', detail: row?.state ?? null }
    }
  }
}
