import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['inventory', 'declared'],
  summary: (words) => words.cli.commands['inventory-declared'],
  arguments: ['<file>'],
  options: [homeOption, jsonOption],
  run: async (input, { terminal, words, environment }) => {
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const { askDeclared } = await import('#app/inventory-questions.ts')
    const { declaredText } = await import('#cli/inventory-text.ts')
    const answer = await withStore({ home: textOption(input, 'home'), environment }, (store) =>
      askDeclared(store, input.positional[0] ?? '', clockOf(environment)()),
    )
    const isJson = input.options['json'] === true
    await terminal.write(
      isJson ? `${JSON.stringify({ schemaVersion: 1, ...answer }, null, 2)}\n` : declaredText(answer, words),
    )
    return 0
  },
})
