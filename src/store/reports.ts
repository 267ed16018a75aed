/** Reports that were made of an assessment: derived, and gone with it. */

import type { IsoTime } from '#domain/figure.ts'
import type { AssessmentId } from './assessments.ts'
import { pack, unpack } from './compression.ts'
import { insertRows } from './rows.ts'
import type { Store } from './store.ts'

/** `kind` and `format` as the command line names them, `language` as the words do. */
export type ReportName = {
  readonly assessment: AssessmentId
  readonly kind: string
  readonly language: string
  readonly format: string
}

export type KeptReport = ReportName & { readonly madeAt: IsoTime; readonly sizeBytes: number }

/** Takes the place of one of the same name. Nothing is kept of an assessment that was pruned meanwhile. */
export async function saveReport(store: Store, name: ReportName, text: string, madeAt: IsoTime): Promise<void> {
  const bytes = new TextEncoder().encode(text)
  const pieces = await pack(bytes)
  await store.transaction(async (inside) => {
    const found = await inside.db
      .selectFrom('assessment')
      .select('sequence')
      .where('id', '=', name.assessment)
      .executeTakeFirst()
    if (found === undefined) return
    const { kind, language, format } = name
    await inside.db
      .deleteFrom('report')
      .where('assessment', '=', found.sequence)
      .where('kind', '=', kind)
      .where('language', '=', language)
      .where('format', '=', format)
      .execute()
    await insertRows(
      inside,
      'report',
      ['assessment', 'kind', 'language', 'format', 'position', 'size_bytes', 'made_at', 'bytes'],
      pieces.flatMap((piece, position) => [
        found.sequence,
        kind,
        language,
        format,
        position,
        bytes.length,
        madeAt,
        piece,
      ]),
    )
  })
}

/** Of the newest assessment first. */
export async function listKeptReports({ db }: Store): Promise<readonly KeptReport[]> {
  const rows = await db
    .selectFrom('report')
    .innerJoin('assessment', 'assessment.sequence', 'report.assessment')
    .select(['assessment.id', 'kind', 'language', 'format', 'size_bytes', 'made_at'])
    .where('position', '=', 0)
    .orderBy('assessment.recorded_at', 'desc')
    .orderBy('assessment.sequence', 'desc')
    .orderBy('kind')
    .orderBy('language')
    .orderBy('format')
    .execute()
  return rows.map(({ id, kind, language, format, size_bytes, made_at }) => ({
    assessment: id,
    kind,
    language,
    format,
    sizeBytes: size_bytes,
    madeAt: made_at,
  }))
}

/** @returns undefined when it was not made */
export async function loadReport({ db }: Store, name: ReportName): Promise<string | undefined> {
  const rows = await db
    .selectFrom('report')
    .innerJoin('assessment', 'assessment.sequence', 'report.assessment')
    .select(['bytes', 'size_bytes'])
    .where('assessment.id', '=', name.assessment)
    .where('kind', '=', name.kind)
    .where('language', '=', name.language)
    .where('format', '=', name.format)
    .orderBy('position')
    .execute()
  const [first] = rows
  if (first === undefined) return undefined
  const bytes = await unpack(
    rows.map((row) => row.bytes),
    first.size_bytes,
  )
  if (bytes === undefined) throw new Error('a kept report was altered')
  return new TextDecoder().decode(bytes)
}
