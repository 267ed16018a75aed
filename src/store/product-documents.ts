/** Some documents of a product change, the others stay. */

import type { IsoDate, IsoTime } from '#domain/figure.ts'
import type { ProductId } from '#domain/organization.ts'
import { engines } from './dialect.ts'
import { loadDocuments, loadUnread } from './documents.ts'
import { endOfTime, listRevisions, saveRevision, type RevisionDocument, type RevisionId } from './revisions.ts'
import type { Store } from './store.ts'

export type NewDocument = {
  readonly product: ProductId
  /** A version of the product, or the day. */
  readonly label: string
  readonly validFrom: IsoDate
  readonly recordedAt: IsoTime
  readonly document: RevisionDocument
}

/**
 * A revision of the product in which the document stands in place of the one of the same path, or beside the others.
 * Problem: `evidence-missing` when its original was not kept before.
 */
export async function saveDocument(store: Store, fresh: NewDocument): Promise<RevisionId> {
  const { product, label, validFrom, recordedAt, document } = fresh
  return store.transaction(async (inside) => {
    // Two documents of one product that arrive at once must not each forget the other.
    await engines[inside.engine].lock(inside.db, `revision:${product}`)
    const current = { asOf: validFrom, knownAt: endOfTime, products: [product] }
    const others = (await hasOthers(inside, current, document.path)) ? await loadDocuments(inside, current) : []
    const unread = await loadUnread(inside, current)
    return saveRevision(inside, {
      product,
      label,
      validFrom,
      recordedAt,
      documents: [...others.filter(({ path }) => path !== document.path).map(asKept), document],
      unread: unread.filter(({ path }) => path !== document.path),
    })
  })
}

/**
 * A revision of the product with the documents of a folder, beside which those of the paths in `others` stay as they are.
 */
export async function saveFolderDocuments(
  store: Store,
  revision: Parameters<typeof saveRevision>[1],
  others: ReadonlySet<string>,
): Promise<RevisionId> {
  if (others.size === 0) return saveRevision(store, revision)
  const { product, validFrom, documents } = revision
  const own = new Set(documents.map(({ path }) => path))
  return store.transaction(async (inside) => {
    await engines[inside.engine].lock(inside.db, `revision:${product}`)
    const current = await loadDocuments(inside, { asOf: validFrom, knownAt: endOfTime, products: [product] })
    const kept = current.filter(({ path }) => others.has(path) && !own.has(path)).map(asKept)
    return saveRevision(inside, { ...revision, documents: [...documents, ...kept] })
  })
}

function asKept({ path, evidence, document }: RevisionDocument): RevisionDocument {
  return { path, evidence, document }
}

/** Most products have one document, which need not be read to be replaced. */
async function hasOthers(store: Store, current: Parameters<typeof listRevisions>[1], path: string): Promise<boolean> {
  const [revision] = await listRevisions(store, current)
  if (revision === undefined) return false
  const other = await store.db
    .selectFrom('document')
    .select('id')
    .where('revision', '=', revision.id)
    .where('path', '!=', path)
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}
