import { defineCommand } from '#cli/command.ts'
import { jsonOption } from '#cli/options.ts'

const mostRemarks = 20

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
    const remarks = [
      ...(read.document?.refused ?? []).map(({ where, code }) => words.cli.notRead(where, words.issues[code])),
      ...(read.document?.issues ?? []).map(({ where, code }) => words.cli.noticed(where, words.issues[code])),
    ]
    for (const remark of remarks.slice(0, mostRemarks)) terminal.say(remark)
    if (remarks.length > mostRemarks) terminal.say(words.cli.moreNotShown(remarks.length - mostRemarks))
    return fileExitCode(read)
  },
})
