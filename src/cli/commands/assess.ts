import { defineCommand } from '#cli/command.ts'
import { countOption, homeOption, jsonOption, offlineOption, outputOption, textOption } from '#cli/options.ts'
import { fail } from '#domain/problem.ts'

export const command = defineCommand({
  path: ['assess'],
  summary: (words) => words.cli.commands.assess,
  arguments: ['[paths...]'],
  options: [
    homeOption,
    outputOption,
    jsonOption,
    offlineOption,
    { flags: '--sizes <count>', describe: (words) => words.cli.options.sizes },
    { flags: '--measure', describe: (words) => words.cli.options.measure },
    { flags: '--as-of <date>', describe: (words) => words.cli.options.asOf },
  ],
  run: async (input, context) => {
    const { assess } = await import('#app/assess.ts')
    const { isPartial } = await import('#app/lossy.ts')
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const { renderReport, reportFormats, reportOf, writeOutput } = await import('#app/write-report.ts')
    const { servedReport } = await import('#app/served-report.ts')
    const { readOutputs } = await import('#cli/outputs.ts')
    const { terminalProgress } = await import('#cli/progress.ts')
    const { terminal, words, language, environment } = context
    const outputs = readOutputs(input.options, reportFormats)
    const asOf = readDay(textOption(input, 'asOf'))
    const clock = clockOf(environment)
    const progress = terminalProgress(terminal, words, () => performance.now())
    const style = { words, language, color: terminal.hasColor, width: terminal.width }
    const paths = input.positional.length > 0 ? input.positional : ['.']
    return withStore({ home: textOption(input, 'home'), environment }, async (store, home) => {
      const options = {
        paths,
        home,
        isOffline: input.options['offline'] === true,
        isMeasuring: input.options['measure'] === true,
        asOf,
        mostAsked: countOption(input, 'sizes', 200),
      }
      const assessed = await assess(store, options, clock, progress)
      progress.report({ step: 'writing' })
      const report = reportOf(assessed, style, assessed.assessment.knownAt)
      const served = servedReport(home)
      writeOutput(served, renderReport(assessed, report, 'html', style))
      for (const { format, file } of outputs)
        if (file !== null) writeOutput(file, renderReport(assessed, report, format, style))
      progress.finish()
      const printed = outputs.find(({ file }) => file === null)?.format ?? 'text'
      await terminal.write(renderReport(assessed, report, printed, style))
      for (const file of [served, ...outputs.flatMap((output) => output.file ?? [])])
        terminal.say(words.cli.written(file))
      return isPartial(assessed.portfolio) ? 3 : 0
    })
  },
})

function readDay(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
  return isDay ? text : fail({ code: 'usage', what: `--as-of ${text}: a day is written YYYY-MM-DD` })
}
