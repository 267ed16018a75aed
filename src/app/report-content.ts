/** The names that a report shows: what ships as content, and what the organization calls its own benefits. */

import type { OwnBenefit } from '#domain/motivators.ts'
import type { LabelSet } from '#domain/profile.ts'
import type { ReportContent } from '#report/content.ts'
import { loadEngagementOptions } from '#sources/engagement-content.ts'
import { loadMaturityModel } from '#sources/maturity-content.ts'
import { loadMotivatorContent } from '#sources/motivator-content.ts'
import { textsInOwnTerms } from '#text/own-terms.ts'

export function reportContent(own: readonly OwnBenefit[], labels?: LabelSet): ReportContent {
  const benefits = textsInOwnTerms(loadMotivatorContent().benefits, labels)
  return {
    model: textsInOwnTerms(loadMaturityModel(), labels),
    options: textsInOwnTerms(loadEngagementOptions(), labels),
    benefits: new Map([
      ...benefits.map(({ id, label }) => [id, label] as const),
      ...own.map(({ id, statement }) => [id, { en: statement, de: statement, ja: statement }] as const),
    ]),
  }
}
