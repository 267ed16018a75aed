/** Names that ship as content or were given by the organization: levels and indicators, ways to engage, benefits. */

import type { EngagementOptionText } from '#domain/engagement.ts'
import type { LocalText, MaturityModel } from '#domain/maturity-model.ts'

export type ReportContent = {
  readonly model: MaturityModel
  readonly options: readonly EngagementOptionText[]
  /** By id; the organization's own ones too. */
  readonly benefits: ReadonlyMap<string, LocalText>
}
