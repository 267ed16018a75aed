import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['admin', 'user', 'reset'],
  summary: (words) => words.access.commands.userReset,
  arguments: ['<login>'],
  options: [{ flags: '--origin <address>', describe: (words) => words.access.options.origin }, homeOption, jsonOption],
  run: async (input, { terminal, words, environment }) => {
    const { originOption } = await import('#cli/access-options.ts')
    const { linkAddress } = await import('#app/access/links.ts')
    const { commandLine, resetPerson } = await import('#app/access/people.ts')
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const login = input.positional[0] ?? ''
    const origin = originOption(input, environment)
    return withStore({ home: textOption(input, 'home'), environment }, async (store) => {
      const link = linkAddress(origin, await resetPerson(store, commandLine, login, clockOf(environment)()))
      await terminal.write(
        input.options['json'] === true
          ? `${JSON.stringify({ schemaVersion: 1, login, link }, null, 2)}\n`
          : `${words.access.reset(login)}\n${words.access.link(link)}\n`,
      )
      return 0
    })
  },
})
