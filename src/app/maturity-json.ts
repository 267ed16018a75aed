/** The JSON of maturity: every row with its figure's id, so that `explain` can open it. */

import type { MaturityAssessment, MaturityFinding, ScopeMaturity, UnitMaturity } from '#domain/assessment/maturity.ts'
import type { Figure } from '#domain/figure.ts'
import type { MaturityFunction } from '#domain/maturity-model.ts'
import type { UnitId } from '#domain/organization.ts'

/** Which rows; undefined is all of them. */
export type MaturityFilter = {
  readonly unit?: UnitId | null | undefined
  readonly function?: MaturityFunction | 'whole' | undefined
}

export function scopesShown({ units }: MaturityAssessment, filter: MaturityFilter): readonly ScopeMaturity[] {
  return units
    .filter(({ unit }) => filter.unit === undefined || unit === filter.unit)
    .flatMap(({ whole, functions }) => [whole, ...functions])
    .filter((scope) => filter.function === undefined || (scope.function ?? 'whole') === filter.function)
}

export function maturityJson(assessment: MaturityAssessment, filter: MaturityFilter = {}): Record<string, unknown> {
  const { asOf, units, distribution, findings, trend, assumptions } = assessment
  const isShown = ({ unit }: { readonly unit: UnitId | null }): boolean =>
    filter.unit === undefined || unit === filter.unit
  return {
    asOf,
    levels: scopesShown(assessment, filter).map(scopeJson),
    stages: units.filter(isShown).map(({ stage }) => scopeJson(stage)),
    indicators: units.filter(isShown).flatMap(indicatorsJson),
    distribution: distribution.map(({ function: of, byFloor, notAssessed, figure }) => ({
      function: of,
      byFloor,
      notAssessed,
      figure: figure.id,
    })),
    findings: findings.filter((finding: MaturityFinding) => isShown(finding)),
    trend: trend.filter(isShown),
    assumptions,
  }
}

function scopeJson(scope: ScopeMaturity): Record<string, unknown> {
  const { unit, function: of, level, basis, coverage, confidence, band, target, gap, progress, next } = scope
  return {
    unit,
    function: of,
    level: valueOf(level.figure),
    why: level.figure.known ? null : level.figure.why,
    basis,
    coverage,
    confidence: valueOf(confidence.figure),
    band,
    target,
    gap,
    progress,
    next,
    figure: level.id,
  }
}

function indicatorsJson({ unit, indicators }: UnitMaturity): readonly Record<string, unknown>[] {
  return indicators.map(({ indicator, state, grade, value, figure, on, validUntil, reason, confidence }) => ({
    unit,
    indicator,
    state,
    grade,
    value: valueOf(value.figure),
    on,
    validUntil,
    reason,
    confidence,
    figure: figure.id,
  }))
}

function valueOf<T>(figure: Figure<T>): T | null {
  return figure.known ? figure.value : null
}
