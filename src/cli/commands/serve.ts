import { defineCommand } from '#cli/command.ts'
import { homeOption, textOption } from '#cli/options.ts'
import { fail } from '#domain/problem.ts'

const defaultPort = 4680

export const command = defineCommand({
  path: ['serve'],
  summary: (words) => words.cli.commands.serve,
  arguments: [],
  options: [homeOption, { flags: '--port <number>', describe: (words) => words.cli.options.port }],
  run: async (input, context) => {
    const { withStore } = await import('#app/home.ts')
    const { startServer } = await import('#server/server.ts')
    const { terminal, words, environment, onInterrupt } = context
    const port = readPort(textOption(input, 'port') ?? environment['HEADWATER_PORT'] ?? String(defaultPort))
    return withStore({ home: textOption(input, 'home'), environment }, async (store, home) => {
      const server = await startServer({ store, home, port, words })
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
