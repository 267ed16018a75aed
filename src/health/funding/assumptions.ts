/** The named assumptions of sharing out a budget; our own proposals, replaced by options and in `organization.yaml`. */

import type { Assumption } from '#domain/assessment/value.ts'
import type { Currency } from '#domain/money.ts'
import type { AssumptionSetting } from '#domain/organization.ts'
import { fromMinor } from './minor-units.ts'

export const unknownHealthId = 'F3-unknown-health'
/** H that stands in where nothing is known: neither well nor ill. */
export const unknownHealth = 0.5

/** In whole units of the currency; below it paperwork costs more than it gives. */
export const defaultFloor = 100
/** Share of the budget that one receiver gets at most. */
export const defaultCap = 0.25
const floorId = 'F1-floor'
/** Receivers: a payment has its price, and many small sums help nobody. */
export const defaultMost = 20
const capId = 'F2-cap'
const mostId = 'F4-most'

/** What the organization states in place of our proposals; the central value counts. */
export function fundingDefaults(stated: readonly AssumptionSetting[]): {
  readonly floor: number
  readonly cap: number
  readonly most: number
} {
  const numberOf = (id: string, fallback: number, isGood: (value: number) => boolean): number => {
    const value = stated.find((setting) => setting.id === id)?.central
    return typeof value === 'number' && isGood(value) ? value : fallback
  }
  return {
    floor: numberOf(floorId, defaultFloor, (value) => value >= 0),
    cap: numberOf(capId, defaultCap, (value) => value > 0 && value <= 1),
    most: numberOf(mostId, defaultMost, (value) => Number.isInteger(value) && value > 0),
  }
}

export function fundingAssumptions(terms: {
  readonly budget: number
  readonly floor: number
  readonly cap: number
  readonly most: number
  readonly currency: Currency
}): readonly Assumption[] {
  const floor = fromMinor(terms.floor, terms.currency)
  const from = (isDefault: boolean) => ({
    source: isDefault ? 'Headwater; replace it by your own' : 'Set by the organization',
    isDefault,
  })
  const all = (value: string) => ({ low: value, central: value, high: value })
  return [
    {
      id: floorId,
      label: 'The least that one receiver gets',
      ...all(`${floor} ${terms.currency}`),
      ...from(floor === defaultFloor),
    },
    {
      id: capId,
      label: 'The largest share of the budget that one receiver gets',
      ...all(String(terms.cap)),
      ...from(terms.cap === defaultCap),
    },
    {
      id: mostId,
      label: 'How many receive something at most',
      ...all(String(terms.most)),
      ...from(terms.most === defaultMost),
    },
    {
      id: unknownHealthId,
      label: 'Health that counts where none is known',
      ...all(String(unknownHealth)),
      source: 'Headwater; a project nobody looked at is neither well nor ill',
      isDefault: true,
    },
  ]
}
