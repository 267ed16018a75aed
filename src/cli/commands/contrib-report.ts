import { defineCommand } from '#cli/command.ts'
import { dayOption, homeOption, jsonOption, listOption, textOption } from '#cli/options.ts'
import { fail } from '#domain/problem.ts'

export const command = defineCommand({
  path: ['contrib', 'report'],
  summary: (words) => words.contributions.commands.report,
  arguments: ['[paths...]'],
  options: [
    { flags: '--clones <dir>', describe: (words) => words.contributions.options.clones, repeatable: true },
    { flags: '--export <file>', describe: (words) => words.contributions.options.export, repeatable: true },
    { flags: '--readmit', describe: (words) => words.contributions.options.readmit },
    { flags: '--as-of <date>', describe: (words) => words.cli.options.asOf },
    homeOption,
    jsonOption,
  ],
  run: async (input, context) => {
    const { clockOf, dayOf } = await import('#app/clock.ts')
    const { contributionReport } = await import('#app/contribution-report.ts')
    const { withStore } = await import('#app/home.ts')
    const { surveyContributions } = await import('#app/survey-contributions.ts')
    const { terminalProgress } = await import('#cli/progress.ts')
    const { terminal, words, language, environment } = context
    const clones = listOption(input, 'clones')
    const exports = listOption(input, 'export')
    const isReadmitting = input.options['readmit'] === true
    if (input.positional.length === 0 && (clones.length > 0 || exports.length > 0 || isReadmitting))
      fail({ code: 'usage', what: '--clones, --export and --readmit need a PATH that is recorded' })
    const now = clockOf(environment)()
    const asOf = dayOption(input, 'asOf', '--as-of') ?? dayOf(now)
    const progress = terminalProgress(terminal, words, () => performance.now())
    return withStore({ home: textOption(input, 'home'), environment }, async (store, home) => {
      const options = { home, clones, exports, isReadmitting }
      const recorded =
        input.positional.length === 0
          ? undefined
          : await surveyContributions(store, input.positional, options, { asOf, now }, progress)
      progress.finish()
      const report = await contributionReport(store, { asOf, knownAt: now })
      if (input.options['json'] === true)
        await terminal.write(`${JSON.stringify({ schemaVersion: 1, ...report }, null, 2)}\n`)
      else {
        const { contributionReportText } = await import('#cli/contribution-report-text.ts')
        await terminal.write(contributionReportText(report, words, language))
      }
      for (const { path, issue } of recorded?.issues ?? [])
        terminal.say(
          words.cli.notRead(path === issue.where ? path : `${path}, ${issue.where}`, words.issues[issue.code]),
        )
      for (const person of recorded?.refusedPeople ?? []) terminal.say(words.contributions.refusedPerson(person))
      const isPart = recorded?.issues.some(({ issue }) => issue.code !== 'cycle' && issue.code !== 'no-commits')
      return isPart === true || (recorded?.refusedPeople.length ?? 0) > 0 ? 3 : 0
    })
  },
})
