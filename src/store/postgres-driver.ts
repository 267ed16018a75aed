/** `pg` as Kysely wants it, with numbers as numbers and text escaped like in the SQLite driver. */

import type { PostgresPool, PostgresPoolClient } from 'kysely'
import { DatabaseError, Pool, types, TypeOverrides } from 'pg'
import { ProblemError } from '#domain/problem.ts'
import { escapeText, unescapeText } from './text.ts'

/** @param address how a problem names the server: without password */
export function postgresPool(databaseUrl: string, address: string): PostgresPool {
  const pool = new Pool({
    connectionString: databaseUrl,
    types: valueTypes(),
    connectionTimeoutMillis: 10_000,
    application_name: 'headwater',
  })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  // Kysely recognises a connection by the identity of its client.
  const clients = new WeakMap<object, PostgresPoolClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect().catch((error: unknown) => {
        throw away(address, error)
      })
      const known = clients.get(client)
      if (known !== undefined) return known
      // The same for one that breaks in a transaction, between two statements; the next statement tells.
      client.on('error', () => {})
      const query = (sql: string, parameters: readonly unknown[]) =>
        client.query(sql, parameters.map(toPostgres)).catch((error: unknown) => {
          throw isAway(error) ? away(address, error) : error
        })
      const wrapped: PostgresPoolClient = {
        // Kysely's type has a second form for cursors, which are not used here.
        query: query as unknown as PostgresPoolClient['query'],
        release: (destroy) => client.release(destroy),
      }
      clients.set(client, wrapped)
      return wrapped
    },
  }
}

/** What the server says of a statement comes as a `DatabaseError`; anything else is the connection, and so are these. */
function isAway(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return true
  // Class 08: connection; 57P01 to 57P03: it shuts down, crashed, or is starting.
  return /^(?:08|57P0[123])/.test(error.code ?? '')
}

function away(address: string, error: unknown): ProblemError {
  const cause: unknown = error instanceof AggregateError ? error.errors[0] : error
  const reason = cause instanceof Error ? cause.message || cause.name : String(cause)
  return new ProblemError({ code: 'store-unavailable', address, reason })
}

function toPostgres(value: unknown): unknown {
  return typeof value === 'string' ? escapeText(value) : value
}

function valueTypes(): TypeOverrides {
  const overrides = new TypeOverrides()
  // Counts, sums and keys stay below 2⁵³; `pg` hands them over as text, since a 64-bit integer may be larger.
  overrides.setTypeParser(types.builtins.INT8, Number)
  overrides.setTypeParser(types.builtins.NUMERIC, Number)
  overrides.setTypeParser(types.builtins.TEXT, unescapeText)
  return overrides
}
