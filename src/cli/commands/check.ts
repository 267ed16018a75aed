import { defineCommand, type CommandInput } from '#cli/command.ts'
import { homeOption, jsonOption, listOption, textOption } from '#cli/options.ts'
import { fail } from '#domain/problem.ts'

/** Findings at or above the limit: the one exit code of a command that fails on what it found. */
const findingsExit = 1

export const command = defineCommand({
  path: ['check'],
  summary: (words) => words.policy.command,
  arguments: ['[path]'],
  options: [
    { flags: '--fail-on <outcome>', describe: (words) => words.policy.options.failOn },
    { flags: '--policy <file>', describe: (words) => words.policy.options.policy },
    { flags: '--decisions <file>', describe: (words) => words.policy.options.decisions, repeatable: true },
    { flags: '--print-policy', describe: (words) => words.policy.options.printPolicy },
    { flags: '--part <purl>', describe: (words) => words.policy.options.part },
    { flags: '--use', describe: (words) => words.policy.options.use },
    { flags: '--contribute', describe: (words) => words.policy.options.contribute },
    { flags: '--product <id>', describe: (words) => words.policy.options.product },
    { flags: '--unit <id>', describe: (words) => words.policy.options.unit },
    homeOption,
    jsonOption,
  ],
  run: async (input, context) => {
    const { clockOf } = await import('#app/clock.ts')
    const { answerPart, checkBytes, checkPath, defaultPolicyText } = await import('#app/check-policy.ts')
    const { withStore } = await import('#app/home.ts')
    const { answerText, checkText } = await import('#cli/policy-text.ts')
    const { terminalProgress } = await import('#cli/progress.ts')
    const { terminal, words, language, environment } = context
    if (input.options['printPolicy'] === true) {
      await terminal.write(defaultPolicyText())
      return 0
    }
    const limit = limitOf(input)
    const isJson = input.options['json'] === true
    const now = clockOf(environment)()
    const part = textOption(input, 'part')
    const isContribute = input.options['contribute'] === true
    if (isContribute && input.options['use'] === true)
      fail({ code: 'usage', what: '--use and --contribute are two questions' })
    return withStore({ home: textOption(input, 'home'), environment }, async (store, home) => {
      const options = {
        home,
        policyFile: textOption(input, 'policy') ?? null,
        decisionFiles: listOption(input, 'decisions'),
      }
      if (part !== undefined) {
        const question = {
          part,
          about: isContribute ? ('contribute' as const) : ('use' as const),
          product: textOption(input, 'product') ?? null,
          unit: textOption(input, 'unit') ?? null,
        }
        const answer = await answerPart(store, question, options, now)
        await terminal.write(
          isJson
            ? `${JSON.stringify({ schemaVersion: 1, ...answer }, null, 2)}\n`
            : answerText({ words, language }, answer),
        )
        return isOver(limit, [{ outcome: answer.outcome }]) ? findingsExit : 0
      }
      const progress = terminalProgress(terminal, words, () => performance.now())
      const path = input.positional[0] ?? '.'
      const checked =
        path === '-'
          ? await checkBytes(store, await bytesFrom(terminal.input), options, now)
          : await checkPath(store, path, options, now, progress)
      progress.finish()
      for (const { file, issue } of checked.expired)
        terminal.say(words.policy.expired(file, issue.where, issue.detail ?? ''))
      for (const { path: file, code } of checked.unread)
        if (code !== 'covered-by-lockfile') terminal.say(words.cli.notRead(file, words.issues[code]))
      await terminal.write(
        isJson
          ? `${JSON.stringify({ schemaVersion: 1, ...checked }, null, 2)}\n`
          : checkText({ words, language }, checked),
      )
      if (isOver(limit, checked.check.findings)) return findingsExit
      if (checked.files === 0) return 5
      return checked.isPartial ? 3 : 0
    })
  },
})

type Limit = 'deny' | 'review' | 'none'

function limitOf(input: CommandInput): Limit {
  const text = textOption(input, 'failOn') ?? 'deny'
  const limits: readonly Limit[] = ['deny', 'review', 'none']
  return (
    limits.find((one) => one === text) ??
    fail({ code: 'usage', what: `--fail-on ${text}: there are ${limits.join(', ')}` })
  )
}

function isOver(limit: Limit, outcomes: readonly { readonly outcome: string }[]): boolean {
  if (limit === 'none') return false
  return outcomes.some(({ outcome }) => outcome === 'deny' || (limit === 'review' && outcome === 'review'))
}

async function bytesFrom(input: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of input) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
