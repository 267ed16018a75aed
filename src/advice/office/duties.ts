/** What comes around again: duties, records with an end, dismissals, goals and checks, in the order of their days. */

import type { CalendarEntry, DismissedScenario, HandedOver, Recommendation } from '#domain/assessment/advice.ts'
import { lift, unknown, type NamedFigure } from '#domain/figure.ts'
import { recordEnd, type OfficeRecord } from '#domain/office.ts'
import { dueOn, type Duty } from '#domain/office-program.ts'
import { figureIds, type AdviceFacts } from '#advice/facts.ts'
import { methods } from '#advice/methods.ts'

export function calendar(
  facts: AdviceFacts,
  dismissed: readonly DismissedScenario[],
  recommendations: readonly Recommendation[],
): readonly CalendarEntry[] {
  const { program, portfolio } = facts
  const { asOf } = portfolio
  const entry = (one: Omit<CalendarEntry, 'isOverdue'>): CalendarEntry => ({ ...one, isOverdue: one.on < asOf })
  return [
    ...openDuties(facts).map((duty) =>
      entry({
        kind: 'duty',
        id: duty.id,
        title: duty.title,
        on: dueOn(duty) ?? asOf,
        owner: duty.owner,
        everyMonths: duty.everyMonths,
      }),
    ),
    ...renewable(facts).map((record) =>
      entry({
        kind: 'record',
        id: record.id,
        title: record.title,
        on: recordEnd(record),
        owner: record.by,
        everyMonths: null,
      }),
    ),
    ...dismissed.map((one) =>
      entry({
        kind: 'dismissal',
        id: one.scenario,
        title: one.reason,
        on: one.until,
        owner: one.by,
        everyMonths: null,
      }),
    ),
    ...(program.goals ?? [])
      .filter(({ state }) => state === 'active')
      .map((goal) =>
        entry({ kind: 'goal', id: goal.id, title: goal.title, on: goal.by, owner: goal.sponsor, everyMonths: null }),
      ),
    ...recommendations.map((one) =>
      entry({ kind: 'check', id: one.scenario, title: one.scenario, on: one.checkOn, owner: null, everyMonths: null }),
    ),
  ].toSorted((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : a.id < b.id ? -1 : 1,
  )
}

/** Duties that the office still has on the day. */
export function openDuties({ program, portfolio }: AdviceFacts): readonly Duty[] {
  return (program.duties ?? []).filter(
    ({ handedOverTo, handedOverOn, since }) =>
      since <= portfolio.asOf && (handedOverTo === null || (handedOverOn ?? '') > portfolio.asOf),
  )
}

export function overdueDuties(facts: AdviceFacts): readonly Duty[] {
  return openDuties(facts).filter((duty) => (dueOn(duty) ?? facts.portfolio.asOf) < facts.portfolio.asOf)
}

/**
 * Rules, memberships, contacts: what is held and has to be looked at again. Of the same kind and unit the newest; figures that
 * are stated once are not renewed by looking at them.
 */
export function renewable({ office, portfolio }: AdviceFacts): readonly OfficeRecord[] {
  const newest = new Map<string, OfficeRecord>()
  for (const record of office.records) {
    if (
      record.kind === null ||
      record.on > portfolio.asOf ||
      typeof record.value === 'number' ||
      record.value === false
    )
      continue
    if (record.kind === 'event') continue
    const key = JSON.stringify([
      record.kind,
      record.unit,
      record.kind === 'membership' || record.kind === 'working-group' ? record.id : '',
    ])
    const known = newest.get(key)
    if (known === undefined || known.on <= record.on) newest.set(key, record)
  }
  return [...newest.values()]
}

/** What the line carries on by now: the office did its work. */
export function handedOver({ program, portfolio }: AdviceFacts): readonly HandedOver[] {
  const { asOf } = portfolio
  return [
    ...(program.duties ?? []).flatMap(({ id, title, handedOverTo, handedOverOn }): HandedOver[] =>
      handedOverTo === null || (handedOverOn ?? '') > asOf
        ? []
        : [{ id, title, to: handedOverTo, on: handedOverOn, what: 'duty' }],
    ),
    ...(program.outputs ?? []).flatMap(({ id, title, on, handedOverTo }): HandedOver[] =>
      handedOverTo === null || on > asOf ? [] : [{ id, title, to: handedOverTo, on, what: 'output' }],
    ),
  ]
}

export function handedOverCount(facts: AdviceFacts): NamedFigure<number> {
  const id = 'advice/handed-over'
  const { duties, outputs } = facts.program
  if (duties === null && outputs === null) return { id, figure: unknown('not-collected') }
  const over = handedOver(facts)
  const inputs = [
    ...(duties === null ? [] : [figureIds.list('duties')]),
    ...(outputs === null ? [] : [figureIds.list('outputs')]),
    ...over.map((one) => (one.what === 'duty' ? figureIds.duty(one.id) : figureIds.output(one.id))),
  ]
  return { id, figure: lift(over.length, methods.counted, inputs) }
}
