import type { HealthLevel, HealthWarning, ProjectState } from '#domain/assessment/health.ts'
import { criticalityLevel, type CriticalityLevel } from '#domain/criticality.ts'
import { severities, type Severity } from '#domain/finding.ts'
import { opennesses, type Openness } from '#domain/license-facts.ts'
import { packageFilters, type PackageFilters, type PackageSort } from '#domain/lists.ts'
import type { MoneyBand } from '#domain/money.ts'
import type { PartKind } from '#domain/part.ts'
import type { PackageView, ViewNumber } from '#domain/views.ts'
import type { Lens } from './cut.ts'
import { criticalityFigure } from './health.ts'
import { folded } from './folded.ts'
import { foundOf } from './looked-up.ts'
import { defineList, sorted, sortedInCut } from './list.ts'
import { groupOf } from './views.ts'

export type PackageItem = {
  readonly key: string
  readonly purl: string | null
  readonly name: string
  readonly ecosystem: string | null
  readonly kind: PartKind
  /** Over the products in sight. */
  readonly products: number
  readonly versions: number
  readonly criticality: number
  readonly criticalityFigure: string | null
  readonly criticalityLevel: CriticalityLevel
  readonly health: number | null
  readonly level: HealthLevel | null
  readonly state: ProjectState | null
  readonly subject: string | null
  readonly warnings: readonly HealthWarning['id'][]
  readonly value: MoneyBand | null
  readonly valueFigure: string | null
  readonly lines: number | null
  /** Part version × advisory; null: none, and not every version could be looked up. */
  readonly findings: number | null
  readonly severity: Severity | null
  /** Distinct licenses of the versions in sight; empty where none could be told. */
  readonly licenses: readonly string[]
  /** The least open one's; unknown where any is unknown. */
  readonly openness: Openness
}

export const packages = defineList<'package', PackageSort, PackageFilters, PackageItem>({
  id: 'packages',
  kind: 'package',
  offered: packageFilters,
  sorts: {
    name: sorted(({ name }) => folded(name)),
    ecosystem: sorted(({ ecosystem }) => ecosystem),
    criticality: sortedInCut((_, number, { cut }) => cut.criticality[number] ?? 0),
    health: sorted(({ health }) => health),
    value: sorted(({ value }) => value?.central ?? null, 'descending'),
    products: sortedInCut((_, number, { cut }) => cut.productsOfPackage[number] ?? 0),
    versions: sortedInCut((_, number, { cut }) => cut.versionsOfPackage[number] ?? 0),
    findings: sortedInCut((_, number, lens) => findingsOf(number, lens)),
    severity: sortedInCut((_, number, lens) => worstOf(number, lens), 'ascending'),
  },
  text: ({ name, key }) => `${name} ${key}`,
  filters: {
    ecosystem: ({ ecosystem }, value) => ecosystem === value,
    kind: ({ kind }, value) => kind === value,
    level: ({ level }, value) => (level ?? 'unknown') === value,
    criticality: (_, value, number, { cut }) => criticalityLevel(cut.criticality[number] ?? 0) === value,
    state: ({ state }, value) => (state ?? 'unknown') === value,
    warning: ({ warnings }, value) => warnings.includes(value),
    severity: (_, value, number, lens) => (worstOf(number, lens) ?? severities.length) <= severities.indexOf(value),
    openness: (_, value, number, lens) => opennessOf(number, lens) === value,
    isValued: ({ value: worth }, value) => (worth !== null) === value,
  },
  item: packageItem,
  columns: {
    package: ({ key }) => key,
    name: ({ name }) => name,
    ecosystem: ({ ecosystem }) => ecosystem,
    products: ({ products }) => products,
    versions: ({ versions }) => versions,
    criticality: ({ criticality }) => criticality,
    health: ({ health }) => health,
    healthLevel: ({ level }) => level,
    state: ({ state }) => state,
    warnings: ({ warnings }) => warnings.join(' '),
    findings: ({ findings }) => findings,
    severity: ({ severity }) => severity,
    licenses: ({ licenses }) => licenses.join(' · '),
    openness: ({ openness }) => openness,
    lines: ({ lines }) => lines,
    valueLow: ({ value }) => value?.low ?? null,
    valueCentral: ({ value }) => value?.central ?? null,
    valueHigh: ({ value }) => value?.high ?? null,
    currency: ({ value }) => value?.currency ?? null,
  },
})

export function packageItem(row: PackageView, number: ViewNumber, lens: Lens): PackageItem {
  const { cut, views } = lens
  const { subject, ...rest } = row
  const worst = worstOf(number, lens)
  const criticality = cut.criticality[number] ?? 0
  const project = subject === null ? undefined : views.tables.subject[subject]
  return {
    ...rest,
    products: cut.productsOfPackage[number] ?? 0,
    versions: cut.versionsOfPackage[number] ?? 0,
    criticality,
    criticalityFigure: project?.packages.length === 1 ? criticalityFigure(project, lens) : null,
    criticalityLevel: criticalityLevel(criticality),
    subject: project?.subject ?? null,
    findings: findingsOf(number, lens),
    severity: worst === null ? null : (severities[worst] ?? null),
    licenses: licensesOf(number, lens),
    openness: opennessOf(number, lens),
  }
}

function findingsOf(number: ViewNumber, { cut, views }: Lens): number | null {
  return foundOf(cut.findingsOfPackage[number] ?? 0, cut.undecidedPackage[number] === 1, views)
}

function worstOf(number: ViewNumber, { cut }: Lens): number | null {
  const worst = cut.worstOfPackage[number] ?? severities.length
  return worst === severities.length ? null : worst
}

function* partsInSight(number: ViewNumber, { cut, views }: Lens) {
  for (const part of groupOf(views.partsOfPackage, number)) {
    const row = views.tables.part[part]
    if (row !== undefined && (cut.productsOfPart[part] ?? 0) > 0) yield row
  }
}

function licensesOf(number: ViewNumber, lens: Lens): string[] {
  const found = new Set<string>()
  for (const { license } of partsInSight(number, lens)) if (license !== null) found.add(license)
  return [...found].sort()
}

function opennessOf(number: ViewNumber, lens: Lens): Openness {
  let least = -1
  for (const { openness } of partsInSight(number, lens)) least = Math.max(least, opennesses.indexOf(openness))
  return opennesses[least] ?? 'unknown'
}
