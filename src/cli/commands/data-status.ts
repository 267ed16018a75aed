import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['data', 'status'],
  summary: (words) => words.cli.commands['data-status'],
  arguments: [],
  options: [homeOption, jsonOption],
  run: async (input, context) => {
    const { clockOf } = await import('#app/clock.ts')
    const { advisorySets } = await import('#app/data-status.ts')
    const { withStore } = await import('#app/home.ts')
    const { terminal, words, environment } = context
    return withStore({ home: textOption(input, 'home'), environment }, async (store) => {
      const sets = await advisorySets(store, clockOf(environment)())
      if (input.options['json'] === true)
        await terminal.write(`${JSON.stringify({ schemaVersion: 1, advisories: sets }, null, 2)}\n`)
      else {
        const { statusText } = await import('#cli/data-text.ts')
        await terminal.write(statusText(sets, words))
      }
      return sets.length === 0 ? 5 : 0
    })
  },
})
