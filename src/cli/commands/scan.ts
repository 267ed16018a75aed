import { defineCommand } from '#cli/command.ts'
import { jsonOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['scan'],
  summary: (words) => words.cli.commands.scan,
  arguments: ['[path]'],
  options: [jsonOption],
  run: async (input, context) => {
    const { isLossy } = await import('#app/lossy.ts')
    const { scan } = await import('#app/scan.ts')
    const { terminalProgress } = await import('#cli/progress.ts')
    const { terminal, words } = context
    const progress = terminalProgress(terminal, words, () => performance.now())
    const found = await scan(input.positional[0] ?? '.', progress)
    progress.finish()
    if (input.options['json'] === true)
      await terminal.write(`${JSON.stringify({ schemaVersion: 1, ...found }, null, 2)}\n`)
    else {
      const { scanText } = await import('#cli/scan-text.ts')
      await terminal.write(scanText(found, words))
    }
    for (const { path, code } of found.unread)
      if (code !== 'covered-by-lockfile') terminal.say(words.cli.notRead(path, words.issues[code]))
    if (found.files.length === 0) return 5
    const isPartial =
      found.unread.some(({ code }) => isLossy(code)) || found.files.some(({ counts }) => counts.refused > 0)
    return isPartial ? 3 : 0
  },
})
