/**
 * Kysely's driver for `node:sqlite`: one connection, prepared statements kept, and waiting for another's write lock without
 * blocking the event loop.
 */

import { setTimeout as wait } from 'node:timers/promises'
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult, type TransactionSettings } from 'kysely'
import { fail } from '#domain/problem.ts'
import { escapeText, unescapeText } from './text.ts'

/** How long a statement waits for another process before the store counts as busy, in milliseconds. */
const patience = 60_000
const keptStatements = 200

export class SqliteDriver implements Driver {
  readonly #database: DatabaseSync
  readonly #connection: SqliteConnection
  readonly #isExclusive: boolean
  /** Who waits for the connection, in the order they came; the first of them has it. */
  readonly #line: (() => void)[] = []

  /** @param isExclusive whoever acquires the connection has it alone until it is released */
  constructor(database: DatabaseSync, isExclusive: boolean) {
    this.#database = database
    this.#connection = new SqliteConnection(database)
    this.#isExclusive = isExclusive
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#isExclusive)
      await new Promise<void>((resolve) => {
        if (this.#line.push(resolve) === 1) resolve()
      })
    return this.#connection
  }

  async releaseConnection(): Promise<void> {
    this.#line.shift()
    this.#line[0]?.()
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    // A transaction that begins as a reader and then writes fails when another process wrote in between; taking the
    // write lock at once makes it wait instead.
    const begin = settings.accessMode === 'read only' ? 'begin' : 'begin immediate'
    await connection.executeQuery(CompiledQuery.raw(begin))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // SQLite has rolled back already after some errors, a full disk among them.
    if (this.#database.isTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async destroy(): Promise<void> {
    this.#connection.forgetStatements()
    if (this.#database.isOpen) this.#database.close()
  }
}

type Prepared = { readonly statement: StatementSync; readonly columns: readonly string[] }

function prepare(database: DatabaseSync, sql: string): Prepared {
  const statement = database.prepare(sql)
  // Rows as lists: the objects that `node:sqlite` makes of them are slow to make and slow to read.
  statement.setReturnArrays(true)
  return { statement, columns: statement.columns().map(({ name }) => name) }
}

class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, Prepared>()

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const values = parameters.map(toSqlite)
    return retryWhileBusy(this.#database, () => {
      const { statement, columns } = this.#prepare(sql)
      if (columns.length > 0) return { rows: toRows<R>(statement.all(...values), columns) }
      const { changes } = statement.run(...values)
      return { numAffectedRows: BigInt(changes), rows: [] }
    })
  }

  async *streamQuery<R>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    // A statement of its own: a kept one may be started again by another query while this one is being read.
    const { statement, columns } = prepare(this.#database, sql)
    for (const row of statement.iterate(...parameters.map(toSqlite))) yield { rows: toRows<R>([row], columns) }
  }

  forgetStatements(): void {
    this.#statements.clear()
  }

  #prepare(sql: string): Prepared {
    const kept = this.#statements.get(sql)
    if (kept !== undefined) {
      this.#statements.delete(sql)
      this.#statements.set(sql, kept)
      return kept
    }
    const fresh = prepare(this.#database, sql)
    this.#statements.set(sql, fresh)
    const [oldest] = this.#statements.keys()
    if (this.#statements.size > keptStatements && oldest !== undefined) this.#statements.delete(oldest)
    return fresh
  }
}

/** Shorter than whoever writes much rests between two transactions. */
const longestPause = 10

/** Runs what may find the database locked by another process, again and again until it succeeds or patience ends. */
export async function retryWhileBusy<T>(database: DatabaseSync, run: () => T): Promise<T> {
  const deadline = Date.now() + patience
  for (let pause = 1; ; pause = Math.min(pause * 2, longestPause)) {
    try {
      return run()
    } catch (error) {
      // Inside a transaction the write lock is ours, so being busy there is no matter of waiting.
      if (!isBusy(error) || database.isTransaction) throw error
      if (Date.now() > deadline) fail({ code: 'store-busy', path: database.location() ?? '' })
    }
    await wait(pause)
  }
}

/** SQLITE_BUSY (5) with its extended codes in the higher bits. */
function isBusy(error: unknown): boolean {
  return (
    error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === 5
  )
}

function toSqlite(value: unknown): SQLInputValue {
  return typeof value === 'string' ? escapeText(value) : (value as SQLInputValue)
}

function toRows<R>(lists: readonly unknown[], columns: readonly string[]): R[] {
  return (lists as readonly (readonly unknown[])[]).map((list) => {
    const row: Record<string, unknown> = {}
    for (let index = 0; index < columns.length; index += 1) {
      const value = list[index]
      row[columns[index] as string] = typeof value === 'string' ? unescapeText(value) : value
    }
    return row as R
  })
}
