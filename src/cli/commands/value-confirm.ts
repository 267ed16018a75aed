import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['value', 'confirm'],
  summary: (words) => words.sizes.confirm,
  arguments: ['<purl>'],
  options: [
    { flags: '--lines <count>', describe: (words) => words.sizes.options.lines },
    { flags: '--raw <count>', describe: (words) => words.sizes.options.raw },
    { flags: '--by <person>', describe: (words) => words.sizes.options.by },
    { flags: '--note <text>', describe: (words) => words.sizes.options.note },
    homeOption,
    jsonOption,
  ],
  run: async (input, context) => {
    const { clockOf } = await import('#app/clock.ts')
    const { confirmSize } = await import('#app/confirm-size.ts')
    const { withStore } = await import('#app/home.ts')
    const { terminal, words, environment } = context
    const raw = textOption(input, 'raw')
    const said = {
      purl: input.positional[0] ?? '',
      lines: Number(textOption(input, 'lines') ?? Number.NaN),
      raw: raw === undefined ? undefined : Number(raw),
      by: textOption(input, 'by') ?? '',
      note: textOption(input, 'note') ?? '',
    }
    return withStore({ home: textOption(input, 'home'), environment }, async (store) => {
      const confirmed = await confirmSize(store, said, clockOf(environment)())
      if (input.options['json'] === true)
        await terminal.write(`${JSON.stringify({ schemaVersion: 1, ...confirmed }, null, 2)}\n`)
      else {
        const { confirmedText } = await import('#cli/sizes-text.ts')
        await terminal.write(confirmedText(confirmed, words))
      }
      return 0
    })
  },
})
