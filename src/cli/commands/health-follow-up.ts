import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['health', 'follow-up'],
  summary: (words) => words.practices.followUp.summary,
  arguments: [],
  options: [homeOption, jsonOption],
  run: async (input, { terminal, words, environment }) => {
    const { clockOf } = await import('#app/clock.ts')
    const { followUp } = await import('#app/follow-up-funding.ts')
    const { withStore } = await import('#app/home.ts')
    const found = await withStore({ home: textOption(input, 'home'), environment }, (store) =>
      followUp(store, clockOf(environment)()),
    )
    if (input.options['json'] === true)
      await terminal.write(`${JSON.stringify({ schemaVersion: 1, ...found }, null, 2)}\n`)
    else {
      const { followUpText } = await import('#cli/funding-text.ts')
      await terminal.write(followUpText(found, words))
    }
    return found.outcomes.length === 0 ? 5 : 0
  },
})
