import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['maturity', 'assess'],
  summary: (words) => words.maturity.commands.assess,
  arguments: [],
  options: [{ flags: '--unit <id>', describe: (words) => words.maturity.options.unit }, homeOption, jsonOption],
  run: async (input, { terminal, words, language, environment }) => {
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const { keepLevels, maturityNow, unitAsked } = await import('#app/run-maturity.ts')
    const { maturityJson } = await import('#app/maturity-json.ts')
    const { unitText } = await import('#cli/maturity-text.ts')
    const now = await withStore({ home: textOption(input, 'home'), environment }, async (store) => {
      const time = clockOf(environment)()
      const found = await maturityNow(store, time)
      await keepLevels(store, found.assessment, { recordedAt: time })
      return found
    })
    const asked = unitAsked(now, textOption(input, 'unit'))
    const unit = now.assessment.units.find((one) => one.unit === asked)
    if (input.options['json'] === true)
      await terminal.write(
        `${JSON.stringify({ schemaVersion: 1, ...maturityJson(now.assessment, { unit: asked }) }, null, 2)}\n`,
      )
    else if (unit !== undefined) await terminal.write(unitText({ now, words, language }, unit))
    return 0
  },
})
