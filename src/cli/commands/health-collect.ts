import { defineCommand } from '#cli/command.ts'
import { dayOption, homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['health', 'collect'],
  summary: (words) => words.health.commands.collect,
  arguments: ['<clone...>'],
  options: [{ flags: '--until <date>', describe: (words) => words.health.commands.until }, homeOption, jsonOption],
  run: async (input, { terminal, words, environment }) => {
    const { clockOf, dayOf } = await import('#app/clock.ts')
    const { collectHealth } = await import('#app/health-questions.ts')
    const { erasedSignaturesOf } = await import('#app/erased-signatures.ts')
    const { homeFolder } = await import('#app/home.ts')
    const { isLossy } = await import('#app/lossy.ts')
    const { terminalProgress } = await import('#cli/progress.ts')
    const until = dayOption(input, 'until', '--until')
    const home = homeFolder({ home: textOption(input, 'home'), environment })
    const progress = terminalProgress(terminal, words, () => performance.now())
    const found = await collectHealth(input.positional, {
      asOf: until ?? dayOf(clockOf(environment)()),
      home,
      progress,
      concealment: await erasedSignaturesOf(home, environment),
    })
    progress.finish()
    if (input.options['json'] === true)
      await terminal.write(`${JSON.stringify({ schemaVersion: 1, ...found }, null, 2)}\n`)
    else {
      const { collectedText } = await import('#cli/health-text.ts')
      await terminal.write(collectedText(found, words))
    }
    const issues = [...found.issues, ...found.projects.flatMap(({ issues: some }) => some)]
    for (const { where, code } of issues) terminal.say(words.cli.notRead(where, words.issues[code]))
    if (found.projects.length === 0) return 5
    return found.issues.length > 0 || issues.some(({ code }) => isLossy(code)) ? 3 : 0
  },
})
