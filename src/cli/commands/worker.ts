import { defineCommand } from '#cli/command.ts'
import { countOption, homeOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['worker'],
  summary: (words) => words.server.worker,
  arguments: [],
  options: [homeOption, { flags: '--jobs <number>', describe: (words) => words.server.options.jobs }],
  run: async (input, context) => {
    const { storeOptions, withStore } = await import('#app/home.ts')
    const { startJobThreads } = await import('#app/job-threads.ts')
    const { keepDelivering } = await import('#app/keep-delivering.ts')
    const { untilStopped } = await import('#cli/until-stopped.ts')
    const { terminal, words, language, environment } = context
    const jobs = Math.max(1, countOption(input, 'jobs', 2))
    const where = { home: textOption(input, 'home'), environment }
    return withStore(where, async (store, home) => {
      const threads = startJobThreads({
        store,
        options: storeOptions(where),
        home,
        environment,
        language,
        hasUrgent: jobs > 1,
        general: jobs > 1 ? jobs - 1 : 1,
        onBug: (id, text) => terminal.say(`${words.cli.bug(id)}\n${text}`),
      })
      const delivering = keepDelivering(store, words, environment)
      const stopped = untilStopped(context)
      terminal.say(words.server.working(jobs))
      await stopped
      await delivering.stop()
      await threads.stop()
      return 0
    })
  },
})
