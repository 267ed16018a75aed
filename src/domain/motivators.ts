/**
 * Why people would engage with open source: benefits, conversations, motivators. The catalogs ship in `content/benefits` and
 * `content/motivators`; what was heard comes from the organization's own files, and only as far as people agreed to.
 */

import type { EvidenceId } from './evidence.ts'
import type { FigureId, IsoDate } from './figure.ts'
import type { LevelNumber, LocalText, Origin } from './maturity-model.ts'
import type { KeptEdits } from './motivator-edits.ts'
import type { PersonId, UnitId } from './organization.ts'

export type ValueKind =
  | 'personal'
  | 'people'
  | 'technology'
  | 'cost'
  | 'creative'
  | 'brand'
  | 'customer'
  | 'risk-and-duty'

export const valueKinds: readonly ValueKind[] = [
  'personal',
  'people',
  'technology',
  'cost',
  'creative',
  'brand',
  'customer',
  'risk-and-duty',
]

export type OpenSourceActivity = 'use' | 'participate' | 'fund' | 'contribute' | 'lead' | 'publish'

export const openSourceActivities: readonly OpenSourceActivity[] = [
  'use',
  'participate',
  'fund',
  'contribute',
  'lead',
  'publish',
]

/** Whom a conversation is held with; each has a guide. */
export type TalkAudience = 'executives' | 'managers' | 'engineers' | 'specialists' | 'public-sector'

export const talkAudiences: readonly TalkAudience[] = [
  'executives',
  'managers',
  'engineers',
  'specialists',
  'public-sector',
]

export type Stakeholder =
  | 'engineering'
  | 'legal'
  | 'security'
  | 'people'
  | 'product'
  | 'procurement'
  | 'executives'
  | 'public-sector'

export const stakeholders: readonly Stakeholder[] = [
  'engineering',
  'legal',
  'security',
  'people',
  'product',
  'procurement',
  'executives',
  'public-sector',
]

/** From which level to which: a bar over columns. */
export type LevelSpan = { readonly from: LevelNumber; readonly to: LevelNumber }

export type Benefit = Origin &
  LevelSpan & {
    /** `VU1` */
    readonly id: string
    readonly label: LocalText
    readonly activities: readonly OpenSourceActivity[]
    readonly stakeholders: readonly Stakeholder[]
    /** Ids of figures that show that it arrives, without their subject: `/unit:ID` is looked for first. Empty: only a person can attest it. */
    readonly shownBy: readonly FigureId[]
    /** Ids of figures that stand beside it and prove nothing by themselves: a backlog, money given. */
    readonly beside: readonly FigureId[]
  }

export type ValueKindEntry = Origin & { readonly id: ValueKind; readonly label: LocalText }

export type CatalogMotivator = Origin &
  LevelSpan & {
    readonly id: string
    readonly kind: ValueKind
    readonly label: LocalText
    readonly activities: readonly OpenSourceActivity[]
    /** Ids of benefits that serve it. */
    readonly benefits: readonly string[]
  }

export type GuideQuestion = Origin & { readonly id: string; readonly text: LocalText }
export type Guide = {
  readonly audience: TalkAudience
  readonly label: LocalText
  readonly questions: readonly GuideQuestion[]
}

/** A box of the picture: a motivator of the catalog at a place. */
export type TemplateBox = Origin &
  LevelSpan & {
    readonly id: string
    readonly motivator: string
    readonly kind: ValueKind
    /** The row that it reaches into. */
    readonly touches: ValueKind | null
    /** The level in which most of it lies. */
    readonly mainly: LevelNumber | null
  }

export type MatrixTemplate = {
  /** One contributor's proposal: a start, not the truth. */
  readonly isProposal: true
  readonly note: LocalText
  readonly rows: readonly ValueKind[]
  readonly boxes: readonly TemplateBox[]
}

