import type { HealthLevel } from '#domain/assessment/health.ts'
import { criticalityLevel, type CriticalityLevel } from '#domain/criticality.ts'
import { healthFilters, type HealthFilters, type HealthSort } from '#domain/lists.ts'
import type { SubjectView, ViewNumber } from '#domain/views.ts'
import type { Lens } from './cut.ts'
import { folded } from './folded.ts'
import { defineList, sorted, sortedInCut } from './list.ts'

/** A project, or a package whose project nothing names, as far as products in sight use it. */
export type HealthItem = Omit<SubjectView, 'packages'> & {
  readonly packages: readonly string[]
  readonly products: number
  /** The highest K of its packages over the products in sight. */
  readonly criticality: number
  readonly criticalityFigure: string | null
  readonly criticalityLevel: CriticalityLevel
}

const levelRank: Readonly<Record<HealthLevel, number>> = { weak: 0, withheld: 1, fair: 2, good: 3 }
const criticalityRank: Readonly<Record<CriticalityLevel, number>> = { high: 0, medium: 1, low: 2 }

export const health = defineList<'subject', HealthSort, HealthFilters, HealthItem>({
  id: 'health',
  kind: 'subject',
  offered: healthFilters,
  sorts: {
    risk: sortedInCut(
      (row, _, lens) =>
        criticalityRank[criticalityLevel(criticalityOf(row, lens))] * 100 +
        levelRank[row.level] * 10 +
        (row.health ?? 1),
      'ascending',
    ),
    name: sorted(({ subject }) => folded(subject)),
    health: sorted(({ health: share }) => share),
    criticality: sortedInCut((row, _, lens) => criticalityOf(row, lens)),
    packages: sortedInCut((row, _, lens) => packagesInSight(row, lens).length),
    products: sortedInCut((_, number, { cut }) => cut.productsOfSubject[number] ?? 0),
    'absence-factor': sorted(({ absenceFactor }) => absenceFactor),
    'last-release': sorted(({ lastReleaseOn }) => lastReleaseOn),
    'last-commit': sorted(({ lastCommitOn }) => lastCommitOn),
  },
  text: ({ subject }) => subject,
  filters: {
    level: ({ level }, value) => level === value,
    criticality: (row, value, _, lens) => criticalityLevel(criticalityOf(row, lens)) === value,
    state: ({ state }, value) => (state ?? 'unknown') === value,
    warning: ({ warnings }, value) => warnings.includes(value),
    hasFunding: ({ hasFunding }, value) => hasFunding === value,
  },
  item: healthItem,
  columns: {
    subject: ({ subject }) => subject,
    packages: ({ packages }) => packages.join(' '),
    products: ({ products }) => products,
    criticality: ({ criticality }) => criticality,
    health: ({ health: share }) => share,
    level: ({ level }) => level,
    state: ({ state }) => state,
    absenceFactor: ({ absenceFactor }) => absenceFactor,
    scorecard: ({ scorecard }) => scorecard,
    warnings: ({ warnings }) => warnings.join(' '),
    lastReleaseOn: ({ lastReleaseOn }) => lastReleaseOn,
    lastCommitOn: ({ lastCommitOn }) => lastCommitOn,
  },
})

export function healthItem(row: SubjectView, number: ViewNumber, lens: Lens): HealthItem {
  const criticality = criticalityOf(row, lens)
  return {
    ...row,
    packages: packagesInSight(row, lens).map((of) => lens.views.tables.package[of]?.key ?? ''),
    products: lens.cut.productsOfSubject[number] ?? 0,
    criticality,
    criticalityFigure: criticalityFigure(row, lens),
    criticalityLevel: criticalityLevel(criticality),
  }
}

/** The figure counts the products of every unit. */
export function criticalityFigure(row: SubjectView | undefined, { cut }: Lens): string | null {
  return row === undefined || cut.scope !== 'all' ? null : `health/criticality/${row.subject}`
}

export function criticalityOf({ packages }: SubjectView, { cut }: Lens): number {
  return packages.reduce((most, number) => Math.max(most, cut.criticality[number] ?? 0), 0)
}

function packagesInSight({ packages }: SubjectView, { cut }: Lens): ViewNumber[] {
  return packages.filter((number) => (cut.productsOfPackage[number] ?? 0) > 0)
}
