/** What lists can be sorted and narrowed by: closed lists, so that an unoffered one is refused and every one is tried. */

import type { LicenseCertainty } from './assessment/licenses.ts'
import type { HealthLevel, HealthWarning, ProjectState } from './assessment/health.ts'
import type { CriticalityLevel } from './criticality.ts'
import { findingStateFilters } from './finding-status.ts'
import { severities } from './finding.ts'
import { opennesses, reciprocities } from './license-facts.ts'
import type { Audience, Criticality, Origin } from './organization.ts'
import { partKinds } from './part.ts'

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

export const findingSorts = ['rank', 'score', 'products', 'published', 'id', 'name', 'status'] as const
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

/** What a filter takes: any text, yes or no, or one of the words. */
export type FilterKind = 'text' | 'yes-or-no' | readonly string[]

export type FiltersOf<Offered extends Readonly<Record<string, FilterKind>>> = {
  readonly [Name in keyof Offered]: Offered[Name] extends readonly (infer Word)[]
    ? Word
    : Offered[Name] extends 'yes-or-no'
      ? boolean
      : string
}

const criticalities: readonly (Criticality | 'undeclared')[] = ['mission', 'high', 'medium', 'low', 'undeclared']
const origins: readonly Origin[] = ['made', 'bought', 'run']
const audiences: readonly Audience[] = ['internal', 'partners', 'public']
const criticalityLevels: readonly CriticalityLevel[] = ['high', 'medium', 'low']
const healthLevels: readonly HealthLevel[] = ['good', 'fair', 'weak', 'withheld']
const states: readonly ProjectState[] = ['active', 'slow', 'dormant', 'unsupported', 'unknown']
const certainties: readonly LicenseCertainty[] = ['stated', 'guessed', 'unclear', 'absent']
const warnings: readonly HealthWarning['id'][] = [
  'one-person',
  'main-author-gone',
  'single-organization',
  'license-changed',
  'deprecated',
  'withdrawn-version',
  'end-of-life',
  'archived',
  'activity-halved',
  'falling',
]

export const productFilters = {
  q: 'text',
  unit: 'text',
  criticality: criticalities,
  origin: origins,
  audience: audiences,
  /** At least one finding of this severity. */
  severity: severities,
  withoutLicense: 'yes-or-no',
  hasDocuments: 'yes-or-no',
} as const
export type ProductFilters = FiltersOf<typeof productFilters>

export const packageFilters = {
  q: 'text',
  ecosystem: 'text',
  kind: partKinds,
  level: [...healthLevels, 'unknown' as const],
  criticality: criticalityLevels,
  state: states,
  warning: warnings,
  /** At least one finding of this severity or a graver one. */
  severity: severities,
  openness: opennesses,
  isValued: 'yes-or-no',
} as const
export type PackageFilters = FiltersOf<typeof packageFilters>

export const partFilters = {
  q: 'text',
  ecosystem: 'text',
  license: 'text',
  openness: opennesses,
  reciprocity: [...reciprocities, 'unknown' as const],
  certainty: certainties,
  duty: 'text',
  isNetwork: 'yes-or-no',
  isDisputed: 'yes-or-no',
  /** Advisories were looked up and do not tell whether they speak of it. */
  isUndecided: 'yes-or-no',
} as const
export type PartFilters = FiltersOf<typeof partFilters>

export const findingFilters = {
  q: 'text',
  severity: severities,
  /** Critical and high. */
  isUrgent: 'yes-or-no',
  ecosystem: 'text',
  package: 'text',
  /** A part version, as statements about findings name it. */
  part: 'text',
  isFixed: 'yes-or-no',
  status: findingStateFilters,
} as const
export type FindingFilters = FiltersOf<typeof findingFilters>

export const healthFilters = {
  q: 'text',
  level: healthLevels,
  criticality: criticalityLevels,
  state: states,
  warning: warnings,
  hasFunding: 'yes-or-no',
} as const
export type HealthFilters = FiltersOf<typeof healthFilters>

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
