import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['admin', 'key', 'revoke'],
  summary: (words) => words.access.commands.keyRevoke,
  arguments: ['<key>'],
  options: [homeOption, jsonOption],
  run: async (input, { terminal, words, environment }) => {
    const { loopbackActor } = await import('#domain/access.ts')
    const { revokeKey } = await import('#app/access/keys.ts')
    const { commandLine } = await import('#app/access/people.ts')
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const key = input.positional[0] ?? ''
    return withStore({ home: textOption(input, 'home'), environment }, async (store) => {
      await revokeKey(store, { ...loopbackActor, ...commandLine.actor }, 'all', key, clockOf(environment)())
      await terminal.write(
        input.options['json'] === true
          ? `${JSON.stringify({ schemaVersion: 1, revoked: key }, null, 2)}\n`
          : `${words.access.keyRevoked(key)}\n`,
      )
      return 0
    })
  },
})
