import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['admin', 'erase-person'],
  summary: (words) => words.contributions.commands.erase,
  arguments: ['<person>'],
  options: [
    { flags: '--yes', describe: (words) => words.contributions.options.yes },
    { flags: '--originals', describe: (words) => words.contributions.options.originals },
    homeOption,
    jsonOption,
  ],
  run: async (input, { terminal, words, environment }) => {
    const { clockOf } = await import('#app/clock.ts')
    const { runErasure } = await import('#app/erase-person.ts')
    const { withStore } = await import('#app/home.ts')
    const isConfirmed = input.options['yes'] === true
    const withOriginals = input.options['originals'] === true
    return withStore({ home: textOption(input, 'home'), environment }, async (store, home) => {
      const options = { home, isConfirmed, withOriginals }
      const erasure = await runErasure(store, input.positional[0] ?? '', options, clockOf(environment)())
      if (input.options['json'] === true)
        await terminal.write(`${JSON.stringify({ schemaVersion: 1, ...erasure }, null, 2)}\n`)
      else {
        const { erasureText } = await import('#cli/erasure-text.ts')
        await terminal.write(erasureText(erasure, words))
      }
      if (!isConfirmed) return 2
      return erasure.originals.some(({ isDeleted }) => !isDeleted) || erasure.mentions.length > 0 ? 3 : 0
    })
  },
})
