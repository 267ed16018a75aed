/**
 * The named numbers of this area. All are our own proposals, for want of a published norm. The organization may state its
 * own: the share and the weights of the rule, and the threshold of an indicator as `M8-IC2`.
 */

import type { EvidenceGrade } from '#domain/assessment/maturity.ts'
import type { Assumption } from '#domain/assessment/value.ts'
import type { IndicatorDefinition, MaturityModel } from '#domain/maturity-model.ts'
import { answerMonths, recordMonths } from '#domain/office.ts'
import type { AssumptionSetting } from '#domain/organization.ts'
import { metFrom } from './answers.ts'
import { claimCap, measuredDays } from './assess-indicator.ts'
import { defaultSettings, type RuleSettings } from './level-rule.ts'

type Settings = readonly AssumptionSetting[]

const shareId = 'M1-share'
const weightId = (grade: EvidenceGrade): string => `M2-weight-${grade}`
const thresholdId = (indicator: string): string => `M8-${indicator}`

/** What is no positive number changes nothing. */
export function settingsFrom(settings: Settings): RuleSettings {
  const weight = (grade: EvidenceGrade): number => stated(settings, weightId(grade)) ?? defaultSettings.weights[grade]
  return {
    weights: { A: weight('A'), B: weight('B'), C: weight('C'), D: weight('D') },
    neededShare: stated(settings, shareId) ?? defaultSettings.neededShare,
  }
}

/** The model with the thresholds that the organization states; also where a single record answers the indicator. */
export function adjustedModel(model: MaturityModel, settings: Settings): MaturityModel {
  if (!settings.some(({ id }) => id.startsWith(thresholdId('')))) return model
  return {
    ...model,
    indicators: model.indicators.map((one) => {
      const threshold = stated(settings, thresholdId(one.id))
      return threshold === undefined ? one : withThreshold(one, threshold)
    }),
  }
}

function withThreshold(definition: IndicatorDefinition, threshold: number): IndicatorDefinition {
  const replace = <T extends { readonly atLeast: number | null; readonly atMost: number | null }>(rule: T): T => {
    if (rule.atLeast !== null) return { ...rule, atLeast: threshold }
    return rule.atMost === null ? rule : { ...rule, atMost: threshold }
  }
  return {
    ...definition,
    pass: replace(definition.pass),
    needs: definition.needs.length === 1 ? definition.needs.map(replace) : definition.needs,
  }
}

function stated(settings: Settings, id: string): number | undefined {
  const value = settings.find((one) => one.id === id)?.central
  return typeof value === 'number' && value > 0 ? value : undefined
}

export function maturityAssumptions(model: MaturityModel, settings: Settings): readonly Assumption[] {
  const { weights, neededShare } = settingsFrom(settings)
  const named = (id: string, label: string, value: string): Assumption => {
    const setting = settings.find((one) => one.id === id)
    return {
      id,
      label,
      low: value,
      central: value,
      high: value,
      source: setting?.source ?? 'Headwater, a proposal; no published norm',
      isDefault: setting === undefined,
    }
  }
  return [
    named(shareId, 'Weighted share of supporting indicators that a level needs', String(neededShare)),
    named(weightId('A'), 'Weight of what is measured', String(weights.A)),
    named(weightId('B'), 'Weight of a document', String(weights.B)),
    named(weightId('C'), 'Weight of an attestation', String(weights.C)),
    named(weightId('D'), 'Weight of an answer', String(weights.D)),
    named(
      'M3-validity',
      'How long evidence counts: measured, documents and attestations, answers',
      `${measuredDays} days, ${recordMonths} months, ${answerMonths} months`,
    ),
    named('M4-partly', 'Partly met from', 'half of a lower threshold, up to twice an upper one'),
    named('M5-answer', 'An answer meets an indicator from', `"usually" (${metFrom})`),
    named('M6-claim', 'A claim counts at most above the evidence', String(claimCap)),
    named('M7-rules', 'Gates, costs and further thresholds; gates of the stages', 'content/maturity'),
    ...model.indicators.flatMap(({ id, label, pass }) => {
      const threshold = pass.atLeast ?? pass.atMost
      if (threshold === null) return []
      const about = { kind: 'threshold', name: label } as const
      return [{ ...named(thresholdId(id), `Threshold: ${label.en}`, String(threshold)), about }]
    }),
  ]
}
