/** Brings the schema to the state this program knows, one transaction per step. */

import { sql } from 'kysely'
import { fail } from '#domain/problem.ts'
import { engines } from './dialect.ts'
import * as foundation from './migrations/0001-foundation.ts'
import * as facts from './migrations/0002-facts.ts'
import * as erasure from './migrations/0003-erasure.ts'
import * as server from './migrations/0010-server.ts'
import * as access from './migrations/0020-access.ts'
import * as readmodel from './migrations/0030-readmodel.ts'
import * as administration from './migrations/0040-administration.ts'
import * as views from './migrations/0041-views.ts'
import * as statuses from './migrations/0064-statuses.ts'
import * as accounts from './migrations/0065-accounts.ts'
import * as statusBatches from './migrations/0066-status-batches.ts'
import * as reports from './migrations/0071-reports.ts'
import * as keptAssessments from './migrations/0072-kept-assessments.ts'
import * as additions from './migrations/0073-additions.ts'
import type { Store } from './store.ts'

/** In order; the first is number 1. Never changed once released, only added to. */
const migrations: readonly (readonly string[])[] = [
  foundation.statements,
  facts.statements,
  erasure.statements,
  server.statements,
  access.statements,
  readmodel.statements,
  administration.statements,
  views.statements,
  statuses.statements,
  accounts.statements,
  statusBatches.statements,
  reports.statements,
  keptAssessments.statements,
  additions.statements,
]

/** The step of the schema that this program brings a database to. */
export const knownSteps = migrations.length

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

/** Whether the schema is the one this program knows: another process may have taken it further since it was opened. */
export async function isMigrated(store: Store): Promise<boolean> {
  return (await stepsTaken(store)) === migrations.length
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

/** The step of the schema that a store is at; `db` asks inside a transaction. */
export async function currentStep(store: Store, db = store.db): Promise<number> {
  return stepsTaken({ ...store, db })
}

/** The steps that were taken at a time or later. */
export async function stepsSince({ db }: Store, time: string): Promise<readonly number[]> {
  const rows = await db.selectFrom('migration').select('id').where('applied_at', '>=', time).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

async function execute(store: Store, statement: string): Promise<void> {
  const { words } = engines[store.engine]
  const text = statement.replace(/\{(\w+)\}/g, (_, name: string) => words[name as keyof typeof words])
  await sql.raw(text).execute(store.db)
}
