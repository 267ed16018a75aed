/** What was read, as it was read: the documents of the revisions that hold on a day. */

import type { EvidenceId } from '#domain/evidence.ts'
import type { ProductId } from '#domain/organization.ts'
import {
  directnesses,
  type DocumentPart,
  type Hash,
  type LicenseStatement,
  type ReadDocument,
  scopes,
} from '#domain/part.ts'
import type { Unread } from '#domain/portfolio.ts'
import { type InternedPart, loadParts, type StatedPart } from './parts.ts'
import { listRevisions, type Times } from './revisions.ts'
import { batches, selectInBatches } from './rows.ts'
import type { Store } from './store.ts'

export type LoadedDocument = {
  readonly path: string
  readonly evidence: EvidenceId
  readonly product: ProductId
  /** Equal to what was saved. */
  readonly document: ReadDocument
}

export type DocumentCounts = {
  readonly path: string
  readonly found: number
  readonly taken: number
  readonly refused: number
}

/** How much was read of the documents of each product's current revision, without what they hold. */
export async function loadDocumentCounts(store: Store, asked: Asked): Promise<readonly DocumentCounts[]> {
  const revisions = await listRevisions(store, asked)
  return selectInBatches(
    revisions.map(({ id }) => id),
    (batch) =>
      store.db
        .selectFrom('document')
        .select(['path', 'found', 'taken', 'refused'])
        .where('revision', 'in', batch)
        .orderBy('revision')
        .orderBy('position')
        .execute(),
  )
}

type Asked = Times & { readonly products?: readonly ProductId[] }

/** The documents of each product's current revision, by product and then in the order they were saved in. */
export async function loadDocuments(store: Store, asked: Asked): Promise<readonly LoadedDocument[]> {
  const revisions = await listRevisions(store, asked)
  const interned = new Map<number, InternedPart>()
  const statements = new Statements()
  const loaded: LoadedDocument[] = []
  for (const batch of batches(revisions, 100)) {
    const products = new Map(batch.map(({ id, product }) => [id, product]))
    const rows = await documentRows(store, [...products.keys()])
    const order = new Map(batch.map(({ id }, index) => [id, index]))
    rows.sort((a, b) => (order.get(a.revision) ?? 0) - (order.get(b.revision) ?? 0) || a.position - b.position)
    const contents = await loadContents(store, rows, interned, statements)
    for (const row of rows) {
      const { parts, edges } = contents.get(row.id) ?? { parts: [], edges: [] }
      const { found, taken, refused, services } = row
      loaded.push({
        path: row.path,
        evidence: row.evidence_id,
        product: products.get(row.revision) ?? '',
        document: {
          format: row.format,
          specVersion: row.spec_version,
          reader: row.reader,
          subject: row.subject === null ? null : (JSON.parse(row.subject) as ReadDocument['subject']),
          counts: { found, taken, refused, edges: row.edges, services },
          parts,
          edges,
          refused: JSON.parse(row.refusals) as ReadDocument['refused'],
          issues: JSON.parse(row.issues) as ReadDocument['issues'],
        },
      })
    }
  }
  return loaded
}

/** What could not be taken in, over the same revisions as `loadDocuments`. */
export async function loadUnread(store: Store, asked: Asked): Promise<readonly Unread[]> {
  const revisions = await listRevisions(store, asked)
  const order = new Map(revisions.map(({ id }, index) => [id, index]))
  const rows = await selectInBatches(order.keys(), (batch) =>
    store.db.selectFrom('unread').selectAll().where('revision', 'in', batch).execute(),
  )
  rows.sort((a, b) => (order.get(a.revision) ?? 0) - (order.get(b.revision) ?? 0) || a.position - b.position)
  return rows.map(({ path, code }) => ({ path, code }))
}

type Contents = { readonly parts: DocumentPart[]; readonly edges: [number, number][] }

function documentRows({ db }: Store, revisions: readonly number[]) {
  return db
    .selectFrom('document')
    .innerJoin('evidence', 'evidence.key', 'document.evidence')
    .selectAll('document')
    .select('evidence.id as evidence_id')
    .where('revision', 'in', revisions)
    .execute()
}

async function loadContents(
  store: Store,
  documents: readonly { readonly id: number }[],
  interned: Map<number, InternedPart>,
  statements: Statements,
): Promise<ReadonlyMap<number, Contents>> {
  const contents = new Map<number, Contents>(documents.map(({ id }) => [id, { parts: [], edges: [] }]))
  for (const batch of batches([...contents.keys()], 100)) {
    const occurrences = await store.db
      .selectFrom('occurrence')
      .select(['document', 'part', 'scope', 'directness', 'ref', 'at', 'licenses', 'hashes', 'extra'])
      .where('document', 'in', batch)
      .orderBy('document')
      .orderBy('position')
      .execute()
    await loadParts(store, new Set(occurrences.map(({ part }) => part)), interned)
    for (const row of occurrences)
      contents.get(row.document)?.parts.push(toPart(row, interned.get(row.part), statements))
    const edges = await store.db
      .selectFrom('edge')
      .select(['document', 'from_position', 'to_position'])
      .where('document', 'in', batch)
      .orderBy('document')
      .orderBy('position')
      .execute()
    for (const { document, from_position, to_position } of edges)
      contents.get(document)?.edges.push([from_position, to_position])
  }
  return contents
}

type OccurrenceRow = {
  readonly scope: number
  readonly directness: number
  readonly ref: string
  readonly at: string
  readonly licenses: string | null
  readonly hashes: string | null
  readonly extra: string | null
}

type Extra = Pick<DocumentPart, 'supplier' | 'sourceUrl' | 'deprecation'> & { readonly stated?: StatedPart }

function toPart(row: OccurrenceRow, part: InternedPart | undefined, statements: Statements): DocumentPart {
  if (part === undefined) throw new Error('an occurrence has no part')
  const { stated, ...extra } = row.extra === null ? ({} as Extra) : (JSON.parse(row.extra) as Extra)
  const { purl, kind, name, version } = stated ?? part
  return {
    ref: row.ref,
    at: row.at,
    kind,
    purl,
    name,
    version,
    scope: scopes[row.scope] ?? 'unknown',
    directness: directnesses[row.directness] ?? 'unknown',
    licenses: row.licenses === null ? [] : statements.parse(row.licenses),
    hashes: row.hashes === null ? [] : (JSON.parse(row.hashes) as Hash[]),
    ...extra,
  }
}

/** License statements repeat by the thousand: each wording is parsed and held once. */
class Statements {
  readonly #known = new Map<string, readonly LicenseStatement[]>()

  parse(text: string): readonly LicenseStatement[] {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    const parsed = JSON.parse(text) as readonly LicenseStatement[]
    this.#known.set(text, parsed)
    return parsed
  }
}
