import { defineCommand } from '#cli/command.ts'
import { countOption, homeOption, jsonOption, textOption } from '#cli/options.ts'
import { fail } from '#domain/problem.ts'

export const command = defineCommand({
  path: ['explain'],
  summary: (words) => words.cli.commands.explain,
  arguments: ['<figure...>'],
  options: [homeOption, jsonOption, { flags: '--inputs <count>', describe: (words) => words.cli.options.inputs }],
  run: async (input, context) => {
    const { terminal, words, language, environment } = context
    const [id = '', code] = input.positional
    if (id === 'error' && code !== undefined) {
      const { errorText } = await import('#cli/problem-text.ts')
      await terminal.write(errorText(code, words) ?? fail({ code: 'code-unknown', asked: code }))
      return 0
    }
    const { assumptionNames } = await import('#app/assumption-names.ts')
    const { clockOf } = await import('#app/clock.ts')
    const { explainFigure, figuresUnder } = await import('#app/explain.ts')
    const { withStore } = await import('#app/home.ts')
    const { chainText, figureListText } = await import('#cli/chain-text.ts')
    const mostInputs = countOption(input, 'inputs', 8)
    return withStore({ home: textOption(input, 'home'), environment }, async (store) => {
      const isList = id.endsWith('/')
      const now = clockOf(environment)()
      const nameOf = await assumptionNames(store, words, language, now)
      const result = isList
        ? await figuresUnder(store, id)
        : await explainFigure(store, id, { now, mostInputs, deepest: 4, nameOf })
      if (Array.isArray(result) && result.length === 0) fail({ code: 'figure-missing', figure: id })
      if (input.options['json'] === true) await terminal.write(`${JSON.stringify(result, null, 2)}\n`)
      else
        await terminal.write(
          Array.isArray(result)
            ? figureListText(result, words)
            : chainText(result as Parameters<typeof chainText>[0], words),
        )
      return 0
    })
  },
})
