import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['admin', 'user', 'revoke'],
  summary: (words) => words.access.commands.userRevoke,
  arguments: ['<login>', '[role[:unit]]'],
  options: [{ flags: '--close', describe: (words) => words.access.options.close }, homeOption, jsonOption],
  run: async (input, { terminal, words, environment }) => {
    const { grantText, readGrant } = await import('#cli/access-options.ts')
    const { closePerson, commandLine, revokeRole } = await import('#app/access/people.ts')
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const [login = '', role] = input.positional
    const grant = input.options['close'] === true ? null : readGrant(role, words)
    return withStore({ home: textOption(input, 'home'), environment }, async (store) => {
      const now = clockOf(environment)()
      await (grant === null
        ? closePerson(store, commandLine, login, now)
        : revokeRole(store, commandLine, login, grant, now))
      const { access } = words
      await terminal.write(
        input.options['json'] === true
          ? `${JSON.stringify({ schemaVersion: 1, login, revoked: grant, isClosed: grant === null }, null, 2)}\n`
          : `${grant === null ? access.accountClosed(login) : access.taken(login, grantText(grant, words))}\n`,
      )
      return 0
    })
  },
})
