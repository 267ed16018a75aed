import { defineCommand } from '#cli/command.ts'
import { countOption, homeOption, jsonOption, textOption } from '#cli/options.ts'

const mostListed = 25

export const command = defineCommand({
  path: ['health', 'rank'],
  summary: (words) => words.health.commands.rank,
  arguments: [],
  options: [
    { flags: '--unit <id>', describe: (words) => words.health.commands.unit },
    { flags: '--most <count>', describe: (words) => words.health.commands.most },
    homeOption,
    jsonOption,
  ],
  run: async (input, { terminal, words, environment }) => {
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const { askHealthRank } = await import('#app/health-questions.ts')
    const { rankText } = await import('#cli/health-text.ts')
    const most = countOption(input, 'most', mostListed)
    const rank = await withStore({ home: textOption(input, 'home'), environment }, (store) =>
      askHealthRank(store, textOption(input, 'unit'), clockOf(environment)()),
    )
    const isJson = input.options['json'] === true
    await terminal.write(
      isJson ? `${JSON.stringify({ schemaVersion: 1, ...rank }, null, 2)}\n` : rankText(rank, most, words),
    )
    return 0
  },
})
