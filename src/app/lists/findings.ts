import { partKey } from '#app/part-key.ts'
import { severities, type Severity } from '#domain/finding.ts'
import { findingStates, isOpenState, type FindingState } from '#domain/finding-status.ts'
import { findingFilters, type FindingFilters, type FindingSort } from '#domain/lists.ts'
import type { FindingView, ViewNumber } from '#domain/views.ts'
import { folded } from './folded.ts'
import type { Lens } from './cut.ts'
import { defineList, sorted, sortedByStatements, sortedInCut } from './list.ts'
import { statusOf } from './statuses.ts'

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
  /** What a statement about it names: the package URL of the part version, or `KIND:NAME@VERSION`. */
  readonly part: string
  /** What was stated; of several products in sight, the state that asks most for attention. */
  readonly status: FindingState
  /** Products in sight for which something was stated. */
  readonly statedProducts: number
  /** A statement is past its review date. */
  readonly isReviewDue: boolean
}

export const findings = defineList<'finding', FindingSort, FindingFilters, FindingItem>({
  id: 'findings',
  kind: 'finding',
  offered: findingFilters,
  sorts: {
    rank: sorted(({ severity, score }) => severities.indexOf(severity) * 100 - (score ?? -1)),
    score: sorted(({ score }) => score, 'descending'),
    products: sortedInCut((_, number, { cut }) => cut.productsOfFinding[number] ?? 0),
    published: sorted(({ published }) => published, 'descending'),
    id: sorted(({ id }) => id),
    name: sorted(({ part }, _, { views }) => folded(views.tables.part[part]?.name ?? '')),
    status: sortedByStatements((_, number, lens) => findingStates.indexOf(statusOf(lens, number).state)),
  },
  text: ({ id, aliases, summary, part }, { views }) =>
    `${id} ${aliases.join(' ')} ${summary} ${views.tables.part[part]?.name ?? ''}`,
  filters: {
    severity: ({ severity }, value) => severity === value,
    isUrgent: ({ severity }, value) => (severity === 'critical' || severity === 'high') === value,
    ecosystem: ({ part }, value, _, { views }) => views.tables.part[part]?.ecosystem === value,
    package: ({ part }, value, _, { views }) =>
      views.tables.package[views.tables.part[part]?.package ?? -1]?.key === value,
    part: ({ part }, value, _, { views }) => {
      const row = views.tables.part[part]
      return row !== undefined && partKey(row) === value
    },
    isFixed: ({ fixed }, value) => fixed.length > 0 === value,
    status: (_, value, number, lens) => {
      const { state, isDue } = statusOf(lens, number)
      return value === 'open' ? isDue || isOpenState(state) : value === 'due' ? isDue : value === state
    },
  },
  stated: ['status'],
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
    status: ({ status }) => status,
    statedProducts: ({ statedProducts }) => statedProducts,
    reviewDue: ({ isReviewDue }) => isReviewDue,
    summary: ({ summary }) => summary,
  },
})

export function findingItem({ part, ...row }: FindingView, number: ViewNumber, lens: Lens): FindingItem {
  const { views, cut } = lens
  const of = views.tables.part[part]
  const { state, stated, isDue } = statusOf(lens, number)
  return {
    ...row,
    package: views.tables.package[of?.package ?? -1]?.key ?? '',
    purl: of?.purl ?? null,
    name: of?.name ?? '',
    version: of?.version ?? null,
    ecosystem: of?.ecosystem ?? null,
    remedy: of?.remedy ?? null,
    products: cut.productsOfPart[part] ?? 0,
    part: of === undefined ? '' : partKey(of),
    status: state,
    statedProducts: stated,
    isReviewDue: isDue,
  }
}
