/** The contract of an assumption of the usage value: what it takes, what it is by default, how a value reads. */

import type { AssumptionValue, ValueAssumptionId } from '#domain/assessment/value.ts'
import type { Band } from '#domain/money.ts'
import type { LaborRate } from '#domain/organization.ts'

export type Banded<T> = Readonly<Record<keyof Band, T>>

export const bandNames = ['low', 'central', 'high'] as const satisfies readonly (keyof Band)[]

/** What an assumption can be set to. Words and numbers are ordered from the low reading to the high one. */
export type Takes =
  | { readonly kind: 'word'; readonly words: readonly string[] }
  | { readonly kind: 'model' }
  | {
      readonly kind: 'number'
      readonly least: number
      readonly most: number
      /** What one is, for the sentence that refuses a value: `a factor on the yearly wage`. */
      readonly what: string
      /** Whether a larger number gives a larger value; the low reading is then the smaller one. */
      readonly rises: boolean
    }
  | { readonly kind: 'fixed'; readonly value: string; readonly reason: string }

export type AssumptionDefinition = {
  readonly id: ValueAssumptionId
  readonly label: string
  readonly source: string
  /** Our own proposal, or a placeholder, until the organization replaces it. */
  readonly isDefault: (rate: LaborRate) => boolean
  readonly takes: Takes
  readonly defaults: (rate: LaborRate) => Banded<AssumptionValue>
  /** The value in words. */
  readonly tell: (value: AssumptionValue, rate: LaborRate) => string
}

export function defineAssumption(definition: AssumptionDefinition): AssumptionDefinition {
  return definition
}
