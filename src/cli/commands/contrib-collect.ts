import { defineCommand } from '#cli/command.ts'
import { dayOption, homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['contrib', 'collect'],
  summary: (words) => words.cli.commands['contrib-collect'],
  arguments: ['<repository...>'],
  options: [
    { flags: '--revision <rev>', describe: (words) => words.cli.contributions.revision },
    { flags: '--until <date>', describe: (words) => words.cli.contributions.until },
    { flags: '--organization <file>', describe: (words) => words.cli.contributions.organization },
    { flags: '--names', describe: (words) => words.cli.contributions.names },
    homeOption,
    jsonOption,
  ],
  run: async (input, context) => {
    const { collectContributions } = await import('#app/collect-contributions.ts')
    const { homeFolder } = await import('#app/home.ts')
    const { erasedSignaturesOf } = await import('#app/erased-signatures.ts')
    const { isLossy } = await import('#app/lossy.ts')
    const { terminalProgress } = await import('#cli/progress.ts')
    const { terminal, words, environment } = context
    const until = dayOption(input, 'until', '--until')
    const progress = terminalProgress(terminal, words, () => performance.now())
    const home = homeFolder({ home: textOption(input, 'home'), environment })
    const options = {
      repositories: input.positional,
      revision: textOption(input, 'revision'),
      until,
      organization: textOption(input, 'organization'),
      withNames: input.options['names'] === true,
      home,
      concealment: await erasedSignaturesOf(home, environment),
    }
    const found = await collectContributions(options, progress)
    progress.finish()
    if (input.options['json'] === true)
      await terminal.write(`${JSON.stringify({ schemaVersion: 1, ...found }, null, 2)}\n`)
    else {
      const { contributionText } = await import('#cli/contribution-text.ts')
      await terminal.write(contributionText(found, words))
    }
    const issues = [...found.issues, ...found.repositories.flatMap(({ issues: some }) => some)]
    for (const { where, code } of issues) terminal.say(words.cli.notRead(where, words.issues[code]))
    if (found.repositories.length === 0) return 5
    return issues.some(({ code }) => isLossy(code) || code === 'contents-missing') || found.issues.length > 0 ? 3 : 0
  },
})
