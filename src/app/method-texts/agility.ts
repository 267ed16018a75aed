/** How the methods of agility compute; the measures say it of themselves. */

import type { MethodText } from '#app/method-catalog.ts'
import { methodOf } from '#value/agility/measure.ts'
import { measures } from '#value/agility/measures.generated.ts'

const ours = 'Headwater, docs/methods.md'

export const texts: Readonly<Record<string, MethodText>> = {
  ...Object.fromEntries(measures.map((measure) => [methodOf(measure).id, textOf(measure)])),
  'agility-part': {
    formula: 'each measure of a part version by its own formula, from the releases of its package',
    source: ours,
  },
  'agility-drift': {
    formula: 'part versions with a version lag above 0 / part versions whose version lag is known',
    source: 'Cox, Bouwers, van Eekelen, Visser: Measuring Dependency Freshness in Software Systems, ICSE 2015',
  },
  'agility-updates-behind': {
    formula: 'Σ over products: direct part versions with a version lag above 0',
    source: ours,
  },
  'agility-backlog-hours': {
    formula: 'updates · hours for one update, as the organization states them; beside the value, never in it',
    source: ours,
  },
  'agility-backlog-cost': {
    formula: 'hours · cost of an hour; beside the value, never in it',
    source: ours,
  },
}

/** A measure of parts is summed up over a group, each part version once. */
function textOf({ of, formula, source }: (typeof measures)[number]): MethodText {
  return {
    formula: of === 'part' ? `sum, mean and median over part versions, each once, of: ${formula}` : formula,
    source,
  }
}
