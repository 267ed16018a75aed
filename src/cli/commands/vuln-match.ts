import { defineCommand } from '#cli/command.ts'
import { homeOption, textOption } from '#cli/options.ts'
import { runPipe } from '#cli/pipe.ts'

export const command = defineCommand({
  path: ['vuln', 'match'],
  summary: (words) => words.cli.commands['vuln-match'],
  arguments: ['[file]'],
  options: [homeOption, { flags: '--advisories <dir>', describe: (words) => words.cli.options.advisories }],
  run: async (input, context) => {
    const { packsOfFolder, vulnerabilityAnswerer } = await import('#app/answers/vulnerability.ts')
    const { environment } = context
    const folder = textOption(input, 'advisories')
    const answerWith = (packs: Parameters<typeof vulnerabilityAnswerer>[0]): Promise<number> =>
      runPipe(context, input.positional[0], 'purl', vulnerabilityAnswerer(packs))
    if (folder !== undefined) return answerWith(packsOfFolder(folder))
    const { loadPacks } = await import('#app/advisory-packs.ts')
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const { silent } = await import('#app/progress.ts')
    return withStore({ home: textOption(input, 'home'), environment }, async (store, home) => {
      const { packs } = await loadPacks(store, home, null, clockOf(environment)(), silent)
      return answerWith(packs)
    })
  },
})
