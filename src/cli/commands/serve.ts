import { defineCommand } from '#cli/command.ts'
import { countOption, homeOption, textOption } from '#cli/options.ts'
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
    { flags: '--workers <number>', describe: (words) => words.server.options.workers },
  ],
  run: async (input, context) => {
    const { issueSetupLink, linkAddress } = await import('#app/access/links.ts')
    const { accessSettings, keepsSessions } = await import('#app/access/request.ts')
    const { clockOf } = await import('#app/clock.ts')
    const { storeOptions, withStore } = await import('#app/home.ts')
    const { startJobThreads } = await import('#app/job-threads.ts')
    const { makeNewestAhead } = await import('#app/kept-reports.ts')
    const { keepDelivering } = await import('#app/keep-delivering.ts')
    const { untilStopped } = await import('#cli/until-stopped.ts')
    const { isLoopbackAddress, startServer } = await import('#server/server.ts')
    const { terminal, words, language, environment } = context
    const port = readPort(textOption(input, 'port') ?? environment['HEADWATER_PORT'] ?? String(defaultPort))
    const host = textOption(input, 'host') ?? environment['HEADWATER_HOST'] ?? '127.0.0.1'
    const workers = countOption(input, 'workers', 1)
    const where = { home: textOption(input, 'home'), environment }
    return withStore(where, async (store, home) => {
      const clock = clockOf(environment)
      const access = accessSettings(environment, { isLoopbackOnly: isLoopbackAddress(host), offline: false })
      // Whoever sits at a machine that serves itself alone needs no account.
      const secret = access.isLoopbackOnly ? undefined : await issueSetupLink(store, clock())
      if (secret !== undefined && access.publicAddress === null) fail({ code: 'accounts-needed', host })
      const logLevel = environment['HEADWATER_LOG'] ?? 'warn'
      await makeNewestAhead(store, language)
      const server = await startServer({ store, home, clock, language, host, port, logLevel, access })
      const threads = startJobThreads({
        store,
        options: storeOptions(where),
        home,
        environment,
        language,
        hasUrgent: workers > 0,
        general: workers,
        onBug: (id, text) => terminal.say(`${words.cli.bug(id)}\n${text}`),
      })
      const delivering = keepDelivering(store, words, environment)
      const stopped = untilStopped(context)
      terminal.say(words.cli.serving(server.address))
      if (!keepsSessions(access)) terminal.say(words.access.needsHttps('HEADWATER_PUBLIC_URL'))
      if (secret !== undefined)
        terminal.say(words.access.setupLink(linkAddress(access.publicAddress ?? server.address, secret)))
      await stopped
      await server.close()
      await delivering.stop()
      await threads.stop()
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
