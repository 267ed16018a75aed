/** How much of what is delivered is open source: lines of others against own lines, counted alike (`methods.md` 3.1). */

import type { ProductReuse, ReuseAssessment, ReuseBenchmark } from '#domain/assessment/value.ts'
import {
  aggregate,
  compute,
  lift,
  observed,
  unknown,
  type Coverage,
  type Figure,
  type NamedFigure,
} from '#domain/figure.ts'
import type { OwnCode } from '#domain/own-code.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import type { SizeValue, ValueLedger } from './ledger.ts'
import { union, type ProductLines } from './subjects.ts'

const openMethod = { id: 'open-lines', version: 1 }
const ownMethod = { id: 'own-lines', version: 1 }
const shareMethod = { id: 'reuse-share', version: 1 }

export type Reuse = { readonly assessment: ReuseAssessment; readonly figures: readonly NamedFigure[] }

/** Over the products that the organization makes and whose own code was counted; no code found there is unknown, not none. */
export function reuseOf(
  { organization }: Portfolio,
  ledger: ValueLedger,
  ofProducts: readonly ProductLines[],
  ownCode: readonly OwnCode[],
  benchmarks: readonly ReuseBenchmark[],
): Reuse {
  const codeOf = new Map(ownCode.map((code) => [code.product, code]))
  const made = organization.products.flatMap(({ id, origin }, index) => (origin === 'made' ? [{ id, index }] : []))
  const rows = made.map(({ id, index }) => {
    const members = ofProducts[index]?.delivered ?? new Int32Array()
    const own: NamedFigure<number> = { id: `value/own-lines/product:${id}`, figure: ownFigure(codeOf.get(id)) }
    return { members, reuse: reuseOfProduct(ledger, id, members, own) }
  })
  const counted = rows.filter(({ reuse }) => reuse.ownLines.figure.known)
  const members = union(
    counted.map((row) => row.members),
    ledger.lines.length,
  )
  const open = openLines(ledger, 'value/open-lines', members, counted.length === 0)
  const ownLines = {
    id: 'value/own-lines',
    ...aggregate(
      ownMethod,
      rows.map(({ reuse }) => reuse.ownLines),
      'products',
      sum,
    ),
  }
  const share = shareOf('value/reuse-share', open.named, ownLines)
  const days = ownCode
    .filter(({ product }) => made.some(({ id }) => id === product))
    .map(({ observedOn }) => observedOn)
  return {
    assessment: {
      share: { ...share, coverage: open.coverage },
      openLines: { ...open.named, coverage: open.coverage },
      ownLines,
      byProduct: rows.map(({ reuse }) => reuse),
      benchmarks: benchmarks.toSorted((a, b) => a.year - b.year),
      measuredOn: days.toSorted().at(-1) ?? null,
    },
    figures: [
      share,
      open.named,
      { id: ownLines.id, figure: ownLines.figure },
      ...rows.flatMap(({ reuse }) => [reuse.share, reuse.openLines, reuse.ownLines]),
    ],
  }
}

function reuseOfProduct(
  ledger: ValueLedger,
  product: string,
  members: Int32Array,
  ownLines: NamedFigure<number>,
): ProductReuse {
  const open = openLines(ledger, `value/open-lines/product:${product}`, members, false)
  return {
    product,
    coverage: open.coverage,
    openLines: open.named,
    ownLines,
    share: shareOf(`value/reuse-share/product:${product}`, open.named, ownLines),
  }
}

function ownFigure(code: OwnCode | undefined): Figure<number> {
  if (code === undefined) return unknown('not-collected')
  const { deduplicated, evidence, at } = code
  return deduplicated === 0
    ? unknown('not-collected', [{ kind: 'observed', evidence, at }])
    : observed(deduplicated, evidence, at)
}

/** @param isEmpty nothing was counted, so that there is nothing to set lines against */
function openLines(
  { lines }: ValueLedger,
  id: string,
  members: Int32Array,
  isEmpty: boolean,
): { readonly named: NamedFigure<number>; readonly coverage: Coverage } {
  const sizes = Array.from(members, (member) => lines[member]?.size).flatMap((size) => size ?? [])
  const known = sizes.flatMap(({ figure }) => (figure.known ? [figure.value] : []))
  const total = lift(
    sum(known.map(({ deduplicated }: SizeValue) => deduplicated)),
    openMethod,
    sizes.map((size) => size.id),
  )
  const isUnknown = isEmpty || (known.length === 0 && sizes.length > 0)
  return {
    named: { id, figure: isUnknown ? unknown('not-collected', total.from) : total },
    coverage: { known: known.length, of: sizes.length, unit: 'packages' },
  }
}

function shareOf(id: string, open: NamedFigure<number>, own: NamedFigure<number>): NamedFigure<number> {
  return { id, figure: compute(shareMethod, [open, own], (ours, theirs) => ours / (ours + theirs)) }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
