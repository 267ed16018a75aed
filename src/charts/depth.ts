/** How many steps lie between a product and its parts: one column per step, the unknown one hatched. */

import { drawing, element, label, type Drawing } from './svg.ts'

export type DepthColumn = {
  readonly label: string
  readonly count: number
  readonly shown: string
  readonly isKnown: boolean
}

const mostSteps = 12

/**
 * @param byDepth part versions by their smallest depth; index 0 is "depth unknown"
 * @returns one column per step, everything from the twelfth on gathered, and the unknown last when there is any
 */
export function depthColumns(
  byDepth: readonly number[],
  words: {
    readonly step: (step: number) => string
    readonly orMore: (step: number) => string
    readonly unknown: string
    readonly count: (n: number) => string
  },
): readonly DepthColumn[] {
  const column = (text: string, count: number, isKnown: boolean): DepthColumn => ({
    label: text,
    count,
    shown: words.count(count),
    isKnown,
  })
  const steps = byDepth.slice(1)
  const single = steps.length > mostSteps ? steps.slice(0, mostSteps - 1) : steps
  const rest = steps.slice(single.length)
  const unknown = byDepth[0] ?? 0
  return [
    ...single.map((count, index) => column(words.step(index + 1), count, true)),
    ...(rest.length > 0
      ? [
          column(
            words.orMore(mostSteps),
            rest.reduce((sum, count) => sum + count, 0),
            true,
          ),
        ]
      : []),
    ...(unknown > 0 ? [column(words.unknown, unknown, false)] : []),
  ]
}

export function drawDepth(id: string, name: string, columns: readonly DepthColumn[], width: number): Drawing {
  const [top, tall, foot] = [16, 120, 20]
  const slot = width / Math.max(6, columns.length)
  const most = Math.max(1, ...columns.map(({ count }) => count))
  const content = columns.flatMap((column, index) => {
    const height = column.count === 0 ? 0 : Math.max(1, (tall * column.count) / most)
    const box = { x: index * slot + slot * 0.14, y: top + tall - height, width: slot * 0.72, height }
    const center = { x: index * slot + slot / 2, 'text-anchor': 'middle' }
    return [
      element(
        'rect',
        column.isKnown ? { ...box, class: 'c-plain' } : { ...box, fill: `url(#${id}-hatch)`, class: 'c-edge' },
      ),
      label(column.shown, { ...center, y: top + tall - height - 5 }),
      label(column.label, { ...center, y: top + tall + 15, class: 'c-muted' }, slot + 20),
    ]
  })
  const axis = element('line', { x1: 0, x2: width, y1: top + tall, y2: top + tall, class: 'c-axis' })
  return drawing(id, name, width, top + tall + foot, content.join('') + axis)
}
