import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['admin', 'key', 'list'],
  summary: (words) => words.access.commands.keyList,
  arguments: [],
  options: [homeOption, jsonOption],
  run: async (input, { terminal, words, environment }) => {
    const { alignedTable } = await import('#cli/table.ts')
    const { loopbackActor } = await import('#domain/access.ts')
    const { listKeys } = await import('#app/access/keys.ts')
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const { access } = words
    return withStore({ home: textOption(input, 'home'), environment }, async (store) => {
      const keys = await listKeys(store, loopbackActor, 'all')
      if (input.options['json'] === true) {
        await terminal.write(`${JSON.stringify({ schemaVersion: 1, keys }, null, 2)}\n`)
        return 0
      }
      const now = clockOf(environment)()
      const { key, label, login, permissions, units, expires, lastUsed, state } = access.head
      const rows = keys.map((one) => [
        one.id,
        one.label,
        one.login ?? '',
        one.permissions.join(', '),
        one.units?.join(', ') ?? access.everywhere,
        one.expiresAt.slice(0, 10),
        one.lastUsedAt?.slice(0, 10) ?? access.never,
        one.revokedAt !== null
          ? access.revoked(one.revokedAt.slice(0, 10))
          : one.expiresAt <= now
            ? access.past
            : access.open,
      ])
      const head = [key, label, login, permissions, units, expires, lastUsed, state]
      await terminal.write(rows.length === 0 ? `${access.noKeys}\n` : alignedTable(head, rows))
      return 0
    })
  },
})
