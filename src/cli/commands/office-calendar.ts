import { defineCommand } from '#cli/command.ts'
import { homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['office', 'calendar'],
  summary: (words) => words.advice.commands.calendar,
  arguments: ['[folder]'],
  options: [
    { flags: '-o, --output <format[=file]>', describe: (words) => words.advice.options.calendar, repeatable: true },
    homeOption,
    jsonOption,
  ],
  run: async (input, { terminal, words, language, environment }) => {
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const { adviceNow, calendarFile } = await import('#app/run-advice.ts')
    const { writeOutput } = await import('#app/write-report.ts')
    const { adviceWords } = await import('#cli/advice-words.ts')
    const { calendarText } = await import('#cli/office-text.ts')
    const { readOutputs } = await import('#cli/outputs.ts')
    const outputs = readOutputs(input.options, ['ics', 'json'])
    const now = await withStore({ home: textOption(input, 'home'), environment }, (store, home) =>
      adviceNow(store, home, clockOf(environment)(), input.positional[0]),
    )
    const { calendar } = now.assessment.sustain
    const { organization } = now.facts.portfolio
    const written = {
      json: () => `${JSON.stringify({ schemaVersion: 1, asOf: now.assessment.asOf, calendar }, null, 2)}\n`,
      ics: () =>
        calendarFile(calendar, organization.id, now.knownAt, {
          name: words.advice.calendarName(organization.name),
          kinds: words.advice.calendarKinds,
          overdue: words.advice.overdue,
        }),
    }
    for (const { format, file } of outputs) {
      if (file === null) await terminal.write(written[format]())
      else writeOutput(file, written[format]())
    }
    if (outputs.length === 0) await terminal.write(calendarText(now, adviceWords(words, language, organization)))
    return calendar.length === 0 ? 5 : 0
  },
})
