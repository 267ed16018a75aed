/** Finished assessments and their figures: what reports show and `explain` walks. */

import { randomUUID } from 'node:crypto'
import type { Assessment } from '#domain/assessment/assessment.ts'
import type { Figure, FigureId, IsoDate, IsoTime, NamedFigure } from '#domain/figure.ts'
import { deleteReportsOf, lockReports } from './reports.ts'
import { batches, insertRows, selectInBatches } from './rows.ts'
import type { Store } from './store.ts'
import { indexable } from './text.ts'
import { writeInTurns } from './turns.ts'

export type AssessmentId = string

export type NewAssessment = {
  /** Drawn at random when absent. */
  readonly id?: AssessmentId
  readonly asOf: IsoDate
  readonly knownAt: IsoTime
  readonly recordedAt: IsoTime
  /** Kept as JSON: a later version of the program may find fields absent that it knows. */
  readonly assessment: Assessment
  /** Each id once. */
  readonly figures: readonly NamedFigure[]
}

/** An assessment without its content. */
export type AssessmentEntry = {
  readonly id: AssessmentId
  readonly asOf: IsoDate
  readonly knownAt: IsoTime
  readonly recordedAt: IsoTime
}

/** The whole of it in one transaction. */
export async function saveAssessment(store: Store, assessed: NewAssessment): Promise<AssessmentId> {
  return store.transaction(async (inside) => {
    const id = await writeAssessment(inside, assessed)
    await finishAssessment(inside, id)
    return id
  })
}

/** Figures in one transaction: as many as are written in a moment, so that uploads get their turn between. */
const figuresAtOnce = 4_000

/**
 * Writes an assessment that nobody sees before `finishAssessment`, piece by piece: half a million figures in one transaction
 * would keep everybody else from writing for seconds. What an earlier attempt left behind is deleted.
 */
export async function writeAssessment(store: Store, assessed: NewAssessment): Promise<AssessmentId> {
  const { id = randomUUID(), asOf, knownAt, recordedAt, assessment, figures } = assessed
  await dropAbandoned(store, recordedAt)
  const { sequence } = await store.db
    .insertInto('assessment')
    .values({
      id,
      as_of: asOf,
      known_at: knownAt,
      recorded_at: recordedAt,
      assessment: JSON.stringify(assessment),
      is_kept: 0,
    })
    .returning('sequence')
    .executeTakeFirstOrThrow()
  await writeInTurns(store, batches(figures, figuresAtOnce), (inside, batch) =>
    insertRows(
      inside,
      'figure',
      ['assessment', 'id_key', 'id', 'figure'],
      batch.flatMap((named) => [sequence, indexable(named.id), named.id, JSON.stringify(named.figure)]),
    ),
  )
  return id
}

/** From now on everybody sees it. */
export async function finishAssessment({ db }: Store, id: AssessmentId): Promise<void> {
  await db.updateTable('assessment').set({ is_kept: 1 }).where('id', '=', id).execute()
}

/** So old is none that somebody is still writing. */
const abandonedAfter = 6 * 3_600_000

async function dropAbandoned(store: Store, now: IsoTime): Promise<void> {
  const rows = await store.db
    .selectFrom('assessment')
    .select('sequence')
    .where('is_kept', '=', 0)
    .where('recorded_at', '<', new Date(Date.parse(now) - abandonedAfter).toISOString())
    .execute()
  for (const { sequence } of rows) await deleteUnseen(store, sequence)
}

/** Of an assessment that nobody sees, piece by piece as it was written. */
async function deleteUnseen({ db }: Store, sequence: number): Promise<void> {
  for (;;) {
    const ids = await db
      .selectFrom('figure')
      .select('id_key')
      .where('assessment', '=', sequence)
      .limit(figuresAtOnce)
      .execute()
    if (ids.length === 0) break
    for (const batch of batches(ids.map(({ id_key }) => id_key)))
      await db.deleteFrom('figure').where('assessment', '=', sequence).where('id_key', 'in', batch).execute()
  }
  await db.deleteFrom('assessed_finding').where('assessment', '=', sequence).execute()
  await db.deleteFrom('assessment').where('sequence', '=', sequence).execute()
}

/** The one that was recorded last, whatever day it is about; undefined when there is none. */
export async function loadLatestAssessment(
  store: Store,
): Promise<(AssessmentEntry & { readonly assessment: Assessment }) | undefined> {
  const row = await latest(store).select(['id', 'as_of', 'known_at', 'recorded_at', 'assessment']).executeTakeFirst()
  return row === undefined ? undefined : { ...toEntry(row), assessment: JSON.parse(row.assessment) as Assessment }
}

/** The one that was recorded last; undefined when there is none. */
export async function latestAssessment(store: Store): Promise<AssessmentEntry | undefined> {
  const row = await latest(store).select(['id', 'as_of', 'known_at', 'recorded_at']).executeTakeFirst()
  return row === undefined ? undefined : toEntry(row)
}

/** Undefined when there is none of that id. */
export async function loadAssessment(
  { db }: Store,
  id: AssessmentId,
): Promise<(AssessmentEntry & { readonly assessment: Assessment }) | undefined> {
  const row = await db
    .selectFrom('assessment')
    .select(['id', 'as_of', 'known_at', 'recorded_at', 'assessment'])
    .where('id', '=', id)
    .where('is_kept', '=', 1)
    .executeTakeFirst()
  return row === undefined ? undefined : { ...toEntry(row), assessment: JSON.parse(row.assessment) as Assessment }
}

/** Newest first. */
export async function listAssessments(store: Store): Promise<AssessmentEntry[]> {
  const rows = await store.db
    .selectFrom('assessment')
    .select(['id', 'as_of', 'known_at', 'recorded_at'])
    .where('is_kept', '=', 1)
    .orderBy('recorded_at', 'desc')
    .orderBy('sequence', 'desc')
    .execute()
  return rows.map(toEntry)
}

