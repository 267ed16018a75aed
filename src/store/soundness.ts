/** Questions that tell whether what is kept hangs together. */

import { sql } from 'kysely'
import type { EvidenceId } from '#domain/evidence.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { Store } from './store.ts'

/** At most so many originals that should be whole, spread evenly over all of them. */
export async function evidenceToCheck(
  { db }: Store,
  most: number,
): Promise<{ readonly ids: readonly EvidenceId[]; readonly total: number }> {
  const rows = await db
    .selectFrom('evidence')
    .leftJoin('evidence_tombstone', (join) =>
      join.onRef('evidence_tombstone.evidence', '=', 'evidence.key').on('lifted_at', 'is', null),
    )
    .where('tombstoned_at', 'is', null)
    .select('id')
    .orderBy('key')
    .execute()
  const step = Math.max(1, Math.ceil(rows.length / most))
  return { ids: rows.filter((_, index) => index % step === 0).map(({ id }) => id), total: rows.length }
}

/** Rows that nothing stands behind, or that should not be there any longer. */
export async function looseEnds({ db }: Store): Promise<readonly { readonly what: string; readonly rows: number }[]> {
  const count = async (query: ReturnType<typeof sql<{ rows: number }>>): Promise<number> =>
    (await query.execute(db)).rows[0]?.rows ?? 0
  return [
    {
      what: 'evidence without bytes',
      rows: await count(sql`
        select count(*) as "rows" from evidence where size_bytes > 0
          and not exists (select 1 from evidence_chunk where evidence_chunk.evidence = evidence.key)
          and not exists (select 1 from evidence_tombstone
            where evidence_tombstone.evidence = evidence.key and lifted_at is null)`),
    },
    {
      what: 'bytes of deleted evidence',
      rows: await count(sql`
        select count(*) as "rows" from evidence_tombstone where lifted_at is null
          and exists (select 1 from evidence_chunk where evidence_chunk.evidence = evidence_tombstone.evidence)`),
    },
    {
      what: 'reports without bytes',
      rows: await count(sql`
        select count(*) as "rows" from report where size_bytes > 0
          and not exists (select 1 from report_chunk where report_chunk.report = report.id)`),
    },
    {
      what: 'edges outside of their document',
      rows: await count(sql`
        select count(*) as "rows" from (
          select document, max(from_position) as furthest_from, max(to_position) as furthest_to from edge group by document
        ) as reach
        where furthest_from > coalesce((select max(position) from occurrence where occurrence.document = reach.document), -1)
          or furthest_to > coalesce((select max(position) from occurrence where occurrence.document = reach.document), -1)`),
    },
    {
      what: 'documents with other counts',
      rows: await count(sql`
        select count(*) as "rows" from document
        where taken <> (select count(*) from occurrence where occurrence.document = document.id)`),
    },
  ]
}

/** When the last thing was recorded; undefined in an empty store. */
export async function newestRecord({ db }: Store): Promise<IsoTime | undefined> {
  const times = await Promise.all(
    (['evidence', 'revision', 'assessment'] as const).map(async (table) => {
      const row = await db
        .selectFrom(table)
        .select(({ fn }) => fn.max('recorded_at').as('newest'))
        .executeTakeFirst()
      return row?.newest
    }),
  )
  return times
    .flatMap((time) => time ?? [])
    .toSorted()
    .at(-1)
}
