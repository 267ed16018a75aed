/** A list of the fields that somebody asks of every SBOM. Kept as data in `content/sbom-profiles`. */

import type { CheckSettings } from './field-check.ts'

/**
 * `if-exists`: must be stated where there is such a thing, which the document alone cannot tell. `recommended` and `optional`
 * are shown and never missed.
 */
export type Need = 'required' | 'if-exists' | 'recommended' | 'optional'

export type ProfileField = {
  /** Unique in the profile; the check's id unless one check stands for two fields. */
  readonly id: string
  /** Id of a field check. */
  readonly check: string
  /** What the profile itself calls the field. */
  readonly term: string
  readonly need: Need
  readonly settings: CheckSettings
}

export type QualityProfile = {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly status: 'in-force' | 'draft'
  readonly published: string
  readonly source: string
  readonly sourceLicense: string
  readonly fields: readonly ProfileField[]
}
