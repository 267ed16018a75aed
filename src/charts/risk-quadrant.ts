/**
 * How much depends on something against how unwell it is: criticality to the right, 1 − health upward, so that what needs
 * help stands at the upper right. What nobody knows the health of stands in a hatched lane of its own and not in the middle.
 */

import type { State } from './state.ts'
import { shapes } from './state.ts'
import { drawing, element, escapeMarkup, label, textWidth, type Drawing } from './svg.ts'

export type QuadrantDot = {
  readonly label: string
  /** K, 0 to 1. */
  readonly criticality: number
  /** H, 0 to 1; null when it is not known. */
  readonly health: number | null
  readonly state: State
  /** Named beside its dot; the others are named by the tooltip. */
  readonly isNamed: boolean
}

export type QuadrantWords = {
  readonly criticality: string
  readonly weakness: string
  readonly unknown: string
  readonly help: string
}

export function drawRiskQuadrant(
  id: string,
  name: string,
  dots: readonly QuadrantDot[],
  words: QuadrantWords,
  width: number,
): Drawing {
  const [left, top, foot, right] = [26, 20, 34, 12]
  const lane = dots.some(({ health }) => health === null) ? 30 : 0
  const [plotWidth, plotHeight] = [width - left - right, Math.min(280, width * 0.52)]
  const x = (k: number) => left + plotWidth * k
  const y = (h: number | null) => (h === null ? top + plotHeight + lane / 2 + 6 : top + plotHeight * h)
  const bottom = top + plotHeight + (lane === 0 ? 0 : lane + 6)
  const frame = [
    element('rect', {
      x: x(0.6),
      y: top,
      width: plotWidth * 0.4,
      height: plotHeight * 0.4,
      class: 'c-help',
    }),
    label(words.help, { x: x(1) - 6, y: top + 14, 'text-anchor': 'end', class: 'c-muted' }, plotWidth * 0.38),
    ...[0.3, 0.6].map((k) => element('line', { x1: x(k), x2: x(k), y1: top, y2: bottom, class: 'c-grid' })),
    ...[0.4, 0.7].map((h) => element('line', { x1: left, x2: x(1), y1: y(h), y2: y(h), class: 'c-grid' })),
    element('line', { x1: left, x2: x(1), y1: top + plotHeight, y2: top + plotHeight, class: 'c-axis' }),
    element('line', { x1: left, x2: left, y1: top, y2: top + plotHeight, class: 'c-axis' }),
    ...(lane === 0
      ? []
      : [
          element('rect', {
            x: left,
            y: top + plotHeight + 6,
            width: plotWidth,
            height: lane,
            fill: `url(#${id}-hatch)`,
            class: 'c-edge',
          }),
        ]),
    label(words.criticality, { x: x(1), y: bottom + 22, 'text-anchor': 'end', class: 'c-muted' }, plotWidth * 0.7),
    label(words.weakness, { x: 0, y: 12, class: 'c-muted' }, plotWidth * 0.7),
    ...(lane === 0 ? [] : [label(words.unknown, { x: left, y: bottom + 22, class: 'c-muted' }, plotWidth * 0.4)]),
  ]
  const marks = dots.map((dot) =>
    element(
      'text',
      {
        x: x(dot.criticality),
        y: y(dot.health === null ? null : dot.health),
        'text-anchor': 'middle',
        'dominant-baseline': 'central',
        class: `c-dot c-dot-${dot.state}`,
      },
      `${shapes[dot.state]}${element('title', {}, escapeMarkup(dot.label))}`,
    ),
  )
  const named = placeNames(
    dots.filter(({ isNamed }) => isNamed),
    (dot) => ({ x: x(dot.criticality), y: y(dot.health) }),
    width,
  )
  return drawing(id, name, width, bottom + foot, [...frame, ...marks, ...named].join(''))
}

/** Names stand right of their dot, or left where there is no room; one that would cover another is left to the tooltip. */
function placeNames(
  dots: readonly QuadrantDot[],
  at: (dot: QuadrantDot) => { readonly x: number; readonly y: number },
  width: number,
): readonly string[] {
  const taken: { readonly from: number; readonly to: number; readonly y: number }[] = []
  return dots.flatMap((dot) => {
    const { x, y } = at(dot)
    const wide = Math.min(textWidth(dot.label), 170)
    const isRight = x + 10 + wide <= width
    const [from, to] = isRight ? [x + 10, x + 10 + wide] : [x - 10 - wide, x - 10]
    if (from < 0 || taken.some((other) => Math.abs(other.y - y) < 13 && from < other.to && to > other.from)) return []
    taken.push({ from, to, y })
    return [
      label(
        dot.label,
        {
          x: isRight ? from : to,
          y,
          'text-anchor': isRight ? 'start' : 'end',
          'dominant-baseline': 'central',
          class: 'c-halo',
        },
        170,
      ),
    ]
  })
}
