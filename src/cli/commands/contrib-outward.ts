import { defineCommand } from '#cli/command.ts'
import { jsonOption, textOption } from '#cli/options.ts'
import { fail } from '#domain/problem.ts'

export const command = defineCommand({
  path: ['contrib', 'outward'],
  summary: (words) => words.contributions.commands.outward,
  arguments: ['<file>'],
  options: [
    { flags: '--organization <file>', describe: (words) => words.contributions.options.organization },
    jsonOption,
  ],
  run: async (input, { terminal, words, language }) => {
    const { outwardReport } = await import('#app/outward-report.ts')
    const organization =
      textOption(input, 'organization') ?? fail({ code: 'usage', what: '--organization FILE is needed' })
    const [file = ''] = input.positional
    const report = outwardReport(file, organization)
    if (input.options['json'] === true)
      await terminal.write(`${JSON.stringify({ schemaVersion: 1, ...report }, null, 2)}\n`)
    else {
      const { outwardText } = await import('#cli/contribution-report-text.ts')
      const { formatsFor } = await import('#text/formats.ts')
      await terminal.write(outwardText(report, words, formatsFor(language)))
    }
    for (const { where, code } of report.issues)
      terminal.say(words.cli.notRead(where === file ? file : `${file}, ${where}`, words.issues[code]))
    if (report.rows === 0) return 5
    return report.issues.length > 0 ? 3 : 0
  },
})
