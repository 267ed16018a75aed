/** What to do next, why, and what came of it; how an office starts, and what would be lost if it stopped. */

import type { AssumptionId, Coverage, FigureId, IsoDate, NamedFigure } from '#domain/figure.ts'
import type { CostClass, LocalText } from '#domain/maturity-model.ts'
import type { Band } from '#domain/money.ts'
import type { Duty, Goal, OfficeRole, Output } from '#domain/office-program.ts'
import type { PersonId, ProductId, UnitId } from '#domain/organization.ts'
import type { Profile } from '#domain/profile.ts'
import type { Assumption } from './value.ts'

export type ScenarioId = string
export type SymptomId = string

/** What would have to be there for a question to be answered; words in every language stand in `text`. */
export type AdviceNeed =
  | 'charter'
  | 'leadership-log'
  | 'budget'
  | 'goals'
  | 'initiatives'
  | 'outputs'
  | 'decisions'
  | 'duties'
  | 'services'
  | 'requests'
  | 'conversations'
  | 'targets'
  | 'people'
  | 'products'
  | 'records'
  | 'answers'
  | 'maturity'
  | 'health'
  | 'clones'
  | 'vulnerabilities'
  | 'licenses'
  | 'value'
  | 'contribution'
  | 'agility'
  | 'forks'
  | 'earlier'

export type SymptomUnit = 'count' | 'share' | 'days' | 'minutes' | 'levels' | 'yes'

/** One of the things by which a scenario is recognized. */
export type SymptomReading = {
  readonly id: SymptomId
  readonly label: LocalText
  readonly unit: SymptomUnit
  readonly figure: NamedFigure<number | boolean>
  /** Null when it is not known. */
  readonly shows: boolean | null
  /** What it is held against: `above 0.8`; null for yes and no. */
  readonly limit: { readonly when: 'above' | 'below'; readonly value: number; readonly assumption: AssumptionId } | null
  readonly weight: number
  /** What would have to be there; null when it is known. */
  readonly need: AdviceNeed | null
  /** Names of what was counted, at most five. */
  readonly examples: readonly string[]
}

/**
 * Fired: what is known is enough · silent: it cannot fire whatever the unknown turns out to be · unknown: it depends on what is
 * not known · not-applicable: not a question for organizations of this profile.
 */
export type ScenarioState = 'fired' | 'silent' | 'unknown' | 'not-applicable'

/** Which way a figure should move, by how long after the advice. */
export type ExpectedEffect = {
  readonly figure: FigureId
  readonly symptom: SymptomId
  readonly direction: 'up' | 'down'
  readonly withinMonths: number
}

export type ScenarioResult = {
  readonly id: ScenarioId
  /** As the sources count them: `1`, `10a`; `C1` for the challenges. */
  readonly number: string
  readonly version: number
  readonly label: LocalText
  readonly source: string
  readonly state: ScenarioState
  readonly figure: NamedFigure<boolean>
  readonly symptoms: readonly SymptomReading[]
  /** Weight of the symptoms that show, and how much of it is needed. */
  readonly weight: number
  readonly needed: number
  /** Known weight of all weight, 0 to 1. */
  readonly known: number
  /** What would have to be known; empty unless unknown. */
  readonly missing: readonly AdviceNeed[]
  /** Steps with the organization's words in them. */
  readonly action: { readonly en: readonly string[]; readonly de: readonly string[]; readonly ja: readonly string[] }
  readonly cost: CostClass
  /** Person-days. */
  readonly effortDays: Band
  readonly effect: ExpectedEffect
}

export type Recommendation = {
  readonly scenario: ScenarioId
  readonly rank: number
  /** Gravity × confidence × ease: for sorting alone. */
  readonly score: NamedFigure<number>
  readonly gravity: 1 | 2 | 3
  readonly confidence: number
  readonly cost: CostClass
  readonly evidence: readonly FigureId[]
  readonly effect: ExpectedEffect
  readonly checkOn: IsoDate
}

