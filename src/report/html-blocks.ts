/** Blocks in HTML. */

import { escapeMarkup } from '#charts/svg.ts'
import type { Answer, Block, Cell, Column, Table } from './block.ts'
import { coverageWords, sizeOf, valueWords } from './figure-words.ts'
import {
  commandHtml,
  coverageHtml,
  dateHtml,
  figureHtml,
  stateHtml,
  textHtml,
  unknownHtml,
  type HtmlContext,
} from './html-text.ts'

export function blocksHtml(blocks: readonly Block[], context: HtmlContext): string {
  return blocks.map((block) => blockHtml(block, context)).join('\n')
}

function blockHtml(block: Block, context: HtmlContext): string {
  switch (block.type) {
    case 'heading':
      return `<h3>${escapeMarkup(block.text)}</h3>`
    case 'paragraph':
      return `<p${block.tone === undefined ? '' : ` class="${block.tone}"`}>${textHtml(block.content, context)}</p>`
    case 'figures':
      return `<dl class="figures">${block.items.map(({ label, view, state }) => `<div><dt>${state === undefined ? escapeMarkup(label) : stateHtml(state, label)}</dt><dd>${figureHtml(view, context)}</dd>${view.coverage === undefined ? '' : `<dd>${coverageHtml(view, context)}</dd>`}</div>`).join('')}</dl>`
    case 'band':
      return bandHtml(block, context)
    case 'answers':
      return `<div class="answers">${block.items.map((item) => answerHtml(item, context)).join('')}</div>`
    case 'table':
      return tableHtml(block, context)
    case 'chart':
      return chartHtml(block, context)
    case 'list':
      return `<ol>${block.items.map((item) => `<li>${textHtml(item, context)}</li>`).join('')}</ol>`
    case 'callout':
      return calloutHtml(block, context)
    case 'columns': {
      const columns = block.columns.filter((column) => column.length > 0)
      return `<div class="columns">${columns.map((column) => `<div>${blocksHtml(column, context)}</div>`).join('')}</div>`
    }
    case 'details':
      return `<details><summary>${escapeMarkup(block.label)}</summary>${blocksHtml(block.blocks, context)}</details>`
  }
}

function answerHtml({ question, view, unit, sentences, picture, states }: Answer, context: HtmlContext): string {
  const figure = `<p class="lead">${figureHtml(view, context)} ${view.figure.known ? `<span class="unit">${escapeMarkup(unit)}</span>` : ''}</p>`
  const counts = states
    .map(
      ({ state, word, view: count }) =>
        `<li class="state ${state}">${stateHtml(state, word)} ${figureHtml(count, context)}</li>`,
    )
    .join('')
  return [
    `<section class="answer"><h3>${escapeMarkup(question)}</h3>`,
    figure,
    picture ?? '',
    view.coverage === undefined || picture === null
      ? ''
      : `<p class="note drawn">${coverageHtml(view, context, true)}</p>`,
    `<p>${sentences.map((sentence) => textHtml(sentence, context)).join(escapeMarkup(context.words.report.sentenceSpace))}</p>`,
    counts === '' ? '' : `<ul class="states">${counts}</ul>`,
    view.coverage === undefined || picture !== null ? '' : `<p class="note">${coverageHtml(view, context)}</p>`,
    '</section>',
  ].join('')
}

function bandHtml({ label, view, picture, note }: Extract<Block, { type: 'band' }>, context: HtmlContext): string {
  const unit =
    view.unit === 'person-months' ? ` <span class="unit">${escapeMarkup(context.words.report.personMonths)}</span>` : ''
  return [
    `<div class="band"><p class="label">${escapeMarkup(label)}</p>`,
    `<p class="value">${figureHtml(view, context)}${view.figure.known ? unit : ''}</p>`,
    picture ?? '',
    view.coverage === undefined ? '' : `<p class="note">${coverageHtml(view, context, picture !== null)}</p>`,
    note === undefined ? '' : `<p class="note">${textHtml(note, context)}</p>`,
    '</div>',
  ].join('')
}

function calloutHtml(
  { tone, label, title, body, command }: Extract<Block, { type: 'callout' }>,
  context: HtmlContext,
): string {
  return [
    `<section class="callout ${tone}"><p class="label">${escapeMarkup(label)}</p>`,
    `<h3>${textHtml(title, context)}</h3>`,
    ...body.map((line) => `<p>${textHtml(line, context)}</p>`),
    command === undefined ? '' : commandHtml(command),
    '</section>',
  ].join('')
}

