/** The names that a report shows: what ships as content, and what the organization calls its own benefits. */

import type { OwnBenefit } from '#domain/motivators.ts'
import type { ReportContent } from '#report/content.ts'
import { loadEngagementOptions } from '#sources/engagement-content.ts'
import { loadMaturityModel } from '#sources/maturity-content.ts'
import { loadMotivatorContent } from '#sources/motivator-content.ts'

export function reportContent(own: readonly OwnBenefit[]): ReportContent {
  const { benefits } = loadMotivatorContent()
  return {
    model: loadMaturityModel(),
    options: loadEngagementOptions(),
    benefits: new Map([
      ...benefits.map(({ id, label }) => [id, label] as const),
      ...own.map(({ id, statement }) => [id, { en: statement, de: statement, ja: statement }] as const),
    ]),
  }
}
