/**
 * The office as an undertaking of its own: why it is there, what it wants, what it delivered, what comes around again. Kept by
 * the organization in `charter.yaml`, `goals.yaml`, `outputs.yaml`, `duties.yaml`, `services.yaml`, `dismissals.yaml`. That a
 * sponsor or a budget exists is a record (`office.ts`) and is not stated a second time here.
 */

import type { EvidenceId } from './evidence.ts'
import type { FigureId, IsoDate } from './figure.ts'
import { monthsAfter } from './office.ts'
import type { PersonId, ProductId, UnitId } from './organization.ts'

/** The original an entry stands in, and its place there as a JSON pointer. */
export type Placed = { readonly evidence: EvidenceId; readonly at: string }

/** The five roles of an office: advise, translate, promote, care for upstream, enforce. */
export type OfficeRole = 'counselor' | 'facilitator' | 'advocate' | 'environmentalist' | 'gatekeeper'

export const officeRoles: readonly OfficeRole[] = [
  'counselor',
  'facilitator',
  'advocate',
  'environmentalist',
  'gatekeeper',
]

export type OfficeForm = 'virtual' | 'single-person' | 'team' | 'spread'
export const officeForms: readonly OfficeForm[] = ['virtual', 'single-person', 'team', 'spread']

/** Under which part of the house the money stands. */
export type BudgetArea = 'technology' | 'legal' | 'administration' | 'research' | 'marketing' | 'sales'
export const budgetAreas: readonly BudgetArea[] = [
  'technology',
  'legal',
  'administration',
  'research',
  'marketing',
  'sales',
]

export type LeadershipKind = 'decision' | 'budget-request' | 'report'
export const leadershipKinds: readonly LeadershipKind[] = ['decision', 'budget-request', 'report']
export type LeadershipOutcome = 'granted' | 'refused' | 'taken' | 'postponed' | 'read' | 'unopened'
export const leadershipOutcomes: readonly LeadershipOutcome[] = [
  'granted',
  'refused',
  'taken',
  'postponed',
  'read',
  'unopened',
]

/** What the leadership was asked or told, and what came of it. */
export type LeadershipEvent = Placed & {
  readonly on: IsoDate
  readonly kind: LeadershipKind
  readonly what: string
  readonly outcome: LeadershipOutcome
}

export type Charter = Placed & {
  readonly mission: string
  /** Why this form was chosen, and for what need; null when nobody wrote it down. */
  readonly need: string | null
  readonly form: OfficeForm | null
  /** Where it stands in the organization. */
  readonly place: UnitId | null
  readonly since: IsoDate | null
  /** Id of the record of kind `executive-sponsor`. */
  readonly sponsor: string | null
  readonly budget: {
    /** Id of the record of kind `budget-line`. */
    readonly record: string
    readonly area: BudgetArea | null
    /** It can be cut without a decision of its own. */
    readonly isDiscretionary: boolean | null
  } | null
  /** Null when nobody keeps a list. */
  readonly leadership: readonly LeadershipEvent[] | null
}

export type GoalState = 'active' | 'reached' | 'dropped'
export const goalStates: readonly GoalState[] = ['active', 'reached', 'dropped']

/** At most three are active at a time. */
export const mostActiveGoals = 3

export type Goal = Placed & {
  readonly id: string
  readonly title: string
  /** The goal of the organization that it serves. */
  readonly organizationGoal: string | null
  /** A goal of this list that it is part of; never itself, whatever the way. */
  readonly parent: string | null
  readonly sponsor: PersonId | null
  /** Another unit that answers for it too. */
  readonly jointOwner: UnitId | null
  /** Id of the figure that tells. */
  readonly measure: FigureId
  readonly baseline: number | null
  readonly target: number
  readonly from: IsoDate
  readonly by: IsoDate
  readonly state: GoalState
}

/** Work in progress that is not delivered yet. */
export type Initiative = Placed & {
  readonly id: string
  readonly title: string
  readonly goal: string | null
  readonly startedOn: IsoDate
  readonly endedOn: IsoDate | null
}

