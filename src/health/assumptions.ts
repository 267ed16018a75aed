/**
 * The named assumptions of this area: weights and thresholds, all our own proposals. The organization may set others by
 * their ids under `assumptions` of its file.
 */

import type { IndicatorId } from '#domain/assessment/health.ts'
import type { Assumption } from '#domain/assessment/value.ts'
import type { NamedFigure } from '#domain/figure.ts'
import { assumed } from '#domain/figure.ts'
import type { AssumptionSetting } from '#domain/organization.ts'
import { indicators } from './indicators.generated.ts'

const thresholds = {
  'H2-least-known': { value: 0.4, most: 1, label: 'Known weight below which health is withheld' },
  'H3-good': { value: 0.7, most: 1, label: 'Health from which it is good' },
  'H4-weak': { value: 0.4, most: 1, label: 'Health below which it is weak' },
  'H5-fall': { value: 0.15, most: 1, label: 'Fall of health within twelve months that is falling' },
  'H6-active-months': { value: 6, most: 120, label: 'Months without a change or release up to which it is active' },
  'H7-slow-months': { value: 24, most: 240, label: 'Months up to which it is slow, and dormant beyond' },
  'H8-one-organization': { value: 0.8, most: 1, label: 'Share of changes from which one organization carries it' },
  'H9-stale-months': { value: 12, most: 120, label: 'Months after which facts are too old to count' },
} as const satisfies Readonly<Record<string, { value: number; most: number; label: string }>>

export type HealthThreshold = keyof typeof thresholds

export type HealthAssumptions = {
  readonly weights: ReadonlyMap<IndicatorId, number>
  readonly threshold: Readonly<Record<HealthThreshold, number>>
  readonly printed: readonly Assumption[]
  readonly figures: readonly NamedFigure[]
}

/** All weights in one figure, an input of every health. */
export const weightsFigureId = 'health/assumption/H1-weights'
const ours = 'Our own proposal'
const mostWeight = 100

export function thresholdFigureId(id: HealthThreshold): string {
  return `health/assumption/${id}`
}

/** Values that make no sense (negative, no number, beyond what the assumption can be) leave the default. */
export function healthAssumptions(settings: readonly AssumptionSetting[]): HealthAssumptions {
  const stated = new Map(settings.map((setting) => [setting.id, setting]))
  const printed: Assumption[] = []
  const taken = (id: string, label: string, fallback: number, most: number): number => {
    const setting = stated.get(id)
    const central = setting?.central
    const isStated = typeof central === 'number' && central >= 0 && central <= most
    const value = isStated ? central : fallback
    const text = String(value)
    printed.push({
      id,
      label,
      low: text,
      central: text,
      high: text,
      source: isStated ? (setting?.source ?? '') : ours,
      isDefault: !isStated,
    })
    return value
  }
  const weights = new Map<IndicatorId, number>()
  for (const { id, label, weight } of indicators)
    weights.set(id, taken(`H1-${id}`, `Weight: ${label}`, weight, mostWeight))
  const threshold = Object.fromEntries(
    Object.entries(thresholds).map(([id, { value, most, label }]) => [id, taken(id, label, value, most)]),
  ) as Record<HealthThreshold, number>
  const figures: NamedFigure[] = [
    { id: weightsFigureId, figure: assumed(Object.fromEntries(weights), 'H1-weights') },
    ...Object.entries(threshold).map(([id, value]) => ({
      id: thresholdFigureId(id as HealthThreshold),
      figure: assumed(value, id),
    })),
  ]
  return { weights, threshold, printed, figures }
}
