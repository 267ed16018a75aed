import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['admin', 'migrate'],
  summary: (words) => words.administration.commands.migrate,
  arguments: [],
  options: [homeOption, jsonOption],
  run: async (input, { terminal, words, environment }) => {
    const { storeOptions } = await import('#app/home.ts')
    const { runMigrate } = await import('#app/admin/migrate.ts')
    const migrated = await runMigrate(storeOptions({ home: textOption(input, 'home'), environment }))
    await terminal.write(
      input.options['json'] === true
        ? `${JSON.stringify({ schemaVersion: 1, ...migrated }, null, 2)}\n`
        : `${words.administration.migrated(migrated.step, migrated.taken.length)}\n`,
    )
    return 0
  },
})
