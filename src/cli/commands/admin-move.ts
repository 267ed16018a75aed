import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['admin', 'move'],
  summary: (words) => words.administration.commands.move,
  arguments: [],
  options: [
    { flags: '--to <place>', describe: (words) => words.administration.options.moveTo },
    homeOption,
    jsonOption,
  ],
  run: async (input, { terminal, words, environment }) => {
    const { fail } = await import('#domain/problem.ts')
    const { storeOptions } = await import('#app/home.ts')
    const { runMove } = await import('#app/admin/move.ts')
    const { movedText, placeOf, readAll } = await import('#cli/administration-text.ts')
    const asked = textOption(input, 'to') ?? fail({ code: 'usage', what: '--to' })
    // An address holds a password: by standard input it stands in no list of processes.
    const to = asked === '-' ? (await readAll(terminal.input)).trim() : asked
    const moved = await runMove(storeOptions({ home: textOption(input, 'home'), environment }), placeOf(to))
    await terminal.write(
      input.options['json'] === true
        ? `${JSON.stringify({ schemaVersion: 1, ...moved }, null, 2)}\n`
        : movedText(moved, words),
    )
    const { moveNext } = words.administration
    terminal.say(moved.to.startsWith('postgresql:') ? moveNext.postgresql : moveNext.home(moved.to))
    return 0
  },
})
