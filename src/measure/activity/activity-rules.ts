import type { ActivityWindow } from '#domain/activity-window.ts'
import type { CoAuthorRule } from '#domain/contribution.ts'
import type { PersonId, UnitId } from '#domain/organization.ts'
import type { Affiliate } from './affiliation.ts'

/** How activity is counted. */
export type ActivityRules = ActivityWindow & {
  /** Tells for whom somebody worked; domains that nobody claims stand for organizations of their own. */
  readonly affiliate: Affiliate
  readonly organization: string
  readonly unitOf: ReadonlyMap<PersonId, UnitId | null>
  readonly smallestGroup: number
  readonly coAuthors: CoAuthorRule
  /** Commits beyond these add no lines. */
  readonly mostFiles: number
  readonly mostLines: number
}
