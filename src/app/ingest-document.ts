/** Reads a document that was handed in and records it as a revision of its product. */

import { readDocument } from '#inventory/recognise.ts'
import { sourceFile } from '#inventory/source-file.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { NewsEvent } from '#domain/notification.ts'
import type { PersonId } from '#domain/organization.ts'
import type { ReadDocument } from '#domain/part.ts'
import { loadEvidenceBytes } from '#store/evidence.ts'
import { publishEvents } from '#store/outbox.ts'
import { saveDocument } from '#store/product-documents.ts'
import { enqueue } from '#store/queue.ts'
import type { Store } from '#store/store.ts'
import { findUpload, markFailed, markRecorded, type Upload } from '#store/uploads.ts'
import { dayOf } from './clock.ts'
import { newJob, type Finish, type JobContext } from './job.ts'
import { job as assessProduct } from './jobs/assess-product.ts'
import { newsRights } from './news-rights.ts'
import { currentUnits, productUnits } from './units.ts'

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
      await refuse(inside, upload, 'unknown-format', now)
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

/** Says of a document that it could not be taken, and tells those who want to know. */
export async function refuse(inside: Store, upload: Upload, code: string, now: IsoTime): Promise<void> {
  await markFailed(inside, upload.token, { code })
  const { product, path } = upload
  const unit = (await productUnits(inside, now)).get(product) ?? null
  const event: NewsEvent = {
    kind: 'upload-refused',
    subject: path,
    detail: { product, code },
    units: unit === null ? [] : [unit],
  }
  const surroundings = {
    organization: { units: await currentUnits(inside, now) },
    grantsOf: (person: PersonId) => newsRights(inside, person),
  }
  await publishEvents(inside, [event], surroundings, now)
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
