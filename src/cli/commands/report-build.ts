import { defineCommand } from '#cli/command.ts'
import { homeOption, outputOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['report', 'build'],
  summary: (words) => words.executive.command,
  arguments: ['[kind]'],
  options: [homeOption, { ...outputOption, describe: (words) => words.executive.output }],
  run: async (input, { terminal, words, language, environment }) => {
    const { buildKept, builtFormats, renderBuilt, reportKindAsked } = await import('#app/build-report.ts')
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const { writeOutput } = await import('#app/write-report.ts')
    const { readOutputs } = await import('#cli/outputs.ts')
    const kind = reportKindAsked(input.positional[0] ?? 'executive')
    const outputs = readOutputs(input.options, builtFormats)
    const style = { words, language, color: terminal.hasColor, width: terminal.width }
    const report = await withStore({ home: textOption(input, 'home'), environment }, (store) =>
      buildKept(store, kind, style, clockOf(environment)()),
    )
    for (const { format, file } of outputs)
      if (file === null) await terminal.write(renderBuilt(report, format))
      else {
        writeOutput(file, renderBuilt(report, format))
        terminal.say(words.cli.written(file))
      }
    if (outputs.length === 0) await terminal.write(renderBuilt(report, 'markdown'))
    return 0
  },
})
