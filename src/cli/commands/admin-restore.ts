import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['admin', 'restore'],
  summary: (words) => words.administration.commands.restore,
  arguments: ['<file>'],
  options: [{ flags: '--force', describe: (words) => words.administration.options.force }, homeOption, jsonOption],
  run: async (input, { terminal, words, environment }) => {
    const { storeOptions } = await import('#app/home.ts')
    const { runRestore } = await import('#app/admin/restore.ts')
    const options = storeOptions({ home: textOption(input, 'home'), environment })
    const from = { path: input.positional[0] ?? '', isForced: input.options['force'] === true }
    const restored = await runRestore(options, from)
    const { administration } = words
    if (input.options['json'] === true)
      await terminal.write(`${JSON.stringify({ schemaVersion: 1, ...restored }, null, 2)}\n`)
    else {
      const { rowsOf } = await import('#cli/administration-text.ts')
      const { address, tables } = restored
      await terminal.write(`${administration.restored(address, tables.length, rowsOf(tables))}\n`)
    }
    if (restored.before !== null) terminal.say(administration.restoredBefore(restored.before))
    if (!restored.hadManifest) terminal.say(administration.withoutManifest)
    return 0
  },
})
