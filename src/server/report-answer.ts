/** How a report is answered: as it is kept, or with the job that makes it. */

import type { OpenStore } from '#app/home.ts'
import { askForReport, type AskedReport } from '#app/kept-reports.ts'
import type { Language } from '#text/language.ts'
import type { Words } from '#text/words.ts'
import { makingPage, refreshSeconds } from './making-page.ts'
import { reportHeaders } from './security-headers.ts'

const types = {
  html: { type: 'text/html; charset=utf-8', ending: 'html' },
  markdown: { type: 'text/markdown; charset=utf-8', ending: 'md' },
  json: { type: 'application/json; charset=utf-8', ending: 'json' },
} as const

/** A person who opens the address waits so long before a page tells that the report is being made; programs ask again. */
const patienceMilliseconds = 8_000

export type ReportReader = {
  readonly words: Words
  readonly language: Language
  /** A person looks at the answer, and not a program. */
  readonly isPage: boolean
  /** The header `if-none-match`. */
  readonly held: string | undefined
}

type ReportSent = {
  readonly status?: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | { readonly job: string }
}

/** Throws `nothing-assessed`, `report-failed`. */
export async function reportAnswer(
  store: OpenStore,
  asked: AskedReport,
  reader: ReportReader,
  isDownload = false,
): Promise<ReportSent> {
  const { isPage } = reader
  const answer = await askForReport(store, asked, isPage ? patienceMilliseconds : 0)
  if (!answer.isKept) return isPage ? makingAnswer(answer.job, reader) : queuedAnswer(answer.job)
  const { asOf, sha256, bytes } = answer.report
  const tag = `"${sha256}"`
  const { type, ending } = types[asked.format]
  const headers = {
    ...reportHeaders,
    etag: tag,
    // Rights end, and a report is made anew when somebody is erased: it is asked for each time.
    'cache-control': 'private, no-cache',
    vary: 'accept, accept-language, authorization, cookie, x-api-key',
  }
  const tags = reader.held?.split(/\s*,\s*/) ?? []
  if (tags.includes('*') || tags.includes(tag)) return { status: 304, headers, body: '' }
  const body = await bytes()
  // Deleted between the question and the answer: the newest of its kind alone are kept.
  if (body === undefined) return reportAnswer(store, asked, reader, isDownload)
  const place = isDownload ? 'attachment' : 'inline'
  const disposition = `${place}; filename="headwater-${asked.kind}-${asOf}.${ending}"`
  return { headers: { ...headers, 'content-type': type, 'content-disposition': disposition }, body }
}

type Making = Parameters<typeof makingPage>[0] & { readonly id: string }

function queuedAnswer({ id }: Making): ReportSent {
  return { status: 202, headers: { 'retry-after': '1' }, body: { job: id } }
}

function makingAnswer(job: Making, { words, language }: ReportReader): ReportSent {
  const headers = { ...reportHeaders, 'content-type': 'text/html; charset=utf-8', refresh: String(refreshSeconds) }
  return { status: 202, headers, body: makingPage(job, words, language) }
}
