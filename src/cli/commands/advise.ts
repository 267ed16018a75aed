import { defineCommand } from '#cli/command.ts'
import { dayOption, homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['advise'],
  summary: (words) => words.advice.commands.advise,
  arguments: ['[scenario]'],
  options: [
    { flags: '--folder <dir>', describe: (words) => words.advice.options.folder },
    { flags: '--dismiss <scenario>', describe: (words) => words.advice.options.dismiss },
    { flags: '--reason <text>', describe: (words) => words.advice.options.reason },
    { flags: '--by <person>', describe: (words) => words.advice.options.by },
    { flags: '--until <day>', describe: (words) => words.advice.options.until },
    homeOption,
    jsonOption,
  ],
  run: async (input, { terminal, words, language, environment }) => {
    const { clockOf, dayOf } = await import('#app/clock.ts')
    const { dismissScenario, scenarioAsked } = await import('#app/dismiss-scenario.ts')
    const { withStore } = await import('#app/home.ts')
    const { adviceNow, keepAdviceNow } = await import('#app/run-advice.ts')
    const { adviceText, scenarioText } = await import('#cli/advice-text.ts')
    const { adviceWords, scenarioName } = await import('#cli/advice-words.ts')
    const { fail } = await import('#domain/problem.ts')
    const time = clockOf(environment)()
    const folder = textOption(input, 'folder')
    const asked = input.positional[0] === undefined ? undefined : scenarioAsked(input.positional[0])
    const dismissed = textOption(input, 'dismiss')
    const needed = (name: string): string =>
      textOption(input, name) ?? fail({ code: 'usage', what: `--${name} is missing; it is needed with --dismiss` })
    const entry =
      dismissed === undefined
        ? undefined
        : {
            scenario: scenarioAsked(dismissed),
            reason: needed('reason'),
            by: needed('by'),
            on: dayOf(time),
            until: dayOption(input, 'until', '--until') ?? needed('until'),
          }
    const file = entry === undefined ? undefined : dismissScenario(needed('folder'), entry, dayOf(time))
    const now = await withStore({ home: textOption(input, 'home'), environment }, async (store, home) => {
      const found = await adviceNow(store, home, time, folder)
      await keepAdviceNow(store, found)
      return found
    })
    const { assessment } = now
    const tell = adviceWords(words, language, now.facts.portfolio.organization)
    if (entry !== undefined && file !== undefined)
      terminal.say(words.advice.dismissedNow(scenarioName(assessment, entry.scenario, tell), entry.until, file))
    const shown = asked === undefined ? undefined : assessment.scenarios.find(({ id }) => id === asked)
    if (input.options['json'] === true) {
      const { given: _, ...told } = assessment
      const content = shown ?? told
      await terminal.write(`${JSON.stringify({ schemaVersion: 1, ...content }, null, 2)}\n`)
    } else await terminal.write(shown === undefined ? adviceText(now, tell) : scenarioText(shown, assessment, tell))
    return 0
  },
})
