/** How well the undertakings behind the parts are: portfolio in, health assessment and its figures out. */

import type { NamedAggregate } from '#domain/assessment/aggregate.ts'
import type {
  HealthAssessment,
  HealthLevel,
  HealthSubject,
  QuadrantCell,
  SubjectHealth,
} from '#domain/assessment/health.ts'
import type { CriticalityLevel } from '#domain/criticality.ts'
import { lift, observed, unknown, type FigureId, type NamedFigure } from '#domain/figure.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import type { FactOrigin } from '#domain/upstream.ts'
import { assessSubject, OpenIndicators, type AssessedSubject } from './assess-subject.ts'
import { healthAssumptions } from './assumptions.ts'
import { emptyHealthContext, type HealthContext } from './context.ts'
import { declaredUseOf } from './declared-use.ts'
import { deprecationFigureId, factFigureId } from './figure-ids.ts'
import { methods } from './methods.ts'
import { unsupportedPackages } from './state.ts'
import { cloneKeys, type FactKey } from './subject.ts'
import { subjectsOf, type UsedSubject } from './subjects.ts'

export function assessHealth(portfolio: Portfolio, context: HealthContext = emptyHealthContext): HealthAssessment {
  return work(portfolio, context).assessment
}

/** Every figure behind an assessment: totals, subjects, indicators that were answered, the facts they rest on. */
export function healthFigures(
  portfolio: Portfolio,
  context: HealthContext = emptyHealthContext,
): readonly NamedFigure[] {
  const { assessment, assessed, listed, assumptionFigures } = work(portfolio, context)
  const named = ({ id, figure }: NamedAggregate<number>): NamedFigure => ({ id, figure })
  return [
    named(assessment.assessed),
    named(assessment.leaningOnOne),
    named(assessment.unsupported),
    named(assessment.toHelp),
    ...assessment.byLevel.map(({ count }) => count),
    ...assessment.quadrant.map(({ count }) => count),
    ...assumptionFigures,
    ...assessment.declaredUse.flatMap(({ usersPerMonth, runningInstances }) =>
      [usersPerMonth, runningInstances].filter((figure) => figure !== null),
    ),
    ...assessed.flatMap(figuresOfSubject),
    ...factFigures(listed),
  ]
}

type Worked = {
  readonly assessment: HealthAssessment
  readonly assessed: readonly AssessedSubject[]
  readonly listed: readonly UsedSubject[]
  readonly assumptionFigures: readonly NamedFigure[]
}

function work(portfolio: Portfolio, context: HealthContext): Worked {
  const { organization, asOf } = portfolio
  const assumptions = healthAssumptions(organization.stated.assumptions)
  const found = subjectsOf(portfolio, assumptions.threshold['H9-stale-months'], context.unit)
  const openIndicators = new OpenIndicators()
  const assessed = found.listed.map((subject) => assessSubject(subject, assumptions, context, openIndicators))
  const byId = new Map(found.listed.map((subject) => [subject.id, subject]))
  const subjects = assessed.map(({ health }) => health).toSorted(mostAtRiskFirst)
  const of = subjects.length + found.unlisted
  const scores = subjects.map(({ health }) => health.id)
  const known = subjects.filter(({ health }) => health.figure.known)
  const help = whereToHelp(subjects)
  const assessment: HealthAssessment = {
    subjects,
    unlisted: found.unlisted,
    assessed: {
      id: 'health/assessed',
      figure: lift(known.length, methods.assessed, scores),
      coverage: { known: known.length, of, unit: 'projects' },
    },
    byLevel: levels.map((level) => ({
      level,
      count: countOf(`health/level/${level}`, methods.byLevel, subjects, (one) => one.level === level),
    })),
    leaningOnOne: packagesThat(
      'health/leaning-on-one',
      methods.leaningOnOne,
      subjects,
      found.packages.of,
      ({ absenceFactor, packages }) =>
        absenceFactor.figure.known ? (absenceFactor.figure.value === 1 ? packages.length : 0) : undefined,
      ({ absenceFactor }) => absenceFactor.id,
    ),
    unsupported: packagesThat(
      'health/unsupported',
      methods.unsupported,
      subjects,
      found.packages.of,
      ({ subject, state, packages }) => {
        const facts = byId.get(subject)?.facts
        return state.figure.known && facts !== undefined
          ? unsupportedPackages(packages, state.figure.value, facts, asOf).length
          : undefined
      },
      ({ state }) => state.id,
    ),
    whereToHelp: help,
    toHelp: {
      id: 'health/where-to-help',
      figure:
        known.length === 0 && of > 0
          ? unknown('not-collected')
          : lift(
              help.length,
              methods.toHelp,
              subjects.filter(({ subject }) => help.includes(subject)).map(({ criticality }) => criticality.id),
            ),
      coverage: { known: known.length, of, unit: 'projects' },
    },
    quadrant: quadrantOf(subjects),
    declaredUse: declaredUseOf(organization, asOf),
    withProject: { ...found.packages, unit: 'packages' },
    assumptions: assumptions.printed,
  }
  return { assessment, assessed, listed: found.listed, assumptionFigures: assumptions.figures }
}

