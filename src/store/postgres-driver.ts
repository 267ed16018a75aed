/** `pg` as Kysely wants it, with numbers as numbers and text escaped like in the SQLite driver. */

import type { PostgresPool, PostgresPoolClient } from 'kysely'
import { Pool, types, TypeOverrides } from 'pg'
import { escapeText, unescapeText } from './text.ts'

export function postgresPool(databaseUrl: string): PostgresPool {
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
      const client = await pool.connect()
      const known = clients.get(client)
      if (known !== undefined) return known
      const query = (sql: string, parameters: readonly unknown[]) => client.query(sql, parameters.map(toPostgres))
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
