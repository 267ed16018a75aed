import { defineCommand } from '#cli/command.ts'
import { jsonOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['sbom', 'convert'],
  summary: (words) => words.cli.commands['sbom-convert'],
  arguments: ['<file>'],
  options: [
    { flags: '-o, --output <format[=file]>', describe: (words) => words.conversion.output, repeatable: true },
    jsonOption,
  ],
  run: async (input, context) => {
    const { conversionJson, convertFile } = await import('#app/convert-file.ts')
    const { fileExitCode } = await import('#app/read-file.ts')
    const { clockOf } = await import('#app/clock.ts')
    const { documentText } = await import('#cli/scan-text.ts')
    const { deliver, readTargets } = await import('#cli/written-documents.ts')
    const { terminal, words, environment } = context
    const outputs = readTargets(input.options)
    const asked = outputs.map(({ format }) => format)
    const conversion = convertFile(input.positional[0] ?? '', asked, clockOf(environment))
    const { opened, written } = conversion
    const files = outputs.map(({ file }) => file)
    const json = input.options['json'] === true ? conversionJson(conversion, files) : undefined
    if (opened.document === null) terminal.say(documentText({ document: null, reason: opened.reason }, words))
    await deliver(written, files, json, context)
    return fileExitCode(opened)
  },
})
