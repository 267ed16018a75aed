/** What was counted in the folders of own products, out of the facts that are kept. */

import type { OwnCode } from '#domain/own-code.ts'
import { loadFacts } from '#store/facts.ts'
import type { Store } from '#store/store.ts'
import type { Times } from './load-portfolio.ts'
import type { OwnCodeFacts } from './measure-own-code.ts'

/** By product; the last count of each that was made by the day and known at the time. */
export async function loadOwnCode(store: Store, times: Times): Promise<readonly OwnCode[]> {
  const facts = await loadFacts<OwnCodeFacts>(store, 'own-code', times)
  return facts.map(({ subject, evidence, at, observedOn, facts: counted }) => ({
    product: subject,
    ...counted,
    evidence,
    at,
    observedOn,
  }))
}
