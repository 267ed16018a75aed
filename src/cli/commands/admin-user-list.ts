import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['admin', 'user', 'list'],
  summary: (words) => words.access.commands.userList,
  arguments: [],
  options: [homeOption, jsonOption],
  run: async (input, { terminal, words, environment }) => {
    const { grantText } = await import('#cli/access-options.ts')
    const { alignedTable } = await import('#cli/table.ts')
    const { listPeople } = await import('#app/access/people.ts')
    const { withStore } = await import('#app/home.ts')
    const { access } = words
    return withStore({ home: textOption(input, 'home'), environment }, async (store) => {
      const people = await listPeople(store, 'all')
      if (input.options['json'] === true) {
        await terminal.write(`${JSON.stringify({ schemaVersion: 1, people }, null, 2)}\n`)
        return 0
      }
      const { login, name, person, roles, opens, state } = access.head
      const rows = people.map((one) => [
        one.login,
        one.name,
        one.person,
        one.grants.map((grant) => grantText(grant, words)).join(', ') || access.noRole,
        [
          ...(one.hasPassword ? [access.password] : []),
          ...(one.hasProvider ? [access.provider] : []),
          ...(one.passkeys > 0 ? [access.passkeys(one.passkeys)] : []),
        ].join(', ') || access.opensNothing,
        one.closedAt === null ? access.open : access.closed(one.closedAt.slice(0, 10)),
      ])
      await terminal.write(
        rows.length === 0 ? `${access.none}\n` : alignedTable([login, name, person, roles, opens, state], rows),
      )
      return 0
    })
  },
})