const criticalities: readonly CriticalityLevel[] = ['high', 'medium', 'low']
const levels: readonly HealthLevel[] = ['good', 'fair', 'weak', 'withheld']
/** Unknown health is no good news: it comes after weak and before fair. */
const concern: Readonly<Record<HealthLevel, number>> = { weak: 0, withheld: 1, fair: 2, good: 3 }

function mostAtRiskFirst(a: SubjectHealth, b: SubjectHealth): number {
  return (
    criticalities.indexOf(a.criticalityLevel ?? 'low') - criticalities.indexOf(b.criticalityLevel ?? 'low') ||
    concern[a.level] - concern[b.level] ||
    valueOf(a) - valueOf(b) ||
    b.products - a.products ||
    (a.subject < b.subject ? -1 : 1)
  )
}

function valueOf({ health }: SubjectHealth): number {
  return health.figure.known ? health.figure.value : 0
}

const helpBy: ReadonlySet<string> = new Set(['falling', 'activity-halved', 'one-person', 'main-author-gone'])

/** Of high criticality, and weak, falling, on one person or left by its main author. */
export function whereToHelp(subjects: readonly SubjectHealth[]): readonly HealthSubject[] {
  return subjects
    .filter(
      ({ criticalityLevel, level, warnings }) =>
        criticalityLevel === 'high' && (level === 'weak' || warnings.some(({ id }) => helpBy.has(id))),
    )
    .map(({ subject }) => subject)
}

function quadrantOf(subjects: readonly SubjectHealth[]): readonly QuadrantCell[] {
  return criticalities.flatMap((criticality) =>
    levels.map((level) => ({
      criticality,
      level,
      count: countOf(
        `health/quadrant/${criticality}/${level}`,
        methods.quadrant,
        subjects,
        (one) => one.criticalityLevel === criticality && one.level === level,
      ),
    })),
  )
}

function countOf(
  id: FigureId,
  method: { readonly id: string; readonly version: number },
  subjects: readonly SubjectHealth[],
  belongs: (subject: SubjectHealth) => boolean,
): NamedFigure<number> {
  const counted = subjects.filter(belongs)
  return {
    id,
    figure: lift(
      counted.length,
      method,
      counted.map(({ health }) => health.id),
    ),
  }
}

/** Sums packages over the subjects that can tell; unknown when none can and there are packages. */
function packagesThat(
  id: FigureId,
  method: { readonly id: string; readonly version: number },
  subjects: readonly SubjectHealth[],
  packages: number,
  countIn: (subject: SubjectHealth) => number | undefined,
  inputOf: (subject: SubjectHealth) => FigureId,
): NamedAggregate<number> {
  let [total, known] = [0, 0]
  const inputs: FigureId[] = []
  for (const subject of subjects) {
    const count = countIn(subject)
    if (count === undefined) continue
    total += count
    known += subject.packages.length
    // What adds nothing is not listed: a chain of sixty thousand zeros explains nothing.
    if (count > 0) inputs.push(inputOf(subject))
  }
  return {
    id,
    figure: known === 0 && packages > 0 ? unknown('not-collected') : lift(total, method, inputs),
    coverage: { known, of: packages, unit: 'packages' },
  }
}

function figuresOfSubject({ health, falling }: AssessedSubject): readonly NamedFigure[] {
  const own: readonly NamedFigure[] = [
    health.health,
    health.state,
    health.criticality,
    health.absenceFactor,
    health.openCodeLevel,
    health.criticalityScore,
    health.scorecard,
  ]
  return [
    ...own.filter(({ figure }) => figure.known || figure.from.length > 0),
    ...health.indicators.map(({ figure }) => figure),
    ...(falling === null ? [] : [falling]),
  ]
}

/** The facts as they stand in the originals. */
function factFigures(listed: readonly UsedSubject[]): readonly NamedFigure[] {
  const figures = new Map<FigureId, NamedFigure>()
  const add = (
    id: FigureId,
    value: unknown,
    { evidence, at }: Pick<FactOrigin, 'evidence' | 'at'>,
    place = '',
  ): void => {
    if (!figures.has(id)) figures.set(id, { id, figure: observed(value, evidence, `${at}${place}`) })
  }
  for (const { id, facts, origins } of listed) {
    const { project, packages, lifecycles } = origins
    if (project !== null) {
      if (facts.releaseDays?.basis === 'tags')
        add(factFigureId('tags', id), { count: project.tags.length }, project, '/tags')
      for (const key of cloneKeys) {
        const value = facts[key]
        if (value !== undefined && value !== null)
          add(factFigureId(key, id), shownOf(key, value), project, `/${key}${key === 'files' ? '/paths' : ''}`)
      }
    }
    for (const one of packages)
      add(
        factFigureId('package', one.package),
        { releases: one.releases.length, newest: one.releases.at(-1)?.version ?? null, publishers: one.publishers },
        one,
      )
    for (const one of lifecycles) add(factFigureId('lifecycle', one.product), { cycles: one.cycles.length }, one)
    for (const one of facts.deprecations ?? []) {
      const { version, note } = one
      add(deprecationFigureId(one), { version, note }, one)
    }
  }
  return [...figures.values()]
}

/** A long list is told by its length: the original has it in full. */
function shownOf(key: FactKey, value: unknown): unknown {
  return key === 'files' ? { files: (value as { total: number }).total } : value
}
