/** What lists can be sorted and narrowed by: closed lists, so that an unoffered one is refused and every one is tried. */

export const orders = ['ascending', 'descending'] as const
export type Order = (typeof orders)[number]

export const productSorts = [
  'name',
  'unit',
  'criticality',
  'findings',
  'critical',
  'parts',
  'packages',
  'without-license',
  'value',
  'newest',
  'coverage',
] as const
export type ProductSort = (typeof productSorts)[number]

export const packageSorts = [
  'name',
  'ecosystem',
  'criticality',
  'health',
  'value',
  'products',
  'versions',
  'findings',
  'severity',
] as const
export type PackageSort = (typeof packageSorts)[number]

export const partSorts = ['name', 'license', 'openness', 'reciprocity', 'products'] as const
export type PartSort = (typeof partSorts)[number]

export const findingSorts = ['rank', 'score', 'products', 'published', 'id', 'name'] as const
export type FindingSort = (typeof findingSorts)[number]

export const healthSorts = [
  'risk',
  'name',
  'health',
  'criticality',
  'packages',
  'products',
  'absence-factor',
  'last-release',
  'last-commit',
] as const
export type HealthSort = (typeof healthSorts)[number]

/** A total that was counted to the end, or a lower bound of one. */
export type ListTotal = { readonly count: number; readonly kind: 'exact' | 'at-least' }

export type ListPage<Item> = {
  readonly items: readonly Item[]
  /** The key of the last row, for the page after it; null on the last page. */
  readonly next: string | null
  readonly total: ListTotal
}

export type ListQuery<Sort extends string, Filters> = {
  readonly sort: Sort
  readonly order: Order
  readonly after: string | null
  readonly limit: number
  /** What is undefined narrows nothing. */
  readonly filters: { readonly [Name in keyof Filters]?: Filters[Name] | undefined }
}
