import { defineCommand } from '#cli/command.ts'
import { countOption, homeOption, jsonOption, listOption, textOption } from '#cli/options.ts'

const defaultDays = 90

export const command = defineCommand({
  path: ['admin', 'key', 'create'],
  summary: (words) => words.access.commands.keyCreate,
  arguments: ['<label>'],
  options: [
    { flags: '--permission <permission>', describe: (words) => words.access.options.permission, repeatable: true },
    { flags: '--unit <unit>', describe: (words) => words.access.options.unit, repeatable: true },
    { flags: '--days <number>', describe: (words) => words.access.options.days },
    homeOption,
    jsonOption,
  ],
  run: async (input, { terminal, words, environment }) => {
    const { permissions: known, loopbackActor } = await import('#domain/access.ts')
    const { fail } = await import('#domain/problem.ts')
    const { createKey, longestKeyDays } = await import('#app/access/keys.ts')
    const { commandLine } = await import('#app/access/people.ts')
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const asked = listOption(input, 'permission')
    const permissions = known.filter((permission) => asked.includes(permission))
    if (permissions.length === 0 || asked.some((text) => !permissions.some((permission) => permission === text)))
      fail({ code: 'usage', what: words.access.permissionNeeded(known.join(', ')) })
    const days = countOption(input, 'days', defaultDays)
    if (days < 1 || days > longestKeyDays) fail({ code: 'usage', what: `--days ${days}: 1 to ${longestKeyDays}` })
    const units = listOption(input, 'unit')
    const wanted = { label: input.positional[0] ?? '', permissions, units: units.length === 0 ? null : units, days }
    return withStore({ home: textOption(input, 'home'), environment }, async (store) => {
      const actor = { ...loopbackActor, ...commandLine.actor }
      const { key, secret } = await createKey(store, actor, wanted, clockOf(environment)())
      if (input.options['json'] === true)
        await terminal.write(`${JSON.stringify({ schemaVersion: 1, ...key, secret }, null, 2)}\n`)
      else {
        // The secret alone is the result, so that it can be piped to where secrets are kept.
        terminal.say(words.access.keyMade(key.id, key.expiresAt.slice(0, 10)))
        await terminal.write(`${secret}\n`)
      }
      return 0
    })
  },
})
