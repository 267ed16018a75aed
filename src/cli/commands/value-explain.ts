import { defineCommand } from '#cli/command.ts'
import { countOption, homeOption, jsonOption, textOption } from '#cli/options.ts'
import { fail } from '#domain/problem.ts'

const area = 'value/'

export const command = defineCommand({
  path: ['value', 'explain'],
  summary: (words) => words.usage.explainSummary,
  arguments: ['[figure]'],
  options: [homeOption, jsonOption, { flags: '--inputs <count>', describe: (words) => words.cli.options.inputs }],
  run: async (input, { terminal, words, language, environment }) => {
    const { assumptionNames } = await import('#app/assumption-names.ts')
    const { clockOf } = await import('#app/clock.ts')
    const { explainFigure, figuresUnder } = await import('#app/explain.ts')
    const { withStore } = await import('#app/home.ts')
    const { chainText, figureListText } = await import('#cli/chain-text.ts')
    const asked = input.positional[0] ?? area
    const id = asked.startsWith(area) ? asked : `${area}${asked}`
    const mostInputs = countOption(input, 'inputs', 8)
    const isJson = input.options['json'] === true
    const json = (value: object) => `${JSON.stringify({ schemaVersion: 1, ...value }, null, 2)}\n`
    return withStore({ home: textOption(input, 'home'), environment }, async (store) => {
      if (id.endsWith('/')) {
        const figures = await figuresUnder(store, id)
        if (figures.length === 0)
          fail(id === area ? { code: 'nothing-assessed' } : { code: 'figure-missing', figure: id })
        await terminal.write(isJson ? json({ figures }) : figureListText(figures, words))
      } else {
        const now = clockOf(environment)()
        const nameOf = await assumptionNames(store, words, language, now)
        const chain = await explainFigure(store, id, { now, mostInputs, deepest: 4, nameOf })
        await terminal.write(isJson ? json(chain) : chainText(chain, words))
      }
      return 0
    })
  },
})
