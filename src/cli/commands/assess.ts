import { defineCommand } from '#cli/command.ts'
import {
  countOption,
  dayOption,
  homeOption,
  jsonOption,
  listOption,
  offlineOption,
  outputOption,
  textOption,
} from '#cli/options.ts'

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
    { flags: '--clones <dir>', describe: (words) => words.cli.options.clones, repeatable: true },
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
    const asOf = dayOption(input, 'asOf', '--as-of')
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
        clones: listOption(input, 'clones'),
      }
      const assessed = await assess(store, options, clock, progress)
      progress.report({ step: 'writing' })
      const report = reportOf(assessed, style, assessed.assessment.knownAt)
      const served = servedReport(home)
      writeOutput(served, renderReport(assessed, report, 'html', style))
      for (const { format, file } of outputs)
        if (file !== null) writeOutput(file, renderReport(assessed, report, format, style))
      progress.finish()
      for (const person of assessed.refusedPeople) terminal.say(words.contributions.refusedPerson(person))
      const printed = outputs.find(({ file }) => file === null)?.format ?? 'text'
      await terminal.write(renderReport(assessed, report, printed, style))
      for (const file of [served, ...outputs.flatMap((output) => output.file ?? [])])
        terminal.say(words.cli.written(file))
      return isPartial(assessed.portfolio) ? 3 : 0
    })
  },
})
