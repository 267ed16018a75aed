/** What people and other systems want to be told about, and how. */

import type { PersonId, UnitId } from './organization.ts'

/**
 * finding: a critical or high advisory that was not there before · resolved: one that is gone · unsupported, leaning-on-one:
 * a project behind something in use that nobody maintains any longer, or one person alone · supplier-late: an answer is
 * overdue · assessment-done · upload-refused: a document that was handed in could not be taken · test.
 */
export const eventKinds = [
  'finding',
  'resolved',
  'unsupported',
  'leaning-on-one',
  'supplier-late',
  'assessment-done',
  'upload-refused',
  'test',
] as const

export type EventKind = (typeof eventKinds)[number]

export const channels = ['portal', 'mail', 'webhook'] as const
export type Channel = (typeof channels)[number]

/** Something happened. It concerns units, or the whole organization when the list is empty. */
export type NewsEvent = {
  readonly kind: EventKind
  /** What it is about: an advisory and a part, a project, a supplier, a document. */
  readonly subject: string
  /** Numbers and names; sentences are made at the edge. */
  readonly detail: Readonly<Record<string, string | number | null>>
  readonly units: readonly UnitId[]
}

export type NewSubscription = {
  readonly person: PersonId
  readonly kind: EventKind
  readonly channel: Channel
  /** Only what concerns this unit or one below it; null: all that the person may see. */
  readonly unit: UnitId | null
  /** Where a webhook goes; null otherwise: a person's address stands in the key table of people alone. */
  readonly address: string | null
  /** What a webhook is signed with; null otherwise. */
  readonly secret: string | null
}
