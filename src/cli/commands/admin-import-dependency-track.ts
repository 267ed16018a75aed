import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, offlineOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['admin', 'import', 'dependency-track'],
  summary: (words) => words.administration.commands.dependencyTrack,
  arguments: [],
  options: [
    { flags: '--server <url>', describe: (words) => words.administration.options.server },
    { flags: '--key-file <file>', describe: (words) => words.administration.options.keyFile },
    { flags: '--to <folder>', describe: (words) => words.administration.options.folder },
    { flags: '--each-version', describe: (words) => words.administration.options.eachVersion },
    { flags: '--dry-run', describe: (words) => words.administration.options.dryRun },
    offlineOption,
    homeOption,
    jsonOption,
  ],
  run: async (input, context) => {
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const { importDependencyTrack } = await import('#app/import-dependency-track.ts')
    const { importedText, keyFrom } = await import('#cli/administration-text.ts')
    const { fail } = await import('#domain/problem.ts')
    const { terminalProgress } = await import('#cli/progress.ts')
    const { terminal, words, environment } = context
    const server = textOption(input, 'server') ?? fail({ code: 'usage', what: '--server' })
    const key = keyFrom(textOption(input, 'keyFile'), environment['DEPENDENCY_TRACK_KEY'])
    const progress = terminalProgress(terminal, words, () => performance.now())
    const imported = await withStore({ home: textOption(input, 'home'), environment }, (store, home) =>
      importDependencyTrack(
        store,
        {
          server,
          key,
          home,
          offline: input.options['offline'] === true,
          isDryRun: input.options['dryRun'] === true,
          isEachVersion: input.options['eachVersion'] === true,
          folder: textOption(input, 'to'),
          environment,
        },
        clockOf(environment)(),
        progress,
      ),
    )
    progress.finish()
    await terminal.write(
      input.options['json'] === true
        ? `${JSON.stringify({ schemaVersion: 1, ...imported }, null, 2)}\n`
        : importedText(imported, words),
    )
    const { administration } = words
    for (const { what, why } of imported.refused)
      terminal.say(administration.imported.refused(what, administration.imported.reasons[why]))
    return imported.refused.some(({ why }) => why !== 'inactive') ? 3 : 0
  },
})
