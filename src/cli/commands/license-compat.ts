import { defineCommand } from '#cli/command.ts'
import { homeOption, textOption } from '#cli/options.ts'
import { runPipe } from '#cli/pipe.ts'

export const command = defineCommand({
  path: ['license', 'compat'],
  summary: (words) => words.license.compat,
  arguments: ['[file]'],
  options: [homeOption, { flags: '--matrix <file>', describe: (words) => words.license.matrix }],
  run: async (input, context) => {
    const { compatibilityAnswerer, matrixOf } = await import('#app/answers/license.ts')
    const { homeFolder } = await import('#app/home.ts')
    const home = homeFolder({ home: textOption(input, 'home'), environment: context.environment })
    const matrix = matrixOf(textOption(input, 'matrix'), home)
    return runPipe(context, input.positional[0], 'outbound', compatibilityAnswerer(matrix))
  },
})
