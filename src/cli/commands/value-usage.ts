import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, listOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['value', 'usage'],
  summary: (words) => words.usage.usageSummary,
  arguments: [],
  options: [
    { flags: '--product <id>', describe: (words) => words.usage.options.product },
    { flags: '--unit <id>', describe: (words) => words.usage.options.unit },
    { flags: '--assume <id=value>', describe: (words) => words.usage.options.assume, repeatable: true },
    { flags: '--like <name>', describe: (words) => words.usage.options.like },
    { flags: '--repositories <file>', describe: (words) => words.usage.options.repositories },
    homeOption,
    jsonOption,
  ],
  run: async (input, { terminal, words, language, environment }) => {
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const { askUsage } = await import('#app/value-usage.ts')
    const question = {
      product: textOption(input, 'product'),
      unit: textOption(input, 'unit'),
      assume: listOption(input, 'assume'),
      like: textOption(input, 'like'),
      repositories: textOption(input, 'repositories'),
    }
    const answer = await withStore({ home: textOption(input, 'home'), environment }, (store) =>
      askUsage(store, question, clockOf(environment)()),
    )
    if (input.options['json'] === true) {
      const { usageJson } = await import('#app/value-usage-json.ts')
      await terminal.write(`${JSON.stringify(usageJson(answer), null, 2)}\n`)
    } else {
      const { usageText } = await import('#cli/usage-text.ts')
      await terminal.write(usageText(answer, words, language))
    }
    for (const { path, issue } of answer.issues)
      terminal.say(words.cli.notRead(`${path} ${issue.where}`, words.issues[issue.code]))
    return answer.issues.length > 0 ? 3 : 0
  },
})
