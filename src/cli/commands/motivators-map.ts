import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['motivators', 'map'],
  summary: (words) => words.motivators.commands.map,
  arguments: ['[folder]'],
  options: [
    { flags: '--area <unit>', describe: (words) => words.motivators.options.area },
    { flags: '--stages', describe: (words) => words.motivators.options.stages },
    { flags: '--areas', describe: (words) => words.motivators.options.areas },
    { flags: '--template', describe: (words) => words.motivators.options.template },
    { flags: '--notes', describe: (words) => words.motivators.options.notes },
    {
      flags: '-o, --output <format[=file]>',
      describe: (words) => words.motivators.options.output,
      repeatable: true,
    },
    homeOption,
    jsonOption,
  ],
  run: async (input, { terminal, words, language, environment }) => {
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const { areasJson, mapJson, templateJson } = await import('#app/motivators-json.ts')
    const { areaAsked, motivatorsNow } = await import('#app/run-motivators.ts')
    const { areasText, mapMarkdown, mapText, templateText } = await import('#cli/motivators-text.ts')
    const { readOutputs } = await import('#cli/outputs.ts')
    const { writeOutput } = await import('#app/write-report.ts')
    const outputs = readOutputs(input.options, ['markdown', 'json'])
    const now = await withStore({ home: textOption(input, 'home'), environment }, (store) =>
      motivatorsNow(store, clockOf(environment)(), input.positional[0]),
    )
    const shown = { now, words, language }
    const axis = input.options['stages'] === true ? 'stages' : 'engagement'
    const area = areaAsked(now, textOption(input, 'area'))
    const matrices = axis === 'stages' ? now.assessment.stages : now.assessment.matrices
    const matrix = matrices.find((one) => one.area === area)
    if (matrix === undefined) return 70
    const options = { axis, withNotes: input.options['notes'] === true } as const
    const [json, markdown, text] =
      input.options['template'] === true
        ? [() => templateJson(now), () => templateText(shown), () => templateText(shown)]
        : input.options['areas'] === true
          ? [
              () => areasJson(now, matrices, axis),
              () => areasText(shown, matrices, axis),
              () => areasText(shown, matrices, axis),
            ]
          : [
              () => mapJson(now, matrix, axis),
              () => mapMarkdown(shown, matrix, options),
              () => mapText(shown, matrix, options),
            ]
    for (const { format, file } of outputs) {
      const written = format === 'json' ? `${JSON.stringify({ schemaVersion: 1, ...json() }, null, 2)}\n` : markdown()
      if (file === null) await terminal.write(written)
      else writeOutput(file, written)
    }
    if (outputs.length === 0) await terminal.write(text())
    return 0
  },
})
