import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['admin', 'doctor'],
  summary: (words) => words.administration.commands.doctor,
  arguments: [],
  options: [{ flags: '--all', describe: (words) => words.administration.options.all }, homeOption, jsonOption],
  run: async (input, { terminal, words, environment }) => {
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const { runDoctor } = await import('#app/admin/doctor.ts')
    const isThorough = input.options['all'] === true
    const found = await withStore({ home: textOption(input, 'home'), environment }, (store, home) =>
      runDoctor(store, { home, environment, isThorough }, clockOf(environment)()),
    )
    const { doctorText, doctorJson } = await import('#cli/administration-text.ts')
    await terminal.write(input.options['json'] === true ? doctorJson(found, words) : doctorText(found, words))
    return found.some(({ state }) => state === 'act') ? 3 : 0
  },
})
