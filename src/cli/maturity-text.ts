/** What the maturity commands print for a person. */

import { scopesShown, type MaturityFilter } from '#app/maturity-json.ts'
import type { MaturityNow } from '#app/run-maturity.ts'
import type {
  IndicatorResult,
  LevelInterval,
  MaturityFinding,
  ScopeMaturity,
  UnitMaturity,
} from '#domain/assessment/maturity.ts'
import type { IndicatorDefinition, MaturityQuestion } from '#domain/maturity-model.ts'
import type { UnitId } from '#domain/organization.ts'
import { formatsFor } from '#text/formats.ts'
import type { Language } from '#text/language.ts'
import type { Words } from '#text/words.ts'
import { alignedTable } from './table.ts'

export type Axis = 'engagement' | 'stages'

type Shown = { readonly now: MaturityNow; readonly words: Words; readonly language: Language }

/** All units and functions, or those asked for. */
export function levelsText(shown: Shown, axis: Axis, filter: MaturityFilter): string {
  const { assessment } = shown.now
  const { maturity } = shown.words
  const day = formatsFor(shown.language).date(assessment.asOf)
  if (axis === 'stages') return stagesText(shown, filter, day)
  const rows = scopesShown(assessment, filter).map((scope) => [
    unitName(shown, scope.unit),
    maturity.functions[scope.function ?? 'whole'],
    levelCell(shown, scope, 'L'),
    scope.target === null ? '' : `L${scope.target.level}`,
    scope.gap === null ? '' : String(scope.gap),
    coverageCell(scope),
    confidenceCell(shown, scope),
    nextCell(shown, scope),
  ])
  const head = [
    maturity.unitHead,
    maturity.functionHead,
    maturity.levelHead,
    maturity.targetHead,
    maturity.gapHead,
    maturity.coverageHead,
    maturity.confidenceHead,
    maturity.nextHead,
  ]
  return [
    `${maturity.engagementOn(day)}\n`,
    alignedTable(head, rows),
    filter.unit === undefined ? distributionText(shown) : '',
    findingsText(shown, filter.unit),
    trendText(shown, filter),
    `${namesText(shown, axis)}\n${maturity.interval}\n`,
  ]
    .filter((part) => part !== '')
    .join('\n')
}

function stagesText(shown: Shown, filter: MaturityFilter, day: string): string {
  const { evidence, assessment } = shown.now
  const { maturity } = shown.words
  const units = assessment.units.filter(({ unit }) => filter.unit === undefined || unit === filter.unit)
  const rows = units.map(({ stage }) => [
    unitName(shown, stage.unit),
    levelCell(shown, stage, 'S'),
    coverageCell(stage),
    confidenceCell(shown, stage),
    nextCell(shown, stage),
  ])
  const head = [
    maturity.unitHead,
    maturity.stageHead,
    maturity.coverageHead,
    maturity.confidenceHead,
    maturity.nextHead,
  ]
  const figure = units[0]?.stage.level.figure
  const current = figure?.known === true ? evidence.model.stages[figure.value.floor] : undefined
  const role = current?.role[shown.language].map((line) => `  ${line}\n`).join('') ?? ''
  return [
    `${maturity.stagesOn(day)}\n`,
    alignedTable(head, rows),
    role === '' ? '' : `${maturity.roleHead}:\n${role}`,
    `${namesText(shown, 'stages')}\n${maturity.interval}\n`,
  ]
    .filter((part) => part !== '')
    .join('\n')
}

/** One unit, indicator by indicator. */
export function unitText(shown: Shown, unit: UnitMaturity): string {
  const { maturity } = shown.words
  const definitions = new Map(shown.now.evidence.model.indicators.map((one) => [one.id, one]))
  const rows = unit.indicators.flatMap((result) => {
    const definition = definitions.get(result.indicator)
    return definition === undefined ? [] : [indicatorRow(shown, definition, result)]
  })
  const head = [
    maturity.indicatorHead,
    '',
    maturity.levelHead,
    maturity.stateHead,
    maturity.valueHead,
    maturity.gradeHead,
    maturity.untilHead,
  ]
  return [levelsText(shown, 'engagement', { unit: unit.unit }), alignedTable(head, rows)].join('\n')
}

function indicatorRow(shown: Shown, definition: IndicatorDefinition, result: IndicatorResult): readonly string[] {
  const { maturity } = shown.words
  const { level, isGate, label } = definition
  const state =
    result.state === 'not-applicable'
      ? `${maturity.states[result.state]} (${result.reason === 'nothing-to-judge' ? maturity.nothingToJudge : (result.reason ?? '')})`
      : maturity.states[result.state]
  return [
    result.indicator,
    label[shown.language],
    [level === null ? '' : `L${level}`, isGate ? maturity.gate : ''].filter((part) => part !== '').join(' '),
    state,
    valueCell(shown, definition, result),
    result.grade === null ? '' : maturity.grades[result.grade],
    result.validUntil ?? '',
  ]
}

function valueCell(
  { words, language }: Shown,
  { pass }: IndicatorDefinition,
  { value, grade }: IndicatorResult,
): string {
  if (!value.figure.known) return ''
  const number = value.figure.value
  if (typeof number === 'boolean') return number ? words.maturity.yes : words.maturity.no
  const formats = formatsFor(language)
  return pass.unit === 'share' || grade === 'D' ? formats.percent(number) : formats.exact(number)
}

