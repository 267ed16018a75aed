/** Names of levels, stages, indicators and units in the language of the reader. */

import type { ScopeMaturity } from '#domain/assessment/maturity.ts'
import type { LevelNumber } from '#domain/maturity-model.ts'
import type { UnitId } from '#domain/organization.ts'
import type { FigureView } from './block.ts'
import type { ReportContext } from './report-context.ts'

export function levelView({ level, coverage }: ScopeMaturity, { words }: ReportContext): FigureView {
  return {
    id: level.id,
    figure: level.figure,
    unit: level.id.startsWith('maturity/stage/') ? 'stage' : 'level',
    show: 'range',
    coverage,
    reason: words.maturity.notAssessed,
  }
}

export function levelName(level: LevelNumber, { model, language }: ReportContext): string {
  return model.levels.find((one) => one.level === level)?.label[language] ?? `L${level}`
}

export function stageName(stage: LevelNumber, { model, language }: ReportContext): string {
  return model.stages.find((one) => one.stage === stage)?.label[language] ?? `S${stage}`
}

export function indicatorName(id: string, { model, language }: ReportContext): string {
  return model.indicators.find((one) => one.id === id)?.label[language] ?? id
}

export function unitName(unit: UnitId | null, { portfolio, words }: ReportContext): string {
  if (unit === null) return words.maturity.organization
  return portfolio.organization.units.find(({ id }) => id === unit)?.name ?? unit
}
