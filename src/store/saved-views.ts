/** Views that people keep. */

import type { PersonId } from '#domain/organization.ts'
import type { NewSavedView, SavedView } from '#domain/saved-view.ts'
import type { Store } from './store.ts'

/** One's own and the shared ones, by name. */
export async function listSavedViews({ db }: Store, person: PersonId): Promise<readonly SavedView[]> {
  const rows = await db
    .selectFrom('saved_view')
    .selectAll()
    .where((where) => where.or([where('person', '=', person), where('is_shared', '=', 1)]))
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

/** One's own of an id. */
export async function findSavedView({ db }: Store, person: PersonId, id: number): Promise<SavedView | undefined> {
  const row = await db
    .selectFrom('saved_view')
    .selectAll()
    .where('id', '=', id)
    .where('person', '=', person)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** Under a name that the person uses already, the view is kept anew. @returns the id */
export async function saveView({ db }: Store, person: PersonId, view: NewSavedView): Promise<number> {
  const values = toRow(view)
  const { id } = await db
    .insertInto('saved_view')
    .values({ ...values, person })
    .onConflict((conflict) => conflict.columns(['person', 'name']).doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function changeSavedView({ db }: Store, { id, person, ...view }: SavedView): Promise<void> {
  await db.updateTable('saved_view').set(toRow(view)).where('id', '=', id).where('person', '=', person).execute()
}

export async function deleteSavedView({ db }: Store, person: PersonId, id: number): Promise<void> {
  await db.deleteFrom('saved_view').where('id', '=', id).where('person', '=', person).execute()
}

function toRow({ name, page, search, isShared }: NewSavedView) {
  return { name, page, search, is_shared: isShared ? 1 : 0 }
}

function fromRow({ id, person, ...row }: ReturnType<typeof toRow> & { readonly id: number; readonly person: string }) {
  const { name, page, search, is_shared } = row
  return { id, person, name, page, search, isShared: is_shared === 1 }
}
