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
  type FigureId,
  type NamedFigure,
} from '#domain/figure.ts'
import type { OwnCode } from '#domain/own-code.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import type { ValueLedger } from './ledger.ts'
import { mostInputs, union, type ProductLines } from './subjects.ts'

const totalOpenId = 'value/open-lines'
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
  const entries = made.reduce((sum, { index }) => sum + (ofProducts[index]?.delivered.length ?? 0), 0)
  const rows = made.map(({ id, index }) => {
    const members = ofProducts[index]?.delivered ?? new Int32Array()
    const own: NamedFigure<number> = { id: `value/own-lines/product:${id}`, figure: ownFigure(codeOf.get(id)) }
    return { members, reuse: reuseOfProduct(ledger, id, members, own, entries <= mostInputs) }
  })
  const counted = rows.filter(({ reuse }) => reuse.ownLines.figure.known)
  const members = union(
    counted.map((row) => row.members),
    ledger.lines.length,
  )
  const open = openLines(ledger, totalOpenId, members, counted.length === 0)
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
  isNamed: boolean,
): ProductReuse {
  const open = openLines(ledger, `value/open-lines/product:${product}`, members, false, isNamed)
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

/**
 * @param isEmpty nothing was counted, so that there is nothing to set lines against
 * @param isNamed each size stands in the chain; otherwise the total of all does, which names them
 */
function openLines(
  { lines, sums }: ValueLedger,
  id: string,
  members: Int32Array,
  isEmpty: boolean,
  isNamed = true,
): { readonly named: NamedFigure<number>; readonly coverage: Coverage } {
  let [total, known] = [0, 0]
  const inputs: FigureId[] = isNamed ? [] : [totalOpenId]
  for (const member of members) {
    known += sums.isKnown[member] ?? 0
    total += sums.deduplicated[member] ?? 0
    if (isNamed) inputs.push(lines[member]?.size.id ?? totalOpenId)
  }
  const figure = lift(total, openMethod, inputs)
  const isUnknown = isEmpty || (known === 0 && members.length > 0)
  return {
    named: { id, figure: isUnknown ? unknown('not-collected', figure.from) : figure },
    coverage: { known, of: members.length, unit: 'packages' },
  }
}

function shareOf(id: string, open: NamedFigure<number>, own: NamedFigure<number>): NamedFigure<number> {
  return { id, figure: compute(shareMethod, [open, own], (ours, theirs) => ours / (ours + theirs)) }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
