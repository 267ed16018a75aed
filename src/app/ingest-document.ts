/** Reads a document that was handed in and records it as a revision of its product. */

import { readDocument } from '#inventory/recognise.ts'
import { sourceFile } from '#inventory/source-file.ts'
import type { ReadDocument } from '#domain/part.ts'
import { loadEvidenceBytes } from '#store/evidence.ts'
import { saveDocument } from '#store/product-documents.ts'
import { enqueue } from '#store/queue.ts'
import { findUpload, markRecorded } from '#store/uploads.ts'
import { dayOf } from './clock.ts'
import { newJob, type Finish, type JobContext } from './job.ts'
import { job as assessProduct } from './jobs/assess-product.ts'
import { refuseUpload } from './refuse-upload.ts'

/** What was taken of a document; the long lists are cut, the counts are whole. */
export type ReadOutcome = Pick<ReadDocument, 'format' | 'specVersion' | 'reader' | 'counts' | 'refused' | 'issues'>

const mostListed = 100

export async function ingestDocument(token: string, { store, clock, progress }: JobContext): Promise<Finish> {
  const upload = await findUpload(store, token)
  if (upload === undefined || upload.state !== 'received') return async () => null
  const { product, path, evidence, version } = upload
  progress.report({ step: 'reading' })
  const bytes = await loadEvidenceBytes(store, evidence)
  const document = readDocument(sourceFile(path, bytes))
  progress.report({ step: 'recording' })
  const now = clock()
  return async (inside) => {
    if (document === undefined) {
      await refuseUpload(inside, upload, 'unknown-format', now)
      return { code: 'unknown-format' }
    }
    const day = dayOf(now)
    const revision = await saveDocument(inside, {
      product,
      label: version ?? day,
      validFrom: day,
      recordedAt: now,
      document: { path, evidence, document },
    })
    await markRecorded(inside, token, { revision, outcome: outcomeOf(document) }, now)
    await enqueue(inside, newJob(assessProduct, product, { product }, { key: product }), now)
    return { revision }
  }
}

function outcomeOf({ format, specVersion, reader, counts, refused, issues }: ReadDocument): ReadOutcome {
  return {
    format,
    specVersion,
    reader,
    counts,
    refused: refused.slice(0, mostListed),
    issues: issues.slice(0, mostListed),
  }
}
