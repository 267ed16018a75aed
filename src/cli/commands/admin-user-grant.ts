import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['admin', 'user', 'grant'],
  summary: (words) => words.access.commands.userGrant,
  arguments: ['<login>', '<role[:unit]>'],
  options: [homeOption, jsonOption],
  run: async (input, { terminal, words, environment }) => {
    const { grantText, readGrant } = await import('#cli/access-options.ts')
    const { commandLine, grantRole } = await import('#app/access/people.ts')
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const [login = '', role] = input.positional
    const grant = readGrant(role, words)
    return withStore({ home: textOption(input, 'home'), environment }, async (store) => {
      await grantRole(store, commandLine, login, grant, clockOf(environment)())
      await terminal.write(
        input.options['json'] === true
          ? `${JSON.stringify({ schemaVersion: 1, login, granted: grant }, null, 2)}\n`
          : `${words.access.granted(login, grantText(grant, words))}\n`,
      )
      return 0
    })
  },
})
