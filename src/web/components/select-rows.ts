/** Choosing rows of a table: one by one, a range with Shift, all that are shown; the same by keys. */

import { useRef, type KeyboardEvent } from 'react'

export type Selection<Row> = {
  /** By the key of the row; also rows that are not shown. */
  readonly chosen: ReadonlyMap<string, Row>
  readonly choose: (chosen: ReadonlyMap<string, Row>) => void
  /** For the box of a row. */
  readonly nameOf: (row: Row) => string
}

export type SelectRows<Row> = {
  readonly isChosen: (row: Row) => boolean
  /** How many of those that are shown. */
  readonly share: 'all' | 'some' | 'none'
  readonly toggle: (at: number, isRange: boolean) => void
  readonly toggleAll: () => void
  /** What a key means for the row that has the focus; `isRow` where the focus is not on something within it. */
  readonly byKey: (event: KeyboardEvent, at: number, next: number | undefined, isRow: boolean) => boolean
}

/** @param rows in the order in which they are shown */
export function useSelectRows<Row>(
  selection: Selection<Row> | undefined,
  rows: readonly Row[],
  rowKey: (row: Row) => string,
): SelectRows<Row> | undefined {
  const anchor = useRef(0)
  /** A range that grows by keys, and what was chosen before it began: going back lets go of what it took. */
  const range = useRef<{
    readonly before: ReadonlyMap<string, Row>
    readonly from: number
    readonly to: number
  } | null>(null)
  if (selection === undefined) return undefined
  const { chosen, choose } = selection
  const isChosen = (row: Row): boolean => chosen.has(rowKey(row))
  const count = rows.filter(isChosen).length

  function put(before: ReadonlyMap<string, Row>, from: number, to: number, isOn: boolean): void {
    const next = new Map(before)
    for (const row of rows.slice(Math.min(from, to), Math.max(from, to) + 1))
      if (isOn) next.set(rowKey(row), row)
      else next.delete(rowKey(row))
    choose(next)
  }
  function toggle(at: number, isRange: boolean): void {
    const row = rows[at]
    if (row === undefined) return
    put(chosen, isRange ? anchor.current : at, at, !isChosen(row))
    anchor.current = at
    range.current = null
  }
  function extend(at: number, to: number): void {
    const { before, from } = range.current?.to === at ? range.current : { before: chosen, from: at }
    range.current = { before, from, to }
    anchor.current = to
    put(before, from, to, true)
  }

  return {
    isChosen,
    share: count === 0 ? 'none' : count === rows.length ? 'all' : 'some',
    toggle,
    toggleAll: () => {
      put(chosen, 0, rows.length, count < rows.length)
      range.current = null
    },
    byKey: (event, at, next, isRow) => {
      if (event.key === 'Escape' && chosen.size > 0) {
        choose(new Map())
        range.current = null
      } else if (event.key === ' ' && isRow) toggle(at, event.shiftKey)
      else if (event.shiftKey && at >= 0 && next !== undefined) extend(at, next)
      else return false
      return true
    },
  }
}
