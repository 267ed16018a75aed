/** Which products the findings reach: one row per product, one piece per severity, gravest first. */

import type { Severity } from '#domain/finding.ts'
import { drawing, element, label, type Drawing } from './svg.ts'

export type SeverityRow = {
  readonly label: string
  /** In the order of `severities`. */
  readonly counts: readonly { readonly severity: Severity; readonly count: number }[]
  readonly shown: string
}

const fills: Readonly<Record<Severity, string>> = {
  critical: 'c-act',
  high: 'c-act-soft',
  medium: 'c-watch',
  low: 'c-watch-soft',
  none: 'c-good',
  unknown: 'hatch',
}

export function drawSeverityByProduct(id: string, name: string, rows: readonly SeverityRow[], width: number): Drawing {
  const [pitch, thick] = [24, 14]
  const names = Math.min(200, width * 0.36)
  const room = width - names - 44
  const most = Math.max(1, ...rows.map((row) => sum(row)))
  const content = rows.flatMap((row, index) => {
    const y = index * pitch + (pitch - thick) / 2
    const middle = { y: index * pitch + pitch / 2, 'dominant-baseline': 'central' }
    let x = names
    const pieces = row.counts.flatMap(({ severity, count }) => {
      if (count === 0) return []
      const wide = (room * count) / most
      const box = { x, y, width: Math.max(1, wide - 1), height: thick }
      x += wide
      return [
        element(
          'rect',
          fills[severity] === 'hatch'
            ? { ...box, fill: `url(#${id}-hatch)`, class: 'c-edge' }
            : { ...box, class: fills[severity] },
        ),
      ]
    })
    return [
      label(row.label, { x: names - 10, 'text-anchor': 'end', ...middle }, names - 12),
      ...pieces,
      label(row.shown, { x: x + 6, class: 'c-muted', ...middle }),
    ]
  })
  return drawing(id, name, width, Math.max(1, rows.length) * pitch, content.join(''))
}

function sum({ counts }: SeverityRow): number {
  return counts.reduce((total, { count }) => total + count, 0)
}
