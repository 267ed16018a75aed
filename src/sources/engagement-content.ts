/** The ways of engaging from `content/advice`. */

import { z } from 'zod'
import { engagementOptions, type EngagementOption, type EngagementOptionText } from '#domain/engagement.ts'
import { fail } from '#domain/problem.ts'
import { entryFields, packFields, readContent } from './content.ts'

let loaded: readonly EngagementOptionText[] | undefined

/** One entry a number, in their order. Throws `config-invalid` when one is missing: the guide could not name it. */
export function loadEngagementOptions(): readonly EngagementOptionText[] {
  loaded ??= readOptions()
  return loaded
}

const file = 'advice/engagement-options.yaml'

function readOptions(): readonly EngagementOptionText[] {
  const { options } = readContent(file, schema)
  return engagementOptions.map((number) => {
    const found = options.filter((one) => one.number === number)
    const [only] = found
    if (only === undefined || found.length > 1)
      return fail({
        code: 'config-invalid',
        file: `content/${file}`,
        where: 'options',
        what: `must have one entry with the number ${number}, has ${found.length}`,
      })
    const { 'source-license': sourceLicense, cost, ...option } = only
    return {
      ...option,
      number: number satisfies EngagementOption,
      sourceLicense,
      cost: {
        assumption: cost.assumption,
        hours: cost.hours ?? null,
        amount: cost.amount ?? null,
        isPriced: cost.priced,
      },
    }
  })
}

const text = z.string().min(1)
const texts = z.strictObject({ en: text, de: text, ja: text })
const amount = z.number().min(0)
const band = z
  .strictObject({ low: amount, central: amount, high: amount })
  .refine(({ low, central, high }) => low <= central && central <= high, 'must rise from "low" to "high"')

const schema = z.strictObject({
  ...packFields,
  options: z.array(
    z.strictObject({
      ...entryFields,
      number: z.int().min(0).max(13),
      label: texts,
      explanation: texts,
      benefits: z.array(z.string().regex(/^V[A-Z]\d+$/, 'must be the id of a benefit such as VB1')).min(1),
      cost: z
        .strictObject({
          assumption: text,
          hours: band.optional(),
          amount: band.optional(),
          priced: z.boolean().default(false),
        })
        .refine(
          ({ hours, amount: money, priced }) => priced !== ((hours ?? money) !== undefined),
          'must have "hours" or "amount", or be "priced"',
        ),
    }),
  ),
})
