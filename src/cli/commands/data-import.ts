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
    const { importAdvisories } = await import('#app/import-advisories.ts')
    const { terminalProgress } = await import('#cli/progress.ts')
    const { terminal, words, environment } = context
    const progress = terminalProgress(terminal, words, () => performance.now())
    return withStore({ home: textOption(input, 'home'), environment }, async (store, home) => {
      const result = await importAdvisories(store, home, input.positional[0] ?? '', clockOf(environment)(), progress)
      progress.finish()
      if (input.options['json'] === true)
        await terminal.write(`${JSON.stringify({ schemaVersion: 1, ...result }, null, 2)}\n`)
      else {
        const { importText } = await import('#cli/data-text.ts')
        await terminal.write(importText(result, words))
      }
      for (const { where, issue } of result.refused.slice(0, mostRefused))
        terminal.say(words.cli.notRead(where, words.issues[issue.code]))
      if (result.refused.length > mostRefused) terminal.say(words.cli.moreNotShown(result.refused.length - mostRefused))
      return result.refused.length > 0 ? 3 : 0
    })
  },
})