export type DismissedScenario = {
  readonly scenario: ScenarioId
  readonly reason: string
  readonly by: PersonId
  readonly on: IsoDate
  readonly until: IsoDate
  /** It would be recommended otherwise. */
  readonly wouldFire: boolean
}

/** What is kept of a recommendation, so that its effect can be looked at later. */
export type GivenAdvice = {
  readonly on: IsoDate
  readonly scenario: ScenarioId
  readonly symptom: SymptomId
  readonly value: number | boolean | null
  readonly checkOn: IsoDate
}

export type EffectCheck = {
  readonly scenario: ScenarioId
  readonly givenOn: IsoDate
  readonly checkOn: IsoDate
  readonly isDue: boolean
  readonly before: number | boolean | null
  readonly now: number | boolean | null
  readonly result: 'improved' | 'not' | 'unknown'
  readonly stillFires: boolean | null
  readonly figure: FigureId
}

export type RoleView = {
  readonly role: OfficeRole
  /** The last ones, newest first, at most five. */
  readonly outputs: readonly Pick<Output, 'id' | 'on' | 'title' | 'kind' | 'unit' | 'link'>[]
  /** Within the last days that count; unknown without a list of outputs. */
  readonly recent: NamedFigure<number>
  /** Nothing was delivered in that time: a finding. Null when not known. */
  readonly isEmpty: boolean | null
}

export type ReasonId =
  | 'standard-processes'
  | 'approach-communities'
  | 'sustain-projects'
  | 'manage-compliance'
  | 'open-knowledge'
  | 'development-velocity'
  | 'mitigate-security-risk'

/** A key figure of an office; the set of section 9 of the templates. */
export type KeyFigureId =
  | 'coverage'
  | 'answer-time'
  | 'exposure-time'
  | 'licenses-resolved'
  | 'intake-time'
  | 'supplier-sboms'
  | 'value-in-use'
  | 'libyears'
  | 'reuse-share'
  | 'patches-carried'
  | 'changes-merged'
  | 'merge-ratio'
  | 'contributors'
  | 'roles-held'
  | 'money-given'
  | 'time-given'
  | 'critical-with-remedy'
  | 'critical-health'
  | 'leaning-on-one'
  | 'training-reach'
  | 'champion-reach'
  | 'fast-lane'
  | 'help-desk'
  | 'memberships'
  | 'published-healthy'
  | 'published-products'
  | 'policies-on-time'
  | 'policy-coverage'
  | 'notices'
  | 'open-vulnerabilities'
  | 'own-fixes-upstream'

export type KeyFigure = {
  readonly id: KeyFigureId
  /** Null when nothing measures it yet. */
  readonly figure: NamedFigure | null
  readonly need: AdviceNeed | null
}

export type ReasonView = {
  readonly reason: ReasonId
  readonly rank: number
  readonly needsBaseline: boolean
  readonly indicators: readonly KeyFigure[]
  /** Indicators that are known, of all. */
  readonly coverage: Coverage
}

export type CharterItem =
  | 'mission'
  | 'need'
  | 'form'
  | 'place'
  | 'sponsor'
  | 'budget'
  | 'goals'
  | 'duties'
  | 'services'
  | 'roles'
export type CharterCheck = {
  readonly item: CharterItem
  readonly isThere: boolean | null
  /** Why it does not count though it is written down: `past its day`. */
  readonly until: IsoDate | null
}

export type GoalView = Pick<
  Goal,
  'id' | 'title' | 'organizationGoal' | 'parent' | 'sponsor' | 'jointOwner' | 'state' | 'by'
> & {
  readonly measure: FigureId
  readonly baseline: number | null
  readonly target: number
  readonly now: NamedFigure<number> | null
  /** Way done from the baseline to the target; 1 is reached. Unknown without both ends. */
  readonly progress: NamedFigure<number>
  readonly outputs: readonly {
    readonly id: string
    readonly on: IsoDate
    readonly title: string
    readonly role: OfficeRole
  }[]
  /** Goals below it. */
  readonly parts: readonly string[]
}

