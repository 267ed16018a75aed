import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

const mostRefused = 20

export const command = defineCommand({
  path: ['data', 'import'],
  summary: (words) => words.cli.commands['data-import'],
  arguments: ['<dir>'],
  options: [homeOption, jsonOption],
  run: async (input, context) => {
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const { importData } = await import('#app/import-data.ts')
    const { terminalProgress } = await import('#cli/progress.ts')
    const { terminal, words, environment } = context
    const progress = terminalProgress(terminal, words, () => performance.now())
    return withStore({ home: textOption(input, 'home'), environment }, async (store, home) => {
      const { advisories, lifecycles } = await importData(
        store,
        home,
        input.positional[0] ?? '',
        clockOf(environment)(),
        progress,
      )
      progress.finish()
      if (input.options['json'] === true) {
        const found = advisories ?? { sets: [], found: 0, taken: 0, refused: [] }
        const result = { schemaVersion: 1, ...found, ...(lifecycles === null ? {} : { lifecycles }) }
        await terminal.write(`${JSON.stringify(result, null, 2)}\n`)
      } else {
        const { importText } = await import('#cli/data-text.ts')
        if (advisories !== null) await terminal.write(importText(advisories, words))
        if (lifecycles !== null)
          await terminal.write(`${words.practices.imported(lifecycles.taken, lifecycles.cycles)}\n`)
      }
      const refused = [...(advisories?.refused ?? []), ...(lifecycles?.refused ?? [])]
      for (const { where, issue } of refused.slice(0, mostRefused))
        terminal.say(words.cli.notRead(where, words.issues[issue.code]))
      if (refused.length > mostRefused) terminal.say(words.cli.moreNotShown(refused.length - mostRefused))
      return refused.length > 0 ? 3 : 0
    })
  },
})
