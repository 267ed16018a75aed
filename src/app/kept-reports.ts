/** Reports of assessments that are kept, made when somebody asks and kept at hand for a while. */

import { fail } from '#domain/problem.ts'
import type { ReportKind } from '#report/build-report.ts'
import { htmlScriptHash } from '#report/html-script.ts'
import { listAssessments } from '#store/assessments.ts'
import type { Store } from '#store/store.ts'
import type { Language } from '#text/language.ts'
import { loadWords } from '#text/load-words.ts'
import { assessmentJson } from './assessment-json.ts'
import { loadKept, renderBuilt, reportOfKept } from './build-report.ts'

/** By which a browser tells the script of a report from any other. */
export const reportScriptHash = htmlScriptHash

export const keptFormats = ['html', 'markdown', 'json'] as const
export type KeptFormat = (typeof keptFormats)[number]

export type AskedReport = {
  /** Its id, or `latest`. */
  readonly assessment: string
  readonly kind: ReportKind
  readonly language: Language
  readonly format: KeptFormat
}

export type KeptReport = { readonly assessment: string; readonly asOf: string; readonly bytes: Uint8Array }

/** Who reads a report opens it again, prints it, sends the address on. */
const mostKept = 6
/** Not for longer: a report may hold the name of somebody who is erased meanwhile. */
const keptMilliseconds = 300_000

type Shelf = Map<string, { readonly until: number; readonly report: Promise<KeptReport> }>
const shelves = new WeakMap<Store, Shelf>()

/** Throws `nothing-assessed`, also for an id that no assessment has. */
export async function keptReport(store: Store, { assessment, ...how }: AskedReport): Promise<KeptReport> {
  // Other processes assess too, so the newest is asked for each time.
  const id = assessment === 'latest' ? (await listAssessments(store))[0]?.id : assessment
  if (id === undefined) return fail({ code: 'nothing-assessed' })
  const shelf = shelves.get(store) ?? new Map<string, never>()
  shelves.set(store, shelf)
  const key = JSON.stringify([id, how.kind, how.language, how.format])
  const now = Date.now()
  for (const [old, { until }] of shelf) if (until < now) shelf.delete(old)
  const found = shelf.get(key)
  if (found !== undefined) return found.report
  const report = make(store, { assessment: id, ...how })
  // One that failed is not kept.
  report.catch(() => shelf.delete(key))
  shelf.set(key, { until: now + keptMilliseconds, report })
  for (const old of [...shelf.keys()].slice(0, -mostKept)) shelf.delete(old)
  return report
}

async function make(store: Store, { assessment: id, kind, language, format }: AskedReport): Promise<KeptReport> {
  const kept = await loadKept(store, id)
  const { asOf, knownAt } = kept.assessment
  const text = async (): Promise<string> => {
    // Oddities of the files the organization brought are told when they are read and are not kept.
    if (format === 'json') return `${JSON.stringify(assessmentJson({ ...kept, issues: null }), null, 2)}\n`
    const style = { words: await loadWords(language), language, color: false, width: 80 }
    return renderBuilt(await reportOfKept(store, kept, kind, style, knownAt), format)
  }
  return { assessment: id, asOf, bytes: new TextEncoder().encode(await text()) }
}
