import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, listOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['admin', 'user', 'add'],
  summary: (words) => words.access.commands.userAdd,
  arguments: ['<login>'],
  options: [
    { flags: '--name <name>', describe: (words) => words.access.options.name },
    { flags: '--role <role[:unit]>', describe: (words) => words.access.options.role, repeatable: true },
    { flags: '--password-stdin', describe: (words) => words.access.options.passwordStdin },
    { flags: '--origin <address>', describe: (words) => words.access.options.origin },
    homeOption,
    jsonOption,
  ],
  run: async (input, { terminal, words, environment }) => {
    const { originOption, passwordFromInput, readGrant } = await import('#cli/access-options.ts')
    const { linkAddress } = await import('#app/access/links.ts')
    const { addPerson, commandLine } = await import('#app/access/people.ts')
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const login = input.positional[0] ?? ''
    const grants = listOption(input, 'role').map((text) => readGrant(text, words))
    const origin = originOption(input, environment)
    const password = input.options['passwordStdin'] === true ? await passwordFromInput(terminal) : null
    const person = { login, name: textOption(input, 'name') ?? login, grants, password }
    return withStore({ home: textOption(input, 'home'), environment }, async (store) => {
      const added = await addPerson(store, commandLine, person, clockOf(environment)())
      const link = added.link === null ? null : linkAddress(origin, added.link)
      if (input.options['json'] === true)
        await terminal.write(`${JSON.stringify({ schemaVersion: 1, person: added.person, login, link }, null, 2)}\n`)
      else {
        const lines = [words.access.added(login, added.person), ...(link === null ? [] : [words.access.link(link)])]
        await terminal.write(`${lines.join('\n')}\n`)
      }
      return 0
    })
  },
})
