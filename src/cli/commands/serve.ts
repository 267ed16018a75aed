import { defineCommand } from '#cli/command.ts'
import { homeOption, textOption } from '#cli/options.ts'
import { fail } from '#domain/problem.ts'

const defaultPort = 4680

export const command = defineCommand({
  path: ['serve'],
  summary: (words) => words.cli.commands.serve,
  arguments: [],
  options: [
    homeOption,
    { flags: '--port <number>', describe: (words) => words.cli.options.port },
    { flags: '--host <address>', describe: (words) => words.server.options.host },
  ],
  run: async (input, context) => {
    const { hasAccounts } = await import('#app/accounts.ts')
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const { isLoopbackAddress, startServer } = await import('#server/server.ts')
    const { terminal, words, language, environment, onInterrupt } = context
    const port = readPort(textOption(input, 'port') ?? environment['HEADWATER_PORT'] ?? String(defaultPort))
    const host = textOption(input, 'host') ?? environment['HEADWATER_HOST'] ?? '127.0.0.1'
    return withStore({ home: textOption(input, 'home'), environment }, async (store, home) => {
      if (!isLoopbackAddress(host) && !(await hasAccounts(store))) fail({ code: 'accounts-needed', host })
      const clock = clockOf(environment)
      const logLevel = environment['HEADWATER_LOG'] ?? 'warn'
      const server = await startServer({ store, home, clock, language, host, port, logLevel })
      terminal.say(words.cli.serving(server.address))
      await new Promise<void>((resolve) => {
        onInterrupt(resolve)
        process.once('SIGTERM', resolve)
      })
      await server.close()
      return 0
    })
  },
})

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1
  return port >= 0 && port <= 65_535
    ? port
    : fail({ code: 'usage', what: `--port ${text}: a number from 0 to 65535 is needed` })
}