export type MotivatorContent = {
  /** Versions of the packs by their names. */
  readonly versions: Readonly<Record<string, number>>
  readonly benefits: readonly Benefit[]
  readonly kinds: readonly ValueKindEntry[]
  readonly catalog: readonly CatalogMotivator[]
  readonly guides: readonly Guide[]
  readonly template: MatrixTemplate
}

/** Leaning of a person before the talk: both kinds are to be heard. */
export type Stance = 'believer' | 'doubter' | 'open'
export const stances: readonly Stance[] = ['believer', 'doubter', 'open']

/** A person of the organization by pseudonym, or a role where nobody is to be recognized. */
export type TalkedWith =
  | { readonly person: PersonId; readonly role: null }
  | { readonly person: null; readonly role: string }

/** A conversation that may be quoted. Others appear in `TalkGroup` alone. */
export type HeardConversation = {
  readonly id: string
  readonly on: IsoDate
  readonly with: TalkedWith
  /** Null is the organization as a whole. */
  readonly unit: UnitId | null
  readonly audience: TalkAudience
  readonly interviewer: PersonId
  readonly stance: Stance | null
  readonly note: string | null
}

/** Conversations that nobody may read of: how many people, from five on; null: one took place. */
export type TalkGroup = {
  readonly unit: UnitId | null
  readonly audience: TalkAudience
  readonly people: number | null
}

/** People who said it, by where and who; those who are only counted stand together, from five on. */
export type Hearing = { readonly unit: UnitId | null; readonly audience: TalkAudience; readonly people: number }

export type FollowUp = {
  /** What was agreed; absent where it is only noted who follows it up, and until when. */
  readonly what?: string
  readonly by: PersonId
  readonly until: IsoDate
  readonly isDone: boolean
  /** Motivators whose follow-ups have to be done before. */
  readonly after: readonly string[]
}

export type Motivator = LevelSpan & {
  readonly id: string
  /** In the organization's words; null: those of the catalog. */
  readonly statement: string | null
  readonly kind: ValueKind
  /** Id of an entry of the catalog. */
  readonly catalog: string | null
  /** Conversations that may be quoted. */
  readonly conversations: readonly string[]
  readonly heard: readonly Hearing[]
  /** People who may be counted only; 0 or at least five. */
  readonly others: number
  /** Units in which it matters, by default those in which it was heard; empty is everywhere. */
  readonly areas: readonly UnitId[]
  readonly activities: readonly OpenSourceActivity[]
  readonly benefits: readonly string[]
  /** 1 to 5; null where nobody said. */
  readonly strength: number | null
  readonly obstacle: string | null
  readonly wish: string | null
  readonly followUp: FollowUp | null
  /** Why it is not wanted; null for all others. */
  readonly declined: string | null
}

/** A benefit that the organization chose, 1 for the first. */
export type ChosenBenefit = { readonly benefit: string; readonly rank: number; readonly reason: string | null }

/** A benefit of the organization's own, in the words of one language. */
export type OwnBenefit = LevelSpan & {
  readonly id: string
  readonly statement: string
  readonly activities: readonly OpenSourceActivity[]
  readonly stakeholders: readonly Stakeholder[]
  readonly shownBy: readonly FigureId[]
}

/** What the organization's own files say, as far as it may be shown: nothing else is kept or passed on. */
export type Heard = {
  readonly conversations: readonly HeardConversation[]
  readonly groups: readonly TalkGroup[]
  readonly motivators: readonly Motivator[]
  /** Some entries are not shown: people did not agree, or are fewer than five. */
  readonly isWithholding: boolean
  readonly chosen: readonly ChosenBenefit[]
  readonly ownBenefits: readonly OwnBenefit[]
}

export const nothingHeard: Heard = {
  conversations: [],
  groups: [],
  motivators: [],
  isWithholding: false,
  chosen: [],
  ownBenefits: [],
}

/** What was heard, with the extract that is kept of it; places in it are JSON pointers. */
export type KeptHeard = Heard & {
  readonly evidence: EvidenceId | null
  /** What was edited in the portal, with the original that holds it; it is in the lists above already. */
  readonly edits?: KeptEdits
}