/** What the first report says: what is used, worth, risked, given, and how much of it is known. */
export type BusinessCase = {
  readonly value: NamedFigure | null
  readonly parts: NamedFigure<number> | null
  readonly vulnerabilities: NamedFigure<number> | null
  readonly leaningOnOne: NamedFigure<number> | null
  readonly licensesStated: NamedFigure<number> | null
  readonly give: NamedFigure | null
  readonly take: NamedFigure | null
  readonly coverage: readonly { readonly of: KeyFigureId; readonly coverage: Coverage }[]
}

export type StartTrack = {
  readonly businessCase: BusinessCase
  readonly baseline: readonly KeyFigure[]
  readonly reasons: readonly ReasonView[]
  readonly charter: readonly CharterCheck[]
  readonly goals: readonly GoalView[]
  /** Ids of questions that organizations of this profile are asked first. */
  readonly questions: readonly { readonly id: string; readonly text: LocalText }[]
}

export type LossId = 'expertise' | 'security-and-legal' | 'community' | 'reputation' | 'silent-need'

export type SentinelId =
  | 'people-trained'
  | 'people-active'
  | 'office-people'
  | 'office-bus-factor'
  | 'open-requests'
  | 'overdue-duties'
  | 'open-duties'
  | 'open-findings'
  | 'policies-past-review'
  | 'waivers-past-end'
  | 'contribution-trend'
  | 'roles-held'
  | 'idle-memberships'
  | 'inquiry-contacts'
  | 'published-products'
  | 'value-depending'
  | 'critical-parts'
  | 'decisions-per-quarter'

export type Sentinel = {
  readonly id: SentinelId
  readonly figure: NamedFigure
  readonly need: AdviceNeed | null
  readonly examples: readonly string[]
}

export type LossView = { readonly loss: LossId; readonly sentinels: readonly Sentinel[] }

export type CalendarEntry = {
  readonly kind: 'duty' | 'record' | 'dismissal' | 'goal' | 'check'
  readonly id: string
  readonly title: string
  readonly on: IsoDate
  readonly isOverdue: boolean
  readonly owner: PersonId | null
  readonly everyMonths: number | null
}

export type HandedOver = Pick<Duty, 'id' | 'title'> & {
  readonly to: UnitId
  readonly on: IsoDate | null
  readonly what: 'duty' | 'output'
}

export type ServiceView = {
  readonly id: string
  readonly title: string
  readonly process: string | null
  readonly users: string | null
  readonly lastUsed: IsoDate | null
  readonly products: readonly ProductId[]
  readonly isCritical: boolean
}

export type TrendPoint = { readonly on: IsoDate; readonly figure: NamedFigure }
export type TrendLine = { readonly figure: FigureId; readonly points: readonly TrendPoint[] }

export type SustainTrack = {
  readonly losses: readonly LossView[]
  readonly calendar: readonly CalendarEntry[]
  readonly servedGoals: readonly GoalView[]
  /** Outputs that serve no goal. */
  readonly withoutGoal: readonly Pick<Output, 'id' | 'on' | 'title' | 'role'>[]
  readonly services: readonly ServiceView[]
  readonly handedOver: readonly HandedOver[]
  readonly handedOverCount: NamedFigure<number>
  /** One point a year, oldest first. */
  readonly trend: readonly TrendLine[]
}

export type AdviceAssessment = {
  readonly asOf: IsoDate
  readonly profile: Profile
  /** False when nobody stated the profile: a company is taken and said so. */
  readonly isProfileStated: boolean
  readonly scenarios: readonly ScenarioResult[]
  /** Best first; without those that were dismissed. */
  readonly recommendations: readonly Recommendation[]
  readonly dismissed: readonly DismissedScenario[]
  readonly checks: readonly EffectCheck[]
  /** To be kept for later checks. */
  readonly given: readonly GivenAdvice[]
  readonly roles: readonly RoleView[]
  readonly start: StartTrack
  readonly sustain: SustainTrack
  readonly assumptions: readonly Assumption[]
}
