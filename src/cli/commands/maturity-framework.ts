import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['maturity', 'framework'],
  summary: (words) => words.maturity.commands.framework,
  arguments: ['<framework>'],
  options: [
    { flags: '--unit <id>', describe: (words) => words.maturity.options.unit },
    {
      flags: '-o, --output <format[=file]>',
      describe: (words) => words.maturity.options.output,
      repeatable: true,
    },
    homeOption,
    jsonOption,
  ],
  run: async (input, { terminal, words, language, environment }) => {
    const { clockOf } = await import('#app/clock.ts')
    const { frameworkFormats, frameworkText } = await import('#app/framework-export.ts')
    const { withStore } = await import('#app/home.ts')
    const { frameworkAsked, maturityNow, unitAsked } = await import('#app/run-maturity.ts')
    const { writeOutput } = await import('#app/write-report.ts')
    const { readOutputs } = await import('#cli/outputs.ts')
    const read = readOutputs(input.options, frameworkFormats)
    const outputs = read.length > 0 ? read : [{ format: 'markdown' as const, file: null }]
    const now = await withStore({ home: textOption(input, 'home'), environment }, (store) =>
      maturityNow(store, clockOf(environment)()),
    )
    const answer = frameworkAsked(now, input.positional[0] ?? '', unitAsked(now, textOption(input, 'unit')))
    for (const { format, file } of outputs) {
      const text = frameworkText(answer, format, { model: now.evidence.model, words, language })
      if (file === null) await terminal.write(text)
      else {
        writeOutput(file, text)
        terminal.say(words.cli.written(file))
      }
    }
    return 0
  },
})
