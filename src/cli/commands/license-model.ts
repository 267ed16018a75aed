import { defineCommand } from '#cli/command.ts'
import { jsonOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['license', 'model'],
  summary: (words) => words.license.model,
  arguments: ['<file>'],
  options: [jsonOption],
  run: async (input, { terminal, words }) => {
    const { classOfModel } = await import('#app/model-class.ts')
    const answer = classOfModel(input.positional[0] ?? '')
    if (input.options['json'] === true) {
      await terminal.write(`${JSON.stringify({ schemaVersion: 1, ...answer }, null, 2)}\n`)
    } else {
      const { modelText } = await import('#cli/model-text.ts')
      await terminal.write(modelText(answer, words))
    }
    return 0
  },
})
