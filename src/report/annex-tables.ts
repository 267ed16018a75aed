/** The tables of the method annex: what the sections rest on, and every figure with its method. */

import { methodWords } from '#text/method-label.ts'
import type { Words } from '#text/words.ts'
import type { Cell, Table } from './block.ts'
import { code, name, textCell } from './block.ts'
import type { Explanation } from './explanation.ts'
import type { RenderedSection } from './report.ts'

export function sectionTable(rendered: readonly RenderedSection[], words: Words): Table {
  const { annex } = words
  return {
    type: 'table',
    id: 'methods',
    caption: annex.methods,
    columns: [
      { label: annex.section, type: 'text' },
      { label: annex.source, type: 'text' },
    ],
    rows: rendered.map(({ label, source }) => [textCell(label), textCell(name(source))]),
    more: 0,
  }
}

export function figureTable(explanations: readonly Explanation[], words: Words): Table {
  const { annex, report, methodStates } = words
  const method = (explanation: Explanation): Cell =>
    explanation.method !== null
      ? textCell(
          methodWords(explanation.method.id, words)?.name ?? '',
          ' ',
          code(`${explanation.method.id} v${explanation.method.version}`),
        )
      : explanation.kind !== null
        ? textCell(methodStates[explanation.kind])
        : { type: 'unknown', reason: report.noMethod }
  return {
    type: 'table',
    id: 'figures',
    caption: annex.figures,
    columns: [
      { label: annex.figure, type: 'text' },
      { label: annex.value, type: 'number' },
      { label: annex.coverage, type: 'text' },
      { label: annex.method, type: 'text' },
    ],
    rows: explanations.map((explanation) => [
      textCell(code(explanation.view.id)),
      { type: 'figure', view: { ...explanation.view, show: 'range' } },
      explanation.view.coverage === undefined
        ? textCell(annex.noCoverage)
        : { type: 'coverage', coverage: explanation.view.coverage },
      method(explanation),
    ]),
    more: 0,
  }
}
