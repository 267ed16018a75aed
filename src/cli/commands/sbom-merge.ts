import { defineCommand } from '#cli/command.ts'
import { jsonOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['sbom', 'merge'],
  summary: (words) => words.cli.commands['sbom-merge'],
  arguments: ['<files...>'],
  options: [
    { flags: '-o, --output <format[=file]>', describe: (words) => words.conversion.output, repeatable: true },
    jsonOption,
  ],
  run: async (input, context) => {
    const { mergeFiles, mergeJson } = await import('#app/merge-files.ts')
    const { fileExitCode } = await import('#app/read-file.ts')
    const { clockOf } = await import('#app/clock.ts')
    const { deliver, readTargets } = await import('#cli/written-documents.ts')
    const { terminal, words, environment } = context
    const outputs = readTargets(input.options)
    const asked = outputs.map(({ format }) => format)
    const merge = mergeFiles(input.positional, asked, clockOf(environment))
    const files = outputs.map(({ file }) => file)
    const json = input.options['json'] === true ? mergeJson(merge, files) : undefined
    await deliver(merge.written, files, json, context)
    const labels = words.conversion
    for (const { path, document, reason } of merge.opened)
      if (document === null) terminal.say(words.cli.notRead(path, words.issues[reason ?? 'unknown-format']))
    const { disagreements } = merge.merged
    if (disagreements.length > 0) terminal.say(labels.disagreements(disagreements.length))
    for (const { what, part, stated } of disagreements.slice(0, 20)) {
      const values = stated.map(({ path, value }) => `${value} (${path})`).join(' · ')
      terminal.say(`  ${part ?? ''} ${labels.disagreeing[what]}: ${values}`.replace(/^ {3}/, '  '))
    }
    const codes = merge.opened.map(fileExitCode)
    return codes.every((code) => code === 5) ? 5 : codes.some((code) => code !== 0) ? 3 : 0
  },
})