/** A figure of an assessment, of the latest one unless another is named; undefined when it has none of that id. */
export async function loadFigure(
  store: Store,
  id: FigureId,
  assessment?: AssessmentId,
): Promise<NamedFigure | undefined> {
  const sequence = await sequenceOf(store, assessment)
  if (sequence === undefined) return undefined
  const row = await figuresOf(store, sequence).where('id_key', '=', indexable(id)).executeTakeFirst()
  return row === undefined ? undefined : toNamed(row)
}

/** The figures whose ids begin with a prefix of at most 400 characters, by id; of the latest assessment or the one named. */
export async function listFigures(store: Store, prefix: string, assessment?: AssessmentId): Promise<NamedFigure[]> {
  const sequence = await sequenceOf(store, assessment)
  if (sequence === undefined) return []
  return (await withPrefix(store, sequence, prefix).orderBy('id_key').execute()).map(toNamed)
}

/**
 * The figures whose ids are these or begin with one of these prefixes of at most 400 characters; of the latest assessment
 * or the one named. An id that is both comes twice.
 */
export async function findFigures(
  store: Store,
  { ids, prefixes }: { readonly ids: readonly FigureId[]; readonly prefixes: readonly string[] },
  assessment?: AssessmentId,
): Promise<NamedFigure[]> {
  const sequence = await sequenceOf(store, assessment)
  if (sequence === undefined) return []
  const named = await selectInBatches(ids, (some) => {
    return figuresOf(store, sequence).where('id_key', 'in', some.map(indexable)).execute()
  })
  const found = await selectInBatches(prefixes, async (some) => {
    const [first, ...others] = some.map((prefix) => withPrefix(store, sequence, prefix))
    return first === undefined ? [] : others.reduce((all, one) => all.unionAll(one), first).execute()
  })
  return [...named, ...found].map(toNamed)
}

function figuresOf({ db }: Store, sequence: number) {
  return db.selectFrom('figure').select(['id', 'figure']).where('assessment', '=', sequence)
}

function withPrefix(store: Store, sequence: number, prefix: string) {
  return (
    figuresOf(store, sequence)
      .where('id_key', '>=', prefix)
      // The last code point of all: what begins with the prefix lies below it.
      .where('id_key', '<', `${prefix}\u{10ffff}`)
  )
}

/** Which assessments stay. The newest always does. */
export type Retention = {
  /** Of each day that assessments are about: so many of those made within a day before the newest one, of others one. */
  readonly keepPerDay: number
  /** Of those made earlier than so many days before the newest one, one stays of each month that they are about. */
  readonly keepDays: number
}

/** Deletes the assessments that are not to stay. @returns how many */
export async function pruneAssessments(store: Store, retention: Retention): Promise<number> {
  const old = await store.transaction(async (inside) => {
    const { db } = inside
    // Whoever makes a report of one of them keeps it before, or finds that it is gone.
    await lockReports(inside)
    const rows = await db
      .selectFrom('assessment')
      .select(['sequence', 'as_of', 'recorded_at'])
      .where('is_kept', '=', 1)
      .orderBy('recorded_at', 'desc')
      .orderBy('sequence', 'desc')
      .execute()
    const sequences = leaving(rows, retention).map(({ sequence }) => sequence)
    for (const batch of batches(sequences)) {
      await deleteReportsOf(inside, batch)
      await db.updateTable('assessment').set({ is_kept: 0 }).where('sequence', 'in', batch).execute()
    }
    return sequences
  })
  for (const sequence of old) await deleteUnseen(store, sequence)
  return old.length
}

const dayMilliseconds = 86_400_000

/** @param rows the newest first */
function leaving<Row extends { readonly as_of: IsoDate; readonly recorded_at: IsoTime }>(
  rows: readonly Row[],
  { keepPerDay, keepDays }: Retention,
): Row[] {
  const newest = Date.parse(rows[0]?.recorded_at ?? '')
  const staying = new Map<string, number>()
  const isLeaving = ({ as_of, recorded_at }: Row): boolean => {
    const days = (newest - Date.parse(recorded_at)) / dayMilliseconds
    const month = as_of.slice(0, 'yyyy-mm'.length)
    const ofDay = staying.get(as_of) ?? 0
    const ofMonth = staying.get(month) ?? 0
    if (ofDay >= (days < 1 ? keepPerDay : 1) || (days > keepDays && ofMonth > 0)) return true
    staying.set(as_of, ofDay + 1).set(month, ofMonth + 1)
    return false
  }
  return rows.filter(isLeaving)
}

function latest({ db }: Store) {
  return db
    .selectFrom('assessment')
    .where('is_kept', '=', 1)
    .orderBy('recorded_at', 'desc')
    .orderBy('sequence', 'desc')
    .limit(1)
}

async function sequenceOf(store: Store, assessment: AssessmentId | undefined): Promise<number | undefined> {
  const query =
    assessment === undefined
      ? latest(store)
      : store.db.selectFrom('assessment').where('id', '=', assessment).where('is_kept', '=', 1)
  return (await query.select('sequence').executeTakeFirst())?.sequence
}

type EntryRow = { readonly id: string; readonly as_of: string; readonly known_at: string; readonly recorded_at: string }

function toEntry({ id, as_of, known_at, recorded_at }: EntryRow): AssessmentEntry {
  return { id, asOf: as_of, knownAt: known_at, recordedAt: recorded_at }
}

function toNamed({ id, figure }: { readonly id: string; readonly figure: string }): NamedFigure {
  return { id, figure: JSON.parse(figure) as Figure<unknown> }
}
