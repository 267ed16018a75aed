/** The benchmarks that ship as data in `content/benchmarks`. */

import { z } from 'zod'
import { benchmarkIds, benchmarkUnits, type BenchmarkStudy } from '#domain/benchmark.ts'
import { entryFields, packFields, readContent } from './content.ts'

const study = z.strictObject({
  ...packFields,
  ...entryFields,
  title: z.string(),
  publisher: z.string(),
  published: z.iso.date(),
  basis: z.literal('survey-average'),
  respondents: z.int().positive(),
  'respondent-kind': z.literal('organizations'),
  note: z.string(),
  benchmarks: z
    .array(
      z.strictObject({
        id: z.enum(benchmarkIds),
        value: z.string(),
        unit: z.enum(benchmarkUnits),
        isAbout: z.boolean().default(false),
      }),
    )
    .min(1),
})

/** What giving back costs and returns on average. Throws `config-invalid` with the line when the file does not follow the schema. */
export function readContributionBenchmarks(): BenchmarkStudy {
  const read = readContent('benchmarks/contribution-roi.yaml', study)
  return {
    id: read.id,
    title: read.title,
    publisher: read.publisher,
    published: read.published,
    basis: read.basis,
    respondents: read.respondents,
    source: read.source,
    sourceLicense: read['source-license'],
    note: read.note,
    benchmarks: read.benchmarks,
  }
}
