/** Moves everything from one database to another, of the other kind or the same, and compares both afterwards. */

import { fail } from '#domain/problem.ts'
import { addressOf, copyStore } from '#store/copy-rows.ts'
import { differingTables, isStoreEmpty, sumsOf, type TableSum } from '#store/read-rows.ts'
import type { StoreOptions } from '#store/store.ts'
import { withStoreAt } from './with-store.ts'

export type Moved = {
  readonly from: string
  readonly to: string
  /** Alike in both. */
  readonly tables: readonly TableSum[]
}

/**
 * All of it or nothing: the target is filled in one transaction, so a move that was broken off leaves it empty and is
 * simply run again.
 *
 * Problems: `nothing-assessed` when there is nothing to move, `store-not-empty` for the target, `copy-differs` when the
 * two are not alike afterwards (which no known fault leads to), and those of `openStore`.
 */
export async function runMove(from: StoreOptions, to: StoreOptions): Promise<Moved> {
  return withStoreAt(from, (source) =>
    withStoreAt(to, async (store) => {
      if (await isStoreEmpty(source)) fail({ code: 'nothing-assessed' })
      const sent = await copyStore(source, { store, options: to })
      const arrived = await sumsOf(store)
      const differing = differingTables(sent, arrived)
      if (differing.length > 0) fail({ code: 'copy-differs', tables: differing.join(', ') })
      return { from: addressOf(from), to: addressOf(to), tables: arrived }
    }),
  )
}
