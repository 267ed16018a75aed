import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['maturity', 'show'],
  summary: (words) => words.maturity.commands.show,
  arguments: [],
  options: [
    { flags: '--unit <id>', describe: (words) => words.maturity.options.onlyUnit },
    { flags: '--function <name>', describe: (words) => words.maturity.options.function },
    { flags: '--levels <axis>', describe: (words) => words.maturity.options.levels },
    homeOption,
    jsonOption,
  ],
  run: async (input, { terminal, words, language, environment }) => {
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const { maturityNow, unitAsked } = await import('#app/run-maturity.ts')
    const { maturityJson } = await import('#app/maturity-json.ts')
    const { levelsText } = await import('#cli/maturity-text.ts')
    const { axisAsked, functionAsked } = await import('#cli/maturity-options.ts')
    const axis = axisAsked(textOption(input, 'levels'))
    const asked = textOption(input, 'unit')
    const of = functionAsked(textOption(input, 'function'))
    const now = await withStore({ home: textOption(input, 'home'), environment }, (store) =>
      maturityNow(store, clockOf(environment)()),
    )
    const filter = { unit: asked === undefined ? undefined : unitAsked(now, asked), function: of }
    await terminal.write(
      input.options['json'] === true
        ? `${JSON.stringify({ schemaVersion: 1, ...maturityJson(now.assessment, filter) }, null, 2)}\n`
        : levelsText({ now, words, language }, axis, filter),
    )
    return 0
  },
})
