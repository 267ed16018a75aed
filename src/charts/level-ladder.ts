/** Where units stand: a bar up to what is shown, hatched up to what is possible, a mark at the target. */

import { drawing, element, label, type Drawing } from './svg.ts'

export type LadderRow = {
  readonly label: string
  /** Null when not assessed: the whole row is hatched. */
  readonly interval: { readonly floor: number; readonly ceiling: number } | null
  readonly target: number | null
  readonly shown: string
}

const levels = [0, 1, 2, 3, 4] as const

/** @param steps the names of the levels 0 to 4 */
export function drawLevelLadder(
  id: string,
  name: string,
  rows: readonly LadderRow[],
  steps: readonly string[],
  width: number,
): Drawing {
  const [pitch, thick, head] = [30, 14, 30]
  const names = Math.min(220, width * 0.3)
  const end = width - 64
  const height = head + rows.length * pitch + 4
  const x = (level: number): number => names + ((level + 0.5) / levels.length) * (end - names)
  const column = (end - names) / levels.length
  const grid = levels.flatMap((level) => [
    element('line', { x1: x(level), x2: x(level), y1: head - 6, y2: height, class: 'c-grid' }),
    label(
      steps[level] ?? String(level),
      { x: x(level), y: head - 14, class: 'c-muted', 'text-anchor': 'middle' },
      column - 4,
    ),
  ])
  const bars = rows.flatMap(({ label: text, interval, target, shown }, index) => {
    const top = head + index * pitch + (pitch - thick) / 2
    const middle = { y: head + index * pitch + pitch / 2, 'dominant-baseline': 'central' }
    const box = (from: number, to: number, style: Readonly<Record<string, string>>) =>
      element('rect', { x: from, y: top, width: Math.max(0, to - from), height: thick, ...style })
    const hatch = { fill: `url(#${id}-hatch)`, class: 'c-edge' }
    const [floor, ceiling] = interval === null ? [names, x(4)] : [x(interval.floor), x(interval.ceiling)]
    const goal = target === null ? 0 : x(target)
    return [
      label(text, { x: names - 12, 'text-anchor': 'end', ...middle }, names - 14),
      ...(interval === null ? [] : [box(names, floor, { class: 'c-band' })]),
      ...(ceiling > floor ? [box(floor, ceiling, hatch)] : []),
      ...(interval === null
        ? []
        : [element('line', { x1: floor, x2: floor, y1: top - 2, y2: top + thick + 2, class: 'c-tick' })]),
      ...(target === null
        ? []
        : [
            element('path', {
              d: `M${goal} ${top - 1}l-5 -6h10z`,
              class: interval !== null && interval.floor >= target ? 'c-good' : 'c-watch',
            }),
          ]),
      label(shown, { x: end + 8, class: 'c-muted', ...middle }, 56),
    ]
  })
  return drawing(id, name, width, height, [...grid, ...bars].join(''))
}
