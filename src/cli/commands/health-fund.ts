import { defineCommand } from '#cli/command.ts'
import { countOption, homeOption, jsonOption, textOption } from '#cli/options.ts'

export const command = defineCommand({
  path: ['health', 'fund'],
  summary: (words) => words.practices.fund.summary,
  arguments: [],
  options: [
    { flags: '--budget <amount>', describe: (words) => words.practices.fund.budget },
    { flags: '--currency <code>', describe: (words) => words.practices.fund.currency },
    { flags: '--floor <amount>', describe: (words) => words.practices.fund.floor },
    { flags: '--cap <share>', describe: (words) => words.practices.fund.cap },
    { flags: '--most <count>', describe: (words) => words.practices.fund.most },
    { flags: '--unit <id>', describe: (words) => words.practices.fund.unit },
    homeOption,
    jsonOption,
  ],
  run: async (input, { terminal, words, environment }) => {
    const { clockOf } = await import('#app/clock.ts')
    const { fundBudget } = await import('#app/fund-budget.ts')
    const { withStore } = await import('#app/home.ts')
    const { fail } = await import('#domain/problem.ts')
    const budget = textOption(input, 'budget') ?? fail({ code: 'usage', what: '--budget is missing' })
    const request = {
      budget,
      currency: textOption(input, 'currency'),
      floor: textOption(input, 'floor'),
      cap: textOption(input, 'cap'),
      most: input.options['most'] === undefined ? undefined : countOption(input, 'most', 1),
      unit: textOption(input, 'unit'),
    }
    const funded = await withStore({ home: textOption(input, 'home'), environment }, (store) =>
      fundBudget(store, request, clockOf(environment)()),
    )
    if (input.options['json'] === true) {
      await terminal.write(
        `${JSON.stringify({ schemaVersion: 1, ...funded.plan, figures: funded.figures }, null, 2)}\n`,
      )
    } else {
      const { planText } = await import('#cli/funding-text.ts')
      await terminal.write(planText(funded.plan, words))
    }
    return funded.plan.shares.length === 0 ? 5 : 0
  },
})
