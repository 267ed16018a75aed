/** What was loaded for an answer and is likely asked for again by the same person; a minute long, since somebody may be erased. */

import type { Store } from '#store/store.ts'
import { keepNewest } from './lists/views.ts'

type Kept<Value> = { readonly until: number; readonly value: Promise<Value> }

const keptMilliseconds = 60_000

/** @param most of each store, the newest. What failed to load is loaded again. */
export function keptBriefly<Value>(most: number) {
  const stores = new WeakMap<Store['db'], Map<string, Kept<Value>>>()
  return (store: Store, key: string, load: () => Promise<Value>): Promise<Value> => {
    const kept = stores.get(store.db) ?? new Map<string, Kept<Value>>()
    stores.set(store.db, kept)
    const known = kept.get(key)
    if (known !== undefined && known.until > Date.now()) return known.value
    const value = load()
    kept.delete(key)
    kept.set(key, { until: Date.now() + keptMilliseconds, value })
    keepNewest(kept, most)
    value.catch(() => kept.delete(key))
    return value
  }
}
