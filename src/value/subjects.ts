/**
 * Sub-totals: what the parts of a product, of a unit with its sub-units, or under a condition are worth. Each package counts
 * once for the subject, with the value that it has for the organization: sub-totals overlap and are not added.
 */

import type { SubjectValue } from '#domain/assessment/value.ts'
import type { FigureId, Known, NamedFigure } from '#domain/figure.ts'
import { lift, unknown } from '#domain/figure.ts'
import { band, type Band, type MoneyBand } from '#domain/money.ts'
import { occurrencesByProduct } from '#domain/occurrence-order.ts'
import type { Organization, UnitId } from '#domain/organization.ts'
import { scopes, type PurlText } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import type { Banded } from './assumption.ts'
import type { ValueLedger } from './ledger.ts'

/** Packages that share something, by package URL without version; for example those that lean on one person. */
export type PackageCondition = { readonly id: string; readonly packages: ReadonlySet<PurlText> }

/** Lines of the ledger that a product uses, ascending. */
export type ProductLines = {
  readonly all: Int32Array
  /** Without what it needs for development alone. */
  readonly delivered: Int32Array
}

export type Subject = { readonly value: SubjectValue; readonly figures: readonly NamedFigure[] }

const moneyMethod = { id: 'usage-replacement', version: 1 }
const effortMethod = { id: 'usage-effort', version: 1 }

/** With more entries than this over all sub-totals a chain names the total instead of each package again. */
export const mostInputs = 200_000

/** One element per product of the organization, in its order. */
export function linesOfProducts(portfolio: Portfolio, { lineOfPart, lines }: ValueLedger): readonly ProductLines[] {
  const { occurrences, documents, organization } = portfolio
  const development = scopes.indexOf('development')
  const seen = new Uint8Array(lines.length)
  const result: ProductLines[] = organization.products.map(() => nothing)
  const order = occurrencesByProduct(portfolio)
  const productAt = (at: number) => documents[occurrences.document[order[at] ?? -1] ?? -1]?.product ?? -1
  for (let start = 0; start < order.length;) {
    const product = productAt(start)
    const used: number[] = []
    let end = start
    for (; end < order.length && productAt(end) === product; end++) {
      const occurrence = order[end] ?? 0
      const line = lineOfPart[occurrences.part[occurrence] ?? -1] ?? -1
      if (line === -1) continue
      if (seen[line] === 0) used.push(line)
      // 1 seen, 2 delivered.
      seen[line] = Math.max(seen[line] ?? 0, occurrences.scope[occurrence] === development ? 1 : 2)
    }
    const all = Int32Array.from(used).toSorted()
    if (product in result) result[product] = { all, delivered: all.filter((line) => seen[line] === 2) }
    for (const line of used) seen[line] = 0
    start = end
  }
  return result
}

const nothing: ProductLines = { all: new Int32Array(), delivered: new Int32Array() }

/** Each line once, ascending. */
export function union(lists: readonly Int32Array[], count: number): Int32Array {
  const seen = new Uint8Array(count)
  for (const list of lists) for (const line of list) seen[line] = 1
  const members: number[] = []
  for (let line = 0; line < count; line++) if (seen[line] === 1) members.push(line)
  return Int32Array.from(members)
}

export type Subjects = {
  readonly products: readonly Subject[]
  readonly units: readonly Subject[]
  readonly conditions: readonly Subject[]
}

export function subjectsOf(
  portfolio: Portfolio,
  ledger: ValueLedger,
  ofProducts: readonly ProductLines[],
  conditions: readonly PackageCondition[],
): Subjects {
  const { organization, documents } = portfolio
  const hasDocuments = new Set(documents.map(({ product }) => product))
  const products = organization.products.flatMap(({ id }, index) =>
    hasDocuments.has(index) ? [{ id, members: ofProducts[index]?.all ?? nothing.all }] : [],
  )
  const below = subUnits(organization)
  const units = organization.units.flatMap(({ id }) => {
    const inside = below(id)
    const lists = organization.products.flatMap(({ unit }, index) =>
      unit !== null && inside.has(unit) && hasDocuments.has(index) ? [ofProducts[index]?.all ?? nothing.all] : [],
    )
    return lists.length === 0 ? [] : [{ id, members: union(lists, ledger.lines.length) }]
  })
  const met = conditions.map(({ id, packages }) => ({ id, members: linesOfPackages(portfolio, ledger, packages) }))
  const entries = [...products, ...units, ...met].reduce((sum, { members }) => sum + members.length, 0)
  const isNamed = entries <= mostInputs
  return {
    products: products.map(({ id, members }) => subTotal(ledger, 'product', id, members, isNamed)),
    units: units.map(({ id, members }) => subTotal(ledger, 'unit', id, members, isNamed)),
    conditions: met.map(({ id, members }) => subTotal(ledger, 'condition', id, members, isNamed)),
  }
}

