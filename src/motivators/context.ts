/** What the questions about motivators read. */

import type { MaturityAssessment, UnitMaturity } from '#domain/assessment/maturity.ts'
import type { TalkProposal } from '#domain/assessment/motivators.ts'
import type { LocalText, MaturityModel } from '#domain/maturity-model.ts'
import type { KeptHeard, MotivatorContent } from '#domain/motivators.ts'
import type { UnitId } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import type { OwnFigures } from './benefit-figures.ts'

/** Of a portfolio, the organization and the day: the rest is in `proposals` and `figures`. */
export type OrganizationOn = Pick<Portfolio, 'organization' | 'asOf'>

export type MotivatorEvidence = {
  readonly portfolio: OrganizationOn
  readonly content: MotivatorContent
  readonly heard: KeptHeard
  readonly model: MaturityModel
  readonly maturity: MaturityAssessment
  readonly proposals: readonly TalkProposal[]
  /** Whether vulnerabilities were looked up; if not, nobody is proposed for having most findings. */
  readonly isLookedUp: boolean
  /** The organization's own figures. */
  readonly figures: OwnFigures
}

export function maturityOf({ maturity }: MotivatorEvidence, area: UnitId | null): UnitMaturity | undefined {
  return maturity.units.find(({ unit }) => unit === area)
}

/** In the organization's own words where there are some, else in those of the catalog. */
export function wordsOf(
  { heard, content }: Pick<MotivatorEvidence, 'heard' | 'content'>,
  motivator: string,
): LocalText {
  const entry = heard.motivators.find(({ id }) => id === motivator)
  const known = content.catalog.find(({ id }) => id === (entry?.catalog ?? motivator))
  const own = entry?.statement ?? null
  return own === null ? (known?.label ?? inEvery(motivator)) : inEvery(own)
}

/** The label of a benefit of the catalog or of the organization's own. */
export function benefitWords({ heard, content }: Pick<MotivatorEvidence, 'heard' | 'content'>, id: string): LocalText {
  const known = content.benefits.find((one) => one.id === id)
  return known?.label ?? inEvery(heard.ownBenefits.find((one) => one.id === id)?.statement ?? id)
}

function inEvery(text: string): LocalText {
  return { en: text, de: text, ja: text }
}
