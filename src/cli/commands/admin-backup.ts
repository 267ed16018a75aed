import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['admin', 'backup'],
  summary: (words) => words.administration.commands.backup,
  arguments: ['<file>'],
  options: [
    { flags: '--portable', describe: (words) => words.administration.options.portable },
    homeOption,
    jsonOption,
  ],
  run: async (input, { terminal, words, environment }) => {
    const { clockOf } = await import('#app/clock.ts')
    const { storeOptions, withStore } = await import('#app/home.ts')
    const { runBackup } = await import('#app/admin/backup.ts')
    const place = { home: textOption(input, 'home'), environment }
    const to = { path: input.positional[0] ?? '', isPortable: input.options['portable'] === true }
    const backup = await withStore(place, (store) => runBackup(store, storeOptions(place), to, clockOf(environment)()))
    const { administration } = words
    if (input.options['json'] === true)
      await terminal.write(`${JSON.stringify({ schemaVersion: 1, ...backup }, null, 2)}\n`)
    else {
      const { rowsOf } = await import('#cli/administration-text.ts')
      const { tables } = backup.manifest
      await terminal.write(`${administration.backedUp(backup.path, tables.length, rowsOf(tables))}\n`)
    }
    if (backup.remark !== null) terminal.say(administration.backupRemark(backup.remark))
    return 0
  },
})
