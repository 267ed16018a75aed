/** States of products: what was read from their documents on a day. Appended, never overwritten. */

import type { EvidenceId } from '#domain/evidence.ts'
import type { IsoDate, IsoTime } from '#domain/figure.ts'
import type { ProductId, ProductRevision } from '#domain/organization.ts'
import type { ReadDocument } from '#domain/part.ts'
import { directnesses, scopes } from '#domain/part.ts'
import type { Unread } from '#domain/portfolio.ts'
import { engines } from './dialect.ts'
import { evidenceKeys } from './evidence.ts'
import { internParts, statedOtherwise, type InternedPart } from './parts.ts'
import { batches, insertRows, selectInBatches, type Value } from './rows.ts'
import type { Store } from './store.ts'
import { indexable, sha256OfJson } from './text.ts'

export type RevisionId = number

/** What was true on a day, as far as it was known at a time. */
export type Times = { readonly asOf: IsoDate; readonly knownAt: IsoTime }

export type RevisionDocument = {
  readonly path: string
  readonly evidence: EvidenceId
  readonly document: ReadDocument
}

export type NewRevision = {
  readonly product: ProductId
  /** A version, a commit, or the day. */
  readonly label: string
  readonly validFrom: IsoDate
  /** The first day it is no longer valid; without it the product's next revision ends it. */
  readonly validTo?: IsoDate | null
  readonly recordedAt: IsoTime
  readonly documents: readonly RevisionDocument[]
  readonly unread: readonly Unread[]
}

export type StoredRevision = ProductRevision & { readonly id: RevisionId; readonly recordedAt: IsoTime }

/**
 * Keeps what was read, all of it or nothing. When the product's revision of that day already says the same, nothing is
 * written and its id is returned. Problem: `evidence-missing` when a document's original was not kept before.
 */
export async function saveRevision(store: Store, revision: NewRevision): Promise<RevisionId> {
  const { product, validFrom, recordedAt, documents, unread } = revision
  const validTo = revision.validTo ?? null
  // The readers carry no version: what they made of the originals is part of the digest instead.
  const digest = sha256OfJson([validTo, documents, unread])
  return store.transaction(async (inside) => {
    await engines[inside.engine].lock(inside.db, `revision:${product}`)
    const [current] = await currentRevisions(inside, { asOf: validFrom, knownAt: endOfTime, products: [product] })
    if (current?.digest === digest) return current.id
    const { id } = await inside.db
      .insertInto('revision')
      .values({
        product,
        product_key: indexable(product),
        label: revision.label,
        valid_from: validFrom,
        valid_to: validTo,
        recorded_at: recordedAt,
        digest,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await insertDocuments(inside, id, documents)
    await insertRows(
      inside,
      'unread',
      ['revision', 'position', 'path', 'code'],
      unread.flatMap(({ path, code }, position) => [id, position, path, code]),
    )
    return id
  })
}

/** The revision of each product that holds on the day, as far as it was known at the time; products in their order. */
export async function listRevisions(
  store: Store,
  times: Times & { readonly products?: readonly ProductId[] },
): Promise<StoredRevision[]> {
  const rows = await currentRevisions(store, times)
  return rows.map(({ id, product, label, valid_from, valid_to, recorded_at }) => {
    return { id, product, label, validFrom: valid_from, validTo: valid_to, recordedAt: recorded_at }
  })
}

/** Later than every timestamp. */
export const endOfTime: IsoTime = '9999-12-31T23:59:59.999Z'

/**
 * A revision holds from its day until the next one's, so of those that began the last to begin is the current one; of
 * several for one day the last to be written. Who writes waits for the one before, and its clock may yet be behind.
 */
async function currentRevisions({ db }: Store, times: Times & { readonly products?: readonly ProductId[] }) {
  const { asOf, knownAt, products } = times
  const ranked = db
    .selectFrom('revision')
    .select(['id', 'product', 'product_key', 'label', 'valid_from', 'valid_to', 'recorded_at', 'digest'])
    .select(({ fn }) =>
      fn
        .agg<number>('row_number')
        .over((over) => over.partitionBy('product_key').orderBy('valid_from', 'desc').orderBy('id', 'desc'))
        .as('rank'),
    )
    .where('valid_from', '<=', asOf)
    .where('recorded_at', '<=', knownAt)
  const current = (query: typeof ranked) =>
    db
      .selectFrom(query.as('ranked'))
      .selectAll()
      .where('rank', '=', 1)
      .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', asOf)]))
      .orderBy('product_key')
      .execute()
  if (products === undefined) return current(ranked)
  return selectInBatches(products.map(indexable).sort(), (keys) => current(ranked.where('product_key', 'in', keys)))
}

async function insertDocuments(
  store: Store,
  revision: RevisionId,
  documents: readonly RevisionDocument[],
): Promise<void> {
  const originalOf = await evidenceKeys(
    store,
    documents.map(({ evidence }) => evidence),
  )
  const parts = await internParts(store, documents)
  for (const batch of batches([...documents.entries()], 100)) {
    const rows = await store.db
      .insertInto('document')
      .values(
        batch.map(([position, { path, evidence, document }]) => ({
          revision,
          position,
          path,
          evidence: originalOf(evidence),
          reader: document.reader,
          format: document.format,
          spec_version: document.specVersion,
          subject: document.subject === null ? null : JSON.stringify(document.subject),
          ...document.counts,
          refusals: JSON.stringify(document.refused),
          issues: JSON.stringify(document.issues),
        })),
      )
      .returning(['id', 'position'])
      .execute()
    for (const { id, position } of rows) {
      const document = documents[position]?.document
      if (document !== undefined) await insertContents(store, id, document, parts)
    }
  }
}

async function insertContents(store: Store, id: number, document: ReadDocument, parts: Interned): Promise<void> {
  await insertRows(store, 'occurrence', occurrenceColumns, occurrencesOf(id, document, parts))
  await insertRows(
    store,
    'edge',
    ['document', 'position', 'from_position', 'to_position'],
    document.edges.flatMap(([from, to], position) => [id, position, from, to]),
  )
}

type Interned = Awaited<ReturnType<typeof internParts>>

const occurrenceColumns = [
  'document',
  'position',
  'part',
  'scope',
  'directness',
  'ref',
  'at',
  'licenses',
  'hashes',
  'extra',
] as const

function occurrencesOf(id: number, { parts }: ReadDocument, interned: Interned): Value[] {
  const values: Value[] = []
  for (const [position, part] of parts.entries()) {
    const row = interned(part)
    values.push(
      id,
      position,
      row.id,
      scopes.indexOf(part.scope),
      directnesses.indexOf(part.directness),
      part.ref,
      part.at,
      part.licenses.length === 0 ? null : JSON.stringify(part.licenses),
      part.hashes.length === 0 ? null : JSON.stringify(part.hashes),
      extraOf(part, row),
    )
  }
  return values
}

function extraOf(part: ReadDocument['parts'][number], row: InternedPart): string | null {
  const stated = statedOtherwise(part, row)
  const { supplier, sourceUrl, deprecation } = part
  if ([stated, supplier, sourceUrl, deprecation].every((one) => one === undefined)) return null
  return JSON.stringify({ supplier, sourceUrl, deprecation, stated })
}
