/**
 * Takes a document in: the original is kept on disk, then it is acknowledged with a token, and the work on it is queued in
 * the same transaction as the acknowledgement. The same document handed in again is the same upload.
 */

import type { Actor, Scope } from '#domain/access.ts'
import type { EvidenceKind } from '#domain/evidence.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { ProductId } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import { recognise } from '#inventory/recognise.ts'
import { sourceFile } from '#inventory/source-file.ts'
import { saveEvidence } from '#store/evidence.ts'
import { enqueue } from '#store/queue.ts'
import type { Store } from '#store/store.ts'
import { findUploadByKey, lastUpload, saveUpload, type Upload } from '#store/uploads.ts'
import { ringForWork } from './job-bell.ts'
import { job as ingestDocument } from './jobs/ingest-document.ts'
import { newJob } from './job.ts'
import { productOf, type NewProduct } from './product-of.ts'

export type Handed = {
  readonly bytes: Uint8Array
  /** Its name among the documents of the product. */
  readonly path: string
  /** Id or name. */
  readonly product: string
  readonly version: string | null
  readonly actor: Actor
  readonly scope: Scope
  /** Null when a product that does not exist is a problem. */
  readonly create: NewProduct | null
  readonly idempotencyKey: string | null
}

export type HandedIn = {
  readonly token: string
  readonly product: ProductId
  readonly state: Upload['state']
  /** False when it had been handed in before. */
  readonly isNew: boolean
}

/** Problems: those of `productOf`, and `usage` for an empty document or a key that stood for another one. */
export async function handIn(store: Store, handed: Handed, now: IsoTime): Promise<HandedIn> {
  const { bytes, path, version, actor, idempotencyKey } = handed
  if (bytes.length === 0) fail({ code: 'usage', what: 'the document is empty' })
  const product = await productOf(store, handed.product, handed, now)
  const kind = kindOf(path, bytes)
  const [evidence] = await saveEvidence(store, [{ kind, name: path, bytes, retrievedAt: now, recordedAt: now }])
  if (evidence === undefined) throw new Error('an original was not kept')
  const isSame = (earlier: Upload): boolean =>
    earlier.evidence === evidence.id && earlier.product === product && earlier.path === path
  const byKey = async (): Promise<Upload | undefined> => {
    const earlier = idempotencyKey === null ? undefined : await findUploadByKey(store, actor.id, idempotencyKey)
    if (earlier !== undefined && !isSame(earlier))
      fail({ code: 'usage', what: 'the Idempotency-Key was used for another document' })
    return earlier
  }
  const last = (await byKey()) ?? (await lastUpload(store, product, path))
  if (last !== undefined && isSame(last) && last.version === version && last.state !== 'failed')
    return { token: last.token, product, state: last.state, isNew: false }

  const token = await store.transaction(async (inside) => {
    const upload = { product, path, evidence: evidence.id, version, actor: actor.id, idempotencyKey }
    const fresh = await saveUpload(inside, upload, now)
    if (fresh !== undefined) await enqueue(inside, newJob(ingestDocument, product, { token: fresh }), now)
    return fresh
  })
  if (token !== undefined) {
    ringForWork()
    return { token, product, state: 'received', isNew: true }
  }
  // Another request with the same key came first.
  const twin = await byKey()
  if (twin === undefined) throw new Error('an upload vanished')
  return { token: twin.token, product, state: twin.state, isNew: false }
}

/** What no reader recognizes is kept all the same; the work on it will say so. */
function kindOf(path: string, bytes: Uint8Array): EvidenceKind {
  return recognise(sourceFile(path, bytes))?.kind ?? 'sbom'
}
