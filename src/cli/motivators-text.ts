/** The matrix of motivators as text and as Markdown. */

import { templateRows } from '#app/run-motivators.ts'
import { cellStates, type AreaMatrix, type Bar, type MatrixAxis } from '#domain/assessment/motivators.ts'
import type { ValueKind } from '#domain/motivators.ts'
import { barCells, barHead, drawBar, marks, templateMark } from './level-bar.ts'
import {
  areaName,
  dayText,
  indicatorName,
  levelText,
  motivatorName,
  unlockText,
  type Shown,
} from '#app/motivator-words.ts'
import { alignedTable, type Cell } from './table.ts'

export type MapOptions = { readonly axis: MatrixAxis; readonly withNotes: boolean }

type Line = { readonly name: string; readonly bar: Bar; readonly cells: readonly string[] }

export function mapText(shown: Shown, matrix: AreaMatrix, { axis, withNotes }: MapOptions): string {
  const letter = letterOf(axis)
  const rows = kindsOf(shown, matrix).flatMap(({ label, lines }): (readonly Cell[])[] => [
    [label],
    ...lines.map(({ name, bar, cells }): readonly Cell[] => [`  ${name}`, drawBar(bar, marks[bar.state]), ...cells]),
  ])
  const { motivators } = shown.words
  const table =
    rows.length === 0
      ? `${motivators.nothing}\n`
      : alignedTable([motivators.motivatorHead, barHead(letter), ...tailHead(shown)], rows)
  return [
    headText(shown, matrix, axis),
    table,
    `${motivators.legend(legend(shown))}\n`,
    belowText(shown, matrix),
    withNotes ? notesText(shown) : '',
  ]
    .filter((part) => part !== '')
    .join('\n')
}

export function mapMarkdown(shown: Shown, matrix: AreaMatrix, { axis, withNotes }: MapOptions): string {
  const { motivators } = shown.words
  const letter = letterOf(axis)
  const head = [motivators.motivatorHead, ...[0, 1, 2, 3, 4].map((level) => `${letter}${level}`), ...tailHead(shown)]
  const rows = kindsOf(shown, matrix).flatMap(({ label, lines }) => [
    [`**${markdown(label)}**`, ...head.slice(1).map(() => '')],
    ...lines.map(({ name, bar, cells }) => [
      markdown(name),
      ...barCells(bar, marks[bar.state]),
      ...cells.map(markdown),
    ]),
  ])
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
  const table =
    rows.length === 0 ? `${motivators.nothing}\n` : [head, head.map(() => '---'), ...rows].map(line).join('')
  const below = [belowText(shown, matrix), withNotes ? notesText(shown) : ''].filter((part) => part !== '')
  return [
    `# ${headText(shown, matrix, axis).replace('\n', '\n\n')}`,
    table,
    `${motivators.legend(legend(shown))}\n`,
    ...below.map((part) => part.replaceAll(/^(?! {2}|$)(.*)$/gm, '$1').replaceAll(/^ {2}/gm, '- ')),
  ].join('\n')
}

/** Motivators by area: the state of each in each, and nothing where it does not matter. */
export function areasText(shown: Shown, matrices: readonly AreaMatrix[], axis: MatrixAxis): string {
  const { motivators } = shown.words
  const ids = [...new Set(matrices.flatMap(({ rows }) => rows.flatMap(({ bars }) => bars.map((bar) => bar.motivator))))]
  if (ids.length === 0) return `${motivators.nothing}\n`
  const stateIn = ({ rows }: AreaMatrix, id: string): string => {
    const bar = rows.flatMap(({ bars }) => bars).find(({ motivator }) => motivator === id)
    return bar === undefined ? '' : `${marks[bar.state]} ${motivators.states[bar.state]}`
  }
  const levels = matrices.map(({ level }) => levelText(shown, level, letterOf(axis)))
  return alignedTable(
    [motivators.motivatorHead, ...matrices.map(({ area }) => areaName(shown, area))],
    [['', ...levels], ...ids.map((id) => [motivatorName(shown, id), ...matrices.map((one) => stateIn(one, id))])],
  )
}

/** The picture with the boxes where they lie now. */
export function templateText(shown: Shown): string {
  const { now, words, language } = shown
  const { content, heard } = now.evidence
  const rows = templateRows(content, heard).flatMap(({ kind, bars }): (readonly Cell[])[] => [
    [kindName(shown, kind)],
    ...bars.map((bar): readonly Cell[] => [
      `  ${content.catalog.find(({ id }) => id === bar.motivator)?.label[language] ?? bar.motivator}`,
      drawBar(bar, templateMark),
      bar.motivator,
      [
        ...(bar.isMoved ? [words.motivators.moved] : []),
        ...(bar.touches === null ? [] : [words.motivators.touches(kindName(shown, bar.touches))]),
      ].join(', '),
    ]),
  ])
  return `${content.template.note[language]}\n\n${alignedTable([words.motivators.motivatorHead, barHead('L')], rows)}`
}

