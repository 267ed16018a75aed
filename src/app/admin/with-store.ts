import { openStore, type Store, type StoreOptions } from '#store/store.ts'

/** Opens a store, runs `use`, and closes the store whatever happens. */
export async function withStoreAt<T>(options: StoreOptions, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(options)
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}
