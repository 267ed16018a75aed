/** Goals with how far they are, and what the office delivered for each. */

import type { GoalView } from '#domain/assessment/advice.ts'
import { compute, observed, unknown, type FigureId, type NamedFigure } from '#domain/figure.ts'
import type { Goal, Output } from '#domain/office-program.ts'
import { figureIds, type AdviceFacts } from '#advice/facts.ts'
import { methods } from '#advice/methods.ts'

export function goalViews(facts: AdviceFacts): readonly GoalView[] {
  const { program, portfolio } = facts
  const goals = program.goals ?? []
  const outputs = (program.outputs ?? []).filter(({ on }) => on <= portfolio.asOf)
  return goals.map((goal) => {
    const now = measuredBy(facts, goal.measure)
    return {
      id: goal.id,
      title: goal.title,
      organizationGoal: goal.organizationGoal,
      parent: goal.parent,
      sponsor: goal.sponsor,
      jointOwner: goal.jointOwner,
      state: goal.state,
      by: goal.by,
      measure: goal.measure,
      baseline: goal.baseline,
      target: goal.target,
      now,
      progress: progressOf(goal, now),
      outputs: servingOutputs(goal, goals, outputs),
      parts: goals.filter(({ parent }) => parent === goal.id).map(({ id }) => id),
    }
  })
}

/** Outputs that serve no goal. */
export function outputsWithoutGoal({ program, portfolio }: AdviceFacts): readonly Output[] {
  return (program.outputs ?? [])
    .filter(({ goal, on }) => goal === null && on <= portfolio.asOf)
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))
}

/** What serves a goal below serves the one above. */
function servingOutputs(goal: Goal, goals: readonly Goal[], outputs: readonly Output[]): GoalView['outputs'] {
  const within = new Set([goal.id])
  for (let size = 0; size < within.size;) {
    size = within.size
    for (const { id, parent } of goals) if (parent !== null && within.has(parent)) within.add(id)
  }
  return outputs
    .filter((output) => output.goal !== null && within.has(output.goal))
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.id < b.id ? -1 : 1))
    .map(({ id, on, title, role }) => ({ id, on, title, role }))
}

/** The figure that tells, as a number: money and efforts by their central value, and yes as 1. */
function measuredBy({ figures }: AdviceFacts, measure: FigureId): NamedFigure<number> | null {
  const found = figures?.get(measure)
  if (found === undefined) return null
  const { id, figure } = found
  if (!figure.known) return { id, figure }
  const value = numberOf(figure.value)
  return value === undefined
    ? { id, figure: unknown('not-applicable', figure.from) }
    : { id, figure: { known: true, value, from: figure.from } }
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value !== 'object' || value === null) return undefined
  for (const key of ['central', 'share', 'median', 'value', 'floor'] as const)
    if (key in value) {
      const inner = (value as Readonly<Record<string, unknown>>)[key]
      if (typeof inner === 'number') return inner
    }
  return undefined
}

function progressOf(goal: Goal, now: NamedFigure<number> | null): NamedFigure<number> {
  const id = `advice/goal-progress/${goal.id}`
  const { baseline, target } = goal
  if (now === null || baseline === null) return { id, figure: unknown('not-collected') }
  const stated: NamedFigure<number> = { id: figureIds.goal(goal.id), figure: observed(target, goal.evidence, goal.at) }
  return {
    id,
    // A goal that keeps what is there already is reached as long as it stays.
    figure: compute(methods.progress, [now, stated], (value, aim) =>
      aim === baseline ? Number(value === aim) : (value - baseline) / (aim - baseline),
    ),
  }
}
