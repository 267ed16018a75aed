/** Which products use a part or are one, straight from what was read: without loading everything else that they use. */

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
  return productsOf(store, revisions, times)
}

/** Products of which a document says that it is about such a package, by id; parameters as in `productsUsing`. */
export async function productsDescribedAs(
  store: Store,
  start: PurlText,
  isAsked: (purl: PurlText) => boolean,
  times: Times,
): Promise<readonly ProductId[]> {
  const rows = await store.db
    .selectFrom('document')
    .select(['revision', 'subject'])
    // Signs that stand for others find too much; what is found is compared below.
    .where('subject', 'like', `%${start}%`)
    .execute()
  const about = rows.filter(({ subject }) => {
    const { purl = null } = (JSON.parse(subject ?? '{}') ?? {}) as { readonly purl?: PurlText | null }
    return purl !== null && isAsked(purl)
  })
  return productsOf(store, about, times)
}

async function productsOf(
  store: Store,
  revisions: readonly { readonly revision: number }[],
  times: Times,
): Promise<readonly ProductId[]> {
  const asked = new Set(revisions.map(({ revision }) => revision))
  const current = await listRevisions(store, times)
  return current.flatMap(({ id, product }) => (asked.has(id) ? [product] : [])).toSorted()
}
