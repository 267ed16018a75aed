/** The panel "why this number": one per figure, opened by every place that shows it, without a script. */

import { methodWords } from '#text/method-label.ts'
import { assumptionLabel } from '#text/assumption-label.ts'
import { escapeMarkup } from '#charts/svg.ts'
import type { Explanation } from './explanation.ts'
import { coverageWords, figureWords, inputWords } from './figure-words.ts'
import { codeHtml, commandHtml, nameHtml, unknownHtml, type HtmlContext } from './html-text.ts'

export function workingHtml(explanation: Explanation, context: HtmlContext): string {
  const { view } = explanation
  const { words } = context
  const id = context.workingId(view)
  const text = figureWords(view, context)
  const unit =
    view.unit === 'person-months' && view.figure.known
      ? ` <span class="unit">${escapeMarkup(words.report.personMonths)}</span>`
      : ''
  const rows = [...facts(explanation, context)]
    .map(([label, html]) => `<dt>${escapeMarkup(label)}</dt><dd>${html}</dd>`)
    .join('')
  return [
    `<div popover id="${id}" class="working" role="dialog" aria-labelledby="${id}-title">`,
    `<button type="button" class="close" popovertarget="${id}" popovertargetaction="hide" aria-label="${escapeMarkup(words.report.close)}">×</button>`,
    `<h2 id="${id}-title">${escapeMarkup(words.report.why)}</h2>`,
    `<p class="value">${view.figure.known ? escapeMarkup(text) + unit : unknownHtml(text)}</p>`,
    `<dl>${rows}</dl>`,
    `<p class="label">${escapeMarkup(words.report.onTheCommandLine)}</p>${commandHtml(`headwater explain ${view.id}`)}`,
    '</div>',
  ].join('')
}

function* facts(explanation: Explanation, context: HtmlContext): Generator<readonly [string, string]> {
  const { report, methodStates } = context.words
  const { view, kind, method, inputs, inputCount, evidence, evidenceCount, declared, assumptions } = explanation
  yield [report.figure, codeHtml(view.id)]
  if (kind !== null) yield [report.origin, escapeMarkup(methodStates[kind])]
  if (method !== null) yield [report.method, methodHtml(method, context)]
  if (view.coverage !== undefined) yield [report.coverageLabel, escapeMarkup(coverageWords(view.coverage, context))]
  if (inputCount > 0)
    yield [
      report.inputs,
      list(
        inputs.map(({ id, figure }) => `${codeHtml(id)}${valueOf(inputWords(figure, context))}`),
        inputCount,
        context,
      ),
    ]
  if (evidenceCount > 0)
    yield [
      report.evidence,
      list(
        evidence.map(({ name, at }) => nameHtml(name) + (at === null ? '' : ` ${codeHtml(at)}`)),
        evidenceCount,
        context,
      ),
    ]
  if (declared.length > 0)
    yield [
      methodStates.declared,
      list(
        declared.map(
          ({ on, note }) => `${escapeMarkup(report.declaredOn(context.formats.date(on)))}: ${nameHtml(note)}`,
        ),
        declared.length,
        context,
      ),
    ]
  if (assumptions.length > 0)
    yield [
      report.assumptions,
      list(
        assumptions.map(
          (one) =>
            `${codeHtml(one.id)} ${escapeMarkup(assumptionLabel(one, context.words, context.language))}: ${nameHtml([...new Set([one.low, one.central, one.high])].join(' / '))}`,
        ),
        assumptions.length,
        context,
      ),
    ]
}

function methodHtml({ id, version }: NonNullable<Explanation['method']>, { words }: HtmlContext): string {
  const told = methodWords(id, words)
  const shown = `${codeHtml(id)}, ${escapeMarkup(words.report.version)} ${version}`
  return told === undefined ? shown : `${escapeMarkup(told.name)} (${shown}): ${escapeMarkup(told.meaning)}`
}

function valueOf(text: string | null): string {
  return text === null ? '' : ` = ${escapeMarkup(text)}`
}

function list(items: readonly string[], count: number, { words, formats }: HtmlContext): string {
  const more =
    count > items.length ? `<li>${escapeMarkup(words.report.andMore(formats.count(count - items.length)))}</li>` : ''
  return `<ul>${items.map((item) => `<li>${item}</li>`).join('')}${more}</ul>`
}
