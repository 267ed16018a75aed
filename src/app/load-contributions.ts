/** What was recorded of contributions, out of the facts that are kept. */

import type { ContributionHistories, ContributionLedger, OutwardList } from '#domain/contribution.ts'
import type { Issue } from '#domain/issue.ts'
import { loadFacts, type Fact, type FactKind } from '#store/facts.ts'
import type { Store } from '#store/store.ts'
import type { Times } from './load-portfolio.ts'
import type { LedgerFacts, OutwardFacts } from './record-contributions.ts'

export type Contributions = {
  /** Null when no clones were at hand. */
  readonly histories: ContributionHistories | null
  /** Null when there is no ledger. */
  readonly ledger: ContributionLedger | null
  readonly outward: readonly OutwardList[]
  /** Lines of the ledger that were not taken. */
  readonly ledgerIssues: readonly { readonly path: string; readonly issue: Issue }[]
}

export async function loadContributions(store: Store, times: Times): Promise<Contributions> {
  const found = await lastOf<Omit<ContributionHistories, 'evidence'>>(store, 'contribution', times)
  const ledger = await lastOf<LedgerFacts>(store, 'ledger', times)
  const outward = await lastOf<OutwardFacts>(store, 'outward', times)
  return {
    histories:
      found === undefined || found.facts.repositories.length === 0
        ? null
        : { evidence: found.evidence, ...found.facts },
    ledger: ledger === undefined || ledger.facts.files.length === 0 ? null : { entries: ledger.facts.entries },
    outward: outward?.facts.lists ?? [],
    ledgerIssues: (ledger?.facts.files ?? []).flatMap(({ path, issues }) => issues.map((issue) => ({ path, issue }))),
  }
}

async function lastOf<T>(store: Store, kind: FactKind, times: Times): Promise<Fact<T> | undefined> {
  return (await loadFacts<T>(store, kind, times)).find(({ subject }) => subject === 'organization')
}