function levelCell({ words }: Shown, { level, basis }: ScopeMaturity, letter: 'L' | 'S'): string {
  if (!level.figure.known) return words.maturity.notAssessed
  const text = intervalText(level.figure.value, letter)
  return basis === 'claimed' ? words.maturity.claimed(text) : text
}

function intervalText({ floor, ceiling }: LevelInterval, letter: 'L' | 'S'): string {
  return floor === ceiling ? `${letter}${floor}` : `${letter}${floor}–${letter}${ceiling}`
}

function coverageCell({ coverage }: ScopeMaturity): string {
  return `${coverage.known}/${coverage.of}`
}

function confidenceCell({ words }: Shown, { confidence, band }: ScopeMaturity): string {
  return confidence.figure.known && band !== null
    ? `${words.maturity.bands[band]} (${confidence.figure.value.toFixed(2)})`
    : ''
}

function nextCell({ now, words, language }: Shown, { next }: ScopeMaturity): string {
  if (next === null) return ''
  const label = now.evidence.model.indicators.find(({ id }) => id === next.indicator)?.label[language] ?? ''
  const marks = [
    ...(next.isGate ? [words.maturity.gate] : []),
    words.maturity.states[next.state],
    words.maturity.costs[next.cost],
  ]
  return `${next.indicator} ${label} (${marks.join(', ')})`
}

function distributionText({ now, words }: Shown): string {
  const whole = now.assessment.distribution.find((one) => one.function === null)
  if (whole === undefined || now.assessment.units.length < 2) return ''
  const parts = whole.byFloor
    .filter(({ units }) => units > 0)
    .map(({ level, units }) => `L${level}: ${words.maturity.units(units)}`)
  if (whole.notAssessed > 0) parts.push(`${words.maturity.notAssessed}: ${words.maturity.units(whole.notAssessed)}`)
  return `${words.maturity.distributionHead}: ${parts.join('; ')}\n`
}

function findingsText(shown: Shown, unit: UnitId | null | undefined): string {
  const { maturity } = shown.words
  const findings = shown.now.assessment.findings.filter((finding) => unit === undefined || finding.unit === unit)
  if (findings.length === 0) return `${maturity.nothingFound}\n`
  return `${maturity.findingsHead}:\n${findings.map((finding) => `  ${findingText(shown, finding)}\n`).join('')}`
}

function findingText(shown: Shown, finding: MaturityFinding): string {
  const { maturity } = shown.words
  const { percent, date } = formatsFor(shown.language)
  const unit = unitName(shown, finding.unit)
  switch (finding.kind) {
    case 'contradiction': {
      const { indicator, claimed, measured } = finding
      const label = shown.now.evidence.model.indicators.find(({ id }) => id === indicator)?.label[shown.language]
      return maturity.contradiction(unit, `${indicator} ${label ?? ''}`.trim(), percent(claimed), percent(measured))
    }
    case 'axes-apart':
      return maturity.axesApart(
        unit,
        intervalText(finding.engagement, 'L'),
        intervalText(finding.stage, 'S'),
        finding.ahead,
      )
    case 'expired':
      return maturity.expired(unit, finding.what, date(finding.since))
    case 'target-missed':
      return maturity.targetMissed(
        unit,
        maturity.functions[finding.function ?? 'whole'],
        `L${finding.level}`,
        date(finding.until),
      )
  }
}

function trendText(shown: Shown, { unit }: MaturityFilter): string {
  const { asOf, trend } = shown.now.assessment
  const rows = trend
    .filter((one) => one.on < asOf && one.function === null && one.unit === (unit ?? null))
    .map((one) => [one.on, unitName(shown, one.unit), intervalText(one, 'L')])
  return rows.length === 0 ? '' : `${shown.words.maturity.trendHead}:\n${alignedTable([], rows)}`
}

function namesText({ now, words, language }: Shown, axis: Axis): string {
  const { levels, stages } = now.evidence.model
  return axis === 'engagement'
    ? `${words.maturity.levelNames}: ${levels.map(({ level, label }) => `L${level} ${label[language]}`).join(', ')}`
    : `${words.maturity.stageNames}: ${stages.map(({ stage, label }) => `S${stage} ${label[language]}`).join(', ')}`
}

function unitName({ now, words }: Shown, unit: UnitId | null): string {
  if (unit === null) return words.maturity.organization
  return now.evidence.portfolio.organization.units.find(({ id }) => id === unit)?.name ?? unit
}

/** A file of answers to fill in; what is left empty is refused when it is read. */
export function questionsText(
  { now, words, language }: Shown,
  questions: readonly MaturityQuestion[],
  unit: UnitId | null,
): string {
  const { maturity } = words
  if (questions.length === 0) return `# ${maturity.noQuestions}\n`
  const file = `office/answers-${unit ?? now.evidence.portfolio.organization.id}.yaml`
  const entries = questions.map(({ id, text, indicators }) => [
    `  # ${text[language]}${indicators.length === 0 ? '' : ` (${indicators.join(', ')})`}`,
    `  - question: ${id}`,
    ...(unit === null ? [] : [`    unit: ${unit}`]),
    '    by:',
    '    role:',
    `    on: ${now.assessment.asOf}`,
    '    answer:',
  ])
  return `${[...maturity.answerHint(file).map((line) => `# ${line}`), 'format: 1', 'answers:', ...entries.flat()].join('\n')}\n`
}
