/** Published benchmarks from `content/benchmarks`. */

import { z } from 'zod'
import type { ReuseBenchmark } from '#domain/assessment/value.ts'
import { entryFields, packFields, readContent } from './content.ts'

const shareSchema = z.strictObject({
  ...packFields,
  entries: z
    .array(
      z.strictObject({
        ...entryFields,
        year: z.int().min(2000).max(2100),
        share: z.number().min(0).max(1),
        codebases: z.int().positive().nullable(),
      }),
    )
    .min(1),
})

/** Shares of open source in code bases, by year. */
export function loadReuseBenchmarks(): readonly ReuseBenchmark[] {
  const { entries } = readContent('benchmarks/open-source-share.yaml', shareSchema)
  return entries
    .map(({ id, year, share, codebases, source }) => ({ id, year, share, codebases, source }))
    .toSorted((a, b) => a.year - b.year || (a.id < b.id ? -1 : 1))
}
