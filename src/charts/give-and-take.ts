/**
 * Give and take: one axis with a zero line. To the right what is received in a year, to the left what is given, both on the
 * same scale, so that nobody has to compare two pictures. Bands run from low to high with a tick at the central value; a side
 * that is not known is hatched over its whole width.
 */

import type { Band } from '#domain/money.ts'
import { drawing, element, label, textWidth, type Drawing } from './svg.ts'

export type Side = {
  /** Null when it is not known. */
  readonly band: Band | null
  /** Written above the band: the central value, or why it is not known. */
  readonly shown: string
  readonly title: string
}

/** The share of the width that the smaller side gets at least, so that its words have room. */
const leastShare = 0.24

export function drawGiveAndTake(id: string, name: string, given: Side, taken: Side, width: number): Drawing {
  const inset = 4
  const room = width - inset * 2
  const most = (side: Side) => side.band?.high ?? 0
  const total = most(given) + most(taken)
  const natural = total === 0 ? 0.5 : most(given) / total
  const share = Math.min(1 - leastShare, Math.max(leastShare, natural))
  const zero = inset + room * share
  // One scale for both sides: the one that fits the tighter side.
  const scale = Math.min(
    most(given) === 0 ? Infinity : (room * share) / most(given),
    most(taken) === 0 ? Infinity : (room * (1 - share)) / most(taken),
  )
  const [top, thick] = [40, 20]
  const bottom = top + thick + 6
  const content = [
    ...sideMarks(id, given, {
      zero,
      edge: inset,
      scale,
      top,
      thick,
      direction: -1,
      fill: 'c-given',
      tick: 'c-given-tick',
    }),
    ...sideMarks(id, taken, {
      zero,
      edge: width - inset,
      scale,
      top,
      thick,
      direction: 1,
      fill: 'c-band',
      tick: 'c-tick',
    }),
    element('line', { x1: inset, x2: width - inset, y1: bottom, y2: bottom, class: 'c-axis' }),
    element('line', { x1: zero, x2: zero, y1: top - 8, y2: bottom + 6, class: 'c-zero' }),
  ]
  return drawing(id, name, width, bottom + 10, content.join(''))
}

type Place = {
  readonly zero: number
  /** The end of the axis on this side. */
  readonly edge: number
  readonly scale: number
  readonly top: number
  readonly thick: number
  readonly direction: -1 | 1
  readonly fill: string
  readonly tick: string
}

function sideMarks(id: string, { band, shown, title }: Side, place: Place): readonly string[] {
  const { zero, edge, scale, top, thick, direction, fill, tick } = place
  const anchor = direction === 1 ? 'end' : 'start'
  const room = Math.abs(edge - zero) - 6
  const words = [
    label(title, { x: edge, y: 12, 'text-anchor': anchor, class: 'c-muted' }, Math.max(room, textWidth(title) / 2)),
    label(shown, { x: edge, y: 29, 'text-anchor': anchor, class: 'c-strong' }, Math.max(room, textWidth(shown))),
  ]
  if (band === null) {
    const x = Math.min(zero, edge)
    const box = { x, y: top, width: Math.abs(edge - zero), height: thick }
    return [element('rect', { ...box, fill: `url(#${id}-hatch)`, class: 'c-edge' }), ...words]
  }
  const at = (value: number) => zero + direction * value * (Number.isFinite(scale) ? scale : 0)
  const [from, to] = [at(band.low), at(band.high)].toSorted((a, b) => a - b)
  const wide = Math.max(2, (to ?? 0) - (from ?? 0))
  const x = direction === -1 ? (to ?? 0) - wide : (from ?? 0)
  return [
    element('rect', { x, y: top, width: wide, height: thick, rx: 2, class: fill }),
    element('line', { x1: at(band.central), x2: at(band.central), y1: top - 3, y2: top + thick + 3, class: tick }),
    ...words,
  ]
}
