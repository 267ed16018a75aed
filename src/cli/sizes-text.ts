/** Confirmed sizes and calibrations as a person reads them. */

import type { Calibrated } from '#app/calibrate-sizes.ts'
import type { ConfirmedSize } from '#app/confirm-size.ts'
import type { Words } from '#text/words.ts'
import { alignedTable } from './table.ts'

/** Beyond the package's own figures and the totals there is nothing to see. */
const mostShown = 12

export function confirmedText({ package: purl, size, changed }: ConfirmedSize, { sizes }: Words): string {
  // What is said of the package itself comes before what follows from it.
  const isOwn = (id: string): boolean => id.endsWith(`/${purl}`)
  const ordered = [...changed.filter(({ id }) => isOwn(id)), ...changed.filter(({ id }) => !isOwn(id))]
  const rows = ordered.slice(0, mostShown).map(({ id, before, after }) => [id, brief(before), brief(after)])
  return [
    `${sizes.confirmed(purl, size.deduplicated, size.raw)}\n`,
    changed.length === 0
      ? `${sizes.nothingChanged}\n`
      : alignedTable([sizes.head.figure, sizes.head.before, sizes.head.after], rows),
    changed.length > mostShown ? `${sizes.moreChanged(changed.length - mostShown)}\n` : '',
    `${sizes.next}\n`,
  ].join('')
}

export function calibratedText({ type, samples, result, sizedBy, isSaved }: Calibrated, { sizes }: Words): string {
  if ('refused' in result) return `${sizes.refused[result.refused](type, result.n)}\n`
  const { head } = sizes
  const rows = (['deduplicated', 'raw'] as const).map((target) => {
    const { n, a, b, medianError, withinTwo, crossValidated } = result[target]
    return [
      sizes.targets[target],
      n,
      a.toFixed(4),
      b.toFixed(4),
      percent(medianError),
      percent(withinTwo),
      percent(crossValidated.medianError),
      percent(crossValidated.withinTwo),
    ]
  })
  return [
    `${sizes.calibrated(type, samples, sizes.sizedBy[sizedBy])}\n`,
    alignedTable(
      [head.target, 'n', 'a', 'b', head.medianError, head.withinTwo, head.checkedError, head.checkedWithinTwo],
      rows,
    ),
    `${isSaved ? sizes.saved : sizes.notSaved}\n`,
  ].join('')
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`
}

/** A number, or the central one of a band; a dash for what is not known. */
function brief(value: unknown): string {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'number') return rounded(value)
  const { central, low, high, deduplicated, raw, currency } = value as Readonly<Record<string, unknown>>
  if (typeof deduplicated === 'number' && typeof raw === 'number') return `${rounded(deduplicated)} / ${rounded(raw)}`
  if (typeof low === 'number' && typeof central === 'number' && typeof high === 'number')
    return [[low, central, high].map(rounded).join(' / '), currency].filter(Boolean).join(' ')
  return JSON.stringify(value)
}

function rounded(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: Math.abs(value) < 1000 ? 2 : 0 })
}