function letterOf(axis: MatrixAxis): string {
  return axis === 'engagement' ? 'L' : 'S'
}

function headText(shown: Shown, matrix: AreaMatrix, axis: MatrixAxis): string {
  const { motivators } = shown.words
  const level = levelText(shown, matrix.level, letterOf(axis))
  const shownLevel = axis === 'engagement' ? motivators.levelIs(level) : motivators.stageIs(level)
  return `${motivators.heading(areaName(shown, matrix.area), dayText(shown))}\n${shownLevel}\n`
}

function tailHead({ words: { motivators } }: Shown): readonly string[] {
  return [
    motivators.stateHead,
    motivators.peopleHead,
    motivators.weightHead,
    motivators.strengthHead,
    motivators.nextHead,
  ]
}

function kindsOf(
  shown: Shown,
  { rows }: AreaMatrix,
): readonly { readonly label: string; readonly lines: readonly Line[] }[] {
  return rows
    .filter(({ bars }) => bars.length > 0)
    .map(({ kind, bars }) => ({
      label: kindName(shown, kind),
      lines: bars.map((bar) => ({ name: motivatorName(shown, bar.motivator), bar, cells: tailCells(shown, bar) })),
    }))
}

function tailCells(shown: Shown, bar: Bar): readonly string[] {
  const { motivators } = shown.words
  const state = [
    motivators.states[bar.state],
    ...(bar.mayBeReachable ? [motivators.mayBeReachable] : []),
    ...(bar.isFollowUpOpen ? [motivators.followUpOpen] : []),
  ].join(', ')
  const number = ({ figure }: Bar['people']): string => (figure.known ? String(figure.value) : '')
  const proof = bar.evidence.map((id) => /^maturity\/indicator\/([^/]+)/.exec(id)?.[1] ?? id)
  const next = bar.state === 'served' ? [...new Set(proof)].map((id) => proofText(shown, id)).join('; ') : ''
  return [state, number(bar.people), number(bar.weight), number(bar.strength), next || unlockText(shown, bar.unlock)]
}

function proofText(shown: Shown, id: string): string {
  return id.includes('/') ? `✓ ${id}` : `✓ ${indicatorName(shown, id)}`
}

function kindName({ now, language }: Shown, kind: ValueKind): string {
  return now.evidence.content.kinds.find(({ id }) => id === kind)?.label[language] ?? kind
}

function legend({ words }: Shown): string {
  return cellStates.map((state) => `${marks[state]} ${words.motivators.states[state]}`).join('  ')
}

/** What is computed beside the matrix: unaware areas, top three, contradictions, what is withheld. */
function belowText(shown: Shown, { area }: AreaMatrix): string {
  const { motivators } = shown.words
  const { assessment, evidence } = shown.now
  const list = (head: string, lines: readonly string[]): string =>
    lines.length === 0 ? '' : `${head}:\n${lines.map((line) => `  ${line}\n`).join('')}`
  const unaware = area === null ? assessment.unaware : assessment.unaware.filter((one) => one === area)
  const top = assessment.top.flatMap(({ audience, motivators: three }) =>
    three.length === 0
      ? []
      : [`${motivators.audiences[audience]}: ${three.map((one) => motivatorName(shown, one.motivator)).join('; ')}`],
  )
  const contradictions = assessment.contradictions
    .filter((one) => area === null || one.area === null || one.area === area)
    .map((one) => {
      const obstacle = evidence.heard.motivators.find(({ id }) => id === one.hindered)?.obstacle ?? ''
      return motivators.contradiction(
        areaName(shown, one.area),
        motivatorName(shown, one.wanted),
        motivatorName(shown, one.hindered),
        obstacle,
      )
    })
  return [
    list(
      motivators.unawareHead,
      unaware.map((one) => areaName(shown, one)),
    ),
    area === null ? list(motivators.topHead, top) : '',
    list(motivators.contradictionsHead, contradictions),
    evidence.heard.isWithholding ? `${motivators.withheld}\n` : '',
  ]
    .filter((part) => part !== '')
    .join('\n')
}

function notesText(shown: Shown): string {
  const { heard } = shown.now.evidence
  const { motivators } = shown.words
  const notes = heard.conversations.flatMap(({ id, on, audience, unit, note }) =>
    note === null
      ? []
      : [
          `  ${on} ${id} (${areaName(shown, unit)}, ${motivators.audiences[audience]})\n${note
            .split('\n')
            .map((line) => (line === '' ? '\n' : `    ${line}\n`))
            .join('')}`,
        ],
  )
  return notes.length === 0 ? '' : `${motivators.notesHead}:\n${notes.join('')}`
}

function markdown(text: string): string {
  return text.replaceAll(/[\\|*_<>[\]`]/g, '\\$&').replaceAll('\n', ' ')
}
