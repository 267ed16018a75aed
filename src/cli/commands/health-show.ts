import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['health', 'show'],
  summary: (words) => words.health.commands.show,
  arguments: ['<package-or-project>'],
  options: [homeOption, jsonOption],
  run: async (input, { terminal, words, environment }) => {
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const { askHealth } = await import('#app/health-questions.ts')
    const { healthText } = await import('#cli/health-text.ts')
    const answer = await withStore({ home: textOption(input, 'home'), environment }, (store) =>
      askHealth(store, input.positional[0] ?? '', clockOf(environment)()),
    )
    const isJson = input.options['json'] === true
    await terminal.write(
      isJson ? `${JSON.stringify({ schemaVersion: 1, ...answer }, null, 2)}\n` : healthText(answer, words),
    )
    return answer.health === null ? 5 : 0
  },
})
