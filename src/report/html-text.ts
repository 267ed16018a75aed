/** Running text in HTML. Everything foreign is escaped and isolated, so that it can neither mark up nor turn the line around. */

import { shapes, type State } from '#charts/state.ts'
import { escapeMarkup } from '#charts/svg.ts'
import type { FigureView, Inline, Text } from './block.ts'
import { coverageWords, figureWords, isComplete } from './figure-words.ts'
import type { Report } from './report.ts'

export type HtmlContext = Report & {
  /** The element that holds the working of a figure. */
  readonly workingId: (view: FigureView) => string
}

export function textHtml(content: Text, context: HtmlContext): string {
  return content.map((inline) => inlineHtml(inline, context)).join('')
}

function inlineHtml(inline: Inline, context: HtmlContext): string {
  if (typeof inline === 'string') return escapeMarkup(inline)
  switch (inline.type) {
    case 'figure':
      return figureHtml(inline.view, context)
    case 'code':
      return codeHtml(inline.text)
    case 'name':
      return nameHtml(inline.text)
    case 'names':
      return namesHtml(inline, context)
    case 'date':
      return dateHtml(inline.date, context)
    case 'state':
      return stateHtml(inline.state, inline.word)
  }
}

/** The value as a door: it opens the working. */
export function figureHtml(view: FigureView, context: HtmlContext): string {
  const text = figureWords(view, context)
  const inner = view.figure.known ? escapeMarkup(text) : unknownHtml(text)
  const id = escapeMarkup(view.id)
  return `<button type="button" class="figure" popovertarget="${context.workingId(view)}" aria-haspopup="dialog" data-figure="${id}">${inner}</button>`
}

/** How much of a total is known; the rest is hatched, unless a picture beside it shows that already (`isDrawn`). */
export function coverageHtml(view: Pick<FigureView, 'coverage'>, context: HtmlContext, isDrawn = false): string {
  if (view.coverage === undefined) return ''
  const text = escapeMarkup(coverageWords(view.coverage, context))
  if (isDrawn || isComplete(view.coverage)) return `<span class="coverage">${text}</span>`
  const share = view.coverage.of === 0 ? 0 : view.coverage.known / view.coverage.of
  const solid = Math.round(share * 480) / 10
  const meter = `<svg class="meter" viewBox="0 0 48 6" aria-hidden="true"><rect class="rest" x="0" y="0" width="48" height="6"/><rect class="known" x="0" y="0" width="${solid}" height="6"/></svg>`
  return `<span class="coverage">${meter}${text}</span>`
}

/** Ids and versions up to this length are never broken over two lines. */
const longestUnbroken = 24

/** Longer ones may be broken after the marks that part them. */
export function codeHtml(text: string): string {
  if (text.length <= longestUnbroken) return `<code class="short">${escapeMarkup(text)}</code>`
  return `<code>${text
    .split(/(?<=[/:@])/)
    .map(escapeMarkup)
    .join('<wbr>')}</code>`
}

/** A command to copy, as it is. */
export function commandHtml(command: string): string {
  return `<pre><code>${escapeMarkup(command)}</code></pre>`
}

export function nameHtml(text: string): string {
  return `<bdi>${escapeMarkup(text)}</bdi>`
}

export function dateHtml(date: string, { formats }: HtmlContext): string {
  return `<time datetime="${escapeMarkup(date)}">${escapeMarkup(formats.date(date))}</time>`
}

export function stateHtml(state: State, word: string): string {
  return `<span class="state ${state}"><span class="shape" aria-hidden="true">${shapes[state]}</span>${escapeMarkup(word)}</span>`
}

export function unknownHtml(reason: string): string {
  return `<span class="not-known">${escapeMarkup(reason)}</span>`
}

function namesHtml(
  { texts, most, isCode }: Extract<Inline, { type: 'names' }>,
  { words, formats }: HtmlContext,
): string {
  const shown = texts.slice(0, most).map(isCode === true ? codeHtml : nameHtml)
  const rest = texts.length - shown.length
  const more = rest > 0 ? ` ${escapeMarkup(words.report.andMore(formats.count(rest)))}` : ''
  return shown.join(escapeMarkup(words.report.listSeparator)) + more
}
