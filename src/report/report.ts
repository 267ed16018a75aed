/** A report, before any format. */

import type { FigureId, IsoDate, IsoTime } from '#domain/figure.ts'
import type { Formats } from '#text/formats.ts'
import type { Language } from '#text/language.ts'
import type { Words } from '#text/words.ts'
import type { Block } from './block.ts'
import type { Explanation } from './explanation.ts'

export type RenderedSection = {
  readonly id: string
  readonly label: string
  readonly explanation: string
  readonly source: string
  readonly blocks: readonly Block[]
}

export type Report = {
  readonly title: string
  readonly organization: string
  readonly language: Language
  readonly words: Words
  readonly formats: Formats
  readonly asOf: IsoDate
  readonly knownAt: IsoTime
  readonly generatedAt: IsoTime
  readonly sections: readonly RenderedSection[]
  /** What a person reads in the terminal after `assess`. */
  readonly summary: readonly Block[]
  /** The working of every figure that is shown, in reading order. */
  readonly explanations: ReadonlyMap<FigureId, Explanation>
}
