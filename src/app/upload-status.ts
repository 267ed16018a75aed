/** What became of a document that was handed in, for who may know. */

import { isWithin, type Scope } from '#domain/access.ts'
import type { IsoTime } from '#domain/figure.ts'
import { fail } from '#domain/problem.ts'
import type { Store } from '#store/store.ts'
import { findUpload, type Upload } from '#store/uploads.ts'
import type { AnalyzedOutcome } from './assess-uploads.ts'
import type { ReadOutcome } from './ingest-document.ts'
import { productUnits } from './units.ts'

export type UploadStatus = Omit<Upload, 'outcome' | 'evidence' | 'actor'> & {
  readonly code: string | null
  readonly document: ReadOutcome | null
  readonly found: AnalyzedOutcome['product'] | null
}

/** Problem: `upload-unknown`, also for one of a product outside of the scope: a token tells nothing to strangers. */
export async function uploadStatus(store: Store, token: string, scope: Scope, now: IsoTime): Promise<UploadStatus> {
  const upload = await findUpload(store, token)
  if (upload === undefined) return fail({ code: 'upload-unknown', asked: token })
  if (scope !== 'all' && !isWithin(scope, (await productUnits(store, now)).get(upload.product) ?? null))
    return fail({ code: 'upload-unknown', asked: token })
  return statusOf(upload)
}

export function statusOf(upload: Upload): UploadStatus {
  const { outcome, evidence: _evidence, actor: _actor, ...told } = upload
  const failed = upload.state === 'failed' ? (outcome as { readonly code: string }).code : null
  const { product, ...document } = (upload.state === 'failed' ? {} : (outcome ?? {})) as Partial<AnalyzedOutcome>
  return {
    ...told,
    code: failed,
    document: 'reader' in document ? (document as ReadOutcome) : null,
    found: product ?? null,
  }
}
