/** How an organization and its units deal with open source: evidence in, levels as intervals and their figures out. */

import type {
  DatedLevel,
  LevelDistribution,
  MaturityAssessment,
  MaturityFinding,
  ScopeMaturity,
  UnitMaturity,
} from '#domain/assessment/maturity.ts'
import { declared, lift, observed, unknown, type NamedFigure } from '#domain/figure.ts'
import { levelNumbers, maturityFunctions, type MaturityFunction } from '#domain/maturity-model.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { answerFigures } from './answers.ts'
import { assessIndicator } from './assess-indicator.ts'
import { assessScope, assessStage } from './assess-scope.ts'
import { adjustedModel, maturityAssumptions, settingsFrom } from './assumptions.ts'
import { axesApart } from './axes.ts'
import { declarationFigures } from './declared-records.ts'
import { prepare, type MaturityEvidence, type Prepared } from './evidence.ts'
import { expired } from './expired.ts'
import { recordFigures } from './records.ts'
import { scopesOf, topUnit, type Scope } from './scope.ts'

export type { MaturityEvidence } from './evidence.ts'

export function assessMaturity(given: MaturityEvidence): MaturityAssessment {
  const { portfolio } = given
  const model = adjustedModel(given.model, portfolio.organization.stated.assumptions)
  const evidence = { ...given, model }
  const prepared = prepare(evidence)
  const findings: MaturityFinding[] = []
  const units = scopesOf(portfolio.organization).map((scope) => assessUnit(prepared, scope, findings))
  const [organization] = units
  if (organization !== undefined) findings.push(...axesApart(organization, model.crosswalk))
  findings.push(...missedTargets(units, portfolio), ...expired(evidence))
  return {
    asOf: portfolio.asOf,
    units,
    distribution: [null, ...maturityFunctions].map((of) => distribution(units, of)),
    findings,
    trend: trendOf(units, portfolio.asOf, evidence.earlier ?? []),
    assumptions: maturityAssumptions(model, portfolio.organization.stated.assumptions),
  }
}

function assessUnit(evidence: Prepared, scope: Scope, findings: MaturityFinding[]): UnitMaturity {
  const assessed = evidence.model.indicators.map((definition) => assessIndicator(evidence, scope, definition))
  findings.push(...assessed.flatMap((one) => one.findings))
  const results = assessed.map(({ result }) => result)
  const input = {
    model: evidence.model,
    office: evidence.office,
    scope,
    top: topUnit(evidence.portfolio.organization),
    results: new Map(results.map((result) => [result.indicator, result])),
    settings: settingsFrom(evidence.portfolio.organization.stated.assumptions),
  }
  return {
    unit: scope.unit,
    indicators: results,
    whole: assessScope(input, null),
    functions: maturityFunctions.map((of) => assessScope(input, of)),
    stage: assessStage(input),
  }
}

function scopesIn({ whole, functions }: UnitMaturity): readonly ScopeMaturity[] {
  return [whole, ...functions]
}

function missedTargets(units: readonly UnitMaturity[], { asOf }: Portfolio): readonly MaturityFinding[] {
  return units
    .flatMap(scopesIn)
    .flatMap(({ unit, function: of, target, gap }): MaturityFinding[] =>
      target === null || target.until === null || target.until >= asOf || gap === null || gap === 0
        ? []
        : [{ kind: 'target-missed', unit, function: of, level: target.level, until: target.until }],
    )
}

/** Over units; where there are none, over the organization itself. */
function distribution(units: readonly UnitMaturity[], of: MaturityFunction | null): LevelDistribution {
  const counted = units.length > 1 ? units.slice(1) : units
  const scopes = counted.flatMap((unit) => scopesIn(unit).filter((scope) => scope.function === of))
  const floors = scopes.flatMap(({ level }) => (level.figure.known ? [level.figure.value.floor] : []))
  const id = `maturity/distribution/${of ?? 'whole'}`
  const inputs = scopes.map(({ level }) => level.id)
  const method = { id: 'maturity/units-assessed', version: 1 }
  return {
    function: of,
    byFloor: levelNumbers.map((level) => ({ level, units: floors.filter((floor) => floor === level).length })),
    notAssessed: scopes.length - floors.length,
    figure: {
      id,
      figure: scopes.length === 0 ? unknown('not-applicable') : lift(floors.length, method, inputs),
    },
  }
}

/** Of each earlier day what was assessed then, and today's. */
function trendOf(units: readonly UnitMaturity[], on: string, earlier: readonly DatedLevel[]): readonly DatedLevel[] {
  const before = earlier.filter((one) => one.on < on)
  return [...before, ...datedLevels(units, on)].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** What a later assessment takes as `earlier`. */
export function datedLevels(units: readonly UnitMaturity[], on: string): readonly DatedLevel[] {
  return units.flatMap(scopesIn).flatMap(({ unit, function: of, level, coverage }): DatedLevel[] =>
    level.figure.known
      ? [
          {
            on,
            unit,
            function: of,
            ...level.figure.value,
            coverage: coverage.of === 0 ? 0 : coverage.known / coverage.of,
          },
        ]
      : [],
  )
}

/** Every figure behind an assessment: levels, stages, confidence, indicators, and the records, answers and words they rest on. */
export function maturityFigures(
  evidence: MaturityEvidence,
  { units, distribution: spread }: MaturityAssessment,
): readonly NamedFigure[] {
  return [
    ...units.flatMap((unit) => [
      ...[...scopesIn(unit), unit.stage].flatMap(({ level, confidence }): NamedFigure[] => [level, confidence]),
      ...unit.indicators.flatMap(({ figure, value }): NamedFigure[] => [figure, value]),
    ]),
    ...spread.map(({ figure }) => figure),
    ...recordFigures(evidence),
    ...declarationFigures(evidence.portfolio),
    ...answerFigures(evidence),
    ...organizationFigures(evidence.portfolio),
    ...(evidence.intake?.values() ?? []),
    ...(evidence.freshness?.values() ?? []),
  ]
}

/** What indicators read of the organization's own file and of clones. */
function organizationFigures({ organization, organizationFile, asOf, upstream }: Portfolio): readonly NamedFigure[] {
  const stated = <T>(value: T, at: string) =>
    organizationFile === null ? declared(value, '', asOf, 'organization.yaml') : observed(value, organizationFile, at)
  return [
    { id: 'maturity/people', figure: stated(organization.people.length, '/people') },
    ...organization.stated.forks.map(({ id, plan }, index): NamedFigure => ({
      id: `maturity/fork/${id}`,
      figure: stated(plan ?? false, `/forks/${index}`),
    })),
    ...[...upstream.projects.values()].map(({ project, files, evidence, at }): NamedFigure => ({
      id: `maturity/owners/${project}`,
      figure: files === null ? unknown('not-collected') : observed(files.paths.length, evidence, at),
    })),
  ]
}
