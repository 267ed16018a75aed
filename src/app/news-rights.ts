/** What somebody who wants to be told may know at this moment. */

import { loopbackActor, type Grant } from '#domain/access.ts'
import type { PersonId } from '#domain/organization.ts'
import { grantsOf, hasAccounts } from '#store/accounts.ts'
import type { Store } from '#store/store.ts'

/** Whoever sits at a machine that serves itself alone is told as well, until there are accounts. */
export async function newsRights(store: Store, person: PersonId): Promise<readonly Grant[]> {
  if (person !== loopbackActor.id) return grantsOf(store, person)
  return (await hasAccounts(store)) ? [] : loopbackActor.grants
}
