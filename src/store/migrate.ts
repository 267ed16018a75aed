/** Brings the schema to the state this program knows, one transaction per step. */

import { sql } from 'kysely'
import { fail } from '#domain/problem.ts'
import { engines } from './dialect.ts'
import * as foundation from './migrations/0001-foundation.ts'
import * as facts from './migrations/0002-facts.ts'
import * as erasure from './migrations/0003-erasure.ts'
import * as readmodel from './migrations/0030-readmodel.ts'
import type { Store } from './store.ts'

/** In order; the first is number 1. Never changed once released, only added to. */
const migrations: readonly (readonly string[])[] = [
  foundation.statements,
  facts.statements,
  erasure.statements,
  readmodel.statements,
]

/** Several processes may do this at once: one takes each step, the others wait for it. */
export async function migrate(store: Store, steps = migrations): Promise<void> {
  while ((await stepsTaken(store)) < steps.length) {
    await store.transaction(async (inside) => {
      await engines[store.engine].lock(inside.db, 'migration')
      const taken = await stepsTaken(inside)
      const next = steps[taken]
      if (next === undefined) return
      if (taken === 0) await execute(inside, createMigrationTable)
      for (const statement of next) await execute(inside, statement)
      // The one timestamp that the program gives itself: it tells about the database, not about the organization.
      await inside.db
        .insertInto('migration')
        .values({ id: taken + 1, applied_at: new Date().toISOString() })
        .execute()
    })
  }
  const found = await stepsTaken(store)
  if (found > steps.length) fail({ code: 'store-newer', found, known: steps.length })
}

const createMigrationTable =
  'create table if not exists migration (id {small} not null primary key, applied_at {text} not null) {table}'

async function stepsTaken(store: Store): Promise<number> {
  if (!(await engines[store.engine].tableExists(store.db, 'migration'))) return 0
  const { last } = await store.db
    .selectFrom('migration')
    .select(({ fn }) => fn.max('id').as('last'))
    .executeTakeFirstOrThrow()
  return last ?? 0
}

async function execute(store: Store, statement: string): Promise<void> {
  const { words } = engines[store.engine]
  const text = statement.replace(/\{(\w+)\}/g, (_, name: string) => words[name as keyof typeof words])
  await sql.raw(text).execute(store.db)
}
