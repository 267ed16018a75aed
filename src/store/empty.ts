/** Empties a store before something else takes its place. */

import { sql } from 'kysely'
import type { Store } from './store.ts'
import { aboutDatabase } from './read-rows.ts'
import { tableShapes } from './table-shapes.ts'

/** @param what all rows, or the tables themselves, with the views that stand on them */
export async function emptyStore(store: Store, what: 'rows' | 'schema'): Promise<void> {
  await store.transaction(async (inside) => {
    // Those that refer come last in the list, so they go first.
    for (const { name } of (await tableShapes(inside.db, inside.engine)).toReversed()) {
      if (what === 'schema') await sql`drop table ${sql.table(name)} cascade`.execute(inside.db)
      else if (name !== aboutDatabase) await sql`delete from ${sql.table(name)}`.execute(inside.db)
    }
  })
}
