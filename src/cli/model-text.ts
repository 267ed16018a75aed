/** What `license model` prints for a person: the class, and what each class still lacks. */

import type { ModelAnswer } from '#app/model-class.ts'
import type { Words } from '#text/words.ts'
import { alignedTable } from './table.ts'

export function modelText(
  { name, class: reached, classWithGuesses, components, lacks }: ModelAnswer,
  words: Words,
): string {
  const labels = words.license.models
  const head = reached === null ? labels.none(name) : labels.reached(name, reached)
  const guesses =
    classWithGuesses !== null && classWithGuesses !== reached ? [labels.withGuesses(classWithGuesses)] : []
  const rows = components.map(({ name: component, neededFor, state, license, isGuessed }) => [
    component,
    neededFor,
    labels.states[state],
    `${license ?? ''}${isGuessed ? ` (${labels.guessed})` : ''}`,
  ])
  const missing = ([3, 2, 1] as const).flatMap((level) =>
    lacks[level].length === 0 ? [] : [labels.lacks(level, lacks[level].join(', '))],
  )
  const table = alignedTable([labels.component, labels.class, labels.state, labels.license], rows)
  return `${[head, ...guesses].join('\n')}\n\n${table}${missing.length === 0 ? '' : `\n${missing.join('\n')}\n`}`
}
