import { defineCommand } from '#cli/command.ts'
import { jsonOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['sbom', 'diff'],
  summary: (words) => words.cli.commands['sbom-diff'],
  arguments: ['<before>', '<after>'],
  options: [jsonOption],
  run: async (input, context) => {
    const { diffFiles, diffJson } = await import('#app/diff-files.ts')
    const { fileExitCode } = await import('#app/read-file.ts')
    const { terminal, words } = context
    const [before = '', after = ''] = input.positional
    const found = diffFiles(before, after)
    for (const { path, document, reason } of [found.before, found.after])
      if (document === null) terminal.say(words.cli.notRead(path, words.issues[reason ?? 'unknown-format']))
    if (input.options['json'] === true) await terminal.write(`${JSON.stringify(diffJson(found), null, 2)}\n`)
    else if (found.diff !== null) {
      const { diffText } = await import('#cli/diff-text.ts')
      await terminal.write(diffText(found.diff, words))
    }
    return Math.max(fileExitCode(found.before), fileExitCode(found.after))
  },
})
