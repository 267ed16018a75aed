import { defineCommand } from '#cli/command.ts'
import { jsonOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['value', 'prices'],
  summary: (words) => words.alternatives.prices,
  arguments: [],
  options: [{ flags: '--stale', describe: (words) => words.alternatives.options.stale }, jsonOption],
  run: async (input, { terminal, words, language, environment }) => {
    const { listPrices } = await import('#app/alternatives.ts')
    const { clockOf } = await import('#app/clock.ts')
    const { pricesText } = await import('#cli/alternatives-text.ts')
    const list = listPrices(clockOf(environment)())
    const isStaleOnly = input.options['stale'] === true
    const shown = isStaleOnly ? { ...list, prices: list.prices.filter(({ isStale }) => isStale) } : list
    await terminal.write(
      input.options['json'] === true
        ? `${JSON.stringify({ schemaVersion: 1, ...shown }, null, 2)}\n`
        : pricesText(shown, list.prices.length, words, language),
    )
    return 0
  },
})
