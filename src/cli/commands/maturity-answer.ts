import { defineCommand } from '#cli/command.ts'
import { homeOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['maturity', 'answer'],
  summary: (words) => words.maturity.commands.answer,
  arguments: [],
  options: [
    { flags: '--unit <id>', describe: (words) => words.maturity.options.unit },
    { flags: '--answers <file>', describe: (words) => words.maturity.options.answers },
    homeOption,
  ],
  run: async (input, { terminal, words, language, environment }) => {
    const { clockOf } = await import('#app/clock.ts')
    const { withStore } = await import('#app/home.ts')
    const { maturityNow, questionsFor, recordAnswers, unitAsked } = await import('#app/run-maturity.ts')
    const { questionsText } = await import('#cli/maturity-text.ts')
    const time = clockOf(environment)()
    const place = { home: textOption(input, 'home'), environment }
    const file = textOption(input, 'answers')
    if (file !== undefined) {
      const taken = await withStore(place, (store) => recordAnswers(store, file, time))
      terminal.say(words.maturity.recorded(taken.records, taken.answers))
      return 0
    }
    const now = await withStore(place, (store) => maturityNow(store, time))
    const unit = unitAsked(now, textOption(input, 'unit'))
    await terminal.write(questionsText({ now, words, language }, questionsFor(now, unit), unit))
    return 0
  },
})
