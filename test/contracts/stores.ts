/** The three databases that every store function is tried on. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, it, onTestFinished } from 'vitest'
import { openStore, type Store, type StoreOptions } from '#store/store.ts'
import { type Collation, isPostgresAtHand, type PrivatePostgres, startPostgres } from '#test/postgres.ts'

/** Where a fresh, empty store can be opened; each call is another one. */
export type Place = { readonly fresh: () => Promise<StoreOptions> }

/** Declares a suite once for SQLite and for PostgreSQL comparing text by bytes and by the rules of a language. */
export function describeOnEveryEngine(name: string, fn: (place: Place, engine: 'sqlite' | 'postgresql') => void): void {
  describe(`${name} on SQLite`, () => {
    const folders: string[] = []
    afterAll(() => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    })
    const fresh = async (): Promise<StoreOptions> => {
      const home = mkdtempSync(join(tmpdir(), 'headwater-store-'))
      folders.push(home)
      return { home: join(home, 'home') }
    }
    fn({ fresh }, 'sqlite')
  })
  for (const collation of ['C', 'icu'] as const)
    describePostgres(`${name} on PostgreSQL, ${collation} collation`, collation, fn)
}

function describePostgres(name: string, collation: Collation, fn: Parameters<typeof describeOnEveryEngine>[1]): void {
  describe(name, () => {
    let postgres: PrivatePostgres | undefined
    beforeAll(async () => {
      postgres = await startPostgres(collation)
    })
    afterAll(() => postgres?.stop())
    const fresh = async (): Promise<StoreOptions> => {
      if (postgres === undefined) throw new Error('PostgreSQL is not installed')
      return { databaseUrl: await postgres.createDatabase() }
    }
    if (isPostgresAtHand()) fn({ fresh }, 'postgresql')
    else it('needs an installed PostgreSQL', (context) => context.skip())
  })
}

/** An empty store, closed at the end of the test. */
export async function openFresh(place: Place): Promise<Store> {
  return open(await place.fresh())
}

/** Opens a store, also one that is open already; closed at the end of the test. */
export async function open(options: StoreOptions): Promise<Store> {
  const store = await openStore(options)
  onTestFinished(() => store.close())
  return store
}
