/** Which value is wanted where, whether it arrives, and whom nobody has asked yet. Ids alone; what people said stays in `Heard`. */

import type { CostClass, LevelNumber } from '#domain/maturity-model.ts'
import type { FigureId, NamedFigure } from '#domain/figure.ts'
import type { LevelSpan, OpenSourceActivity, Stance, TalkAudience, ValueKind } from '#domain/motivators.ts'
import type { PersonId, UnitId } from '#domain/organization.ts'
import type { LevelInterval } from './maturity.ts'
import type { Assumption } from './value.ts'

/**
 * Served: a figure shows that the value arrives · reachable: the level is there, no figure shows it yet · locked: a higher
 * level is needed · not wanted: declined · unknown: the level was not assessed.
 */
export type CellState = 'served' | 'reachable' | 'locked' | 'not-wanted' | 'unknown'

export const cellStates: readonly CellState[] = ['served', 'reachable', 'locked', 'not-wanted', 'unknown']

/** The cheapest indicator that is not met on the lowest level in the way, and how many gates are. */
export type Unlock = {
  readonly indicator: string
  readonly isGate: boolean
  readonly cost: CostClass
  readonly openGates: number
}

/** A motivator as a bar over levels, for one area. */
export type Bar = LevelSpan & {
  readonly motivator: string
  readonly kind: ValueKind
  /** Null is the organization. */
  readonly area: UnitId | null
  readonly state: CellState
  /** It is locked by what is shown; by what is not known it need not be. */
  readonly mayBeReachable: boolean
  /** Figures that show that it arrives. */
  readonly evidence: readonly FigureId[]
  readonly unlock: Unlock | null
  /** Number and rank of the people who named it. */
  readonly weight: NamedFigure<number>
  readonly people: NamedFigure<number>
  /** 1 to 5. */
  readonly strength: NamedFigure<number>
  readonly isFollowUpOpen: boolean
}

export type MatrixRow = { readonly kind: ValueKind; readonly bars: readonly Bar[] }

export type AreaMatrix = {
  readonly area: UnitId | null
  readonly level: NamedFigure<LevelInterval>
  readonly rows: readonly MatrixRow[]
}

/** Levels of engagement, or stages of the office. */
export type MatrixAxis = 'engagement' | 'stages'

export type AreaCoverage = {
  readonly area: UnitId
  /** People whose words may be quoted, and groups of five or more. */
  readonly people: number
  /** A conversation took place, and no more is said. */
  readonly tookPlace: boolean
  readonly missing: readonly TalkAudience[]
}

export type AudienceTop = {
  readonly audience: TalkAudience
  /** At most three, strongest first. */
  readonly motivators: readonly { readonly motivator: string; readonly weight: number }[]
}

/** What executives want and what keeps engineers from it, in the same area. */
export type Contradiction = {
  readonly area: UnitId | null
  readonly wanted: string
  readonly hindered: string
  readonly kind: ValueKind
  readonly activities: readonly OpenSourceActivity[]
}

export type TalkReason =
  | { readonly kind: 'owns-critical'; readonly products: readonly string[]; readonly packages: number }
  | { readonly kind: 'most-findings'; readonly findings: number }
  | { readonly kind: 'top-user'; readonly packages: number }
  | { readonly kind: 'no-conversation' }

/** Somebody to talk to: a person by pseudonym, or whoever speaks for a unit. */
export type Candidate = {
  readonly unit: UnitId | null
  readonly person: PersonId | null
  readonly audience: TalkAudience
  readonly reasons: readonly TalkReason[]
  /** Held: a conversation that may be quoted · took place: in this unit and audience, with whom is not said. */
  readonly talk: 'open' | 'took-place' | 'held'
}

/** Why what is in use makes somebody worth a talk; of one person or unit there may be several. */
export type TalkProposal = Pick<Candidate, 'unit' | 'person' | 'audience'> & { readonly reason: TalkReason }

export type TalkPlan = {
  readonly candidates: readonly Candidate[]
  readonly coverage: readonly AreaCoverage[]
  readonly areasHeard: NamedFigure<number>
  /** People by their leaning, of conversations that may be quoted. */
  readonly balance: readonly { readonly stance: Stance; readonly people: number }[]
  readonly missingAudiences: readonly TalkAudience[]
  readonly missingStances: readonly Stance[]
}

/**
 * The steps of the process: know the levels, choose benefits, talk one to one, sort what was heard by level. Those who are
 * at different steps stand side by side.
 */
export type ProcessStep = 'levels' | 'benefits' | 'conversations' | 'matrix'

export const processSteps: readonly ProcessStep[] = ['levels', 'benefits', 'conversations', 'matrix']

export type AreaProcess = {
  readonly area: UnitId
  readonly done: readonly ProcessStep[]
  /** Null: all steps are taken. */
  readonly next: ProcessStep | null
}

/** A benefit beside the organization's own figures; empty: no own figure yet. */
export type ShownBenefit = {
  readonly benefit: string
  readonly rank: number | null
  readonly isOwn: boolean
  readonly figures: readonly NamedFigure[]
  /** Those that show that it arrives. */
  readonly evidence: readonly FigureId[]
}

export type BenefitSelection = {
  /** At most three. */
  readonly headlines: readonly ShownBenefit[]
  readonly annex: readonly ShownBenefit[]
}

export type MotivatorAssessment = {
  readonly matrices: readonly AreaMatrix[]
  readonly stages: readonly AreaMatrix[]
  /** Areas where nothing shows that use is known: the strip of level 0. */
  readonly unaware: readonly UnitId[]
  readonly top: readonly AudienceTop[]
  readonly contradictions: readonly Contradiction[]
  readonly plan: TalkPlan
  /** What the inventory proposes, whoever was heard. Absent in an assessment of an earlier version. */
  readonly proposals?: readonly TalkProposal[]
  readonly process: readonly AreaProcess[]
  readonly benefits: BenefitSelection
  readonly assumptions: readonly Assumption[]
}

/** What is said to an audience of an area: only what was heard there, beside the area's own figures. */
export type Pitch =
  | {
      readonly ok: true
      readonly area: UnitId | null
      readonly audience: TalkAudience
      readonly points: readonly PitchPoint[]
      readonly obstacles: readonly string[]
    }
  | {
      readonly ok: false
      readonly area: UnitId | null
      readonly audience: TalkAudience
      readonly talkTo: readonly Candidate[]
    }

export type PitchPoint = {
  readonly motivator: string
  readonly isFromAudience: boolean
  readonly state: CellState
  readonly level: LevelNumber
  readonly unlock: Unlock | null
  /** Null: nothing measures it. */
  readonly benefit: ShownBenefit | null
}
