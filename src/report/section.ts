/**
 * The contract of a report section. To add one, write `sections/<id>.ts` and run `npm run generate`. A section returns
 * blocks and knows no format; what it shows as a number is a figure or a count of the rows of a table.
 */

import type { Words } from '#text/words.ts'
import type { Block } from './block.ts'
import type { ReportContext } from './report-context.ts'

export type Section = {
  /** The file name. */
  readonly id: string
  /** Sections stand in ascending order; leave room between two numbers. */
  readonly order: number
  readonly label: (words: Words) => string
  readonly explanation: (words: Words) => string
  /** The document or standard that the section's method comes from. */
  readonly source: string
  readonly render: (context: ReportContext) => readonly Block[]
}

export function defineSection(section: Section): Section {
  return section
}
