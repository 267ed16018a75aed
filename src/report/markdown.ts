/** A report in Markdown (GitHub's tables), for wikis and merge requests. Foreign text cannot mark up. */

import type { Block, Table } from './block.ts'
import { coverageWords } from './figure-words.ts'
import { cellPlain, textPlain, type Style } from './plain-text.ts'
import type { Report } from './report.ts'
import { shapes } from '#charts/state.ts'

const style: Style = {
  code: (text) => codeSpan(text),
  foreign: (text) => escaped(text),
  state: (shape, word) => `${shape} ${escaped(word)}`,
}

export function renderMarkdown(report: Report): string {
  const { report: labels } = report.words
  const head = [
    `# ${escaped(report.title)}`,
    `${labels.asOf} ${escaped(report.formats.date(report.asOf))} · ${labels.generated} ${escaped(report.formats.time(report.generatedAt))}`,
  ]
  const sections = report.sections.flatMap(({ label, explanation, blocks }) => [
    `## ${label}`,
    explanation,
    ...blocks.flatMap((block) => blockMarkdown(block, report)),
  ])
  return `${[...head, ...sections].filter((line) => line !== '').join('\n\n')}\n`
}

function blockMarkdown(block: Block, report: Report): readonly string[] {
  const text = (content: Parameters<typeof textPlain>[0]) => textPlain(content, report, style)
  const { personMonths } = report.words.report
  switch (block.type) {
    case 'heading':
      return [`### ${block.text}`]
    case 'paragraph':
      return [text(block.content)]
    case 'figures':
      return [
        block.items
          .map(
            ({ label, view }) =>
              `- ${label}: **${text([{ type: 'figure', view }])}**${view.coverage === undefined ? '' : ` (${coverageWords(view.coverage, report)})`}`,
          )
          .join('\n'),
      ]
    case 'band': {
      const unit = block.view.figure.known && block.view.unit === 'person-months' ? ` ${personMonths}` : ''
      const coverage = block.view.coverage === undefined ? '' : ` (${coverageWords(block.view.coverage, report)})`
      return [
        `**${block.label}**: ${text([{ type: 'figure', view: block.view }])}${unit}${coverage}`,
        ...(block.note === undefined ? [] : [text(block.note)]),
      ]
    }
    case 'answers':
      return block.items.flatMap(({ question, view, unit, sentences, states }) => [
        `### ${question}`,
        `**${text([{ type: 'figure', view }])}**${view.figure.known ? ` ${unit}` : ''} ${sentences.map(text).join(report.words.report.sentenceSpace)}`,
        states
          .map(
            ({ state, word, view: count }) => `- ${shapes[state]} ${word}: ${text([{ type: 'figure', view: count }])}`,
          )
          .join('\n'),
      ])
    case 'table':
      return tableMarkdown(block, report)
    case 'chart':
      return [`### ${block.label}`, block.explanation, ...tableMarkdown(block.twin, report)]
    case 'list':
      return [block.items.map((item, index) => `${index + 1}. ${text(item)}`).join('\n')]
    case 'callout':
      return [
        [
          `**${block.label}**: ${text(block.title)}`,
          ...block.body.map(text),
          ...(block.command === undefined ? [] : [codeSpan(block.command)]),
        ]
          .map((line) => `> ${line}`)
          .join('\n>\n'),
      ]
    case 'columns':
      return block.columns.flatMap((column) => column.flatMap((inner) => blockMarkdown(inner, report)))
    case 'details':
      return [`### ${block.label}`, ...block.blocks.flatMap((inner) => blockMarkdown(inner, report))]
  }
}

function tableMarkdown({ caption, note, columns, rows, more }: Table, report: Report): readonly string[] {
  const head = `| ${columns.map(({ label }) => label).join(' | ')} |`
  const rule = `|${columns.map(({ type }) => (type === 'number' ? ' ---: ' : ' --- ')).join('|')}|`
  const body = rows.map(
    (row) => `| ${row.map((cell) => cellPlain(cell, report, style).replaceAll('\n', ' ')).join(' | ')} |`,
  )
  const rest = more > 0 ? [report.words.report.moreRows(report.formats.count(more))] : []
  return [`**${caption}**`, [head, rule, ...body].join('\n'), ...rest, ...(note === undefined ? [] : [note])]
}

function escaped(text: string): string {
  return harmless(text).replace(/[\\`*_{}[\]<>#|!~&]/g, (character) =>
    character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`,
  )
}

/** A pipe ends a table cell even inside code, so it is written as an escape there. */
function codeSpan(text: string): string {
  const plain = harmless(text).replaceAll('|', '\\|')
  const longest = Math.max(0, ...(plain.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const space = plain.startsWith('`') || plain.endsWith('`') ? ' ' : ''
  return plain === '' ? '' : `${fence}${space}${plain}${space}${fence}`
}

/** One line, and nothing that turns it around. */
function harmless(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').replace(/[\u202A-\u202E\u2066-\u2069]/g, '\uFFFD')
}
