import { defineCommand } from '#cli/command.ts'
import { jsonOption, textOption } from '#cli/options.ts'
import { entryFrom } from '#cli/motivator-entry.ts'

export const command = defineCommand({
  path: ['motivators', 'add'],
  summary: (words) => words.motivators.commands.add,
  arguments: ['<folder>'],
  options: [
    { flags: '--conversation <id>', describe: (words) => words.motivators.options.conversation, repeatable: true },
    { flags: '--statement <text>', describe: (words) => words.motivators.options.statement },
    { flags: '--kind <value>', describe: (words) => words.motivators.options.kind },
    { flags: '--catalog <id>', describe: (words) => words.motivators.options.catalog },
    { flags: '--id <id>', describe: (words) => words.motivators.options.id },
    { flags: '--area <unit>', describe: (words) => words.motivators.options.onlyArea, repeatable: true },
    { flags: '--activity <type>', describe: (words) => words.motivators.options.activity, repeatable: true },
    { flags: '--from <level>', describe: (words) => words.motivators.options.from },
    { flags: '--to <level>', describe: (words) => words.motivators.options.to },
    { flags: '--strength <number>', describe: (words) => words.motivators.options.strength },
    { flags: '--obstacle <text>', describe: (words) => words.motivators.options.obstacle },
    { flags: '--wish <text>', describe: (words) => words.motivators.options.wish },
    { flags: '--follow-up-what <text>', describe: (words) => words.motivators.options.followUpWhat },
    { flags: '--follow-up-by <person>', describe: (words) => words.motivators.options.followUpBy },
    { flags: '--follow-up-until <day>', describe: (words) => words.motivators.options.followUpUntil },
    jsonOption,
  ],
  run: async (input, { terminal, words }) => {
    const { addMotivator } = await import('#app/edit-motivators.ts')
    const { file, id } = addMotivator(input.positional[0] ?? '', {
      ...entryFrom(input),
      id: textOption(input, 'id'),
    })
    if (input.options['json'] === true)
      await terminal.write(`${JSON.stringify({ schemaVersion: 1, id, file }, null, 2)}\n`)
    else terminal.say(words.motivators.added(id, file))
    return 0
  },
})
