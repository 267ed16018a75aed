/** Finds out what the documents of a product mean, tells it to whoever handed them in, and asks for the whole to follow. */

import type { IsoTime, Unknown } from '#domain/figure.ts'
import type { NamedAggregate } from '#domain/assessment/aggregate.ts'
import type { Finding, Severity } from '#domain/finding.ts'
import type { ProductId } from '#domain/organization.ts'
import type { Part } from '#domain/portfolio.ts'
import { enqueue, lastDone } from '#store/queue.ts'
import type { Store } from '#store/store.ts'
import { markAnalyzed, recordedUploads, type Upload } from '#store/uploads.ts'
import { assessProduct, type ProductAssessed } from './assess-product.ts'
import { dayOf } from './clock.ts'
import type { ReadOutcome } from './ingest-document.ts'
import { newJob, type Finish, type JobContext } from './job.ts'
import { job as assessOrganization } from './jobs/assess-organization.ts'
import { afterProductAssessed } from './product-assessed.ts'
import { refuseUpload } from './refuse-upload.ts'

/** A count that could be made, or why not. */
export type Counted = { readonly value: number | null; readonly why: Unknown['why'] | null }

/** What the product looked like with the document in it. */
export type AnalyzedOutcome = ReadOutcome & {
  readonly product: {
    readonly packages: Counted
    readonly findings: Counted
    readonly bySeverity: readonly (Counted & { readonly severity: Severity })[]
    /** Parts of which it cannot be told whether an advisory speaks about them. */
    readonly undecided: number
    /** By name, and gravest first; the lists are cut, the counts are whole. Absent where an earlier version looked. */
    readonly parts?: readonly NamedPart[]
    readonly listed?: readonly NamedFinding[]
  }
}

export type NamedPart = Pick<Part, 'purl' | 'name' | 'version'>
export type NamedFinding = NamedPart & Pick<Finding, 'id' | 'severity' | 'score' | 'summary' | 'fixed'>

const mostListed = 100

export async function assessUploads(product: ProductId, { store, home, clock, progress }: JobContext): Promise<Finish> {
  // What is recorded from here on belongs to the next assessment.
  const uploads = await recordedUploads(store, product)
  // The clock of whoever took a document in may be ahead of this one.
  const now =
    [clock(), ...uploads.map(({ receivedAt, recordedAt }) => recordedAt ?? receivedAt)].toSorted().at(-1) ?? ''
  progress.report({ step: 'assessing' })
  const assessed = await assessProduct(store, home, product, { asOf: dayOf(now), knownAt: now })
  if (assessed === undefined) return (inside) => refuseAll(inside, uploads, now)
  const found = foundIn(assessed)
  return async (inside) => {
    for (const { token, outcome } of uploads)
      await markAnalyzed(inside, token, { ...(outcome as ReadOutcome), product: found }, now)
    await afterProductAssessed(inside, assessed)
    await enqueueReassessment(inside, now)
    return found
  }
}

/** The product was removed meanwhile; whoever waits for its documents is told. */
async function refuseAll(inside: Store, uploads: readonly Upload[], now: IsoTime): Promise<null> {
  for (const upload of uploads) await refuseUpload(inside, upload, 'product-unknown', now)
  return null
}

function foundIn({ inventory, vulnerabilities, portfolio: { parts } }: ProductAssessed): AnalyzedOutcome['product'] {
  return {
    packages: counted(inventory.packages),
    findings: counted(vulnerabilities.total),
    bySeverity: vulnerabilities.bySeverity.map(({ severity, count }) => ({ severity, ...counted(count) })),
    undecided: vulnerabilities.undecided.length,
    parts: parts
      .map(named)
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .slice(0, mostListed),
    listed: vulnerabilities.findings.slice(0, mostListed).flatMap(({ part, id, severity, score, summary, fixed }) => {
      const of = parts[part]
      return of === undefined ? [] : [{ ...named(of), id, severity, score, summary, fixed }]
    }),
  }
}

function named({ purl, name, version }: Part): NamedPart {
  return { purl, name, version }
}

function counted({ figure }: Pick<NamedAggregate<number>, 'figure'>): Counted {
  return figure.known ? { value: figure.value, why: null } : { value: null, why: figure.why }
}

const leastPauseSeconds = 10
/** Assessing everything takes at most a sixth of the time of one worker, however many documents come in. */
const pauseFactor = 5

/** One that waits already will do for this document too. */
async function enqueueReassessment(inside: Store, now: string): Promise<void> {
  const last = await lastDone(inside, assessOrganization.id)
  const took = last === undefined ? 0 : Date.parse(last.finishedAt ?? now) - Date.parse(last.startedAt ?? now)
  const pause = Math.max(leastPauseSeconds * 1000, took * pauseFactor)
  const notBefore = new Date(Date.now() + pause).toISOString()
  await enqueue(inside, newJob(assessOrganization, null, null, { key: 'organization', notBefore }), now)
}
