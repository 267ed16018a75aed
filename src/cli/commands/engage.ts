import { defineCommand } from '#cli/command.ts'
import { countOption, homeOption, jsonOption, listOption, textOption } from '#cli/options.ts'
import { fail } from '#domain/problem.ts'

const mostListed = 25

export const command = defineCommand({
  path: ['engage'],
  summary: (words) => words.engagement.commands.engage,
  arguments: ['[part]'],
  options: [
    { flags: '--unit <id>', describe: (words) => words.engagement.options.unit },
    { flags: '--list', describe: (words) => words.engagement.options.list },
    { flags: '--most <count>', describe: (words) => words.health.commands.most },
    { flags: '--new <need>', describe: (words) => words.engagement.options.new },
    { flags: '--answer <question=yes>', describe: (words) => words.engagement.options.answer, repeatable: true },
    homeOption,
    jsonOption,
  ],
  run: async (input, { terminal, words, language, environment }) => {
    const { clockOf } = await import('#app/clock.ts')
    const { benefitLabel, engageList, engageNew, engageOn, engagementOptionTexts } = await import('#app/counsel.ts')
    const { withStore } = await import('#app/home.ts')
    const { adviceListText, adviceText, newNeedText } = await import('#cli/engagement-text.ts')
    const [part] = input.positional
    const need = textOption(input, 'new')
    const most = countOption(input, 'most', mostListed)
    const isList = input.options['list'] === true
    if ([part !== undefined, need !== undefined, isList].filter(Boolean).length !== 1)
      fail({ code: 'usage', what: 'engage takes one of PART, --list and --new NEED' })
    const unit = textOption(input, 'unit')
    const now = clockOf(environment)()
    const benefit = (id: string): string => benefitLabel(id, language)
    const shown = { options: engagementOptionTexts(), benefit, words, language }
    const write = async (answer: object, text: () => string): Promise<void> =>
      terminal.write(
        input.options['json'] === true ? `${JSON.stringify({ schemaVersion: 1, ...answer }, null, 2)}\n` : text(),
      )
    return withStore({ home: textOption(input, 'home'), environment }, async (store) => {
      if (isList) {
        const assessment = await engageList(store, now, unit)
        await write(assessment, () => adviceListText(shown, assessment, most))
        return assessment.advice.length === 0 ? 5 : 0
      }
      if (need !== undefined) {
        const found = await engageNew(store, need, listOption(input, 'answer'), now)
        await write(found, () => newNeedText(shown, found))
        return 0
      }
      const advice = await engageOn(store, part ?? '', now, unit)
      await write(advice, () => adviceText(shown, advice))
      return 0
    })
  },
})