/** A package that counts under another one, as a platform's build of it, brings that one in. */
function linesOfPackages({ parts }: Portfolio, ledger: ValueLedger, packages: ReadonlySet<PurlText>): Int32Array {
  const found = parts.flatMap((part, index) => {
    const line = ledger.lineOfPart[index] ?? -1
    return line !== -1 && part.package !== null && packages.has(part.package) ? [line] : []
  })
  return union([Int32Array.from(found)], ledger.lines.length)
}

/** The unit itself and all below it. */
export function subUnits({ units }: Organization): (id: UnitId) => ReadonlySet<UnitId> {
  const children = Map.groupBy(units, ({ parent }) => parent)
  return (id) => {
    const inside = new Set([id])
    for (const unit of inside) for (const child of children.get(unit) ?? []) inside.add(child.id)
    return inside
  }
}

function subTotal(
  { lines, sums, currency }: ValueLedger,
  kind: 'product' | 'unit' | 'condition',
  subject: string,
  members: Int32Array,
  isNamed: boolean,
): Subject {
  let known = 0
  for (const member of members) known += sums.isKnown[member] ?? 0
  const personMonths = bandOver(members, sums.work)
  const money: MoneyBand = { ...bandOver(members, sums.cost), currency }
  const isKnown = known > 0 || members.length === 0
  const ids = (of: 'money' | 'effort', total: FigureId): FigureId[] =>
    isNamed ? Array.from(members, (member) => lines[member]?.[of].id ?? total) : [total]
  const figureOf = <T>(value: T, method: typeof moneyMethod, inputs: readonly FigureId[]) => {
    const figure: Known<T> = lift(value, method, inputs)
    return isKnown ? figure : unknown('not-collected', figure.from)
  }
  const figure = `value/usage-replacement/${kind}:${subject}`
  const effortFigure = `value/usage-effort/${kind}:${subject}`
  return {
    value: {
      subject,
      coverage: { known, of: members.length, unit: 'packages' },
      personMonths: isKnown ? personMonths : null,
      money: isKnown ? money : null,
      figure,
      effortFigure,
    },
    figures: [
      { id: figure, figure: figureOf<MoneyBand>(money, moneyMethod, ids('money', 'value/usage-replacement')) },
      { id: effortFigure, figure: figureOf<Band>(personMonths, effortMethod, ids('effort', 'value/usage-effort')) },
    ],
  }
}

function bandOver(members: Int32Array, { low, central, high }: Banded<Float64Array>): Band {
  let [lowest, middle, highest] = [0, 0, 0]
  for (const member of members) {
    lowest += low[member] ?? 0
    middle += central[member] ?? 0
    highest += high[member] ?? 0
  }
  return band(lowest, middle, highest)
}

/** Keys of the packages that a product, or a unit with its sub-units, uses. */
export function packagesOfSubject(
  portfolio: Portfolio,
  ledger: ValueLedger,
  { kind, id }: { readonly kind: 'product' | 'unit'; readonly id: string },
): ReadonlySet<string> {
  const inside = subUnits(portfolio.organization)(id)
  const isIn = (product: Organization['products'][number]) =>
    kind === 'product' ? product.id === id : product.unit !== null && inside.has(product.unit)
  const ofProducts = linesOfProducts(portfolio, ledger)
  const lists = portfolio.organization.products.flatMap((product, index) =>
    isIn(product) ? [ofProducts[index]?.all ?? nothing.all] : [],
  )
  return new Set(Array.from(union(lists, ledger.lines.length), (line) => ledger.lines[line]?.of.key ?? ''))
}
