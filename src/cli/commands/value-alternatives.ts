import { defineCommand, type CommandInput } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['value', 'alternatives'],
  summary: (words) => words.alternatives.compare,
  arguments: [],
  options: [
    { flags: '--switch <id=price>', describe: (words) => words.alternatives.options.switch, repeatable: true },
    { flags: '--quantity <id=number>', describe: (words) => words.alternatives.options.quantity, repeatable: true },
    { flags: '--discount <id=share>', describe: (words) => words.alternatives.options.discount, repeatable: true },
    { flags: '--buy <id>', describe: (words) => words.alternatives.options.buy, repeatable: true },
    { flags: '--leave <id>', describe: (words) => words.alternatives.options.leave, repeatable: true },
    {
      flags: '--acknowledge <price>',
      describe: (words) => words.alternatives.options.acknowledge,
      repeatable: true,
    },
    homeOption,
    jsonOption,
  ],
  run: async (input, { terminal, words, language, environment }) => {
    const { askAlternatives, askWhatIf } = await import('#app/alternatives.ts')
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const { alternativesText, comparisonText } = await import('#cli/alternatives-text.ts')
    const asked = {
      switch: listed(input, 'switch'),
      quantity: listed(input, 'quantity'),
      discount: listed(input, 'discount'),
      buy: listed(input, 'buy'),
      leave: listed(input, 'leave'),
      acknowledge: listed(input, 'acknowledge'),
    }
    const now = clockOf(environment)()
    const isWhatIf = Object.values(asked).some((list) => list.length > 0)
    return withStore({ home: textOption(input, 'home'), environment }, async (store) => {
      const isJson = input.options['json'] === true
      if (isWhatIf) {
        const comparison = await askWhatIf(store, asked, now)
        await terminal.write(isJson ? json(comparison) : comparisonText(comparison, words, language))
        return 0
      }
      const assessment = await askAlternatives(store, now)
      await terminal.write(isJson ? json(assessment) : alternativesText(assessment, words, language))
      return assessment.lines.length === 0 && assessment.candidates.length === 0 ? 5 : 0
    })
  },
})

function listed({ options }: CommandInput, name: string): readonly string[] {
  const value = options[name]
  return Array.isArray(value) ? value.map(String) : []
}

function json(answer: object): string {
  return `${JSON.stringify({ schemaVersion: 1, ...answer }, null, 2)}\n`
}
