/** Reports of assessments that are kept. One that is not there yet is made in the background, once for all who ask. */

import { setTimeout as wait } from 'node:timers/promises'
import type { IsoDate } from '#domain/figure.ts'
import { fail } from '#domain/problem.ts'
import { htmlScriptHash } from '#report/html-script.ts'
import { listAssessments, type AssessmentId } from '#store/assessments.ts'
import { enqueue, findJob, hurry, lastOfKey, type Job, type JobId } from '#store/queue.ts'
import { findReport, forgetReport, loadReportBytes, lockReports, type ReportEntry } from '#store/reports.ts'
import type { Store } from '#store/store.ts'
import type { Language } from '#text/language.ts'
import { ringForWork } from './job-bell.ts'
import { newJob, priorities } from './job.ts'
import { job as makeReport } from './jobs/make-report.ts'
import { reportToMake, usualReport, type ReportToMake } from './report-names.ts'

/** By which a browser tells the script of a report from any other. */
export const reportScriptHash = htmlScriptHash

/** Its assessment may be `latest`. */
export type AskedReport = ReportToMake

export type KeptReport = {
  readonly asOf: IsoDate
  /** SHA-256 of the bytes. */
  readonly sha256: string
  /** Undefined when they were deleted since or are damaged: ask again, and it is made anew. */
  readonly bytes: () => Promise<Uint8Array | undefined>
}

export type ReportAnswer =
  | { readonly isKept: true; readonly report: KeptReport }
  | { readonly isKept: false; readonly job: Pick<Job, 'id' | 'state' | 'progress'> }

const lookMilliseconds = 100
/** So long a failure is told before making it is tried again. */
const failedMilliseconds = 60_000

/**
 * The report, or the job that makes it. Throws `nothing-assessed`, also for an id that no assessment has, and `report-failed`
 * when making it was given up just now.
 *
 * @param patience waits so many milliseconds for it
 */
export async function askForReport(store: Store, asked: AskedReport, patience = 0): Promise<ReportAnswer> {
  const end = Date.now() + patience
  let answer = await askOnce(store, asked)
  while (!answer.isKept && Date.now() < end) {
    await wait(lookMilliseconds)
    const job = await findJob(store, answer.job.id)
    answer = job === undefined || job.finishedAt !== null ? await askOnce(store, asked) : { isKept: false, job }
  }
  return answer
}

/** Has the report made that most will ask for, when nothing else is to be done. To be called in a transaction. */
export async function makeAhead(inside: Store, assessment: AssessmentId, language: Language): Promise<void> {
  const name = usualReport(assessment, language)
  await lockReports(inside)
  if ((await findReport(inside, name)) === undefined) await request(inside, name, priorities.background)
}

/** The same of the newest assessment, which the command may have made while no server ran. */
export async function makeNewestAhead(store: Store, language: Language): Promise<void> {
  const [newest] = await listAssessments(store)
  if (newest !== undefined) await store.transaction((inside) => makeAhead(inside, newest.id, language))
}

async function askOnce(store: Store, asked: AskedReport): Promise<ReportAnswer> {
  const assessments = await listAssessments(store)
  // Other processes assess too, so the newest is asked for each time.
  const assessment =
    asked.assessment === 'latest' ? assessments[0] : assessments.find(({ id }) => id === asked.assessment)
  if (assessment === undefined) return fail({ code: 'nothing-assessed' })
  const name = reportToMake({ ...asked, assessment: assessment.id })
  const found = await findReport(store, name)
  if (found !== undefined) return kept(store, found, assessment.asOf)
  const last = await lastOfKey(store, makeReport.id, keyOf(name))
  // Mostly somebody asks again, and need not wait for those who write.
  if (last !== undefined && last.finishedAt === null && last.priority >= priorities.usual)
    return { isKept: false, job: last }
  const answer = await store.transaction(async (inside): Promise<ReportEntry | Job> => {
    await lockReports(inside)
    return (await findReport(inside, name)) ?? jobOf(inside, await request(inside, name, priorities.usual))
  })
  if ('sha256' in answer) return kept(store, answer, assessment.asOf)
  if (answer.state === 'dead') return fail({ code: 'report-failed', reason: answer.error ?? answer.id })
  ringForWork()
  return { isKept: false, job: answer }
}

/** @returns the job that makes it already or was given up just now, or a new one */
async function request(inside: Store, name: ReportToMake, priority: number): Promise<JobId> {
  // The queue knows twins of waiting jobs alone; a report that is being made need not be made again either.
  const key = keyOf(name)
  const last = await lastOfKey(inside, makeReport.id, key)
  if (last !== undefined && last.finishedAt === null) {
    await hurry(inside, last.id, priority)
    return last.id
  }
  if (last?.state === 'dead' && Date.now() - Date.parse(last.finishedAt ?? '') < failedMilliseconds) return last.id
  return enqueue(inside, { ...newJob(makeReport, null, name, { key }), priority }, new Date().toISOString())
}

function keyOf({ assessment, kind, language, format }: ReportToMake): string {
  return JSON.stringify([assessment, kind, language, format])
}

async function jobOf(inside: Store, id: JobId): Promise<Job> {
  const job = await findJob(inside, id)
  if (job === undefined) throw new Error('a job was not kept')
  return job
}

function kept(store: Store, entry: ReportEntry, asOf: IsoDate): ReportAnswer {
  const bytes = async (): Promise<Uint8Array | undefined> => {
    const whole = await loadReportBytes(store, entry)
    if (whole === undefined) await forgetReport(store, entry)
    return whole
  }
  return { isKept: true, report: { asOf, sha256: entry.sha256, bytes } }
}
