/** Unique parts: one row per package URL, or per kind, name and version where none is known. */

import type { DocumentPart, PartKind, ReadDocument } from '#domain/part.ts'
import { batches, selectInBatches } from './rows.ts'
import type { Store } from './store.ts'
import { indexable } from './text.ts'

/** What a part is, apart from where it occurs. */
export type StatedPart = Pick<DocumentPart, 'purl' | 'kind' | 'name' | 'version'>

export type InternedPart = StatedPart & { readonly id: number }

/** @returns the row of each of the documents' parts */
export async function internParts(
  store: Store,
  documents: readonly { readonly document: ReadDocument }[],
): Promise<(part: StatedPart) => InternedPart> {
  return internStated(
    store,
    documents.flatMap(({ document }) => document.parts),
  )
}

/** @returns the row of each part */
export async function internStated(
  store: Store,
  parts: readonly StatedPart[],
): Promise<(part: StatedPart) => InternedPart> {
  const wanted = new Map<string, StatedPart>()
  for (const part of parts) {
    const identity = identityOf(part)
    if (!wanted.has(identity)) wanted.set(identity, part)
  }
  const known = new Map<string, InternedPart>()
  await findInto(known, store, wanted.keys())
  // One order for all writers: two who intern the same parts then wait for one another in a line, not in a circle.
  const missing = [...wanted].filter(([identity]) => !known.has(identity)).sort(([a], [b]) => (a < b ? -1 : 1))
  for (const batch of batches(missing, 250)) await insertParts(store, batch)
  await findInto(
    known,
    store,
    missing.map(([identity]) => identity),
  )
  return (part) => {
    const row = known.get(identityOf(part))
    if (row === undefined) throw new Error('a part was not interned')
    return row
  }
}

/** The parts of the given ids, added to those that are known already. */
export async function loadParts(store: Store, ids: Iterable<number>, known: Map<number, InternedPart>): Promise<void> {
  const missing = [...ids].filter((id) => !known.has(id))
  const rows = await selectInBatches(missing, (batch) =>
    store.db.selectFrom('part').select(['id', 'purl', 'kind', 'name', 'version']).where('id', 'in', batch).execute(),
  )
  for (const row of rows) known.set(row.id, row)
}

/** What a document states of a part, where that differs from the row. */
export function statedOtherwise(part: StatedPart, row: StatedPart): StatedPart | undefined {
  const { purl, kind, name, version } = part
  const isSame = row.purl === purl && row.kind === kind && row.name === name && row.version === version
  return isSame ? undefined : { purl, kind, name, version }
}

function identityOf({ purl, kind, name, version }: StatedPart): string {
  return indexable(purl ?? unnamed(kind, name, version))
}

function unnamed(kind: PartKind, name: string, version: string | null): string {
  return `${kind} ${version === null ? name : `${name}@${version}`}`
}

async function findInto(known: Map<string, InternedPart>, { db }: Store, identities: Iterable<string>): Promise<void> {
  const rows = await selectInBatches(identities, (batch) =>
    db
      .selectFrom('part')
      .select(['identity_key', 'id', 'purl', 'kind', 'name', 'version'])
      .where('identity_key', 'in', batch)
      .execute(),
  )
  for (const { identity_key, ...row } of rows) known.set(identity_key, row)
}

async function insertParts({ db }: Store, parts: readonly (readonly [string, StatedPart])[]): Promise<void> {
  await db
    .insertInto('part')
    .values(parts.map(([identity_key, { purl, kind, name, version }]) => ({ identity_key, purl, kind, name, version })))
    .onConflict((conflict) => conflict.column('identity_key').doNothing())
    .execute()
}
