/** Everything that is kept: SQLite in one file by default, PostgreSQL when one machine is too small. */

import { Kysely, sql } from 'kysely'
import { type Engine, postgresDialect, sqliteDialect, unavailable } from './dialect.ts'
import { migrate } from './migrate.ts'
import type { Tables } from './tables.ts'

export type Store = {
  readonly db: Kysely<Tables>
  readonly engine: Engine
  readonly isInTransaction: boolean
  /**
   * Everything `fn` does through the store it is given happens together or not at all, and is on disk when the promise
   * resolves. A transaction inside a transaction is part of the outer one. `fn` must not use the outer store: it sees
   * nothing of what `fn` wrote, and on SQLite it would wait for itself to write.
   */
  readonly transaction: <T>(fn: (inside: Store) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

export type StoreOptions = { readonly home: string } | { readonly databaseUrl: string }

/**
 * Opens the store, creating and migrating it where needed.
 *
 * @param options `home`: a folder for the SQLite file `headwater.db`, created when absent; or `databaseUrl`: an existing
 *   database on PostgreSQL 15 or later, with encoding UTF8
 * Problems: `store-newer` when a later version of the program has migrated it, `store-busy` when another process keeps
 * it locked, `store-unavailable` when it cannot be reached or is no database.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const isEmbedded = 'home' in options
  const store = isEmbedded ? await embeddedStore(options.home) : serverStore(options.databaseUrl)
  try {
    if (!isEmbedded) await reach(store, withoutPassword(options.databaseUrl))
    await migrate(store)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

/**
 * Two connections to one file: what a server does for one request must not fall into the transaction of another, and
 * reading need not wait for writing.
 */
async function embeddedStore(home: string): Promise<Store> {
  const db = new Kysely<Tables>({ dialect: await sqliteDialect(home, { isExclusive: false }) })
  const writer = new Kysely<Tables>({ dialect: await sqliteDialect(home, { isExclusive: true }) })
  return storeOn(db, writer, 'sqlite', async () => {
    await writer.destroy()
    await db.destroy()
  })
}

function serverStore(databaseUrl: string): Store {
  const db = new Kysely<Tables>({ dialect: postgresDialect(databaseUrl, withoutPassword(databaseUrl)) })
  return storeOn(db, db, 'postgresql', () => db.destroy())
}

function storeOn(db: Kysely<Tables>, writer: Kysely<Tables>, engine: Engine, close: () => Promise<void>): Store {
  return {
    db,
    engine,
    isInTransaction: false,
    transaction: (fn) => writer.transaction().execute((transaction) => fn(insideOf(transaction, engine))),
    close,
  }
}

function insideOf(db: Kysely<Tables>, engine: Engine): Store {
  const store: Store = { db, engine, isInTransaction: true, transaction: (fn) => fn(store), close: async () => {} }
  return store
}

/** Connects for the first time, so that a server that is away or a database we cannot use is told apart from a bug. */
async function reach(store: Store, address: string): Promise<void> {
  const encoding = await sql<{ server_encoding: string }>`show server_encoding`.execute(store.db).then(
    ({ rows }) => rows[0]?.server_encoding,
    (error: unknown) => {
      throw unavailable(address, error)
    },
  )
  if (encoding !== 'UTF8') throw unavailable(address, `the database has the encoding ${encoding}, UTF8 is needed`)
}

function withoutPassword(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) return 'PostgreSQL'
  const { host, pathname } = new URL(databaseUrl)
  return `postgresql://${host}${pathname}`
}
