/** One search over products, packages, findings and projects: every word of the question begins a word of what is found. */

import type { ViewNumber } from '#domain/views.ts'
import { isSeen, type Lens } from './cut.ts'
import { searched, wordsOf, type SearchKind } from './search-texts.ts'

export type SearchHit = {
  readonly kind: SearchKind
  /** What opens it: the id of a product or finding, the key of a package, the subject of health. */
  readonly id: string
  readonly name: string
  /** A finding's package and version; the unit of a product; the ecosystem of a package. */
  readonly detail: string | null
}

export type SearchGroup = { readonly kind: SearchKind; readonly hits: readonly SearchHit[]; readonly count: number }

/** @param most hits of each kind; all are counted */
export function search(lens: Lens, question: string, most: number): SearchGroup[] {
  const asked = wordsOf(question)
  const words = asked.trim() === '' ? [] : asked.trim().split(' ')
  return searched.map((kind) => {
    const best: Hit[] = []
    const ids = new Set<string>()
    let count = 0
    if (words.length > 0)
      for (const [number, text] of lens.views.searchTexts[kind].entries()) {
        if (!words.every((word) => text.includes(` ${word}`)) || !isSeen(lens, kind, number)) continue
        if (kind === 'finding') {
          // The same advisory about several versions is one hit.
          const { id = '' } = lens.views.tables.finding[number] ?? {}
          if (ids.has(id)) continue
          ids.add(id)
        }
        count += 1
        const rank = text.startsWith(`${asked}|`) ? 0 : text.startsWith(asked.trimEnd()) ? 1 : 2
        keepBest(best, { number, rank, text }, most)
      }
    return { kind, hits: best.map(({ number }) => hitOf(lens, kind, number)), count }
  })
}

type Hit = { readonly number: ViewNumber; readonly rank: number; readonly text: string }

/** A short question finds most rows: sorting all of them would take longer than finding them. */
function keepBest(best: Hit[], hit: Hit, most: number): void {
  const last = best[most - 1]
  if (last !== undefined && compareHits(last, hit) <= 0) return
  let at = best.length
  while (at > 0 && compareHits(best[at - 1] ?? hit, hit) > 0) at -= 1
  best.splice(at, 0, hit)
  if (best.length > most) best.pop()
}

/** The name itself, then names that begin so, then the rest; short ones first. */
function compareHits(a: Hit, b: Hit): number {
  return (
    a.rank - b.rank ||
    a.text.length - b.text.length ||
    (a.text < b.text ? -1 : a.text > b.text ? 1 : a.number - b.number)
  )
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
