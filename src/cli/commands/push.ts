import { defineCommand } from '#cli/command.ts'
import { jsonOption, textOption } from '#cli/options.ts'
import { fail } from '#domain/problem.ts'

export const command = defineCommand({
  path: ['push'],
  summary: (words) => words.server.push,
  arguments: ['<file>'],
  options: [
    { flags: '--server <url>', describe: (words) => words.server.options.server },
    { flags: '--key <key>', describe: (words) => words.server.options.key },
    { flags: '--product <id>', describe: (words) => words.server.options.product },
    { flags: '--path <name>', describe: (words) => words.server.options.path },
    { flags: '--product-version <version>', describe: (words) => words.server.options.productVersion },
    { flags: '--create', describe: (words) => words.server.options.create },
    { flags: '--wait', describe: (words) => words.server.options.wait },
    jsonOption,
  ],
  run: async (input, { terminal, words, environment }) => {
    const path = await import('node:path')
    const { readFileBytes } = await import('#app/read-file.ts')
    const { awaitUpload, pushDocument } = await import('#app/push-document.ts')
    const { openOutside } = await import('#app/outside.ts')
    const [file = ''] = input.positional
    const needed = (name: string): string =>
      textOption(input, name) ?? fail({ code: 'usage', what: `--${name} is needed` })
    const target = { server: needed('server'), key: textOption(input, 'key') ?? environment['HEADWATER_KEY'] ?? null }
    const http = openOutside()
    try {
      const answer = await pushDocument(http, {
        ...target,
        bytes: readFileBytes(file),
        product: needed('product'),
        path: textOption(input, 'path') ?? path.basename(file),
        version: textOption(input, 'productVersion') ?? null,
        isCreating: input.options['create'] === true,
      })
      const token = String(answer['token'])
      terminal.say(words.server.handedIn(token))
      const result = input.options['wait'] === true ? await awaitUpload(http, target, token) : answer
      const state = result['state'] as keyof typeof words.server.states
      if (input.options['json'] === true)
        await terminal.write(`${JSON.stringify({ schemaVersion: 1, ...result }, null, 2)}\n`)
      else await terminal.write(`${words.server.states[state] ?? state}\n`)
      return state === 'failed' ? 3 : 0
    } finally {
      await http.close()
    }
  },
})
