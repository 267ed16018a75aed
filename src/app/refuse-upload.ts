/** A document that was handed in and could not be taken. */

import type { IsoTime } from '#domain/figure.ts'
import type { NewsEvent } from '#domain/notification.ts'
import type { PersonId } from '#domain/organization.ts'
import { publishEvents } from '#store/outbox.ts'
import type { Store } from '#store/store.ts'
import { markFailed, type Upload } from '#store/uploads.ts'
import { newsRights } from './news-rights.ts'
import { currentUnits, productUnits } from './units.ts'

/** Says of a document that it could not be taken, and tells those who want to know. */
export async function refuseUpload(inside: Store, upload: Upload, code: string, now: IsoTime): Promise<void> {
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
