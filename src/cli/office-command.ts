/** What the commands about the office share: they read what is kept, and show one view of it as text or JSON. */

import type { AdviceNow } from '#app/run-advice.ts'
import type { Words } from '#text/words.ts'
import type { AdviceWords } from './advice-words.ts'
import { defineCommand, type Command } from './command.ts'
import { homeOption, jsonOption, textOption } from './options.ts'

type View = {
  readonly name: string
  readonly summary: (words: Words) => string
  readonly json: (now: AdviceNow) => Readonly<Record<string, unknown>>
  /** Imported when it is needed. */
  readonly text: () => Promise<(now: AdviceNow, tell: AdviceWords) => string>
}

export function officeCommand({ name, summary, json, text }: View): Command {
  return defineCommand({
    path: ['office', name],
    summary,
    arguments: ['[folder]'],
    options: [homeOption, jsonOption],
    run: async (input, { terminal, words, language, environment }) => {
      const { clockOf } = await import('#app/clock.ts')
      const { withStore } = await import('#app/home.ts')
      const { adviceNow } = await import('#app/run-advice.ts')
      const { adviceWords } = await import('./advice-words.ts')
      const now = await withStore({ home: textOption(input, 'home'), environment }, (store, home) =>
        adviceNow(store, home, clockOf(environment)(), input.positional[0]),
      )
      const tell = adviceWords(words, language, now.facts.portfolio.organization)
      await terminal.write(
        input.options['json'] === true
          ? `${JSON.stringify({ schemaVersion: 1, asOf: now.assessment.asOf, ...json(now) }, null, 2)}\n`
          : (await text())(now, tell),
      )
      return 0
    },
  })
}
