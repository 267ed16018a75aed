/** What advice reads of areas that may be absent: as little as it needs, so that each can be given or left out. */

import type { FigureId, IsoDate, NamedFigure } from './figure.ts'
import type { UnitId } from './organization.ts'

/** What conversations brought, as far as it may be shown. */
export type MotivatorInput = {
  /** Share of areas in which somebody was heard, 0 to 1. */
  readonly areasHeard: NamedFigure<number>
  /** Motivators that are wanted, and those of them that are about risk and duty alone. */
  readonly motivators: number
  readonly riskOnly: number
  readonly figures: readonly FigureId[]
}

/** A decision that the office recorded about a part or a project. */
export type DecisionInput = {
  readonly on: IsoDate
  /** Units that decided together. */
  readonly units: readonly (UnitId | null)[]
  readonly figure: FigureId
}

/** Somebody asked the office for something. */
export type RequestInput = {
  readonly kind: 'use' | 'contribute' | 'publish' | 'buy' | 'other'
  readonly from: 'engineering' | 'sales-or-marketing' | 'other'
  readonly openedOn: IsoDate
  /** Null while it is open. */
  readonly closedOn: IsoDate | null
  readonly outcome: 'approved' | 'refused' | 'abandoned' | null
  readonly approvals: number
  readonly isFastLane: boolean
  readonly figure: FigureId
}

/** Figures of an earlier assessment, for a trend over years. */
export type EarlierFigures = { readonly on: IsoDate; readonly figures: readonly NamedFigure[] }
