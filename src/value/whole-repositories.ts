/**
 * The way of OSSVAL: every entry of a list of parts is charged with the whole repository behind it, so that a repository
 * which publishes thirty packages counts thirty times. Set beside our total on the same inventory, named per repository.
 */

import type { NamedAggregate } from '#domain/assessment/aggregate.ts'
import { compute, lift, observed, unknown, type Coverage, type NamedFigure } from '#domain/figure.ts'
import type { Currency } from '#domain/money.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { projectsOfPackages, type ProjectId } from '#domain/project.ts'
import type { RepositorySize } from '#domain/repository-size.ts'
import { model as cocomo2 } from '#value/models/cocomo2.ts'
import { assumptionFigureId, valueLedger, type LedgerOptions, type ValueLedger } from './ledger.ts'

/** Effort, and money at our central rate. */
export type Amount = { readonly personMonths: number; readonly money: number; readonly currency: Currency }

export type WholeRepository = {
  readonly project: ProjectId
  readonly lines: number
  /** Part versions in use that it publishes: it is charged once for each. */
  readonly entries: number
  readonly charged: Amount
  /** Charged once. */
  readonly once: Amount
  /** What our method counts for the packages that it publishes, central; null when none of their sizes is known. */
  readonly ours: Amount | null
  /** Charged beyond once. */
  readonly doubleCounted: Amount
}

export type WholeRepositoryComparison = {
  /** Covers part versions: entries without a repository of known size count nothing there, and are not known here. */
  readonly charged: NamedAggregate<Amount>
  readonly once: NamedFigure<Amount>
  /** Share of what is charged that is charged more than once, 0 to 1. */
  readonly doubleCountedShare: NamedFigure<number>
  /** Our total over the packages of these repositories. */
  readonly ours: Amount
  readonly oursCoverage: Coverage
  /** Most double-counted first. */
  readonly repositories: readonly WholeRepository[]
  readonly figures: readonly NamedFigure[]
}

const chargedMethod = { id: 'whole-repositories', version: 1 }
const onceMethod = { id: 'whole-repositories-once', version: 1 }
const shareMethod = { id: 'double-counted-share', version: 1 }

/** Multipliers by kind and age of a project are left at 1, as OSSVAL leaves them without a history at hand. */
export function compareWholeRepositories(
  portfolio: Portfolio,
  sizes: readonly RepositorySize[],
  options: LedgerOptions = {},
): WholeRepositoryComparison {
  const ledger = valueLedger(portfolio, options)
  const projects = projectsOfPackages(portfolio.projectLinks)
  const entries = new Map<ProjectId, number>()
  const linesOf = new Map<ProjectId, Set<number>>()
  let [known, all] = [0, 0]
  const sizeOf = new Map(sizes.map((size) => [size.project, size]))
  for (const [index, part] of usedSoftware(portfolio)) {
    all++
    const project = part.package === null ? undefined : projects.get(part.package)?.project
    if (project === undefined || !sizeOf.has(project)) continue
    known++
    entries.set(project, (entries.get(project) ?? 0) + 1)
    const line = ledger.lineOfPart[index] ?? -1
    const lines = linesOf.get(project) ?? new Set()
    linesOf.set(project, line === -1 ? lines : lines.add(line))
  }
  const repositories = [...entries]
    .map(([project, count]) =>
      repositoryOf(ledger, project, sizeOf.get(project)?.lines ?? 0, count, linesOf.get(project)),
    )
    .toSorted((a, b) => b.doubleCounted.money - a.doubleCounted.money || (a.project < b.project ? -1 : 1))
  return { ...figuresOf(ledger, repositories, sizeOf, { known, of: all, unit: 'part versions' }), repositories }
}

function* usedSoftware({ parts, occurrences }: Portfolio) {
  const isUsed = new Uint8Array(parts.length)
  for (let index = 0; index < occurrences.count; index++) isUsed[occurrences.part[index] ?? 0] = 1
  for (const [index, part] of parts.entries())
    if (isUsed[index] === 1 && part.kind === 'software') yield [index, part] as const
}

function repositoryOf(
  ledger: ValueLedger,
  project: ProjectId,
  lines: number,
  entries: number,
  members: ReadonlySet<number> = new Set(),
): WholeRepository {
  const once = amountOf(ledger, cocomo2.effort(lines / 1000))
  const sized = [...members].flatMap((member) => ledger.lines[member]?.bands ?? [])
  const ours = sized.reduce((sum, { personMonths }) => sum + personMonths.central, 0)
  return {
    project,
    lines,
    entries,
    charged: scaled(once, entries),
    once,
    ours: sized.length === 0 ? null : amountOf(ledger, ours),
    doubleCounted: scaled(once, entries - 1),
  }
}

function figuresOf(
  ledger: ValueLedger,
  repositories: readonly WholeRepository[],
  sizeOf: ReadonlyMap<ProjectId, RepositorySize>,
  coverage: Coverage,
): Omit<WholeRepositoryComparison, 'repositories'> {
  const lines = repositories.flatMap(({ project, lines: count }): NamedFigure<number>[] => {
    const size = sizeOf.get(project)
    return size === undefined
      ? []
      : [{ id: `value/repository-lines/${project}`, figure: observed(count, size.evidence, size.at) }]
  })
  const ids = [...lines.map(({ id }) => id), ledger.wageFigure.id, assumptionFigureId('A3-labor-rate')]
  const isKnown = repositories.length > 0
  const total = (of: (one: WholeRepository) => Amount) =>
    amountOf(
      ledger,
      repositories.reduce((sum, one) => sum + of(one).personMonths, 0),
    )
  const named = (id: string, method: typeof chargedMethod, amount: Amount): NamedFigure<Amount> => ({
    id,
    figure: isKnown ? lift(amount, method, ids) : unknown('not-collected'),
  })
  const charged = named(
    'value/like/ossval',
    chargedMethod,
    total((one) => one.charged),
  )
  const once = named(
    'value/like/ossval-once',
    onceMethod,
    total((one) => one.once),
  )
  const share = compute(shareMethod, [charged, once], (all, single) =>
    all.personMonths === 0 ? undefined : 1 - single.personMonths / all.personMonths,
  )
  const doubleCountedShare = { id: 'value/like/ossval-double-counted', figure: share }
  const sized = repositories.filter(({ ours }) => ours !== null)
  return {
    charged: { ...charged, coverage },
    once,
    doubleCountedShare,
    ours: amountOf(
      ledger,
      sized.reduce((sum, { ours }) => sum + (ours?.personMonths ?? 0), 0),
    ),
    oursCoverage: { known: sized.length, of: repositories.length, unit: 'repositories' },
    figures: [charged, once, doubleCountedShare, ...lines],
  }
}

function amountOf({ rate, settings, currency }: ValueLedger, personMonths: number): Amount {
  return { personMonths, money: (personMonths * (rate.yearlyWage * settings.central.wageFactor)) / 12, currency }
}

function scaled({ personMonths, money, currency }: Amount, by: number): Amount {
  return { personMonths: personMonths * by, money: money * by, currency }
}
