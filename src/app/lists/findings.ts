import { severities, type Severity } from '#domain/finding.ts'
import { findingFilters, type FindingFilters, type FindingSort } from '#domain/lists.ts'
import type { FindingView, ViewNumber } from '#domain/views.ts'
import type { Lens } from './cut.ts'
import { defineList, folded, sorted, sortedInCut } from './list.ts'

/** A part version × one advisory with its aliases; the products in sight that use the part are counted, not listed. */
export type FindingItem = {
  readonly id: string
  readonly aliases: readonly string[]
  readonly severity: Severity
  readonly score: number | null
  readonly vector: string | null
  readonly summary: string
  readonly published: string | null
  readonly modified: string | null
  readonly package: string
  readonly purl: string | null
  readonly name: string
  readonly version: string | null
  readonly ecosystem: string | null
  readonly fixed: readonly string[]
  /** The nearest version of the part that ends all its findings. */
  readonly remedy: string | null
  readonly products: number
  readonly figure: string
}

export const findings = defineList<'finding', FindingSort, FindingFilters, FindingItem>({
  id: 'findings',
  kind: 'finding',
  offered: findingFilters,
  sorts: {
    rank: sorted(({ severity, score }) => severities.indexOf(severity) * 100 - (score ?? -1)),
    score: sorted(({ score }) => score, 'descending'),
    products: sortedInCut((_, number, { cut, views }) => {
      const part = views.tables.finding[number]?.part ?? -1
      return cut.productsOfPart[part] ?? 0
    }),
    published: sorted(({ published }) => published, 'descending'),
    id: sorted(({ id }) => id),
    name: sorted(({ part }, _, { views }) => folded(views.tables.part[part]?.name ?? '')),
  },
  text: ({ id, aliases, summary, part }, { views }) =>
    `${id} ${aliases.join(' ')} ${summary} ${views.tables.part[part]?.name ?? ''}`,
  filters: {
    severity: ({ severity }, value) => severity === value,
    isUrgent: ({ severity }, value) => (severity === 'critical' || severity === 'high') === value,
    ecosystem: ({ part }, value, _, { views }) => views.tables.part[part]?.ecosystem === value,
    package: ({ part }, value, _, { views }) =>
      views.tables.package[views.tables.part[part]?.package ?? -1]?.key === value,
    isFixed: ({ fixed }, value) => fixed.length > 0 === value,
  },
  item: findingItem,
  columns: {
    id: ({ id }) => id,
    aliases: ({ aliases }) => aliases.join(' '),
    severity: ({ severity }) => severity,
    score: ({ score }) => score,
    name: ({ name }) => name,
    version: ({ version }) => version,
    purl: ({ purl }) => purl,
    fixed: ({ fixed }) => fixed.join(' '),
    remedy: ({ remedy }) => remedy,
    products: ({ products }) => products,
    published: ({ published }) => published,
    summary: ({ summary }) => summary,
  },
})

export function findingItem({ part, ...row }: FindingView, _: ViewNumber, { views, cut }: Lens): FindingItem {
  const of = views.tables.part[part]
  return {
    ...row,
    package: views.tables.package[of?.package ?? -1]?.key ?? '',
    purl: of?.purl ?? null,
    name: of?.name ?? '',
    version: of?.version ?? null,
    ecosystem: of?.ecosystem ?? null,
    remedy: of?.remedy ?? null,
    products: cut.productsOfPart[part] ?? 0,
  }
}
