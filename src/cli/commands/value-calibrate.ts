import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['value', 'calibrate'],
  summary: (words) => words.sizes.calibrate,
  arguments: ['<ecosystem>'],
  options: [
    { flags: '--folder <dir>', describe: (words) => words.sizes.options.folder },
    { flags: '--save', describe: (words) => words.sizes.options.save },
    homeOption,
    jsonOption,
  ],
  run: async (input, context) => {
    const { calibrateSizes } = await import('#app/calibrate-sizes.ts')
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const { terminalProgress } = await import('#cli/progress.ts')
    const { terminal, words, environment } = context
    const progress = terminalProgress(terminal, words, () => performance.now())
    const options = {
      ecosystem: input.positional[0] ?? '',
      folder: textOption(input, 'folder'),
      isSaving: input.options['save'] === true,
    }
    return withStore({ home: textOption(input, 'home'), environment }, async (store) => {
      const calibrated = await calibrateSizes(store, options, clockOf(environment)(), progress)
      progress.finish()
      if (input.options['json'] === true)
        await terminal.write(`${JSON.stringify({ schemaVersion: 1, ...calibrated }, null, 2)}\n`)
      else {
        const { calibratedText } = await import('#cli/sizes-text.ts')
        await terminal.write(calibratedText(calibrated, words))
      }
      return 'refused' in calibrated.result ? 5 : 0
    })
  },
})
