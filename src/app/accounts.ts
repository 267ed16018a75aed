/** Whether anybody has an account: before that, only the machine itself may reach the server. */

import type { Store } from '#store/store.ts'

/** Accounts come with sign-in; until then there are none. */
export async function hasAccounts(_store: Store): Promise<boolean> {
  return false
}
