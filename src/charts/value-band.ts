/**
 * Money and work are bands, not bars: low to high as a band with a tick at the central value on an axis that begins at
 * zero. Below it a thin line shows how much the band covers; what is not known is hatched.
 */

import type { Coverage } from '#domain/figure.ts'
import type { Band } from '#domain/money.ts'
import { drawing, element, label, textWidth, type Drawing } from './svg.ts'

export type BandLabels = { readonly low: string; readonly central: string; readonly high: string }

export function drawValueBand(
  id: string,
  name: string,
  band: Band,
  coverage: Coverage | undefined,
  labels: BandLabels,
  width: number,
): Drawing {
  const inset = 4
  const room = width - inset * 2
  const scale = band.high > 0 ? room / band.high : 0
  const at = (value: number) => inset + value * scale
  const top = 22
  const thick = 18
  const axis = top + thick + 4
  const centralX = clamp(at(band.central), textWidth(labels.central) / 2, width - textWidth(labels.central) / 2)
  const below = { y: axis + 14, class: 'c-muted' }
  const lowEnd = at(band.low) - 4 + textWidth(labels.low)
  // Where low and high would run into each other the low label moves to the beginning of the axis.
  const lowX = lowEnd > width - textWidth(labels.high) - 12 ? inset : Math.max(inset, at(band.low) - 4)
  const content = [
    element('line', { x1: inset, x2: width - inset, y1: axis, y2: axis, class: 'c-axis' }),
    element('rect', {
      x: at(band.low),
      y: top,
      width: Math.max(2, at(band.high) - at(band.low)),
      height: thick,
      rx: 2,
      class: 'c-band',
    }),
    element('line', { x1: at(band.central), x2: at(band.central), y1: top - 3, y2: top + thick + 3, class: 'c-tick' }),
    label(labels.central, { x: centralX, y: 12, 'text-anchor': 'middle', class: 'c-strong' }),
    label(labels.low, { x: lowX, ...below }),
    label(labels.high, { x: width - inset, 'text-anchor': 'end', ...below }),
    ...(coverage === undefined ? [] : coverageLine(id, coverage, inset, axis + 26, room)),
  ]
  return drawing(id, name, width, coverage === undefined ? axis + 20 : axis + 34, content.join(''))
}

function coverageLine(id: string, { known, of }: Coverage, x: number, y: number, width: number): readonly string[] {
  const share = of === 0 ? 0 : Math.min(1, known / of)
  const solid = width * share
  return [
    element('rect', { x, y, width: solid, height: 6, class: 'c-plain' }),
    ...(share < 1
      ? [
          element('rect', {
            x: x + solid,
            y,
            width: width - solid,
            height: 6,
            fill: `url(#${id}-hatch)`,
            class: 'c-edge',
          }),
        ]
      : []),
  ]
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
