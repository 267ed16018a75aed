/** What several scenarios look at, each in one place. */

import type { AdviceNeed } from '#domain/assessment/advice.ts'
import type { SubjectHealth } from '#domain/assessment/health.ts'
import type { FigureId, IsoDate } from '#domain/figure.ts'
import { daysBetween, type OfficeAnswer } from '#domain/office.ts'
import type { Goal, Output } from '#domain/office-program.ts'
import {
  answersTo,
  figureIds,
  indicatorOf,
  outputsWithin,
  recordsOf,
  wholeUnit,
  type AdviceFacts,
} from '#advice/facts.ts'
import type { Settings } from './assumptions.ts'
import { measured, missing, type Measured } from './scenario.ts'

/** Share of the year's outputs that are of a kind; not known when nothing was delivered. */
export function shareOfOutputs(
  facts: AdviceFacts,
  settings: Settings,
  isCounted: (output: Output) => boolean,
): Measured {
  const outputs = outputsWithin(facts, settings('S-year-days'))
  if (outputs === undefined) return missing('outputs')
  if (outputs.length === 0) return missing('outputs', 'not-applicable')
  const counted = outputs.filter(isCounted)
  return measured(
    counted.length / outputs.length,
    outputs.map(({ id }) => figureIds.output(id)),
    counted.map(({ title }) => title),
  )
}

/** Outputs within so many days. */
export function countOutputs(
  facts: AdviceFacts,
  days: number,
  isCounted: (output: Output) => boolean = () => true,
): Measured {
  const outputs = outputsWithin(facts, days)
  if (outputs === undefined) return missing('outputs')
  const counted = outputs.filter(isCounted)
  return measured(
    counted.length,
    [figureIds.list('outputs'), ...counted.map(({ id }) => figureIds.output(id))],
    counted.map(({ title }) => title),
  )
}

/** Active goals that began; undefined when nobody wrote any down. */
export function activeGoals({ program, portfolio }: AdviceFacts): readonly Goal[] | undefined {
  return program.goals?.filter(({ state, from }) => state === 'active' && from <= portfolio.asOf)
}

/** A decision with the units that took it. */
export type Decided = { readonly on: IsoDate; readonly units: readonly string[]; readonly figure: FigureId }

/** Decisions of the year, of the list of outputs and of those recorded about parts. */
export function decisionsWithin(facts: AdviceFacts, settings: Settings): readonly Decided[] | undefined {
  const outputs = outputsWithin(facts, settings('S-year-days'))
  if (outputs === undefined && (facts.decisions === null || facts.decisions === undefined)) return undefined
  const { asOf } = facts.portfolio
  return [
    ...(outputs ?? [])
      .filter(({ kind }) => kind === 'decision')
      .map(({ id, on, with: units }) => ({ on, units, figure: figureIds.output(id) })),
    ...(facts.decisions ?? [])
      .filter(({ on }) => on <= asOf && daysBetween(on, asOf) < settings('S-year-days'))
      .map(({ on, units, figure }) => ({ on, units: units.filter((unit) => unit !== null), figure })),
  ]
}

/** What an indicator of maturity measured, where it is a number. */
export function indicatorValue(facts: AdviceFacts, id: string, need: AdviceNeed): Measured {
  const result = indicatorOf(facts, id)
  if (result === undefined) return missing('maturity')
  const { figure, id: figureId } = result.value
  if (result.state === 'not-applicable') return missing(need, 'not-applicable')
  return figure.known ? measured(figure.value, [figureId]) : missing(need, figure.why)
}

/** The newest record of a kind, one of the whole organization before those of units: its value, or that it is held. */
export function recordValue(facts: AdviceFacts, kind: string, need: AdviceNeed = 'records'): Measured {
  const top = wholeUnit(facts.portfolio.organization)
  const all = recordsOf(facts, kind)
  const newest = all.find(({ unit }) => unit === null || unit === top) ?? all[0]
  return newest === undefined
    ? missing(need)
    : measured(newest.value ?? true, [figureIds.record(newest.id)], [newest.title])
}

export function isYes(value: Measured): boolean {
  return value.known && value.value !== false && value.value !== 0
}

export function answerFigureId({ question, unit, by, on }: OfficeAnswer): FigureId {
  return `maturity/answer/${question}/${unit ?? 'organization'}/${by}/${on}`
}

/** Share of the answers to some questions that say no. */
export function shareOfNo(facts: AdviceFacts, questions: readonly string[]): Measured {
  const answers = questions.flatMap((question) => answersTo(facts, question))
  if (answers.length === 0) return missing('answers')
  const denied = answers.filter(({ answer }) => answer === 'no')
  return measured(
    denied.length / answers.length,
    answers.map(answerFigureId),
    denied.map(({ question }) => question),
  )
}

/** Critical projects behind parts in use; undefined when health was not assessed or nothing is known of any critical one. */
export function criticalSubjects({ health }: AdviceFacts): readonly SubjectHealth[] | undefined {
  return health?.subjects.filter(({ criticalityLevel }) => criticalityLevel === 'high')
}

/** Critical projects with one of some warnings; not known when nobody looked into any of them. */
export function warnedCritical(facts: AdviceFacts, isWarned: (warnings: ReadonlySet<string>) => boolean): Measured {
  const subjects = criticalSubjects(facts)
  if (subjects === undefined) return missing('health')
  const known = subjects.filter(({ health, absenceFactor }) => health.figure.known || absenceFactor.figure.known)
  if (known.length === 0) return missing('clones')
  const warned = known.filter(({ warnings }) => isWarned(new Set(warnings.map(({ id }) => id))))
  return measured(
    warned.length,
    known.map(({ health }) => health.id),
    warned.map(({ subject }) => subject),
  )
}
