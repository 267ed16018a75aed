import { defineCommand } from '#cli/command.ts'
import { jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['admin', 'notify', 'test'],
  summary: (words) => words.administration.commands.notifyTest,
  arguments: [],
  options: [
    { flags: '--mail <address>', describe: (words) => words.administration.options.mailTo },
    { flags: '--webhook <url>', describe: (words) => words.administration.options.webhook },
    jsonOption,
  ],
  run: async (input, { terminal, words, environment }) => {
    const { clockOf } = await import('#app/clock.ts')
    const { testNotification } = await import('#app/test-notification.ts')
    const options = {
      environment,
      mailTo: textOption(input, 'mail'),
      webhook: textOption(input, 'webhook'),
    }
    const results = await testNotification(options, words, clockOf(environment)())
    const { administration } = words
    if (input.options['json'] === true)
      await terminal.write(`${JSON.stringify({ schemaVersion: 1, results }, null, 2)}\n`)
    else
      for (const { channel, address, answer } of results)
        await terminal.write(
          answer.kind === 'sent'
            ? `${administration.sent(administration.channels[channel], address)}\n`
            : `${administration.notSent(administration.channels[channel], address, administration.sendReasons[answer.why])}\n`,
        )
    return results.every(({ answer }) => answer.kind === 'sent') ? 0 : 3
  },
})
