import { defineCommand, type CommandInput } from '#cli/command.ts'
import { homeOption, jsonOption, listOption, textOption } from '#cli/options.ts'
import { contributionLanes } from '#domain/decision.ts'
import { fail } from '#domain/problem.ts'

export const command = defineCommand({
  path: ['decide'],
  summary: (words) => words.engagement.commands.decide,
  arguments: ['<subject>'],
  options: [
    { flags: '--option <number>', describe: (words) => words.engagement.options.option },
    { flags: '--outcome <outcome>', describe: (words) => words.engagement.options.outcome },
    { flags: '--about <what>', describe: (words) => words.engagement.options.about },
    { flags: '--lane <lane>', describe: (words) => words.engagement.options.lane },
    { flags: '--condition <text>', describe: (words) => words.engagement.options.condition, repeatable: true },
    { flags: '--reason <text>', describe: (words) => words.engagement.options.reason },
    { flags: '--by <person>', describe: (words) => words.engagement.options.by },
    { flags: '--until <day>', describe: (words) => words.engagement.options.until },
    { flags: '--versions <range>', describe: (words) => words.engagement.options.versions },
    { flags: '--unit <id>', describe: (words) => words.engagement.options.forUnit },
    { flags: '--product <id>', describe: (words) => words.engagement.options.forProduct },
    { flags: '--replaces <id>', describe: (words) => words.engagement.options.replaces, repeatable: true },
    { flags: '--id <id>', describe: (words) => words.engagement.options.id },
    { flags: '--file <path>', describe: (words) => words.engagement.options.file },
    homeOption,
    jsonOption,
  ],
  run: async (input, { terminal, words, environment }) => {
    const { clockOf } = await import('#app/clock.ts')
    const { decide } = await import('#app/decide.ts')
    const { withStore } = await import('#app/home.ts')
    const text = (name: string): string | undefined => textOption(input, name)
    const list = (name: string): string[] | undefined => {
      const values = listOption(input, name)
      return values.length === 0 ? undefined : [...values]
    }
    const asked = {
      id: text('id'),
      by: needed(input, 'by'),
      subject: input.positional[0] ?? '',
      versions: text('versions'),
      about: oneOfFew(input, 'about', ['use', 'contribute']),
      decision: outcomeOf(input),
      lane: oneOfFew(input, 'lane', contributionLanes),
      conditions: list('condition'),
      reason: needed(input, 'reason'),
      until: text('until'),
      unit: text('unit'),
      product: text('product'),
      replaces: list('replaces'),
    }
    const decided = await withStore({ home: text('home'), environment }, (store) =>
      decide(store, asked, text('file') ?? '.', clockOf(environment)()),
    )
    if (input.options['json'] === true)
      await terminal.write(`${JSON.stringify({ schemaVersion: 1, ...decided }, null, 2)}\n`)
    else await terminal.write(`${words.engagement.decided(decided.decision.id, decided.file)}\n`)
    return 0
  },
})

function outcomeOf(input: CommandInput): string {
  const option = textOption(input, 'option')
  const outcome = textOption(input, 'outcome')
  if ((option === undefined) === (outcome === undefined))
    return fail({ code: 'usage', what: 'decide takes one of --option and --outcome' })
  if (option !== undefined)
    return /^(?:\d|1[0-3])$/.test(option)
      ? `engage-option ${option}`
      : fail({ code: 'usage', what: `--option ${option}: a number from 0 to 13 is needed` })
  const known = ['allow', 'allow-with-conditions', 'review', 'refuse']
  return (
    known.find((one) => one === outcome) ??
    fail({ code: 'usage', what: `--outcome ${outcome}: there are ${known.join(', ')}` })
  )
}

function oneOfFew<Word extends string>(input: CommandInput, name: string, words: readonly Word[]): Word | undefined {
  const text = textOption(input, name)
  if (text === undefined) return undefined
  return (
    words.find((word) => word === text) ??
    fail({ code: 'usage', what: `--${name} ${text}: there are ${words.join(', ')}` })
  )
}

function needed(input: CommandInput, name: string): string {
  return textOption(input, name) ?? fail({ code: 'usage', what: `--${name} is needed` })
}
