/** Our own counting is evidence like any other: a table that figures point into by line. */

import type { IsoTime } from '#domain/figure.ts'
import type { PurlText } from '#domain/part.ts'
import type { SizeSource } from '#domain/portfolio.ts'
import type { PackageMeasure } from '#measure/measure-package.ts'
import { readSizeFile } from '#sources/size-file.ts'
import { saveEvidence } from '#store/evidence.ts'
import { saveSizes } from '#store/sizes.ts'
import type { Store } from '#store/store.ts'
import { dayOf } from './clock.ts'

export type CountedSize = {
  readonly package: PurlText
  readonly version: string
  readonly source: SizeSource
  readonly measure: PackageMeasure
  /** What an estimate would start from: unpacked files for npm, the archive for others; null when not known. */
  readonly publishedBytes: number | null
}

const head = 'purl,version,source,deduplicated,raw,code_files,measured_on,is_data,tool,published_bytes'

export async function keepSizeTable(
  store: Store,
  name: string,
  counted: readonly CountedSize[],
  now: IsoTime,
): Promise<void> {
  if (counted.length === 0) return
  const rows = counted.map((one) => rowOf(one, now)).toSorted()
  const bytes = new TextEncoder().encode(`${[head, ...rows].join('\n')}\n`)
  const [evidence] = await saveEvidence(store, [
    { kind: 'measurement', name, bytes, retrievedAt: now, recordedAt: now },
  ])
  if (evidence === undefined) return
  const { sizes } = readSizeFile(bytes, name)
  await saveSizes(
    store,
    sizes.map((size) => ({ ...size, evidence: evidence.id })),
    { recordedAt: now },
  )
}

function rowOf(counted: CountedSize, now: IsoTime): string {
  const { package: purl, version, source, measure, publishedBytes } = counted
  const { deduplicated, raw, files } = measure
  const lines = [deduplicated, Math.max(raw, deduplicated), files]
  return [purl, version, source, ...lines, dayOf(now), 'false', 'headwater', publishedBytes ?? ''].join(',')
}
