/** Who stated, decided or edited something, as its reader is told. */

import type { Actor } from '#domain/access.ts'
import { namesOf } from '#store/people.ts'
import type { Store } from '#store/store.ts'

/**
 * The same rows with names in place of pseudonyms, for people: whom to ask is part of what was decided. What a program reads
 * with a key goes on to elsewhere, so it holds names only where the key may administer people. Somebody who was erased stays
 * a pseudonym.
 */
export async function nameMakers<Row extends { readonly by: string | null }>(
  store: Store,
  reader: Actor,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  if (reader.kind === 'key' && reader.limited?.permissions.includes('administer') !== true) return rows
  const names = await namesOf(store, [...new Set(rows.flatMap(({ by }) => by ?? []))])
  return rows.map((row) => (row.by === null ? row : { ...row, by: names.get(row.by) ?? row.by }))
}
