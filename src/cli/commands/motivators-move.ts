import { defineCommand } from '#cli/command.ts'
import { jsonOption } from '#cli/options.ts'
import { levelFrom } from '#cli/motivator-entry.ts'

export const command = defineCommand({
  path: ['motivators', 'move'],
  summary: (words) => words.motivators.commands.move,
  arguments: ['<folder>', '<motivator>'],
  options: [
    { flags: '--from <level>', describe: (words) => words.motivators.options.from },
    { flags: '--to <level>', describe: (words) => words.motivators.options.to },
    jsonOption,
  ],
  run: async (input, { terminal, words }) => {
    const { moveBox } = await import('#app/edit-motivators.ts')
    const { fail } = await import('#domain/problem.ts')
    const [folder = '', motivator = ''] = input.positional
    const from = levelFrom(input, 'from')
    const to = levelFrom(input, 'to') ?? from
    if (from === undefined || to === undefined) return fail({ code: 'usage', what: '--from is missing' })
    const { file, id } = moveBox(folder, motivator, { from, to })
    if (input.options['json'] === true)
      await terminal.write(`${JSON.stringify({ schemaVersion: 1, id, file, from, to }, null, 2)}\n`)
    else terminal.say(words.motivators.movedTo(id, file))
    return 0
  },
})
