import { defineCommand } from '#cli/command.ts'
import { jsonOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['sbom', 'read'],
  summary: (words) => words.cli.commands['sbom-read'],
  arguments: ['<file>'],
  options: [jsonOption],
  run: async (input, context) => {
    const { fileExitCode, fileReadJson, readFile } = await import('#app/read-file.ts')
    const { terminal, words } = context
    const read = readFile(input.positional[0] ?? '')
    if (input.options['json'] === true) await terminal.write(`${JSON.stringify(fileReadJson(read), null, 2)}\n`)
    else {
      const { documentText } = await import('#cli/scan-text.ts')
      await terminal.write(documentText(read, words))
    }
    for (const { where, code } of [...(read.document?.issues ?? []), ...(read.document?.refused ?? [])].slice(0, 20)) {
      terminal.say(words.cli.notRead(where, words.issues[code]))
    }
    return fileExitCode(read)
  },
})