export type OutputKind =
  | 'advice'
  | 'answer'
  | 'decision'
  | 'event'
  | 'funding'
  | 'guideline'
  | 'introduction'
  | 'press'
  | 'report'
  | 'story'
  | 'tool'
  | 'training'
  | 'upstream'

export const outputKinds: readonly OutputKind[] = [
  'advice',
  'answer',
  'decision',
  'event',
  'funding',
  'guideline',
  'introduction',
  'press',
  'report',
  'story',
  'tool',
  'training',
  'upstream',
]

/** Something the office delivered. */
export type Output = Placed & {
  readonly id: string
  readonly on: IsoDate
  readonly role: OfficeRole
  readonly title: string
  readonly kind: OutputKind
  readonly goal: string | null
  readonly unit: UnitId | null
  /** Units that took part besides the office. */
  readonly with: readonly UnitId[]
  readonly link: string | null
  /** The unit that carries it on; success, not loss. */
  readonly handedOverTo: UnitId | null
}

/** Something that comes around again and has no last time. */
export type Duty = Placed & {
  readonly id: string
  readonly title: string
  readonly owner: PersonId
  readonly everyMonths: number
  /** From this day it is a duty; the first time is due then. */
  readonly since: IsoDate
  readonly lastDone: IsoDate | null
  readonly handedOverTo: UnitId | null
  readonly handedOverOn: IsoDate | null
}

/** What others can ask the office for. */
export type Service = Placed & {
  readonly id: string
  readonly title: string
  /** The process of the organization that it is a step of; null when it stands beside. */
  readonly process: string | null
  /** Products that rest on it. */
  readonly products: readonly ProductId[]
  readonly users: string | null
  readonly lastUsed: IsoDate | null
}

/** A scenario that does not count for a while, with the reason. */
export type Dismissal = Placed & {
  /** Id of the scenario. */
  readonly scenario: string
  readonly reason: string
  readonly by: PersonId
  readonly on: IsoDate
  /** Included. */
  readonly until: IsoDate
}

/** A list that is null was never written down; one that is empty says that there is nothing. */
export type OfficeProgram = {
  readonly charter: Charter | null
  readonly goals: readonly Goal[] | null
  readonly initiatives: readonly Initiative[] | null
  readonly outputs: readonly Output[] | null
  readonly duties: readonly Duty[] | null
  readonly services: readonly Service[] | null
  readonly dismissals: readonly Dismissal[] | null
  /** Where each list stands. */
  readonly lists: Readonly<Partial<Record<ProgramList, Placed>>>
}

export type ProgramList = 'goals' | 'initiatives' | 'outputs' | 'duties' | 'services' | 'dismissals' | 'leadership'

export const emptyProgram: OfficeProgram = {
  charter: null,
  goals: null,
  initiatives: null,
  outputs: null,
  duties: null,
  services: null,
  dismissals: null,
  lists: {},
}

/** The next day on which a duty is due; null once it was handed over. */
export function dueOn({ lastDone, since, everyMonths, handedOverTo }: Duty): IsoDate | null {
  if (handedOverTo !== null) return null
  return lastDone === null ? since : monthsAfter(lastDone, everyMonths)
}

/** What several files say together; of several charters the first, which a reader lets be the only one. */
export function mergePrograms(programs: readonly OfficeProgram[]): OfficeProgram {
  return programs.reduce(
    (all, one) => ({
      charter: all.charter ?? one.charter,
      goals: joined(all.goals, one.goals),
      initiatives: joined(all.initiatives, one.initiatives),
      outputs: joined(all.outputs, one.outputs),
      duties: joined(all.duties, one.duties),
      services: joined(all.services, one.services),
      dismissals: joined(all.dismissals, one.dismissals),
      lists: { ...one.lists, ...all.lists },
    }),
    emptyProgram,
  )
}

function joined<T>(all: readonly T[] | null, more: readonly T[] | null): readonly T[] | null {
  return all === null ? more : more === null ? all : [...all, ...more]
}
