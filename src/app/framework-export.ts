/** The answers to a framework as a table: CSV for spreadsheets, Markdown for people, JSON for programs. */

import type { FrameworkAnswer, ItemAnswer } from '#maturity/frameworks.ts'
import type { MaturityModel } from '#domain/maturity-model.ts'
import type { Language } from '#text/language.ts'
import type { Words } from '#text/words.ts'
import { csvCell } from './lists/export.ts'

export const frameworkFormats = ['markdown', 'csv', 'json'] as const
export type FrameworkFormat = (typeof frameworkFormats)[number]

type Context = { readonly model: MaturityModel; readonly words: Words; readonly language: Language }

/** Ends with a line break. */
export function frameworkText(answer: FrameworkAnswer, format: FrameworkFormat, context: Context): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ schemaVersion: 1, ...answer }, null, 2)}\n`
    case 'csv':
      return rowsOf(answer, context)
        .map((row) => `${row.map(csvCell).join(',')}\r\n`)
        .join('')
    case 'markdown':
      return markdown(answer, context)
  }
}

function markdown(answer: FrameworkAnswer, context: Context): string {
  const { words, language } = context
  const [head = [], ...rows] = rowsOf(answer, context)
  const line = (cells: readonly string[]): string => `| ${cells.map(markdownCell).join(' | ')} |\n`
  const answered = answer.items.filter(({ state }) => state === 'answered').length
  return [
    `# ${answer.title} (${answer.edition}), ${answer.asOf}\n\n`,
    `${words.maturity.answeredOf(answered, answer.items.length)} ${answer.note[language]}\n\n`,
    line(head),
    `|${head.map(() => '---').join('|')}|\n`,
    ...rows.map(line),
  ].join('')
}

/** The head, then one row an item. */
function rowsOf({ items }: FrameworkAnswer, context: Context): readonly (readonly string[])[] {
  const { maturity } = context.words
  return [
    [
      maturity.itemHead,
      maturity.titleHead,
      maturity.stateHead,
      maturity.recordsHead,
      maturity.indicatorHead,
      maturity.missingHead,
      maturity.reasonHead,
    ],
    ...items.map((item) => rowOf(item, context)),
  ]
}

function rowOf(item: ItemAnswer, { model, words, language }: Context): readonly string[] {
  const { maturity } = words
  const kind = new Map(model.recordKinds.map(({ id, label }) => [id, label[language]]))
  return [
    item.item,
    item.title[language],
    maturity.itemStates[item.state],
    item.records.map(({ title, by, on, link }) => [title, by, on, link].filter(Boolean).join(', ')).join('; '),
    item.indicators
      .map(({ indicator, state, grade }) =>
        [indicator, maturity.states[state], grade === null ? '' : `(${maturity.grades[grade]})`].join(' ').trim(),
      )
      .join('; '),
    item.missing.map((id) => kind.get(id) ?? id).join('; '),
    item.gap?.[language] ?? '',
  ]
}

function markdownCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*[\r\n]+\s*/g, ' ')
}