function chartHtml(
  { id, label, explanation, picture, legend, twin }: Extract<Block, { type: 'chart' }>,
  context: HtmlContext,
): string {
  const keys = legend
    .map(
      ({ state, word, isSoft }) =>
        `<li class="${isSoft === true ? 'soft ' : ''}${state}">${stateHtml(state, word)}</li>`,
    )
    .join('')
  return [
    `<div class="picture" id="picture-${id}"><h3>${escapeMarkup(label)}</h3>`,
    `<p class="muted">${escapeMarkup(explanation)}</p>`,
    `<div class="wide">${picture.wide}</div><div class="narrow">${picture.narrow}</div>`,
    keys === '' ? '' : `<ul class="legend" aria-label="${escapeMarkup(context.words.report.legend)}">${keys}</ul>`,
    `<details class="twin"><summary>${escapeMarkup(context.words.report.tableTwin)}</summary>${tableHtml(twin, context)}</details>`,
    '</div>',
  ].join('')
}

function tableHtml(table: Table, context: HtmlContext): string {
  const { caption, note, columns, rows, more, id } = table
  const { words, formats } = context
  const most = columns.map((column, index) =>
    column.bar === undefined ? 0 : Math.max(1, ...rows.map((row) => amount(row[index]))),
  )
  const head = columns
    .map(
      (column) =>
        `<th scope="col"${column.type === 'number' ? ' class="number"' : ''}>${escapeMarkup(column.label)}</th>`,
    )
    .join('')
  const body = rows
    .map(
      (row) =>
        `<tr>${row.map((cell, index) => cellHtml(cell, columns[index], most[index] ?? 0, context)).join('')}</tr>`,
    )
    .join('\n')
  const rest = more > 0 ? `<p class="note">${escapeMarkup(words.report.moreRows(formats.count(more)))}</p>` : ''
  const reading = note === undefined ? '' : `<p class="note">${escapeMarkup(note)}</p>`
  const empty =
    rows.length === 0 ? `<tr><td colspan="${columns.length}">${escapeMarkup(words.report.nothing)}</td></tr>` : ''
  return `<div class="table" data-table="${id}"><div class="scroll" role="region" aria-label="${escapeMarkup(caption)}" tabindex="0"><table${sizeClass(columns)}><caption><span>${escapeMarkup(caption)}</span></caption><thead><tr>${head}</tr></thead><tbody>${body}${empty}</tbody></table></div>${rest}${reading}</div>`
}

/** Two columns with a number need no more than half a page; many columns scroll on a telephone instead of being squeezed. */
function sizeClass(columns: readonly Column[]): string {
  if (columns.length <= 2 && columns.some(({ type }) => type === 'number')) return ' class="small"'
  return columns.length >= 5 ? ' class="large"' : columns.length >= 3 ? ' class="middle"' : ''
}

function cellHtml(cell: Cell, column: Column | undefined, most: number, context: HtmlContext): string {
  const { formats } = context
  const number = (value: number, text: string) => `<td class="number" data-v="${value}">${text}</td>`
  switch (cell.type) {
    case 'number':
      return number(
        cell.value,
        most > 0
          ? `${barHtml(cell.value / most)}<span class="n">${escapeMarkup(formats.count(cell.value))}</span>`
          : escapeMarkup(formats.count(cell.value)),
      )
    case 'band':
      return number(cell.band.central, escapeMarkup(valueWords(cell.band, cell.unit, 'range', formats)))
    case 'money':
      return number(cell.band.central, escapeMarkup(valueWords(cell.band, 'money', 'range', formats)))
    case 'figure':
      return column?.type === 'number'
        ? number(sortValue(cell), figureHtml(cell.view, context))
        : `<td>${figureHtml(cell.view, context)}</td>`
    case 'state':
      return `<td class="whole" data-v="${cell.rank}">${stateHtml(cell.state, cell.word)}</td>`
    case 'date':
      return `<td class="whole" data-v="${escapeMarkup(cell.date)}">${dateHtml(cell.date, context)}</td>`
    case 'coverage':
      return `<td data-v="${cell.coverage.of === 0 ? 1 : cell.coverage.known / cell.coverage.of}">${escapeMarkup(coverageWords(cell.coverage, context))}</td>`
    case 'unknown':
      return `<td${column?.type === 'number' ? ' class="number"' : ''}>${unknownHtml(cell.reason)}</td>`
    case 'text':
      return `<td${column?.type === 'number' ? ' class="number"' : ''}>${textHtml(cell.content, context)}</td>`
  }
}

function sortValue({ view }: Extract<Cell, { type: 'figure' }>): number {
  if (!view.figure.known) return -1
  return sizeOf(view.figure.value)
}

function amount(cell: Cell | undefined): number {
  return cell?.type === 'number' ? cell.value : 0
}

function barHtml(share: number): string {
  return `<svg class="bar" viewBox="0 0 64 6" aria-hidden="true"><rect width="${Math.round(share * 640) / 10}" height="6"/></svg>`
}
