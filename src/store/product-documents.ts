/** One document of a product changes, the others stay. */

import type { EvidenceId } from '#domain/evidence.ts'
import type { IsoDate, IsoTime } from '#domain/figure.ts'
import type { ProductId } from '#domain/organization.ts'
import { engines } from './dialect.ts'
import { loadDocuments, loadUnread } from './documents.ts'
import {
  endOfTime,
  listRevisions,
  saveRevision,
  type NewRevision,
  type RevisionDocument,
  type RevisionId,
} from './revisions.ts'
import { indexable } from './text.ts'
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
      documents: [
        ...others
          .filter(({ path }) => path !== document.path)
          .map(({ path, evidence, document: kept }) => ({ path, evidence, document: kept })),
        document,
      ],
      unread: unread.filter(({ path }) => path !== document.path),
    })
  })
}

/**
 * A revision of what was found in folders. Documents that were handed in for the product stay beside it, unless the folders
 * hold one of the same path.
 */
export async function saveSurveyed(store: Store, revision: NewRevision): Promise<RevisionId> {
  const { product, validFrom, documents, unread } = revision
  return store.transaction(async (inside) => {
    await engines[inside.engine].lock(inside.db, `revision:${product}`)
    const found = new Set([...documents, ...unread].map(({ path }) => path))
    const handedIn = await handedInOriginals(inside, product)
    if (handedIn.size === 0) return saveRevision(inside, revision)
    const current = await loadDocuments(inside, { asOf: validFrom, knownAt: endOfTime, products: [product] })
    const kept = current
      .filter(({ path, evidence }) => !found.has(path) && handedIn.get(path)?.has(evidence) === true)
      .map(({ path, evidence, document }) => ({ path, evidence, document }))
    return saveRevision(inside, { ...revision, documents: [...documents, ...kept] })
  })
}

/** The products that have, or had, an original among their documents, and under which path; each once, newest first. */
export async function documentsOf(
  { db }: Store,
  evidence: EvidenceId,
): Promise<readonly { readonly product: ProductId; readonly path: string }[]> {
  const rows = await db
    .selectFrom('evidence')
    .innerJoin('document', 'document.evidence', 'evidence.key')
    .innerJoin('revision', 'revision.id', 'document.revision')
    .select(['revision.product', 'document.path'])
    .where('evidence.id', '=', evidence)
    .orderBy('document.id', 'desc')
    .execute()
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()]
}

/** What was handed in for the product under each path. */
async function handedInOriginals(
  { db }: Store,
  product: ProductId,
): Promise<ReadonlyMap<string, ReadonlySet<EvidenceId>>> {
  const rows = await db
    .selectFrom('upload')
    .innerJoin('evidence', 'evidence.key', 'upload.evidence')
    .select(['path', 'evidence.id as original'])
    .where('product_key', '=', indexable(product))
    .execute()
  const byPath = Map.groupBy(rows, ({ path }) => path)
  return new Map([...byPath].map(([path, same]) => [path, new Set(same.map(({ original }) => original))]))
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
