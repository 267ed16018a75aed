/** How much a motivator counts: by the people who named it, their number and rank, and how strongly they meant it. */

import { compute, observed, unknown, type FigureId, type NamedFigure } from '#domain/figure.ts'
import type { KeptHeard, Motivator } from '#domain/motivators.ts'
import { rankWeights } from './assumptions.ts'

export type Strength = {
  readonly people: NamedFigure<number>
  readonly weight: NamedFigure<number>
  /** 1 to 5. */
  readonly strength: NamedFigure<number>
}

const peopleMethod = { id: 'motivators/people', version: 1 }
const weightMethod = { id: 'motivators/weight', version: 1 }

export function weightOf({ heard, others }: Motivator): number {
  return heard.reduce((sum, { audience, people }) => sum + people * rankWeights[audience], others)
}

export function peopleOf({ heard, others }: Motivator): number {
  return heard.reduce((sum, { people }) => sum + people, others)
}

export function strengthOf(motivator: Motivator, heard: KeptHeard): Strength {
  const inputs = [heardFigure(motivator, heard), othersFigure(motivator, heard)] as const
  const named = (name: string): FigureId => `motivators/${name}/${motivator.id}`
  return {
    people: { id: named('people'), figure: compute(peopleMethod, inputs, () => peopleOf(motivator)) },
    weight: { id: named('weight'), figure: compute(weightMethod, inputs, () => weightOf(motivator)) },
    strength: { id: named('strength'), figure: at(motivator.strength, motivator, heard, 'strength') },
  }
}

/** What the extract says of a motivator: inputs of the above. */
export function saidFigures(heard: KeptHeard): readonly NamedFigure[] {
  return heard.motivators.flatMap((motivator) => [heardFigure(motivator, heard), othersFigure(motivator, heard)])
}

function heardFigure(motivator: Motivator, heard: KeptHeard): NamedFigure<number> {
  const people = motivator.heard.reduce((sum, one) => sum + one.people, 0)
  return { id: `motivators/heard/${motivator.id}`, figure: at(people, motivator, heard, 'heard') }
}

function othersFigure(motivator: Motivator, heard: KeptHeard): NamedFigure<number> {
  return { id: `motivators/counted/${motivator.id}`, figure: at(motivator.others, motivator, heard, 'others') }
}

/** What was added in the portal stands in the original of its edits. */
function at(value: number | null, motivator: Motivator, { evidence, motivators, edits }: KeptHeard, field: string) {
  const added = edits?.motivators.findIndex(({ id }) => id === motivator.id) ?? -1
  const original = added < 0 ? evidence : (edits?.evidence ?? null)
  const index = added < 0 ? motivators.indexOf(motivator) : added
  return value === null || original === null
    ? unknown('not-collected')
    : observed(value, original, `/motivators/${index}/${field}`)
}
