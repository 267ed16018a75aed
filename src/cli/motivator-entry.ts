/** A motivator as the options of the command tell it. */

import { levelNumbers, type LevelNumber } from '#domain/maturity-model.ts'
import { openSourceActivities, valueKinds } from '#domain/motivators.ts'
import { fail } from '#domain/problem.ts'
import type { CommandInput } from './command.ts'
import { textOption } from './options.ts'

/** Throws `usage` for a value that is none of those that can stand there. What it refers to is for the reader to check. */
export function entryFrom(input: CommandInput) {
  const kind = textOption(input, 'kind')
  const strength = textOption(input, 'strength')
  const what = textOption(input, 'followUpWhat')
  const by = textOption(input, 'followUpBy')
  const until = textOption(input, 'followUpUntil')
  if ((by === undefined) !== (until === undefined))
    fail({ code: 'usage', what: '--follow-up-by and --follow-up-until belong together' })
  if (what !== undefined && by === undefined)
    fail({ code: 'usage', what: '--follow-up-what needs --follow-up-by and --follow-up-until' })
  return without({
    statement: textOption(input, 'statement'),
    valueKind: kind === undefined ? undefined : oneOf('kind', kind, valueKinds),
    catalog: textOption(input, 'catalog'),
    conversations: [...listOption(input, 'conversation')],
    areas: some(listOption(input, 'area')),
    activities: some(listOption(input, 'activity').map((one) => oneOf('activity', one, openSourceActivities))),
    from: levelFrom(input, 'from'),
    to: levelFrom(input, 'to'),
    strength: strength === undefined ? undefined : Number(strength),
    obstacle: textOption(input, 'obstacle'),
    wish: textOption(input, 'wish'),
    followUp:
      by === undefined || until === undefined ? undefined : { ...(what === undefined ? {} : { what }), by, until },
  })
}

/** Throws `usage`. */
export function levelFrom(input: CommandInput, name: string): LevelNumber | undefined {
  const text = textOption(input, name)
  return text === undefined
    ? undefined
    : (levelNumbers.find((level) => String(level) === text) ??
        fail({ code: 'usage', what: `--${name} ${text}: a level from 0 to 4 is needed` }))
}

function listOption({ options }: CommandInput, name: string): readonly string[] {
  return (options[name] as readonly string[] | undefined) ?? []
}

function oneOf<T extends string>(name: string, text: string, known: readonly T[]): T {
  return (
    known.find((one) => one === text) ??
    fail({ code: 'usage', what: `--${name} ${text}: there are ${known.join(', ')}` })
  )
}

function some<T>(list: readonly T[]): T[] | undefined {
  return list.length === 0 ? undefined : [...list]
}

/** What was not said does not stand in the file. */
function without<T extends object>(entry: T): T {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as T
}
