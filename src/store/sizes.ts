/** Sizes of packages in lines of code, each with the original it was read from. */

import type { IsoTime } from '#domain/figure.ts'
import type { PackageSize } from '#domain/portfolio.ts'
import { evidenceKeys } from './evidence.ts'
import { endOfTime, type Times } from './revisions.ts'
import { insertRows, selectInBatches } from './rows.ts'
import type { Store } from './store.ts'
import { indexable } from './text.ts'

/** Appends sizes; one that says what the last of the same package, version and source said is not written again. */
export async function saveSizes(
  store: Store,
  sizes: readonly PackageSize[],
  { recordedAt }: { readonly recordedAt: IsoTime },
): Promise<void> {
  await store.transaction(async (inside) => {
    const originalOf = await evidenceKeys(
      inside,
      sizes.map(({ evidence }) => evidence),
    )
    const keys = sizes.map((size) => indexable(size.package))
    const rows = await selectInBatches(keys, (batch) =>
      currentRows(inside, { asOf: endOfTime, knownAt: endOfTime }, batch),
    )
    const current = new Map(rows.map((row) => [subjectOf(toSize(row)), sayingOf(toSize(row))]))
    const fresh: PackageSize[] = []
    for (const size of sizes) {
      if (current.get(subjectOf(size)) === sayingOf(size)) continue
      current.set(subjectOf(size), sayingOf(size))
      fresh.push(size)
    }
    await insertRows(
      inside,
      'package_size',
      columns,
      fresh.flatMap((size) => [
        size.package,
        indexable(size.package),
        size.version,
        size.source,
        size.deduplicated,
        size.raw,
        size.isData ? 1 : 0,
        originalOf(size.evidence),
        size.at,
        size.measuredOn,
        recordedAt,
      ]),
    )
  })
}

const columns = [
  'package',
  'package_key',
  'version',
  'source',
  'deduplicated',
  'raw',
  'is_data',
  'evidence',
  'at',
  'measured_on',
  'recorded_at',
] as const

/**
 * The last size of each package, version and source that was measured by the day and known at the time, by package.
 * Which of several sources or versions counts is not decided here.
 */
export async function loadSizes(store: Store, times: Times): Promise<readonly PackageSize[]> {
  return (await currentRows(store, times)).map(toSize)
}

type Row = Awaited<ReturnType<typeof currentRows>>[number]

async function currentRows({ db }: Store, { asOf, knownAt }: Times, packages?: readonly string[]) {
  const known = db
    .selectFrom('package_size')
    .where('measured_on', '<=', asOf)
    .where('package_size.recorded_at', '<=', knownAt)
  const ranked = (packages === undefined ? known : known.where('package_key', 'in', packages))
    .innerJoin('evidence', 'evidence.key', 'package_size.evidence')
    .selectAll('package_size')
    .select('evidence.id as evidence_id')
    .select(({ fn }) =>
      fn
        .agg<number>('row_number')
        .over((over) =>
          over
            .partitionBy(['package_key', 'version', 'source'])
            .orderBy('measured_on', 'desc')
            .orderBy('package_size.id', 'desc'),
        )
        .as('rank'),
    )
  return db
    .selectFrom(ranked.as('ranked'))
    .selectAll()
    .where('rank', '=', 1)
    .orderBy('package_key')
    .orderBy('version', (order) => order.asc().nullsFirst())
    .orderBy('source')
    .execute()
}

function toSize(row: Row): PackageSize {
  return {
    package: row.package,
    version: row.version,
    deduplicated: row.deduplicated,
    raw: row.raw,
    source: row.source,
    evidence: row.evidence_id,
    at: row.at,
    measuredOn: row.measured_on,
    isData: row.is_data === 1,
  }
}

function subjectOf(size: PackageSize): string {
  return JSON.stringify([size.package, size.version, size.source])
}

function sayingOf({ deduplicated, raw, evidence, at, measuredOn, isData }: PackageSize): string {
  return JSON.stringify([deduplicated, raw, evidence, at, measuredOn, isData])
}
