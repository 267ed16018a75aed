import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['motivators', 'plan'],
  summary: (words) => words.motivators.commands.plan,
  arguments: ['[folder]'],
  options: [
    { flags: '--audience <name>', describe: (words) => words.motivators.options.audience },
    homeOption,
    jsonOption,
  ],
  run: async (input, { terminal, words, language, environment }) => {
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const { planJson } = await import('#app/motivators-json.ts')
    const { audienceAsked, motivatorsNow } = await import('#app/run-motivators.ts')
    const { planText } = await import('#cli/motivators-plan-text.ts')
    const asked = textOption(input, 'audience')
    const audience = asked === undefined ? undefined : audienceAsked(asked)
    const now = await withStore({ home: textOption(input, 'home'), environment }, (store) =>
      motivatorsNow(store, clockOf(environment)(), input.positional[0]),
    )
    await terminal.write(
      input.options['json'] === true
        ? `${JSON.stringify({ schemaVersion: 1, ...planJson(now) }, null, 2)}\n`
        : planText({ now, words, language }, audience),
    )
    return 0
  },
})
