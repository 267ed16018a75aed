/** Where all state lives: `--home DIR`, `HEADWATER_HOME`, or the XDG data folder. `DATABASE_URL` selects PostgreSQL. */

import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { openStore, type Store, type StoreOptions } from '#store/store.ts'

export type OpenStore = Store

export type HomeOptions = {
  readonly home: string | undefined
  readonly environment: Readonly<Record<string, string | undefined>>
}

export function homeFolder({ home, environment }: HomeOptions): string {
  if (home !== undefined) return resolve(home)
  const fromEnvironment = environment['HEADWATER_HOME']
  if (fromEnvironment) return resolve(fromEnvironment)
  const data = environment['XDG_DATA_HOME']
  return join(data ? resolve(data) : join(homedir(), '.local', 'share'), 'headwater')
}

/** Where the store is, for who opens it once more: a thread has a connection of its own. */
export function storeOptions(options: HomeOptions): StoreOptions {
  const databaseUrl = options.environment['DATABASE_URL']
  return databaseUrl ? { databaseUrl } : { home: homeFolder(options) }
}

/** Opens the store, runs `use`, and closes the store whatever happens. */
export async function withStore<T>(options: HomeOptions, use: (store: Store, home: string) => Promise<T>): Promise<T> {
  const home = homeFolder(options)
  const store = await openStore(storeOptions(options))
  try {
    return await use(store, home)
  } finally {
    await store.close()
  }
}
