/**
 * What somebody stated about a finding, for all products or for one. Statements are appended; the newest for a product
 * counts there, before the newest for all products. What nobody stated is not looked at yet, and never a no.
 */

import type { IsoDate, IsoTime } from './figure.ts'
import type { DecisionJustification, DecisionResponse, DecisionState } from './imported-decision.ts'
import type { ProductId } from './organization.ts'

/** The one that asks most for attention first: of several products with different states, a list shows this one. */
export const findingStates = [
  'affected',
  'undecided',
  'under-investigation',
  'fixed',
  'not-affected',
  'false-positive',
] as const satisfies readonly DecisionState[]

/** After VEX; `undecided` is what nobody stated, or what was taken back. */
export type FindingState = (typeof findingStates)[number]

export const justifications = [
  'code-not-present',
  'code-not-reachable',
  'requires-configuration',
  'requires-dependency',
  'requires-environment',
  'protected-by-compiler',
  'protected-at-runtime',
  'protected-at-perimeter',
  'protected-by-mitigating-control',
] as const satisfies readonly DecisionJustification[]

export const responses = [
  'update',
  'rollback',
  'workaround-available',
  'can-not-fix',
  'will-not-fix',
] as const satisfies readonly DecisionResponse[]

/** What a list can be narrowed to: `open` still wants something done or looked at, `due` is past its review date. */
export const findingStateFilters = ['open', 'due', ...findingStates] as const
export type FindingStateFilter = (typeof findingStateFilters)[number]

const openStates: ReadonlySet<FindingState> = new Set(['affected', 'undecided', 'under-investigation'])

export function isOpenState(state: FindingState): boolean {
  return openStates.has(state)
}

/** Past the day until which it was to hold. */
export function isReviewDue(until: IsoDate | null, today: IsoDate): boolean {
  return until !== null && until < today
}

export type StatusContent = {
  readonly state: FindingState
  readonly justification: DecisionJustification | null
  readonly response: DecisionResponse | null
  readonly reason: string
  readonly detail: string | null
  /** The last day on which it holds without being looked at again. */
  readonly until: IsoDate | null
}

/** Where a statement holds. */
export type StatusPlace = {
  readonly advisory: string
  /** Package URL of the part version, or `KIND:NAME@VERSION`. */
  readonly part: string
  /** Null: all products. */
  readonly product: ProductId | null
}

export type StatedStatus = StatusPlace &
  StatusContent & {
    readonly id: number
    /** The system it was taken over from; null for what was stated here. */
    readonly source: string | null
    /** Pseudonym of the person, id of the key, `loopback`; null for what was taken over. */
    readonly by: string | null
    /** The day alone where no time is known. */
    readonly at: IsoTime
    /** The statement that this one takes back. */
    readonly undoes: number | null
  }

/** Findings that can be given the same status with one request. */
export const mostFindingsAtOnce = 5_000

/** Why one of many findings was not given a status: not in sight, of units of others, or for others to live with. */
export const refusalReasons = ['nothing-found', 'beyond-rights', 'needs-decider'] as const

export type Refusal = {
  /** As a list names it: the advisory and the part. */
  readonly finding: { readonly id: string; readonly part: string }
  readonly why: (typeof refusalReasons)[number]
}

/** Living with it: decided by those who may decide. */
export function isAccepted({ state, response }: Pick<StatusContent, 'state' | 'response'>): boolean {
  return state === 'affected' && (response === 'will-not-fix' || response === 'can-not-fix')
}

/** What was stated here counts before what was taken over, and the later before the earlier. */
export function countsBefore(a: Pick<StatedStatus, 'id' | 'source'>, b: Pick<StatedStatus, 'id' | 'source'>): boolean {
  return (a.source === null) === (b.source === null) ? a.id > b.id : a.source === null
}
