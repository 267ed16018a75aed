import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['motivators', 'benefits'],
  summary: (words) => words.motivators.commands.benefits,
  arguments: ['[folder]'],
  options: [homeOption, jsonOption],
  run: async (input, { terminal, words, language, environment }) => {
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const { benefitsJson } = await import('#app/motivators-json.ts')
    const { motivatorsNow } = await import('#app/run-motivators.ts')
    const { benefitsText } = await import('#cli/motivators-plan-text.ts')
    const now = await withStore({ home: textOption(input, 'home'), environment }, (store) =>
      motivatorsNow(store, clockOf(environment)(), input.positional[0]),
    )
    await terminal.write(
      input.options['json'] === true
        ? `${JSON.stringify({ schemaVersion: 1, ...benefitsJson(now, now.assessment.benefits) }, null, 2)}\n`
        : benefitsText({ now, words, language }),
    )
    return 0
  },
})
