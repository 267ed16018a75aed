/** Blocks in plain text: what Markdown and the terminal share. */

import { shapes } from '#charts/state.ts'
import type { Cell, Inline, Text } from './block.ts'
import { coverageWords, figureWords, valueWords } from './figure-words.ts'
import type { Report } from './report.ts'

/** How a format writes foreign text, figures and the unknown. */
export type Style = {
  readonly code: (text: string) => string
  readonly foreign: (text: string) => string
  readonly state: (shape: string, word: string) => string
}

type Speech = Pick<Report, 'words' | 'formats'>

export function textPlain(content: Text, speech: Speech, style: Style): string {
  return content.map((inline) => inlinePlain(inline, speech, style)).join('')
}

function inlinePlain(inline: Inline, speech: Speech, style: Style): string {
  if (typeof inline === 'string') return inline
  switch (inline.type) {
    case 'figure':
      return inline.view.figure.known
        ? figureWords(inline.view, speech)
        : style.state(shapes.unknown, figureWords(inline.view, speech))
    case 'code':
      return style.code(inline.text)
    case 'name':
      return style.foreign(inline.text)
    case 'names': {
      const shown = inline.texts.slice(0, inline.most).map(inline.isCode === true ? style.code : style.foreign)
      const rest = inline.texts.length - shown.length
      return (
        shown.join(speech.words.report.listSeparator) +
        (rest > 0 ? ` ${speech.words.report.andMore(speech.formats.count(rest))}` : '')
      )
    }
    case 'date':
      return style.foreign(speech.formats.date(inline.date))
    case 'state':
      return style.state(shapes[inline.state], inline.word)
  }
}

export function cellPlain(cell: Cell, speech: Speech, style: Style): string {
  const { formats } = speech
  switch (cell.type) {
    case 'text':
      return textPlain(cell.content, speech, style)
    case 'number':
      return formats.count(cell.value)
    case 'band':
      return valueWords(cell.band, cell.unit, 'range', formats)
    case 'money':
      return valueWords(cell.band, 'money', 'range', formats)
    case 'figure':
      return textPlain([cell], speech, style)
    case 'state':
      return style.state(shapes[cell.state], cell.word)
    case 'date':
      return style.foreign(formats.date(cell.date))
    case 'coverage':
      return coverageWords(cell.coverage, speech)
    case 'unknown':
      return style.state(shapes.unknown, cell.reason)
  }
}
