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
export function describeOnEveryEngine(
  name: string,
  fn: (place: Place, engine: 'sqlite' | 'postgresql') => void,
  collations: readonly Collation[] = ['C', 'icu'],
): void {
  describe(`${name} on SQLite`, () => fn({ fresh: freshHome }, 'sqlite'))
  for (const collation of collations) {
    describe(`${name} on PostgreSQL, ${collation} collation`, () => {
      if (!isPostgresAtHand()) return it('needs an installed PostgreSQL', (context) => context.skip())
      beforeAll(() => clusterOf(collation))
      const fresh = async (): Promise<StoreOptions> => ({
        databaseUrl: await (await clusterOf(collation)).createDatabase(),
      })
      return fn({ fresh }, 'postgresql')
    })
  }
}

async function freshHome(): Promise<StoreOptions> {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-store-'))
  folders.push(folder)
  return { home: join(folder, 'home') }
}

/** One cluster of each collation for all suites of a test file. */
function clusterOf(collation: Collation): Promise<PrivatePostgres> {
  const running = clusters.get(collation) ?? start(collation)
  clusters.set(collation, running)
  return running
}

async function start(collation: Collation): Promise<PrivatePostgres> {
  const postgres = await startPostgres(collation)
  if (postgres === undefined) throw new Error('PostgreSQL is not installed')
  return postgres
}

const folders: string[] = []
const clusters = new Map<Collation, Promise<PrivatePostgres>>()

afterAll(async () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  for (const cluster of clusters.values()) await (await cluster).stop()
})

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
