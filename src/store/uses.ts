/** Which products use a part, straight from what was read: without loading everything else that they use. */

import type { ProductId } from '#domain/organization.ts'
import type { PurlText } from '#domain/part.ts'
import { listRevisions, type Times } from './revisions.ts'
import { selectInBatches } from './rows.ts'
import type { Store } from './store.ts'
import { indexable } from './text.ts'

/**
 * @param start how their package URLs begin
 * @param isAsked of those the wanted ones
 * @returns by id
 */
export async function productsUsing(
  store: Store,
  start: PurlText,
  isAsked: (purl: PurlText) => boolean,
  times: Times,
): Promise<readonly ProductId[]> {
  const prefix = indexable(start)
  const parts = await store.db
    .selectFrom('part')
    .select(['id', 'purl'])
    .where('identity_key', '>=', prefix)
    // The last code point of all: what begins with the prefix lies below it.
    .where('identity_key', '<', `${prefix}\u{10ffff}`)
    .execute()
  const ids = parts.flatMap(({ id, purl }) => (purl !== null && isAsked(purl) ? [id] : []))
  const revisions = await selectInBatches(ids, (batch) =>
    store.db
      .selectFrom('occurrence')
      .innerJoin('document', 'document.id', 'occurrence.document')
      .select('document.revision')
      .distinct()
      .where('occurrence.part', 'in', batch)
      .execute(),
  )
  const using = new Set(revisions.map(({ revision }) => revision))
  const current = await listRevisions(store, times)
  return current.flatMap(({ id, product }) => (using.has(id) ? [product] : [])).toSorted()
}
