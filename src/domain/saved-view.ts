/** What a person looks at again and again: a page with its filters, order and columns, under a name. */

import type { PersonId } from './organization.ts'

/** Pages that can be kept. A view never holds an address, so that opening one stays here. */
export const savedPages = [
  'home',
  'inventory',
  'vulnerabilities',
  'licenses',
  'risk',
  'value',
  'contributions',
  'maturity',
  'motivators',
  'advice',
] as const
export type SavedPage = (typeof savedPages)[number]

export type NewSavedView = {
  readonly name: string
  readonly page: SavedPage
  /** The search part of the address, without the question mark. */
  readonly search: string
  /** Seen by everybody who may read. */
  readonly isShared: boolean
}

export type SavedView = NewSavedView & { readonly id: number; readonly person: PersonId }
