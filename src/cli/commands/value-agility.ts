import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['value', 'agility'],
  summary: (words) => words.agility.command,
  arguments: [],
  options: [
    { flags: '--product <id>', describe: (words) => words.agility.options.product },
    { flags: '--unit <id>', describe: (words) => words.agility.options.unit },
    homeOption,
    jsonOption,
  ],
  run: async (input, { terminal, words, language, environment }) => {
    const { agilityJson, askAgility } = await import('#app/agility.ts')
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const { agilityText } = await import('#cli/agility-text.ts')
    const { terminalProgress } = await import('#cli/progress.ts')
    const { fail } = await import('#domain/problem.ts')
    const { formatsFor } = await import('#text/formats.ts')
    const focus = { product: textOption(input, 'product'), unit: textOption(input, 'unit') }
    if (focus.product !== undefined && focus.unit !== undefined)
      fail({ code: 'usage', what: '--product and --unit: only one of them can be asked for' })
    const progress = terminalProgress(terminal, words, () => performance.now())
    const answer = await withStore({ home: textOption(input, 'home'), environment }, (store, home) =>
      askAgility(store, home, focus, clockOf(environment)(), progress),
    )
    progress.finish()
    const isJson = input.options['json'] === true
    await terminal.write(
      isJson ? `${JSON.stringify(agilityJson(answer), null, 2)}\n` : agilityText(answer, words, formatsFor(language)),
    )
    return 0
  },
})
