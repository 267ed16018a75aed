/** Reports that are made once and read often: by the command, in the background, and on demand. */

import type { Scope } from '#domain/access.ts'
import type { IsoTime } from '#domain/figure.ts'
import { fail } from '#domain/problem.ts'
import type { ReportKind } from '#report/build-report.ts'
import { loadAssessment, listAssessments, type AssessmentId } from '#store/assessments.ts'
import { enqueue, type JobId } from '#store/queue.ts'
import { listKeptReports, loadReport, type KeptReport, type ReportName } from '#store/reports.ts'
import type { Store } from '#store/store.ts'
import type { Language } from '#text/language.ts'
import { ringForWork } from './job-bell.ts'
import { newJob } from './job.ts'
import { job as buildReport, type ReportAsked } from './jobs/build-report.ts'

/** A report tells of the whole organization. Throws `not-permitted`. */
export function requireWhole(scope: Scope): void {
  if (scope !== 'all') fail({ code: 'not-permitted', what: 'the whole organization' })
}

/** The newest one for reading in a browser, in the reader's language where it was made in it; undefined without any. */
export async function newestReport(store: Store, language: Language): Promise<string | undefined> {
  const pages = (await listKeptReports(store)).filter(({ kind, format }) => kind === 'full' && format === 'html')
  const newest = pages.filter(({ assessment }) => assessment === pages[0]?.assessment)
  const chosen = newest.find((report) => report.language === language) ?? newest[0]
  return chosen === undefined ? undefined : loadReport(store, chosen)
}

/** Throws `nothing-found` for one that was not made. */
export async function reportAsked(store: Store, name: ReportName): Promise<string> {
  const { assessment, kind, language, format } = name
  const found = await loadReport(store, name)
  return found ?? fail({ code: 'nothing-found', paths: [[assessment, kind, language, format].join('/')] })
}

/** Makes a report in the background. Throws `nothing-found` for an assessment that there is not. */
export async function requestReport(store: Store, asked: ReportAsked, now: IsoTime): Promise<JobId> {
  if ((await loadAssessment(store, asked.assessment)) === undefined)
    fail({ code: 'nothing-found', paths: [asked.assessment] })
  const id = await enqueue(store, newJob(buildReport, null, asked, { key: Object.values(asked).join(' ') }), now)
  ringForWork()
  return id
}

/** What was made of the assessment before is made of the new one too; the full report in any case. */
export async function requestSameReports(
  inside: Store,
  assessment: AssessmentId,
  language: Language,
  now: IsoTime,
): Promise<void> {
  const before = await listKeptReports(inside)
  const last = before.filter((one) => one.assessment === before[0]?.assessment)
  const wanted: readonly Omit<ReportAsked, 'assessment'>[] =
    last.length === 0 ? [{ kind: 'full', language, format: 'html' }] : last.map(askedOf)
  for (const one of wanted) {
    const asked = { assessment, ...one }
    await enqueue(inside, newJob(buildReport, null, asked, { key: Object.values(asked).join(' ') }), now)
  }
}

function askedOf({ kind, language, format }: KeptReport): Omit<ReportAsked, 'assessment'> {
  return { kind: kind as ReportKind, language: language as Language, format: format as ReportAsked['format'] }
}

export type MadeReports = {
  readonly id: AssessmentId
  readonly asOf: string
  readonly knownAt: IsoTime
  readonly recordedAt: IsoTime
  readonly made: readonly Pick<KeptReport, 'kind' | 'language' | 'format' | 'madeAt' | 'sizeBytes'>[]
}

/** Assessments, newest first, with the reports that were made of each. */
export async function listReports(store: Store): Promise<readonly MadeReports[]> {
  const made = Map.groupBy(await listKeptReports(store), ({ assessment }) => assessment)
  return (await listAssessments(store)).map((entry) => ({
    ...entry,
    made: (made.get(entry.id) ?? []).map(({ kind, language, format, madeAt, sizeBytes }) => ({
      kind,
      language,
      format,
      madeAt,
      sizeBytes,
    })),
  }))
}
